import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { actorOf, cast, channelOf } from "../../../adapters/playground/cast.ts";
import { deskOf } from "../../../src/desk/desk-of.ts";
import { readDeskFile } from "../../../src/desk/read-desk-file.ts";
import { matchingArticles } from "../../../src/features/knowledge/matching-articles.ts";
import { identify } from "../../../src/tickets/principal.ts";

const read = readDeskFile(readFileSync("adapters/playground/demo-desk.yaml", "utf8"));
if (!read.ok) throw new Error(JSON.stringify(read.faults));
const desk = deskOf(read.document, 1);

it("names only people and channels of the playground", () => {
  const users = [
    ...Object.values(desk.people).flatMap((each) => each.identities),
    ...Object.values(desk.accounts).flatMap((each) => each.contacts),
  ];
  const channels = [
    ...desk.channels.triage,
    ...desk.channels.tech,
    ...Object.values(desk.accounts).flatMap((each) => each.channels),
  ];
  expect(users.filter((each) => actorOf(each) === null)).toEqual([]);
  expect(channels.filter((each) => channelOf(each) === null)).toEqual([]);
});

it("gives each person the role that the playground shows", () => {
  for (const { user, name, role, company, direct, locale } of cast) {
    const principal = identify(user, direct, desk);
    if (principal.is === "staff")
      expect([principal.person.name, principal.person.roles]).toEqual([name, expect.arrayContaining([role])]);
    else {
      expect(["customer", "outsider"]).toContain(role);
      expect([principal.account?.name ?? null, principal.account?.locale ?? locale]).toEqual([company, locale]);
    }
  }
});

it("has every clock, escalation, call and text that a visitor can try", () => {
  const { premium, standard } = desk.plans;
  const clocks = ["firstResponse", "nextResponse", "resolution", "tech"] as const;
  const withTarget = (targets: typeof desk.consulting | undefined) =>
    clocks.filter((clock) => targets?.[clock] != null);
  expect(withTarget(premium?.terms.critical.targets)).toEqual(clocks);
  expect(withTarget(standard?.terms.low.targets)).toEqual(["firstResponse", "nextResponse", "tech"]);
  expect([premium?.escalate, standard?.escalate]).toEqual(["always", "broken"]);
  expect([premium?.phone, desk.phone]).toEqual([["critical", "high"], expect.stringMatching(/^\+34/)]);
  expect(withTarget(desk.consulting)).toEqual(["firstResponse"]);
  expect(desk.waiting).not.toBeNull();
  expect(Object.keys(desk.replies).length).toBeGreaterThanOrEqual(3);
});

it.each([
  ["es", "Los subtítulos llegan tarde", "Añadir y sincronizar subtítulos"],
  ["en", "Our uploads stop at 40 %", 'Why an upload stays at "Processing"'],
  ["en", "How do I reset a password?", "Resetting a user's password"],
  ["pt", "As legendas chegam tarde", "Adicionar e sincronizar legendas"],
  ["es", "Nos falta una factura de octubre", "Facturas, cobros y reembolsos"],
] as const)("offers a manual article in %s for %j", (locale, text, title) => {
  expect(matchingArticles(desk.articles, locale, text).map((each) => each.title)).toEqual([title]);
});

it("has each article in every language", () => {
  const of = (locale: string) => desk.articles.filter((each) => each.locale === locale).length;
  expect([of("es"), of("en"), of("pt")]).toEqual([6, 6, 6]);
});

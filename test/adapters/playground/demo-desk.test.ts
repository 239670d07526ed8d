import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { actorOf, cast, channelOf } from "../../../adapters/playground/cast.ts";
import { deskOf } from "../../../src/desk/desk-of.ts";
import { readDeskFile } from "../../../src/desk/read-desk-file.ts";
import { standingOf } from "../../../src/domain/may.ts";

const read = readDeskFile(readFileSync("adapters/playground/demo-desk.yaml", "utf8"));
if (!read.ok) throw new Error(JSON.stringify(read.faults));
const desk = deskOf(read.document, 1);

it("names only people and channels that the playground has", () => {
  const users = [
    ...Object.values(desk.people).flatMap((each) => each.identities),
    ...Object.values(desk.accounts).flatMap((each) => each.users),
  ];
  const channels = [
    ...desk.channels.triage,
    ...desk.channels.tech,
    ...Object.values(desk.accounts).flatMap((each) => each.channels),
  ];
  expect(users.filter((each) => actorOf(each) === null)).toEqual([]);
  expect(channels.filter((each) => channelOf(each) === null)).toEqual([]);
});

it("knows everybody of the cast as what the cast says they are", () => {
  for (const { user, name, role, company, direct, locale } of cast) {
    const standing = standingOf(user, direct, desk);
    if (standing.is === "staff")
      expect([standing.person.name, standing.person.roles]).toEqual([name, expect.arrayContaining([role])]);
    else {
      expect(["customer", "outsider"]).toContain(role);
      expect([standing.account?.name ?? null, standing.account?.locale ?? locale]).toEqual([company, locale]);
    }
  }
});

import { expect, test } from "vitest";
import { dutiesOf, handOver } from "../../../src/desk/changes/hand-over.ts";
import { readDeskDocument } from "../../../src/desk/read-desk-file.ts";
import { sampleDocument } from "../../support/settings/sample-document.ts";

const full = {
  ...sampleDocument,
  people: { ...sampleDocument.people, marta: { ...sampleDocument.people.marta, deputy: "luis" } },
  accounts: { ...sampleDocument.accounts, northwind: { ...sampleDocument.accounts.northwind, manager: "luis" } },
  areas: { player: { title: "Player", agents: ["luis", "marta"] }, pay: { title: "Payments", agents: ["luis"] } },
  reminders: [
    { at: "50%", tell: ["assignee", "luis", "ana"] },
    { at: "100%", tell: ["luis"], email: ["head"] },
  ],
} as const;
const { luis: _, ...others } = full.people;
const withoutLuis = { ...full, people: others };

test("a document names what a person has", () => {
  expect(dutiesOf(full, "luis")).toEqual({ accounts: ["northwind"], deputyOf: ["ana", "marta"] });
  expect(dutiesOf(full, "tom")).toEqual({ accounts: [], deputyOf: [] });
  expect(dutiesOf(null, "tom")).toEqual({ accounts: [], deputyOf: [] });
});

test("the successor stands wherever the person stood, so that the desk has no fault any more", () => {
  expect(readDeskDocument(withoutLuis).ok).toBe(false);
  const handed = handOver(withoutLuis, "luis", "marta");
  expect(readDeskDocument(handed)).toMatchObject({ ok: true });
  expect(handed).toMatchObject({
    people: { ana: { deputy: "marta" } },
    accounts: { northwind: { manager: "marta" }, acme: { manager: "ana" } },
    areas: { player: { agents: ["marta"] }, pay: { agents: ["marta"] } },
    reminders: [{ tell: ["assignee", "marta", "ana"] }, { tell: ["marta"], email: ["head"] }],
  });
});

test("a successor is not their own deputy, and gets no area without the role agent", () => {
  const handed = handOver(withoutLuis, "luis", "ana") as typeof full;
  expect(handed.people.ana).not.toHaveProperty("deputy");
  expect(handed.areas).toEqual({ player: { title: "Player", agents: ["marta"] }, pay: { title: "Payments" } });
  expect(handed.reminders[0].tell).toEqual(["assignee", "ana"]);
});

import { expect, test } from "vitest";
import { rebased } from "../../../src/desk/changes/rebase.ts";
import { sampleDocument } from "../../support/settings/sample-document.ts";

const { people, accounts } = sampleDocument;
const withPerson = (key: keyof typeof people, name: string, also: object = {}) => ({
  ...sampleDocument,
  people: { ...people, [key]: { ...people[key], name } },
  ...also,
});

test("changes of different entries and settings stand beside each other", () => {
  const mine = withPerson("ana", "Ana R.", { desk: "Mine" });
  const theirs = withPerson("luis", "Luis G.", { grace: "30%" });
  const { document, conflicts } = rebased({ base: sampleDocument, mine, theirs });
  expect(conflicts).toEqual([]);
  expect(document).toEqual({
    ...sampleDocument,
    desk: "Mine",
    grace: "30%",
    people: { ...people, ana: { ...people.ana, name: "Ana R." }, luis: { ...people.luis, name: "Luis G." } },
  });
});

test("what both changed in different ways is a conflict, and the later change is not taken", () => {
  const [mine, theirs] = [withPerson("ana", "Mine", { desk: "M" }), withPerson("ana", "Theirs", { desk: "T" })];
  const { document, conflicts } = rebased({ base: sampleDocument, mine, theirs });
  expect(conflicts.toSorted()).toEqual(["desk", "people.ana"]);
  expect(document).toEqual(theirs);
});

test("what both changed in the same way is none", () => {
  const both = withPerson("ana", "Both");
  expect(rebased({ base: sampleDocument, mine: both, theirs: both })).toEqual({ document: both, conflicts: [] });
});

test("an entry or a setting that one of them removed stays away", () => {
  const { acme: _, ...left } = accounts;
  const { timezone: __, ...withoutZone } = sampleDocument;
  const removed = { ...withoutZone, accounts: left };
  const theirs = withPerson("ana", "Theirs");
  const expected = { ...removed, people: theirs.people };
  expect(rebased({ base: sampleDocument, mine: removed, theirs })).toEqual({ document: expected, conflicts: [] });
  expect(rebased({ base: sampleDocument, mine: theirs, theirs: removed })).toEqual({
    document: expected,
    conflicts: [],
  });
});

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

test("the order that one of them changed stays; two orders are a conflict", () => {
  const [a, b, c] = [{ title: "A" }, { title: "B" }, { title: "C" }];
  const base = { areas: { a, b, c } };
  const mine = { areas: { c, a, b } };
  const theirs = { areas: { a, b: { title: "Bee" }, c } };
  const orderOf = ({ document }: { readonly document: unknown }) =>
    Object.keys((document as { readonly areas: object }).areas);
  const joined = rebased({ base, mine, theirs });
  expect([joined.conflicts, orderOf(joined)]).toEqual([[], ["c", "a", "b"]]);
  expect(joined.document).toEqual({ areas: { c, a, b: { title: "Bee" } } });
  const both = rebased({ base, mine, theirs: { areas: { b, a, c } } });
  expect([both.conflicts, orderOf(both)]).toEqual([["areas"], ["b", "a", "c"]]);
});

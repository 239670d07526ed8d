import { describe, expect, test } from "vitest";
import { crossChecks } from "../../src/desk/checks/cross-checks.ts";
import { unknownNames } from "../../src/desk/checks/unknown-names.ts";
import { deskDifference } from "../../src/desk/changes/difference.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { deskOf } from "../../src/desk/desk-of.ts";
import { noFormer } from "../../src/desk/former.ts";
import { formerAfter } from "../../src/desk/removal/former.ts";
import { removedBy } from "../../src/desk/removal/removed.ts";
import { deskDocument, type DeskDocument } from "../../src/desk/schema.ts";
import { differenceView } from "../../src/web/desk/settings/difference-view.ts";
import { measuredRun } from "./fastest-run.ts";

/** Four times the entries may take eight times as long (ms of computing). Comparing each with all others takes sixteen times. */
const mostTimes = 8;
/** A look at the large desk that takes less (ms) is quick enough in any case. */
const quickMs = 100;
const [few, many] = [1_500, 6_000];

const expectToGrowSlowly = (look: (count: number) => () => unknown): void => {
  const [small, large] = [look(few), look(many)];
  small();
  const allowed = Math.max(quickMs, mostTimes * measuredRun(small, quickMs));
  expect(measuredRun(large, quickMs)).toBeLessThan(allowed);
};

const numbersBelow = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const id = (index: number): string => `U${String(index).padStart(8, "0")}`;
const entries = <Value>(count: number, valueOf: (index: number) => Value): Readonly<Record<string, Value>> =>
  Object.fromEntries(numbersBelow(count).map((index) => [`k${index}`, valueOf(index)]));
const desk = (parts: object): DeskDocument =>
  deskDocument.parse({
    calendars: { always: { open: "always" } },
    plans: { q: { calendar: "always" } },
    channels: { triage: "slack:C0TRIAGE" },
    ...parts,
  });
const contacts = (count: number, from: number): DeskDocument =>
  desk({
    accounts: {
      a: { name: "A", plan: "q", contacts: numbersBelow(count).map((index) => `slack:${id(from + index)}`) },
    },
  });
const people = (count: number, from: number): DeskDocument => {
  const member = (index: number) => ({ name: "P", roles: ["agent"], slack: id(from + index), deputy: `p${from}` });
  return desk({
    people: Object.fromEntries(numbersBelow(count).map((index) => [`p${from + index}`, member(index)])),
    accounts: entries(count, (index) => ({ name: "A", plan: "q", manager: `p${from + index}` })),
  });
};

const changes: Readonly<Record<string, (count: number) => readonly [DeskDocument, DeskDocument]>> = {
  "other contacts of one account": (count) => [contacts(count, 0), contacts(count, count)],
  "other people, each the manager of an account": (count) => [people(count, 0), people(count, count)],
};

describe.each(Object.entries(changes))("for %s", (_, change) => {
  test.each([
    ["the difference", deskDifference],
    ["what is removed", removedBy],
    ["who is remembered", (before: DeskDocument, after: DeskDocument) => formerAfter(noFormer, before, after)],
  ])("%s is found in a time that grows with the number of entries only", (_what, look) => {
    expectToGrowSlowly((count) => {
      const [before, after] = change(count);
      return () => look(before, after);
    });
  });
});

const nameless = (count: number): DeskDocument =>
  desk({
    people: entries(count, (index) => ({ name: "P", roles: ["agent"], slack: id(index) })),
    accounts: entries(count, (index) => ({ name: "A", plan: `x${index}`, manager: `y${index}` })),
  });
const noneNamed = { calendars: new Set<string>(), plans: new Set<string>(), people: new Set<string>() };

test.each([
  ["contradictions", (document: DeskDocument, made: Desk) => crossChecks(made, document, noneNamed)],
  ["names", (document: DeskDocument, made: Desk) => unknownNames(document, made)],
])("%s of unknown people and plans are found in such a time", (_, look) => {
  expectToGrowSlowly((count) => {
    const document = nameless(count);
    const made = deskOf(document, 0);
    return () => look(document, made);
  });
  const document = nameless(few);
  expect(look(document, deskOf(document, 0))).toHaveLength(2 * few);
});

const managed = (count: number, shift: number): DeskDocument =>
  desk({
    people: entries(count, (index) => ({ name: `P ${index}`, roles: ["agent", "manager"], slack: id(index) })),
    accounts: entries(count, (index) => ({ name: "A", plan: "q", manager: `k${(index + shift) % count}` })),
  });

test("the preview of other managers of all accounts is drawn in such a time", () => {
  expectToGrowSlowly((count) => {
    const between = [managed(count / 10, 1), managed(count / 10, 0)];
    const found = deskDifference(between[1], between[0]);
    return () => differenceView(found, { between, names: new Map(), viewer: { locale: "en", timezone: "UTC" } });
  });
});

import { expect, test } from "vitest";
import type { Desk, Person } from "../../../src/desk/desk.ts";
import { effects } from "../../../src/tickets/evolve.ts";
import { cast, given, monday, opening, type Story } from "../../support/given.ts";
import { sampleDesk } from "../../support/sample-desk.ts";

const inTurns: Desk = { ...sampleDesk, assignment: "roundRobin" };
const openingAs = (number: number, severity: "critical" | "high" = "high") => {
  const command = opening(severity);
  if (command.type !== "open") throw new Error("no opening");
  return { ...command, number };
};
const opened = (number: number, desk: Desk = inTurns, severity: "critical" | "high" = "high"): Story =>
  given(desk).when(cast.carla, openingAs(number, severity));
const whose = (number: number, desk?: Desk): string | null => opened(number, desk).ticket?.assignee ?? null;
const everyAgent = (change: Partial<Person>): Desk => ({
  ...inTurns,
  people: Object.fromEntries(
    Object.entries(inTurns.people).map(([key, person]) => [
      key,
      person.roles.includes("agent") ? { ...person, ...change } : person,
    ]),
  ),
});

test("agents get new tickets in turn, and the history names the desk as the assigner", () => {
  expect([1001, 1002, 1003, 1004].map((number) => whose(number))).toEqual(["marta", "luis", "marta", "luis"]);
  expect(opened(1001).events.at(-1)).toMatchObject({ type: "assigned", by: { kind: "clock" }, claimed: false });
  expect(whose(1001, sampleDesk)).toBeNull();
});

test("agents who are out or in quiet hours are skipped", () => {
  const { marta } = inTurns.people;
  if (marta === undefined) throw new Error("no Marta");
  const without = (change: Partial<Person>): Desk => ({
    ...inTurns,
    people: { ...inTurns.people, marta: { ...marta, ...change } },
  });
  expect([1001, 1002].map((number) => whose(number, without({ outUntil: monday + 1 })))).toEqual(["luis", "luis"]);
  const quiet = without({ quiet: { from: 0, to: 24 * 60 } });
  expect(whose(1001, quiet)).toBe("luis");
  expect(opened(1001, quiet, "critical").ticket?.assignee).toBe("marta");
});

test("triage reads that no agent is available, and customers do not", () => {
  const story = opened(1001, everyAgent({ outUntil: monday + 1 }));
  const [event] = story.events.slice(-1);
  if (event === undefined || story.ticket === null) throw new Error("no ticket");
  expect(story.ticket.assignee).toBeNull();
  expect(effects(event, story.ticket)).toEqual([
    { type: "send", to: { kind: "internal" }, message: { type: "noAgentAvailable" } },
  ]);
});

import { expect, test } from "vitest";
import { commands, events } from "../../../src/tickets/registry.ts";

const listed = <Rule extends object>(rules: Readonly<Record<string, Rule>>, part: string): readonly string[] =>
  Object.entries(rules)
    .filter(([, rule]) => part in rule)
    .map(([type]) => type)
    .toSorted();

test("only these customer commands count for a limit", () => {
  expect(
    Object.fromEntries(
      Object.entries(commands).flatMap(([type, rule]) => ("countsAs" in rule ? [[type, rule.countsAs]] : [])),
    ),
  ).toEqual({
    open: "tickets",
    receiveMessage: "messages",
    editMessage: "messages",
    resolve: "messages",
    reopen: "messages",
    escalate: "messages",
    requestCall: "messages",
    rate: "messages",
  });
});

test("each event with files says which of them count, and none of a staff reply do", () => {
  expect(listed(events, "countedFiles")).toEqual(["customerWrote", "opened", "replied", "threadImported"]);
});

test("only these events, of any person, can give a collected ticket its own card", () => {
  expect(listed(events, "needsOwnCard")).toEqual([
    "callRequested",
    "escalated",
    "fallbackTaken",
    "merged",
    "reopened",
    "resolved",
  ]);
});

import { expect, test } from "vitest";
import { readDeskFile } from "../../src/desk/read-desk-file.ts";
import { warnings } from "./check-sentences.ts";

const warned = (text: string): readonly string[] => {
  const reading = readDeskFile(`channels: { triage: "slack:C1" }\n${text}`);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return warnings(reading.document, null, "2026-01-12");
};

test("check warns that no person answers if a desk has no people, and that no target exists if it has no plans", () => {
  expect(warned("")).toEqual([
    "people is empty: without staff, tickets get no answer",
    "plans is empty: no account has targets",
  ]);
  const people = "people: { ana: { name: Ana, roles: [agent], slack: U1 } }\n";
  expect(warned(people).join()).not.toContain("people is empty");
  const plans = "calendars: { always: { open: always } }\nplans: { basic: { calendar: always } }\n";
  expect(warned(plans).join()).not.toContain("plans is empty");
});

import { readDeskFile } from "../../src/desk/read-desk-file.ts";
import { deskFaultSentence } from "../../src/features/desk-checks/index.ts";

export const sentences = (text: string, current?: unknown): readonly string[] => {
  const reading = readDeskFile(text, current, { part: current !== undefined });
  return reading.ok ? [] : reading.faults.map((fault) => deskFaultSentence(fault, "en"));
};

/** A small desk that is right, with one part replaced by a faulty one. */
export const desk = (replaced: Readonly<Record<string, string>>): string =>
  Object.entries({
    calendars: "{ always: { open: always } }",
    plans: "{ basic: { calendar: always } }",
    channels: '{ triage: "slack:C1" }',
    people: "{ ana: { name: Ana, roles: [manager], slack: U1 } }",
    accounts: "{ acme: { name: Acme, plan: basic, manager: ana } }",
    ...replaced,
  })
    .map(([key, value]) => `${key}: ${value}\n`)
    .join("");

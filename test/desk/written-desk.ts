import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deskOf } from "../../src/desk/desk-of.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { readDeskFile } from "../../src/desk/read-desk-file.ts";
import { severities } from "../../src/sla/severity.ts";

export const hour = 3_600_000;

export const deskIn = (text: string): Desk => {
  const reading = readDeskFile(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return deskOf(JSON.parse(JSON.stringify(reading.document)), 7);
};

export const example = deskIn(readFileSync(join(import.meta.dirname, "../../.desk.example.yaml"), "utf8"));

/** The default steps for the technical team's target. */
export const forTech = [
  {
    severities,
    clocks: ["tech"],
    when: { by: "used", percent: 80 },
    tell: ["tech", "assignee"],
    email: [],
    mention: null,
  },
  {
    severities,
    clocks: ["tech"],
    when: { by: "used", percent: 100 },
    tell: ["tech", "assignee", "head"],
    email: [],
    mention: "triage",
  },
];

import { stringify } from "csv-stringify/sync";
import type { ClockOutcome } from "../tickets/clocks/outcomes.ts";
import { ticketName } from "../tickets/ticket.ts";

const iso = (at: number): string => new Date(at).toISOString();
const seconds = (ms: number): number => Math.round(ms / 1_000);

/** The columns of the file, and how each is written. Lengths are seconds, so that a spreadsheet can add them. */
const columns: readonly (readonly [name: string, value: (outcome: ClockOutcome) => string | number | null])[] = [
  ["ticket", ({ ticket }) => ticketName(ticket)],
  ["clock", ({ clock }) => clock],
  ["cycle", ({ cycle }) => cycle],
  ["kind", ({ kind }) => kind],
  ["account", ({ account }) => account],
  ["plan", ({ plan }) => plan],
  ["area", ({ area }) => area],
  ["severity", ({ severity }) => severity],
  ["intake", ({ intake }) => intake],
  ["assignee", ({ assignee }) => assignee],
  ["manager", ({ manager }) => manager],
  ["started", ({ startedAt }) => iso(startedAt)],
  ["due", ({ dueAt }) => iso(dueAt)],
  ["ended", ({ endedAt }) => iso(endedAt)],
  ["outcome", ({ outcome }) => outcome],
  ["target_seconds", ({ target }) => seconds(target)],
  ["used_seconds", ({ used }) => seconds(used)],
  ["waited_seconds", ({ waited }) => seconds(waited)],
  ["cause", ({ cause }) => cause],
];

/**
 * The first line of the file: the names of its columns, after the mark by which Excel recognises UTF-8.
 */
export const csvHead = (): string => stringify([columns.map(([name]) => name)], { bom: true });

/** Lines for outcomes. A value that a spreadsheet would take for a formula gets an apostrophe before it. */
export const csvLines = (outcomes: readonly ClockOutcome[]): string =>
  stringify(
    outcomes.map((outcome) => columns.map(([, value]) => value(outcome))),
    { escape_formulas: true },
  );

import type { CoverageGap } from "../../desk/coverage-gap.ts";
import type { Desk } from "../../desk/desk.ts";
import { durationText } from "../../desk/duration.ts";
import { assumptions } from "../../features/desk-rehearsal/index.ts";
import { deskWarningSentence } from "../../features/desk-warnings/index.ts";
import { datedMomentText } from "../../i18n/moment-text.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Severity } from "../../sla/severity.ts";
import { rehearsedOutcomes, type RemindedRole } from "../../tickets/rehearsal/rehearsal.ts";
import type {
  Flip,
  OutcomeCounts,
  Rehearsal,
  RehearsalRow,
  RehearsedReminders,
  StepCount,
} from "../../tickets/rehearsal/tally.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { listing } from "./print.ts";

/** So many flips and unreadable tickets are printed. All of them are in the JSON. */
const mostPrinted = 50;

const say = sayIn("en");

const roles: Readonly<Record<RemindedRole, string>> = {
  manager: "account managers",
  deputy: "deputies",
  assignee: "assignees",
  head: "heads of support",
  tech: "technicians",
  named: "people named in a step",
  asked: "people who asked to be reminded again",
  triage: "triage",
};

/** `1 step`, `2 steps`. */
const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const accountName = (key: string | null, { accounts }: Desk): string =>
  key === null ? "account unknown" : (accounts[key]?.name ?? key);

const severityName = (severity: Severity | null): string =>
  severity === null ? "consulting" : say(`severityLabel.${severity}`).toLowerCase();

/** `met 10 → 7`, for each outcome whose count changes, or for all. */
const outcomesText = (before: OutcomeCounts, after: OutcomeCounts, which: "all" | "changed"): string =>
  rehearsedOutcomes
    .filter((each) => which === "all" || before[each] !== after[each])
    .map((each) => `${each} ${before[each]} → ${after[each]}`)
    .join(", ");

const isChanged = ({ before, after }: RehearsalRow): boolean =>
  rehearsedOutcomes.some((each) => before[each] !== after[each]);

const rowLine = (row: RehearsalRow, desk: Desk): string => {
  const { account, severity, clock, before, after, added, gone } = row;
  const notes = [
    outcomesText(before, after, "changed"),
    ...(added === 0 ? [] : [`${added} new`]),
    ...(gone === 0 ? [] : [`${gone} gone`]),
  ].filter((each) => each !== "");
  return `${accountName(account, desk)}, ${severityName(severity)}, ${say(`clock.${clock}`)}: ${notes.join("; ")}`;
};

const sumOf = (rows: readonly RehearsalRow[], which: "before" | "after"): OutcomeCounts => {
  const sum = { met: 0, breached: 0, cancelled: 0, running: 0 };
  for (const row of rows) for (const each of rehearsedOutcomes) sum[each] += row[which][each];
  return sum;
};

const momentIn =
  ({ timezone }: Desk) =>
  (at: Instant): string =>
    datedMomentText(at, { locale: "en", timezone });

const flipLine = ({ ticket, account, severity, clock, cycle, before, after }: Flip, desk: Desk): string => {
  const moment = momentIn(desk);
  const due =
    before.due === after.due ? `due ${moment(after.due)}` : `due ${moment(before.due)} → ${moment(after.due)}`;
  return `${ticketName(ticket)} (${accountName(account, desk)}, ${severityName(severity)}) ${say(`clock.${clock}`)} ${cycle}: ${before.outcome} → ${after.outcome}, ${due}`;
};

const stepLine = ({ clock, percent, left, count }: StepCount): string =>
  `${say(`clock.${clock}`)}, ${left === null ? `at ${percent ?? 0}%` : `${durationText(left)} before`}: ${count}`;

const quietText = (inQuietHours: number): string =>
  inQuietHours === 0 ? "" : ` (${inQuietHours} more fell into their quiet hours)`;

const reminderLines = (
  { steps, byStep, byRole, byPerson }: RehearsedReminders,
  { people }: Desk,
): readonly string[] => [
  `${counted(steps, "reminder step")} would have come.`,
  ...listing("By step:", byStep.map(stepLine)),
  ...listing(
    "To:",
    byRole.map(({ role, reminded, inQuietHours }) => `${roles[role]}: ${reminded}${quietText(inQuietHours)}`),
  ),
  ...listing(
    "In quiet hours, so another person is reminded if one is there:",
    byPerson
      .filter(({ inQuietHours }) => inQuietHours > 0)
      .map(({ person, inQuietHours }) => `${people[person]?.name ?? person}: ${counted(inQuietHours, "time")}`),
  ),
];

const same = (gaps: readonly CoverageGap[], gap: CoverageGap): boolean =>
  gaps.some((each) => JSON.stringify(each) === JSON.stringify(gap));

const gapLines = ({ coverage: { before, after } }: Rehearsal): readonly string[] => {
  const sentence = (gap: CoverageGap): string => `${deskWarningSentence({ is: "gap", gap }, "en")}.`;
  return [
    ...listing(
      "Hours that no person covers under the draft:",
      after.map((gap) => `${same(before, gap) ? "As now: " : "New: "}${sentence(gap)}`),
    ),
    ...listing(
      "Hours that a person covers under the draft, and now does not:",
      before.filter((gap) => !same(after, gap)).map(sentence),
    ),
  ];
};

const shortened = (lines: readonly string[], count: number): readonly string[] =>
  count > lines.length ? [...lines, `and ${count - lines.length} more (see --format json)`] : lines;

/** A rehearsal for a person at a terminal, in English. `desk` is the draft. */
export const rehearsalLines = (file: string, rehearsal: Rehearsal, desk: Desk): readonly string[] => {
  const { since, until, tickets, unreadable, accountsNotNamed, rows, flips, flipped, reminders } = rehearsal;
  const moment = momentIn(desk);
  const changed = rows.filter(isChanged);
  const all = outcomesText(sumOf(rows, "before"), sumOf(rows, "after"), "all");
  return [
    `${file} on ${counted(tickets, "ticket")} opened from ${moment(since)} to ${moment(until)} (times are in ${desk.timezone}).`,
    `All clocks: ${all}.`,
    ...listing(
      "What changes, now → under the draft:",
      changed.map((row) => rowLine(row, desk)),
    ),
    ...(changed.length === 0 ? ["No account has other outcomes at any severity."] : []),
    ...listing(
      `${counted(flipped, "clock")} would have another outcome:`,
      shortened(
        flips.slice(0, mostPrinted).map((flip) => flipLine(flip, desk)),
        flipped,
      ),
    ),
    ...reminderLines(reminders, desk),
    ...gapLines(rehearsal),
    ...listing(
      "The draft does not name these accounts. Their tickets count as those of an unknown account:",
      accountsNotNamed,
    ),
    ...listing(
      "These tickets cannot be read, so they are left out:",
      shortened(unreadable.slice(0, mostPrinted).map(ticketName), unreadable.length),
    ),
    ...listing("This rehearsal assumes:", assumptions("en")),
    "Nothing was written.",
  ];
};

const iso = (at: Instant): string => new Date(at).toISOString();

/** A rehearsal as JSON: as `Rehearsal` has it, with moments in ISO 8601, and with what it assumes. */
export const rehearsalJson = ({ since, until, flips, ...found }: Rehearsal): string =>
  JSON.stringify({
    since: iso(since),
    until: iso(until),
    ...found,
    flips: flips.map(({ before, after, ...flip }) => ({
      ...flip,
      before: { ...before, due: iso(before.due) },
      after: { ...after, due: iso(after.due) },
    })),
    assumptions: assumptions("en"),
  });

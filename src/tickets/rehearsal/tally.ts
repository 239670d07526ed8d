import type { CoverageGap } from "../../desk/coverage-gap.ts";
import type { Desk } from "../../desk/desk.ts";
import { allClockKinds, type ClockKind } from "../../sla/clock-kinds.ts";
import { day, hour, type Instant } from "../../sla/instant.ts";
import { severities, type Severity } from "../../sla/severity.ts";
import { wallAt } from "../../sla/wall-clock.ts";
import {
  type ClockResult,
  type ComparedClock,
  type RehearsedOutcome,
  type RehearsedStep,
  type RehearsedTicket,
  type RemindedRole,
  type UnrehearsedTicket,
} from "./rehearsal.ts";

/** How many clocks have each outcome. */
export type OutcomeCounts = Readonly<Record<RehearsedOutcome, number>>;

/** The clocks of one kind, of one account's tickets of one severity. */
export interface RehearsalRow {
  /** A key of the desk's accounts; null: the account is unknown. */
  readonly account: string | null;
  /** Null: consulting, which has no severity. */
  readonly severity: Severity | null;
  readonly clock: ClockKind;
  /** The clocks of the real history. Those that the rehearsal does not have are among them. */
  readonly before: OutcomeCounts;
  readonly after: OutcomeCounts;
  /** How many clocks only the rehearsal has, and how many only the real history has. */
  readonly added: number;
  readonly gone: number;
}

/** A clock whose outcome is another one in the rehearsal. */
export interface Flip {
  readonly ticket: number;
  readonly account: string | null;
  readonly severity: Severity | null;
  readonly clock: ClockKind;
  readonly cycle: number;
  readonly before: ClockResult;
  readonly after: ClockResult;
}

/** How often people were reminded, and how often they were passed over because it was in their quiet hours. */
interface Reminded {
  readonly reminded: number;
  readonly inQuietHours: number;
}

export interface RemindedInRole extends Reminded {
  readonly role: RemindedRole;
}

/** `person`: a key of the desk's people. Mentions of no particular person are not counted here. */
export interface RemindedByPerson extends Reminded {
  readonly person: string;
}

/** How often a ladder step came. A step by time left has no `percent`, because its share differs from clock to clock. */
export interface StepCount {
  readonly clock: ClockKind;
  readonly percent: number | null;
  readonly left: number | null;
  readonly count: number;
}

/** The reminders that the ladder would have sent, each at its time. */
export interface RehearsedReminders {
  /** How many steps came. */
  readonly steps: number;
  readonly byStep: readonly StepCount[];
  readonly byRole: readonly RemindedInRole[];
  readonly byPerson: readonly RemindedByPerson[];
  /** How many steps came in each hour of a week, in one time zone: 168 numbers, the first from Monday 00:00 on. */
  readonly byHour: readonly number[];
}

/** Hours of plans in which no reminder can reach a person, under the desk in force and under the draft. */
export interface RehearsedCoverage {
  readonly before: readonly CoverageGap[];
  readonly after: readonly CoverageGap[];
}

/** What a rehearsal of a desk finds. */
export interface Rehearsal {
  /** The tickets that were opened from `since` on, and before `until`. */
  readonly since: Instant;
  readonly until: Instant;
  readonly tickets: number;
  /** The numbers of those that cannot be rehearsed, because an event is damaged. They are not among `tickets`. */
  readonly unreadable: readonly number[];
  /** The accounts of these tickets that the draft does not name. Their clocks have the terms of an unknown account. */
  readonly accountsNotNamed: readonly string[];
  readonly rows: readonly RehearsalRow[];
  /** How many clocks have another outcome, and the first of them. */
  readonly flipped: number;
  readonly flips: readonly Flip[];
  readonly reminders: RehearsedReminders;
  readonly coverage: RehearsedCoverage;
}

/** So many flips are listed. */
export const mostFlips = 10_000;

type Counts = { -readonly [Outcome in RehearsedOutcome]: number };
type CountedRow = Pick<RehearsalRow, "account" | "severity" | "clock"> & {
  readonly before: Counts;
  readonly after: Counts;
  added: number;
  gone: number;
};

const none = (): Counts => ({ met: 0, breached: 0, cancelled: 0, running: 0 });
const noReminders = () => ({ reminded: 0, inQuietHours: 0 });

/** The value of a key, made when it is first asked for. */
const inMap = <Key, Value>(map: Map<Key, Value>, key: Key, made: () => Value): Value => {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = made();
  map.set(key, value);
  return value;
};

/** 1970 began on a Thursday. */
const mondayFirst = 3;

const hourOfWeek = (zone: string, at: Instant): number => {
  const wall = wallAt(zone, at);
  const today = Math.floor(wall / day);
  return ((today + mondayFirst) % 7) * 24 + Math.floor((wall - today * day) / hour);
};

const severityOrder = (severity: Severity | null): number =>
  severity === null ? severities.length : severities.indexOf(severity);
const clockOrder = (clock: ClockKind): number => allClockKinds.indexOf(clock);
const inOrder = (one: RehearsalRow, other: RehearsalRow): number =>
  (one.account ?? "").localeCompare(other.account ?? "") ||
  severityOrder(one.severity) - severityOrder(other.severity) ||
  clockOrder(one.clock) - clockOrder(other.clock);
/** The steps by share come before those by time left, the longest of which comes first. */
const stepOrder = (one: StepCount, other: StepCount): number =>
  clockOrder(one.clock) - clockOrder(other.clock) ||
  (one.left === null ? 0 : 1) - (other.left === null ? 0 : 1) ||
  (one.percent ?? 0) - (other.percent ?? 0) ||
  (other.left ?? 0) - (one.left ?? 0);

/** Adds up what the rehearsals of tickets find. */
export interface RehearsalTally {
  add(ticket: RehearsedTicket | UnrehearsedTicket): void;
  /** What was found so far. */
  sum(about: { readonly since: Instant; readonly until: Instant; readonly coverage: RehearsedCoverage }): Rehearsal;
}

/** A tally for tickets that are rehearsed under this desk, in any order. The hours of the week are those of the zone. */
export const createRehearsalTally = (desk: Desk, zone: string): RehearsalTally => {
  let tickets = 0;
  let flipped = 0;
  let stepsSent = 0;
  const unreadable: number[] = [];
  const accounts = new Set<string>();
  const rows = new Map<string, CountedRow>();
  const flips: Flip[] = [];
  const byStep = new Map<string, Omit<StepCount, "count"> & { count: number }>();
  const byRole = new Map<RemindedRole, ReturnType<typeof noReminders>>();
  const byPerson = new Map<string, ReturnType<typeof noReminders>>();
  const byHour = Array.from({ length: 168 }, () => 0);

  const rowOf = ({ account, severity, clock }: Pick<RehearsalRow, "account" | "severity" | "clock">): CountedRow =>
    inMap(rows, JSON.stringify([account, severity, clock]), () => ({
      account,
      severity,
      clock,
      before: none(),
      after: none(),
      added: 0,
      gone: 0,
    }));
  const countedStep = (step: Omit<StepCount, "count">): { count: number } =>
    inMap(byStep, JSON.stringify([step.clock, step.percent, step.left]), () => ({ ...step, count: 0 }));

  const addClock = ({ number, account, consulting }: RehearsedTicket, compared: ComparedClock): void => {
    const { clock, cycle, before, after } = compared;
    const severity = consulting ? null : compared.severity;
    const about = { account, severity, clock } as const;
    const row = rowOf(about);
    if (before === null) row.added += 1;
    else row.before[before.outcome] += 1;
    if (after === null) row.gone += 1;
    else row.after[after.outcome] += 1;
    if (before === null || after === null || before.outcome === after.outcome) return;
    flipped += 1;
    if (flips.length < mostFlips) flips.push({ ticket: number, ...about, cycle, before, after });
  };

  const addStep = (step: RehearsedStep): void => {
    const { clock, left, at } = step;
    const percent = left === null ? step.percent : null;
    stepsSent += 1;
    countedStep({ clock, percent, left }).count += 1;
    const hourAt = hourOfWeek(zone, at);
    byHour[hourAt] = (byHour[hourAt] ?? 0) + 1;
    for (const what of ["reminded", "inQuietHours"] as const)
      for (const { role, person } of step[what]) {
        inMap(byRole, role, noReminders)[what] += 1;
        if (person !== null) inMap(byPerson, person, noReminders)[what] += 1;
      }
  };

  return {
    add: (ticket) => {
      if ("unreadable" in ticket) {
        unreadable.push(ticket.number);
        return;
      }
      tickets += 1;
      if (ticket.account !== null) accounts.add(ticket.account);
      for (const clock of ticket.clocks) addClock(ticket, clock);
      for (const step of ticket.steps) addStep(step);
    },
    sum: ({ since, until, coverage }) => ({
      since,
      until,
      tickets,
      unreadable: unreadable.toSorted((one, other) => one - other),
      accountsNotNamed: [...accounts].filter((key) => !Object.hasOwn(desk.accounts, key)).toSorted(),
      rows: [...rows.values()].map((row) => structuredClone(row)).toSorted(inOrder),
      flipped,
      flips: [...flips],
      reminders: {
        steps: stepsSent,
        byStep: [...byStep.values()].map((each) => ({ ...each })).toSorted(stepOrder),
        byRole: [...byRole]
          .map(([role, counts]) => ({ role, ...counts }))
          .toSorted((one, other) => one.role.localeCompare(other.role)),
        byPerson: [...byPerson]
          .map(([person, counts]) => ({ person, ...counts }))
          .toSorted((one, other) => one.person.localeCompare(other.person)),
        byHour: [...byHour],
      },
      coverage,
    }),
  };
};

import type { LadderStep, Recipient } from "../../sla/ladder-step.ts";
import { clockKinds, type ClockKind } from "../../sla/clock-kinds.ts";
import type { Instant } from "../../sla/instant.ts";
import { listed } from "./listed.ts";
import { hasDirect, hasMail, type SwitchedOn } from "./reachable.ts";
import { unavailability, overridesQuietHours } from "../../tickets/routes/unavailability.ts";
import type { Calendar } from "../../sla/calendar.ts";
import { termsOfPlan } from "../../tickets/clocks/plan-terms.ts";
import type { Account, Desk, Person } from "../desk.ts";
import { severities, type Severity } from "../../sla/severity.ts";
import { instantOfDate } from "../../sla/wall-clock.ts";
import { countedSpans } from "../../sla/working-time.ts";

const minute = 60_000;
const day = 24 * 60;
const week = 7 * day;
/** A week of winter and one of summer, in which no clock is turned: the same desk is judged the same on every day. */
const sampleMondays = ["2026-01-12", "2026-07-13"];

/** Sentences about the hours of a week in which a promise of a plan runs and nobody who would be reminded can be reached. */
export const uncovered = (desk: Desk, on: SwitchedOn): readonly string[] => {
  const gaps = new Map<string, { readonly severities: Severity[]; readonly accounts: Set<string> }>();
  const known = new Map<string, readonly string[]>();
  for (const account of Object.values(desk.accounts))
    for (const severity of severities) {
      const alike = JSON.stringify([account.plan, account.manager, account.timezone, severity]);
      const whens = known.get(alike) ?? gapsOf(desk, account, severity, on);
      known.set(alike, whens);
      for (const when of whens) {
        const key = `${account.plan}\n${when}`;
        const gap = gaps.get(key) ?? { severities: [], accounts: new Set<string>() };
        gaps.set(key, gap);
        if (!gap.severities.includes(severity)) gap.severities.push(severity);
        gap.accounts.add(account.name);
      }
    }
  return [...gaps].map(([key, gap]) => {
    const [plan = "", when = ""] = key.split("\n");
    const what = `${listed(gap.severities)} tickets of plan ${plan} (${listed([...gap.accounts])})`;
    if (when === unled)
      return `no reminder is for a clock that is promised to ${what}: nobody is ever reminded of them`;
    return when === never
      ? `nobody with a reachable DM or e-mail step ever covers ${what}`
      : `${when} nobody with a reachable DM or e-mail step covers ${what}`;
  });
};

/** Not even once in the week. */
const never = "never";
/** No step of the ladder is for what is promised. */
const unled = "unled";

/** What an account's gaps depend on. Accounts alike in this are judged once: most of many are. */
type Judged = Pick<Account, "plan" | "manager" | "timezone">;

const gapsOf = (desk: Desk, account: Judged, severity: Severity, on: SwitchedOn): readonly string[] => {
  const plan = desk.plans[account.plan];
  if (plan === undefined) return [];
  const { calendar, targets } = termsOfPlan(desk, plan, severity);
  const promised: readonly ClockKind[] = clockKinds.filter((clock) => targets[clock] !== undefined);
  if (promised.length === 0) return [];
  const steps = desk.ladder.filter(
    (step) => step.severities.includes(severity) && step.clocks.some((clock) => promised.includes(clock)),
  );
  if (steps.length === 0) return [unled];
  const zone = calendar.open === "hours" ? calendar.timezone : account.timezone;
  const reminded = remindedOf(desk, account, steps);
  // Quiet hours hold no mail back, but nobody reads it in their night. Mail behind a direct message does not count: triage comes before it.
  const people = [
    ...reminded.told.filter((person) => hasDirect(person, on)),
    ...reminded.mailed.filter((person) => hasMail(person, on)),
  ];
  if (people.length === 0) return [never];
  const waking = overridesQuietHours(severity, calendar);
  const weeks = sampleMondays.map((date) => {
    const monday = instantOfDate(zone, date, 0);
    // No clock is turned, so every day's quiet hours are the first day's.
    const away = Array.from({ length: day }, (_, at) =>
      people.every(
        (person) => unavailability({ ...person, outUntil: null }, monday + at * minute, waking, desk) !== null,
      ),
    );
    const alone = new Set<number>();
    for (const { from, to } of countedSpans(ordinary(calendar), monday, monday + week * minute))
      for (let at = (from - monday) / minute; at < (to - monday) / minute; at++) if (away[at % day]) alone.add(at);
    return alone;
  });
  const told = (alone: readonly ReadonlySet<number>[]): readonly string[] =>
    phrases(stretches((at) => alone.some((each) => each.has(at))));
  const inEither = told(weeks);
  const apart = weeks.flatMap((each) => told([each]));
  // Gaps of two seasons that fill a week together are no gap of a whole week.
  return inEither.includes(never) && !apart.includes(never) ? [...new Set(apart)] : inEither;
};

/** A calendar without the days that are unlike the others: one of them in the sample week would be taken for every week's. */
const ordinary = (calendar: Calendar): Calendar =>
  calendar.open === "always" ? calendar : { ...calendar, holidays: [], exceptions: {} };

/** Whom the steps may reach for a ticket of the account. */
interface Reminded {
  readonly told: readonly Person[];
  readonly mailed: readonly Person[];
}

/** Everybody the steps may name for a ticket of the account; who takes a ticket is not known before. */
const remindedOf = (desk: Desk, account: Judged, steps: readonly LadderStep[]): Reminded => {
  const deputyOf = (person: Person | undefined): Person | undefined => desk.people[person?.deputy ?? ""];
  const manager = desk.people[account.manager ?? ""];
  const playing = (recipient: Recipient): readonly (Person | undefined)[] => {
    if (typeof recipient !== "string") return [desk.people[recipient.person]];
    switch (recipient) {
      case "manager":
        return [manager];
      case "deputy":
        return [deputyOf(manager)];
      case "head":
        return Object.values(desk.people).filter(({ roles }) => roles.includes("head"));
      case "assignee":
      case "tech":
        return [];
    }
  };
  // Who cannot be told is stood in for, but nobody stands in for a stand-in.
  const standingIn = (recipient: Recipient): readonly (Person | undefined)[] =>
    playing(recipient).flatMap((person) => (recipient === "deputy" ? [person] : [person, deputyOf(person)]));
  const each = (people: readonly (Person | undefined)[]): readonly Person[] => [
    ...new Set(people.filter((person) => person !== undefined)),
  ];
  return {
    told: each(steps.flatMap(({ tell }) => tell.flatMap(standingIn))),
    mailed: each(steps.flatMap(({ email }) => email.flatMap(playing))),
  };
};

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The stretches of a week (in minutes) in which something holds; one over the end of the week is one. */
const stretches = (holds: (at: number) => boolean): readonly Stretch[] => {
  const found: Stretch[] = [];
  let from: number | null = null;
  for (let at = 0; at <= week; at++) {
    const now = at < week && holds(at);
    if (now && from === null) from = at;
    if (!now && from !== null) {
      found.push({ from, to: at });
      from = null;
    }
  }
  const [first] = found;
  const last = found.at(-1);
  if (first === undefined || last === undefined || first === last || first.from !== 0 || last.to !== week) return found;
  return [...found.slice(1, -1), { from: last.from, to: week + first.to }];
};

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const time = (at: Instant): string =>
  `${String(Math.floor((at % 1440) / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
const moment = (at: Instant): string => `${days[Math.floor(at / 1440) % 7]} ${time(at)}`;

/** Days in the words of a sentence: "Monday to Friday", "Monday and Wednesday". */
const dayNames = (indices: readonly number[]): string => {
  const [first = 0] = indices;
  const inARow = indices.every((each, n) => each === first + n);
  return inARow && indices.length > 2
    ? `${days[first]} to ${days[first + indices.length - 1]}`
    : listed(indices.map((each) => days[each] ?? ""));
};

/** The same hours on several days are said once. */
const phrases = (gaps: readonly Stretch[]): readonly string[] => {
  if (gaps.some(({ from, to }) => to - from >= week)) return [never];
  const alike = Map.groupBy(gaps, ({ from, to }) => `${from % 1440} ${to - from}`);
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { from, to } = first;
    if (same.length === 1 || to - from > 1440)
      return same.map((each) => `between ${moment(each.from)} and ${moment(each.to)}`);
    const on = same.map((each) => Math.floor(each.from / 1440) % 7).toSorted((one, other) => one - other);
    const isOvernight = (from % 1440) + (to - from) > 1440;
    return [
      `${same.length === 7 ? "every day" : `on ${dayNames(on)}`} between ${time(from)} and ${time(to)}${
        isOvernight && same.length < 7 ? " of the next day" : ""
      }`,
    ];
  });
};

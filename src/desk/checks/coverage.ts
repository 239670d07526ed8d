import type { LadderStep, Recipient } from "../../sla/ladder-step.ts";
import { clockKinds, type ClockKind } from "../../sla/clock-kinds.ts";
import { minute } from "../../sla/instant.ts";
import type { CoverageGap, UncoveredTime } from "../coverage-gap.ts";
import type { DeskWarning } from "../findings.ts";
import { hasDirect, hasMail, type SwitchedOn } from "./reachable.ts";
import { unavailability, overridesQuietHours } from "../../tickets/routes/unavailability.ts";
import type { Calendar } from "../../sla/calendar.ts";
import { termsOfPlan } from "../../tickets/clocks/plan-terms.ts";
import type { Account, Desk, Person } from "../desk.ts";
import { severities, type Severity } from "../../sla/severity.ts";
import { instantOfDate } from "../../sla/wall-clock.ts";
import { countedSpans } from "../../sla/working-time.ts";

const day = 24 * 60;
const week = 7 * day;
/** A week in winter and one in summer, without a clock change. Fixed dates give the same result on every day. */
const sampleMondays = ["2026-01-12", "2026-07-13"];

/** The hours of a week in which a plan's clock runs but no reminder can reach a person. */
export const coverageGaps = (desk: Desk, on: SwitchedOn): readonly CoverageGap[] => {
  const gaps = new Map<
    string,
    Pick<CoverageGap, "plan" | "when"> & { readonly severities: Severity[]; readonly accounts: Set<string> }
  >();
  const known = new Map<string, readonly UncoveredTime[]>();
  for (const account of Object.values(desk.accounts))
    for (const severity of severities) {
      const alike = JSON.stringify([account.plan, account.manager, account.timezone, severity]);
      const whens = known.get(alike) ?? gapsOf(desk, account, severity, on);
      known.set(alike, whens);
      for (const when of whens) {
        const key = JSON.stringify([account.plan, when]);
        const gap = gaps.get(key) ?? { plan: account.plan, when, severities: [], accounts: new Set<string>() };
        gaps.set(key, gap);
        if (!gap.severities.includes(severity)) gap.severities.push(severity);
        gap.accounts.add(account.name);
      }
    }
  return [...gaps.values()].map((gap) => ({ ...gap, accounts: [...gap.accounts] }));
};

const never: UncoveredTime = { is: "never" };
const noStep: UncoveredTime = { is: "noStep" };

/** What an account's gaps depend on. Most accounts share these, so each combination is checked once. */
type Judged = Pick<Account, "plan" | "manager" | "timezone">;

const gapsOf = (desk: Desk, account: Judged, severity: Severity, on: SwitchedOn): readonly UncoveredTime[] => {
  const plan = desk.plans[account.plan];
  if (plan === undefined) return [];
  const { calendar, targets } = termsOfPlan(desk, plan, severity);
  const promisedClocks: readonly ClockKind[] = clockKinds.filter((clock) => targets[clock] !== undefined);
  if (promisedClocks.length === 0) return [];
  const steps = desk.ladder.filter(
    (step) => step.severities.includes(severity) && step.clocks.some((clock) => promisedClocks.includes(clock)),
  );
  if (steps.length === 0) return [noStep];
  const zone = calendar.open === "hours" ? calendar.timezone : account.timezone;
  const reminded = remindedOf(desk, account, steps);
  // Quiet hours do not delay an e-mail, but people do not read it at night. An e-mail fallback behind a direct message
  // does not count, because triage comes before it.
  const people = [
    ...reminded.toldPeople.filter((person) => hasDirect(person, on)),
    ...reminded.mailed.filter((person) => hasMail(person, on)),
  ];
  if (people.length === 0) return [never];
  const waking = overridesQuietHours(severity, calendar);
  const weeks = sampleMondays.map((date) => {
    const monday = instantOfDate(zone, date, 0);
    // There is no clock change, so quiet hours are the same on each day.
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
  const toldPeople = (alone: readonly ReadonlySet<number>[]): readonly UncoveredTime[] =>
    grouped(stretches((at) => alone.some((each) => each.has(at))));
  const inEither = toldPeople(weeks);
  const apart = weeks.flatMap((each) => toldPeople([each]));
  // Two seasons' gaps that together fill a week are not a gap of a whole week.
  if (!inEither.includes(never) || apart.includes(never)) return inEither;
  return [...new Map(apart.map((when) => [JSON.stringify(when), when])).values()];
};

/** A calendar without holidays and exceptions: one in the sample week would otherwise count for every week. */
const ordinary = (calendar: Calendar): Calendar =>
  calendar.open === "always" ? calendar : { ...calendar, holidays: [], exceptions: {} };

/** The people whom the steps may reach for an account's ticket. */
interface Reminded {
  readonly toldPeople: readonly Person[];
  readonly mailed: readonly Person[];
}

/** All people whom the steps may name for an account's ticket. A later assignee is not known yet. */
const remindedOf = (desk: Desk, account: Judged, steps: readonly LadderStep[]): Reminded => {
  const deputyOf = (person: Person | undefined): Person | undefined => desk.people[person?.deputy ?? ""];
  const manager = desk.people[account.manager ?? ""];
  const peopleInRole = (recipient: Recipient): readonly (Person | undefined)[] => {
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
  // A person who cannot be notified has a stand-in, but a stand-in has none.
  const withStandIns = (recipient: Recipient): readonly (Person | undefined)[] =>
    peopleInRole(recipient).flatMap((person) => (recipient === "deputy" ? [person] : [person, deputyOf(person)]));
  const each = (people: readonly (Person | undefined)[]): readonly Person[] => [
    ...new Set(people.filter((person) => person !== undefined)),
  ];
  return {
    toldPeople: each(steps.flatMap(({ tell }) => tell.flatMap(withStandIns))),
    mailed: each(steps.flatMap(({ email }) => email.flatMap(peopleInRole))),
  };
};

interface UncoveredSpan {
  readonly from: number;
  readonly to: number;
}

/** The stretches of a week (in minutes) in which a condition holds. One across the end of the week is one stretch. */
const stretches = (holds: (at: number) => boolean): readonly UncoveredSpan[] => {
  const found: UncoveredSpan[] = [];
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

/** Hours that are the same on several days become one. */
const grouped = (gaps: readonly UncoveredSpan[]): readonly UncoveredTime[] => {
  if (gaps.some(({ from, to }) => to - from >= week)) return [never];
  const same = Map.groupBy(gaps, ({ from, to }) => `${from % day} ${to - from}`);
  return [...same.values()].flatMap((group): readonly UncoveredTime[] => {
    const hours = ({ from, to }: UncoveredSpan) => ({ is: "hours", from: from % day, minutes: to - from }) as const;
    const dayOf = ({ from }: UncoveredSpan): number => Math.floor(from / day) % 7;
    const [first] = group;
    if (first === undefined) return [];
    if (group.length === 1 || first.to - first.from > day)
      return group.map((each) => ({ ...hours(each), days: [dayOf(each)] }));
    return [{ ...hours(first), days: group.map(dayOf).toSorted((one, other) => one - other) }];
  });
};

/** Plans without a next-response target: no one is reminded of customer messages after the first answer. */
export const plansWithoutNextResponse = (desk: Desk): readonly DeskWarning[] =>
  Object.values(desk.plans).flatMap(({ key, terms }) => {
    const open = severities.filter((severity) => terms[severity].targets.nextResponse === undefined);
    return open.length === 0 ? [] : [{ is: "noNextResponse", plan: key, severities: open }];
  });

import type { Calendar } from "../../../src/sla/calendar.ts";
import { openSpans } from "../../support/temporal-oracle.ts";

/**
 * The rules of the clocks a second time, told from the whole history and without any of the product's code: nothing is
 * carried along, everything is counted again from the acts, by walking over open hours. Slow and plain on purpose.
 */

const hour = 3_600_000;
const day = 24 * hour;

export type ModelSeverity = "high" | "medium" | "low";
export type ModelKind = "firstResponse" | "nextResponse" | "update" | "resolution" | "tech";
/** Whose the ticket is: each has a plan of its own. */
export type ModelAccount = "acme" | "other";
/** The desk file as it was, and as it was edited. */
export type ModelEdition = "first" | "second";

/** Working days first, then milliseconds of open time. */
interface Length {
  readonly days: number;
  readonly ms: number;
}
const hours = (count: number): Length => ({ days: 0, ms: count * hour });

type ModelTargets = Readonly<Record<ModelSeverity, Readonly<Partial<Record<ModelKind, Length>>>>>;

const targets: ModelTargets = {
  high: { firstResponse: hours(4), nextResponse: hours(2), resolution: hours(16), tech: hours(3) },
  medium: { firstResponse: { days: 1, ms: 0 }, nextResponse: hours(4), resolution: hours(40) },
  low: { firstResponse: { days: 1, ms: 4 * hour }, tech: hours(6) },
};

/** Targets by edition, account and severity; what is missing is not promised. */
export const modelTargets: Readonly<Record<ModelEdition, Readonly<Record<ModelAccount, ModelTargets>>>> = {
  first: {
    acme: targets,
    other: { ...targets, medium: { firstResponse: hours(3), resolution: hours(30), tech: hours(2) } },
  },
  second: {
    acme: { ...targets, high: { firstResponse: hours(6), nextResponse: hours(1), resolution: { days: 1, ms: 0 } } },
    other: targets,
  },
};
export const modelGrace = 0.25;

/** When a ticket is opened, and under which hours. */
export interface ModelWorld {
  readonly openedAt: number;
  readonly calendar: Calendar;
}

/** The hours of the other account's plan, and of a promise for a night. */
export const modelOther: Calendar = { name: "other", open: "always" };

const others = new WeakMap<ModelWorld, ModelWorld>();
const elsewhere = (world: ModelWorld): ModelWorld => {
  const other = others.get(world) ?? { openedAt: world.openedAt, calendar: modelOther };
  others.set(world, other);
  return other;
};

const known = new WeakMap<ModelWorld, readonly Span[]>();

/** Everything that is open in four months, by the language's own calendar. */
const openIn = (world: ModelWorld): readonly Span[] => {
  const { calendar, openedAt } = world;
  const spans =
    known.get(world) ??
    (calendar.open === "always"
      ? [[0, openedAt + 1_000 * day] as const]
      : openSpans(calendar, openedAt - 2 * day, openedAt + 120 * day).map(({ from, to }) => [from, to] as const));
  known.set(world, spans);
  return spans;
};

type Span = readonly [number, number];

const cut = (spans: readonly Span[], holes: readonly Span[]): readonly Span[] =>
  holes.reduce<readonly Span[]>(
    (left, [from, to]) =>
      left.flatMap(([start, end]): readonly Span[] => {
        if (to <= start || from >= end) return [[start, end]];
        return (
          [
            [start, Math.min(end, from)],
            [Math.max(start, to), end],
          ] as const
        ).filter(([a, b]) => a < b);
      }),
    spans,
  );

/** The first moment at which so much open time outside the holes has passed since `from`. */
const walk = (world: ModelWorld, from: number, length: number, holes: readonly Span[]): number => {
  let left = length;
  for (const [start, end] of cut(openIn(world), [[0, from], ...holes])) {
    if (left <= end - start) return start + left;
    left -= end - start;
  }
  throw new Error("the model's calendar is too short");
};

const counted = (world: ModelWorld, from: number, to: number): number =>
  cut(openIn(world), [
    [0, from],
    [to, Infinity],
  ]).reduce((sum, [start, end]) => sum + end - start, 0);

/** The same time on the wall, so many days later on which it is open; from the next opening, where it is closed. */
const daysLater = (world: ModelWorld, from: number, days: number): number => {
  const { calendar } = world;
  if (calendar.open === "always") return from + days * day;
  const [next] = cut(openIn(world), [[0, from]]);
  const opening = Temporal.Instant.fromEpochMilliseconds(next?.[0] ?? from).toZonedDateTimeISO(calendar.timezone);
  const isOpenOn = (each: Temporal.PlainDate): boolean => {
    const midnight = (of: Temporal.PlainDate): number => of.toZonedDateTime(calendar.timezone).epochMilliseconds;
    return openIn(world).some(([start, end]) => start < midnight(each.add({ days: 1 })) && end > midnight(each));
  };
  let date = opening.toPlainDate();
  for (let left = days; left > 0; left -= isOpenOn(date) ? 1 : 0) date = date.add({ days: 1 });
  return date.toZonedDateTime({ timeZone: calendar.timezone, plainTime: opening.toPlainTime() }).epochMilliseconds;
};

/** When a length of time that begins then is used up, undisturbed. */
const ends = (world: ModelWorld, from: number, { days, ms }: Length): number => {
  const start = days > 0 ? daysLater(world, from, days) : from;
  return ms > 0 ? walk(world, start, ms, []) : start;
};

/** An act that was granted, at the time the platform gave it. */
export type Act = { readonly at: number } & (
  | { readonly act: "hear" | "wait" | "resolve" }
  /** Below the customer's words, or by a form. */
  | { readonly act: "reply"; readonly there: boolean }
  | { readonly act: "reopen"; readonly byCustomer: boolean }
  | { readonly act: "severity"; readonly to: ModelSeverity }
  | { readonly act: "account"; readonly to: ModelAccount }
  /** The desk file is edited, which moves nothing; and open promises are made to follow it. */
  | { readonly act: "edit"; readonly to: ModelEdition }
  | { readonly act: "replan" | "askTech" | "techBack" }
  | { readonly act: "dismiss"; readonly upTo: number }
  | { readonly act: "update"; readonly due: number }
);

export interface ModelClock {
  readonly kind: ModelKind;
  readonly since: number;
  readonly due: number;
  readonly end: "runs" | "met" | "breached" | "cancelled";
  /** When half and four fifths are used up, of what runs and does not stand still. */
  readonly steps: readonly [number, number] | null;
}

/** A promise is kept while, from each of its anchors, no more than so much has been counted; it is due at the later of them. */
interface Anchor {
  readonly from: number;
  readonly length: Length;
}

interface Running {
  readonly kind: ModelKind;
  since: number;
  /** The terms it was promised under, to be told apart from others. */
  terms: string;
  /** The hours it goes by. */
  hours: ModelWorld;
  anchors: readonly Anchor[];
  madeAt: number;
  /** A wall-clock promise (an update). */
  fixed: number | null;
  /** When those were due that had been missed before another took their place, and by which hours. */
  missed: readonly { readonly due: number; readonly hours: ModelWorld }[];
  end: "runs" | "met" | "breached" | "cancelled";
}

interface State {
  readonly world: ModelWorld;
  status: "open" | "waiting" | "resolved";
  severity: ModelSeverity;
  account: ModelAccount;
  edition: ModelEdition;
  withTech: boolean;
  readonly openedAt: number;
  readonly replies: { readonly at: number; readonly there: boolean }[];
  asked: number[];
  readonly holes: [number, number | null][];
  readonly clocks: Running[];
}

const lengthOf = ({ edition, account, severity }: State, kind: ModelKind): Length | undefined =>
  modelTargets[edition][account][severity][kind];
const hoursOf = ({ account, world }: State): ModelWorld => (account === "acme" ? world : elsewhere(world));
const termsOf = (state: State, kind: ModelKind): string =>
  JSON.stringify([state.severity, lengthOf(state, kind), hoursOf(state).calendar]);

const closedHoles = ({ holes }: State): readonly Span[] =>
  holes.flatMap(([from, to]): readonly Span[] => (to === null ? [] : [[from, to]]));
const holesOf = (state: State, kind: ModelKind): readonly Span[] => (kind === "resolution" ? closedHoles(state) : []);

const dueOf = (state: State, clock: Running): number =>
  clock.fixed ??
  Math.max(
    ...clock.anchors.flatMap(({ from, length }) => {
      const holes = holesOf(state, clock.kind);
      const undisturbed = ends(clock.hours, from, length);
      const due = Math.max(undisturbed, walk(clock.hours, from, counted(clock.hours, from, undisturbed), holes));
      // Nothing is due while it stands still, also where no time is left to count.
      return [due, ...holes.filter(([begin, end]) => begin < due && due < end).map(([, end]) => end)];
    }),
  );

const running = (state: State, kind: ModelKind): Running | undefined =>
  state.clocks.find((clock) => clock.kind === kind && clock.end === "runs");

/** `anew`: the terms changed just now, and gave rise to it. */
const begin = (state: State, kind: ModelKind, since: number, at: number, anew = false): void => {
  const length = lengthOf(state, kind);
  if (length === undefined) return;
  const hours = hoursOf(state);
  state.clocks.push({
    kind,
    since,
    terms: termsOf(state, kind),
    hours,
    anchors: anchors(state, kind, since, length, anew ? at : null),
    madeAt: at,
    fixed: null,
    missed: [],
    end: "runs",
  });
};

const stoppedAt = (state: State, kind: ModelKind): number | undefined =>
  kind === "resolution" ? state.holes.find(([, to]) => to === null)?.[0] : undefined;

/** `now` is when the terms changed, where they did: the grace share counts from then, or from when the clock stopped. */
const anchors = (
  state: State,
  kind: ModelKind,
  since: number,
  length: Length,
  now: number | null,
): readonly Anchor[] => {
  const own = { from: since, length };
  if (now === null) return [own];
  const hours = hoursOf(state);
  const from = Math.min(now, stoppedAt(state, kind) ?? now);
  const whole = counted(hours, from, ends(hours, from, length));
  const grace = { from, length: { days: 0, ms: Math.round(whole * modelGrace) } };
  // The share is measured on the clock as it would run undisturbed from then on.
  return [own, grace];
};

/** Whether an act then is too late for what is due at a moment. */
const isPast = (state: State, clock: Running, due: number, hours: ModelWorld, at: number): boolean => {
  const until = Math.min(at, stoppedAt(state, clock.kind) ?? at);
  return clock.fixed === null ? counted(hours, due, until) > 0 : until > due;
};

const judge = (state: State, clock: Running, at: number): "met" | "breached" =>
  [...clock.missed, { due: dueOf(state, clock), hours: clock.hours }].some(({ due, hours }) =>
    isPast(state, clock, due, hours, at),
  )
    ? "breached"
    : "met";

/** Before another promise takes the place of this one: what is missed by then stays missed. */
const remember = (state: State, clock: Running, at: number): void => {
  const due = dueOf(state, clock);
  if (isPast(state, clock, due, clock.hours, at)) clock.missed = [...clock.missed, { due, hours: clock.hours }];
};

/** When a share of what a clock has from its start to its end is used up: not before it was promised, nor in a pause or before its end. */
const stepOf = (state: State, clock: Running, share: number): number => {
  const due = dueOf(state, clock);
  const holes = holesOf(state, clock.kind);
  const open = cut(openIn(clock.hours), [[0, clock.since], [due, Infinity], ...holes]);
  const whole = open.reduce((sum, [start, end]) => sum + end - start, 0);
  const used = walk(clock.hours, clock.since, Math.max(1, Math.round(whole * share)), holes);
  const told = Math.max(used, clock.madeAt);
  const last = holes.at(-1);
  return Math.min(last === undefined || told >= last[1] ? told : last[1], due);
};

const firstAnswered = (state: State): boolean =>
  state.replies.length > 0 && running(state, "firstResponse") === undefined;

const lookForWaits = (state: State, at: number, anew = false): void => {
  const since = Math.min(...state.asked);
  if (!firstAnswered(state) || state.asked.length === 0 || state.status === "resolved") return;
  const clock = running(state, "nextResponse");
  if (clock === undefined) return begin(state, "nextResponse", since, at, anew);
  if (since >= clock.since) return;
  const [own, ...grace] = clock.anchors;
  clock.since = since;
  if (own !== undefined) clock.anchors = [{ ...own, from: since }, ...grace];
};

const reply = (state: State, at: number, there: boolean): void => {
  for (const clock of state.clocks)
    if (clock.end === "runs" && clock.kind !== "resolution" && clock.kind !== "tech" && at >= clock.since)
      clock.end = judge(state, clock, at);
  state.replies.push({ at, there });
  state.asked = state.asked.filter((each) => each > at);
  lookForWaits(state, at);
};

const closeHole = (state: State, at: number): void => {
  const last = state.holes.at(-1);
  if (last !== undefined && last[1] === null) last[1] = Math.max(last[0], at);
};
const openHole = (state: State, at: number): void => {
  const last = state.holes.at(-1);
  if (last === undefined || last[1] !== null) state.holes.push([Math.max(at, last?.[1] ?? at), null]);
};

const hear = (state: State, at: number): void => {
  // What was written before the wait began does not end it.
  if (state.status === "waiting" && at >= (state.holes.at(-1)?.[0] ?? at)) {
    state.status = "open";
    closeHole(state, at);
  }
  // Who wrote below it had read it; who used a form had not, or we had heard of it.
  if (state.status === "resolved" || state.replies.some((each) => each.there && at <= each.at)) return;
  state.asked.push(at);
  lookForWaits(state, at);
};

const resolve = (state: State, at: number): void => {
  for (const clock of state.clocks)
    if (clock.end === "runs")
      clock.end = clock.kind === "resolution" || clock.kind === "nextResponse" ? judge(state, clock, at) : "cancelled";
  state.status = "resolved";
  state.withTech = false;
  state.asked = [];
  openHole(state, at);
};

const reopen = (state: State, at: number, byCustomer: boolean): void => {
  state.status = "open";
  closeHole(state, at);
  const solution = state.clocks.findLast((clock) => clock.kind === "resolution");
  if (solution !== undefined && solution.end !== "cancelled") solution.end = "runs";
  if (byCustomer) state.asked = [at];
  if (!byCustomer && state.replies.length > 0) return;
  const kind =
    state.replies.length > 0 && lengthOf(state, "nextResponse") !== undefined ? "nextResponse" : "firstResponse";
  begin(state, kind, at, at);
};

const owedSince = (state: State, kind: ModelKind): number | null => {
  const before = state.clocks.findLast((clock) => clock.kind === kind)?.since ?? state.openedAt;
  if (running(state, kind) !== undefined) return null;
  if (kind === "firstResponse") return state.replies.length === 0 ? before : null;
  return kind === "resolution" ? before : null;
};

/** Severity, account or desk are others now: what runs under the same terms as before is left alone. */
const changeTerms = (state: State, at: number, change: Partial<State>): void => {
  Object.assign(state, change);
  if (state.status === "resolved") return;
  const before = state.clocks.filter((clock) => clock.end === "runs" && clock.kind !== "update");
  const owed = (["firstResponse", "resolution"] as const).map((kind) => [kind, owedSince(state, kind)] as const);
  const waited = running(state, "nextResponse") !== undefined;
  const answered = firstAnswered(state);
  for (const clock of before) {
    const terms = termsOf(state, clock.kind);
    if (terms === clock.terms) continue;
    const length = lengthOf(state, clock.kind);
    remember(state, clock, at);
    if (length === undefined) clock.end = "cancelled";
    else
      Object.assign(clock, {
        terms,
        hours: hoursOf(state),
        anchors: anchors(state, clock.kind, clock.since, length, at),
        madeAt: at,
      });
  }
  for (const [kind, since] of owed) if (since !== null) begin(state, kind, since, at, true);
  if (!waited && answered) lookForWaits(state, at, true);
};

const dismiss = (state: State, at: number, upTo: number): void => {
  const clock = running(state, "nextResponse");
  if (clock !== undefined) clock.end = "cancelled";
  state.asked = state.asked.filter((each) => each > upTo);
  // Asked again after a reopening, where a first answer stands in for the next one.
  const first = running(state, "firstResponse");
  if (first !== undefined && state.replies.length > 0 && state.asked.length === 0) first.end = "cancelled";
  lookForWaits(state, at);
};

const askTech = (state: State, at: number): void => {
  if (!state.withTech) begin(state, "tech", at, at);
  state.withTech = true;
};

const techBack = (state: State, at: number): void => {
  const clock = running(state, "tech");
  if (clock !== undefined) clock.end = judge(state, clock, at);
  state.withTech = false;
};

const update = (state: State, at: number, due: number): void => {
  const clock = running(state, "update");
  const own = hoursOf(state);
  // News for the night is reminded of by the wall.
  const hours = counted(own, at, due) > 0 ? own : elsewhere(state.world);
  if (clock !== undefined) remember(state, clock, at);
  const anew = { since: at, madeAt: at, fixed: due, hours };
  if (clock === undefined)
    state.clocks.push({ kind: "update", terms: "", anchors: [], missed: [], end: "runs", ...anew });
  else Object.assign(clock, anew);
};

const play = (state: State, act: Act): void => {
  switch (act.act) {
    case "reply":
      return reply(state, act.at, act.there);
    case "hear":
      return hear(state, act.at);
    case "wait":
      state.status = "waiting";
      return openHole(state, act.at);
    case "resolve":
      return resolve(state, act.at);
    case "reopen":
      return reopen(state, act.at, act.byCustomer);
    case "severity":
      // What is but confirmed changes nothing, whatever the desk says by now.
      return act.to === state.severity ? undefined : changeTerms(state, act.at, { severity: act.to });
    case "account":
      return changeTerms(state, act.at, { account: act.to });
    case "edit":
      state.edition = act.to;
      return;
    case "replan":
      return changeTerms(state, act.at, {});
    case "dismiss":
      return dismiss(state, act.at, act.upTo);
    case "askTech":
      return askTech(state, act.at);
    case "techBack":
      return techBack(state, act.at);
    case "update":
      return update(state, act.at, act.due);
  }
};

/** What a ticket opened in that world, with that severity, has come to after these acts. */
export const reference = (world: ModelWorld, severity: ModelSeverity, acts: readonly Act[]) => {
  const { openedAt } = world;
  const state: State = {
    world,
    status: "open",
    severity,
    account: "acme",
    edition: "first",
    withTech: false,
    openedAt,
    replies: [],
    asked: [],
    holes: [],
    clocks: [],
  };
  begin(state, "firstResponse", openedAt, openedAt);
  begin(state, "resolution", openedAt, openedAt);
  for (const act of acts) play(state, act);
  return {
    status: state.status,
    severity: state.severity,
    replies: state.replies.length,
    unanswered: state.asked.toSorted((one, other) => one - other),
    clocks: state.clocks.map((clock): ModelClock => ({
      kind: clock.kind,
      since: clock.since,
      due: dueOf(state, clock),
      end: clock.end,
      steps:
        clock.end === "runs" && stoppedAt(state, clock.kind) === undefined
          ? [stepOf(state, clock, 0.5), stepOf(state, clock, 0.8)]
          : null,
    })),
  };
};

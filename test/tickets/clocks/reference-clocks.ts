import {
  type Length,
  type ModelWorld,
  type Span,
  counted,
  cut,
  elsewhere,
  ends,
  hour,
  hours,
  openBetween,
  walk,
} from "./reference-time.ts";

export type ModelSeverity = "high" | "medium" | "low";
export type ModelKind = "firstResponse" | "nextResponse" | "update" | "resolution" | "tech";

/** The account of the ticket: each has its own plan. */
export type ModelAccount = "acme" | "other";

/** The desk file before and after its edit. */
export type ModelEdition = "first" | "second";

type ModelTargets = Readonly<Record<ModelSeverity, Readonly<Partial<Record<ModelKind, Length>>>>>;

const targets: ModelTargets = {
  high: { firstResponse: hours(4), nextResponse: hours(2), resolution: hours(16), tech: hours(3) },
  medium: { firstResponse: { days: 1, ms: 0 }, nextResponse: hours(4), resolution: hours(40) },
  low: { firstResponse: { days: 1, ms: 4 * hour }, tech: hours(6) },
};

/** Targets by edition, account and severity; a missing one does not exist. */
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

/** A target is met while the counted time from each of its anchors is within the length; it is due at the later of the anchors' ends. */
interface Anchor {
  readonly from: number;
  readonly length: Length;
}

interface Running {
  readonly kind: ModelKind;
  since: number;
  /** The terms of the target, to tell them from others. */
  terms: string;
  /** The calendar in which it counts. */
  hours: ModelWorld;
  anchors: readonly Anchor[];
  madeAt: number;
  /** A target at a wall time (an update). */
  fixed: number | null;
  /** The due times and calendars of targets that were missed before another one replaced them. */
  missed: readonly { readonly due: number; readonly hours: ModelWorld }[];
  end: "runs" | "met" | "breached" | "cancelled";
}

export interface State {
  readonly world: ModelWorld;
  status: "open" | "waiting" | "resolved";
  severity: ModelSeverity;
  account: ModelAccount;
  edition: ModelEdition;
  withTech: boolean;
  readonly openedAt: number;
  /** When it was last resolved. */
  resolvedAt: number;
  readonly replies: { readonly at: number; readonly there: boolean }[];
  asked: number[];
  readonly holes: [number, number | null][];
  readonly clocks: Running[];
}

export const lengthOf = ({ edition, account, severity }: State, kind: ModelKind): Length | undefined =>
  modelTargets[edition][account][severity][kind];
export const hoursOf = ({ account, world }: State): ModelWorld => (account === "acme" ? world : elsewhere(world));
export const termsOf = (state: State, kind: ModelKind): string =>
  JSON.stringify([state.severity, lengthOf(state, kind), hoursOf(state).calendar]);

const closedHoles = ({ holes }: State): readonly Span[] =>
  holes.flatMap(([from, to]): readonly Span[] => (to === null ? [] : [[from, to]]));
const holesOf = (state: State, kind: ModelKind): readonly Span[] => (kind === "resolution" ? closedHoles(state) : []);

export const dueOf = (state: State, clock: Running): number =>
  clock.fixed ??
  Math.max(
    ...clock.anchors.flatMap(({ from, length }) => {
      const holes = holesOf(state, clock.kind);
      const undisturbed = ends(clock.hours, from, length);
      const due = Math.max(undisturbed, walk(clock.hours, from, counted(clock.hours, from, undisturbed), holes));
      // A paused clock is not due, even if no time is left.
      return [due, ...holes.filter(([begin, end]) => begin < due && due < end).map(([, end]) => end)];
    }),
  );

export const running = (state: State, kind: ModelKind): Running | undefined =>
  state.clocks.find((clock) => clock.kind === kind && clock.end === "runs");

/** `anew`: the terms changed just now and started it. */
export const begin = (state: State, kind: ModelKind, since: number, at: number, anew = false): void => {
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

export const stoppedAt = (state: State, kind: ModelKind): number | undefined =>
  kind === "resolution" ? state.holes.find(([, to]) => to === null)?.[0] : undefined;

/** `now` is when the terms changed, if they did: the grace share counts from then, or from the pause. */
export const anchors = (
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
  // The share is of the clock as it would run from then on without changes.
  return [own, grace];
};

/** Whether an action is too late for a due time. */
const isPast = (state: State, clock: Running, due: number, hours: ModelWorld, at: number): boolean => {
  const until = Math.min(at, stoppedAt(state, clock.kind) ?? at);
  return clock.fixed === null ? counted(hours, due, until) > 0 : until > due;
};

export const judge = (state: State, clock: Running, at: number): "met" | "breached" =>
  [...clock.missed, { due: dueOf(state, clock), hours: clock.hours }].some(({ due, hours }) =>
    isPast(state, clock, due, hours, at),
  )
    ? "breached"
    : "met";

/** Before another target replaces this one: a missed target stays missed. */
export const remember = (state: State, clock: Running, at: number): void => {
  const due = dueOf(state, clock);
  if (isPast(state, clock, due, clock.hours, at)) clock.missed = [...clock.missed, { due, hours: clock.hours }];
};

/** When a share of a clock's time is used up: not before the target was set, and not in a pause. */
export const stepOf = (state: State, clock: Running, share: number): number => {
  const due = dueOf(state, clock);
  const holes = holesOf(state, clock.kind);
  const open = cut(openBetween(clock.hours, clock.since, due), holes);
  const whole = open.reduce((sum, [start, end]) => sum + end - start, 0);
  const used = walk(clock.hours, clock.since, Math.max(1, Math.round(whole * share)), holes);
  const earliest = Math.max(used, clock.madeAt);
  const last = holes.at(-1);
  return Math.min(last === undefined || earliest >= last[1] ? earliest : last[1], due);
};

import {
  type ModelAccount,
  type ModelEdition,
  type ModelKind,
  type ModelSeverity,
  type State,
  anchors,
  begin,
  dueOf,
  hoursOf,
  judge,
  lengthOf,
  remember,
  running,
  stepOf,
  stoppedAt,
  termsOf,
} from "./reference-clocks.ts";
import { type ModelWorld, counted, elsewhere } from "./reference-time.ts";

/** An accepted action, at the platform's time. */
export type Act = { readonly at: number } & (
  | { readonly act: "hear" | "wait" | "resolve" }
  /** Below the customer's message, or by a form. */
  | { readonly act: "reply"; readonly there: boolean }
  | { readonly act: "reopen"; readonly byCustomer: boolean }
  | { readonly act: "severity"; readonly to: ModelSeverity }
  | { readonly act: "account"; readonly to: ModelAccount }
  /** The desk file is edited, which moves nothing; a replan then moves the open targets. */
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
  /** When half and four fifths are used up, for a clock that runs and is not paused. */
  readonly steps: readonly [number, number] | null;
}

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

/** An agent closed the ticket before this message arrived, although it was written before that. */
const missed = (state: State, at: number): boolean => state.status === "resolved" && at <= state.resolvedAt;

const hear = (state: State, at: number): void => {
  // A message that is older than the wait does not end it.
  if (state.status === "waiting" && at >= (state.holes.at(-1)?.[0] ?? at)) {
    state.status = "open";
    closeHole(state, at);
  }
  // An agent who wrote below the message had read it; one who used a form read it only if it had arrived.
  if (state.replies.some((each) => each.there && at <= each.at)) return;
  if (missed(state, at)) return reopen(state, at, true);
  if (state.status === "resolved") return;
  if (!state.asked.includes(at)) state.asked.push(at);
  lookForWaits(state, at);
};

const resolve = (state: State, at: number): void => {
  for (const clock of state.clocks)
    if (clock.end === "runs")
      clock.end = clock.kind === "resolution" || clock.kind === "nextResponse" ? judge(state, clock, at) : "cancelled";
  state.status = "resolved";
  state.withTech = false;
  state.asked = [];
  state.resolvedAt = at;
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

/** Severity, account or desk changed: a clock whose terms stayed the same is unchanged. */
const changeTerms = (state: State, at: number, change: Partial<State>): void => {
  Object.assign(state, change);
  if (state.status === "resolved") return;
  const before = state.clocks.filter((clock) => clock.end === "runs" && clock.kind !== "update");
  const openSince = (["firstResponse", "resolution"] as const).map((kind) => [kind, owedSince(state, kind)] as const);
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
  for (const [kind, since] of openSince) if (since !== null) begin(state, kind, since, at, true);
  if (!waited && answered) lookForWaits(state, at, true);
};

const dismiss = (state: State, at: number, upTo: number): void => {
  const clock = running(state, "nextResponse");
  if (clock !== undefined) clock.end = "cancelled";
  state.asked = state.asked.filter((each) => each > upTo);
  // Asked again after a reopening, when a first response stands in for a next response.
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
  // An update that is due at night has reminders by wall time.
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
      // Confirming the same severity changes nothing, whatever the desk file says by now.
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

/** The clocks of a ticket in that world, with that severity, after these actions. */
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
    resolvedAt: 0,
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

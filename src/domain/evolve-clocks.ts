import type { ClockChanges, Counted } from "./changed-clocks.ts";
import type { ClockKind } from "./desk.ts";
import { isKept } from "./kept.ts";
import type { Instant } from "./refs.ts";
import type { Clock, ClockEnd, Promised, Ticket } from "./ticket.ts";

const started = (clocks: readonly Clock[], kind: ClockKind, { since, promise }: Counted): readonly Clock[] => [
  ...clocks,
  {
    kind,
    cycle: clocks.filter((clock) => clock.kind === kind).length + 1,
    startedAt: since,
    promise,
    earlier: [],
    end: null,
    fired: [],
    acknowledged: null,
    snoozedUntil: null,
  },
];

/** Steps of the old promise say nothing about the new one, nor does a wish to hear of it later. */
const repromised = (clock: Clock, promise: Promised): Clock => ({
  ...clock,
  promise,
  earlier: [...clock.earlier, clock.promise],
  fired: [],
  snoozedUntil: null,
  snoozedBy: null,
});

const newTerms = (clock: Clock, { repromised: promises }: ClockChanges, at: Instant): Clock => {
  const promise = promises[clock.kind];
  if (clock.end !== null || promise === undefined) return clock;
  return promise === null ? { ...clock, end: { at, how: "dropped" } } : repromised(clock, promise);
};

/** Who was on it before it ended is so no more. */
const unattended = { acknowledged: null, snoozedUntil: null, snoozedBy: null } as const;

const moved = (clock: Clock, isLatest: boolean, { moved: anew }: ClockChanges): Clock => {
  const counted = anew[clock.kind];
  return counted === undefined || !isLatest
    ? clock
    : {
        ...clock,
        ...(clock.end === null ? {} : unattended),
        startedAt: counted.since,
        promise: counted.promise,
        end: null,
      };
};

/** The clocks after what a fact does to them, apart from ending them. */
export const changed = (clocks: readonly Clock[], changes: ClockChanges, at: Instant): readonly Clock[] => {
  const isLatest = (clock: Clock): boolean => clocks.findLast((each) => each.kind === clock.kind) === clock;
  return changes.started.reduce<readonly Clock[]>(
    (all, each) => started(all, each.kind, each),
    clocks.map((clock) => newTerms(moved(clock, isLatest(clock), changes), changes, at)),
  );
};

/** The running clocks end as they are told to; null lets one run on. */
export const ended = (clocks: readonly Clock[], ends: (clock: Clock) => ClockEnd | null): readonly Clock[] =>
  clocks.map((clock) => (clock.end === null ? { ...clock, end: ends(clock) } : clock));

/** How a clock ends that somebody's act ends. */
export const judged = (ticket: Ticket, clock: Clock, at: Instant): ClockEnd => ({
  at,
  how: isKept(ticket, clock, at) ? "met" : "late",
});

/**
 * A public message answers what was asked before it, and is the news that was promised before it; what was `unread` when it was
 * written waits on.
 */
export const answered = (ticket: Ticket, at: Instant, unread: readonly Instant[]): readonly Clock[] =>
  ended(ticket.clocks, (clock) => {
    const waitsOn = at < clock.startedAt || (clock.kind === "nextResponse" && unread.includes(clock.startedAt));
    return clock.kind === "resolution" || clock.kind === "tech" || waitsOn ? null : judged(ticket, clock, at);
  });

/** Resolving solves it and answers what was asked last; a first answer or news that never came are no longer owed. */
export const resolved = (ticket: Ticket, at: Instant): readonly Clock[] =>
  ended(ticket.clocks, (clock) =>
    clock.kind === "resolution" || clock.kind === "nextResponse" ? judged(ticket, clock, at) : { at, how: "dropped" },
  );

/** The newest promise of news replaces the one before, and counts from when it was given. */
export const updatePromised = (clocks: readonly Clock[], promise: Promised): readonly Clock[] => {
  const running = clocks.find((clock) => clock.kind === "update" && clock.end === null);
  const counted = { since: promise.madeAt, promise };
  return running === undefined
    ? started(clocks, "update", counted)
    : clocks.map((clock) =>
        clock === running ? { ...repromised(clock, promise), startedAt: counted.since, acknowledged: null } : clock,
      );
};

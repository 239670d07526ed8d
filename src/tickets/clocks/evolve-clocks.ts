import { clockTraits } from "../../sla/clock-kinds.ts";
import type { Clock, ClockEnd, SlaTarget } from "../../sla/clock.ts";
import type { ClockKind } from "../../sla/clock-kinds.ts";
import type { Instant } from "../../sla/instant.ts";
import { workingTimeBetween } from "../../sla/working-time.ts";
import type { ClockChanges, CountedTarget } from "./changed-clocks.ts";

import { isAnswer } from "./is-answer.ts";
import { breachedAt } from "./breach.ts";
import type { Event } from "../messages.ts";

import { raises } from "../../sla/severity.ts";
import type { Ticket, TicketFields, TicketSla } from "../ticket.ts";

/** The ticket's clocks, pauses and severities with some of them changed. */
export const withSla = (ticket: Ticket, change: Partial<TicketSla>): Pick<TicketFields, "sla"> => ({
  sla: { ...ticket.sla, ...change },
});

const started = (clocks: readonly Clock[], kind: ClockKind, { since, target }: CountedTarget): readonly Clock[] => [
  ...clocks,
  {
    kind,
    cycle: (clocks.findLast((clock) => clock.kind === kind)?.cycle ?? 0) + 1,
    startedAt: since,
    target,
    earlier: [],
    end: null,
    fired: [],
    acknowledged: null,
    snoozed: null,
  },
];

/** The target that another one replaces. If it was missed by then, it stays missed. */
const left = (ticket: Ticket, clock: Clock, at: Instant): SlaTarget =>
  breachedAt(ticket, { ...clock, earlier: [] }, at) === null ? clock.target : { ...clock.target, breached: true };

/** Cancels a running clock. A target that was missed by then stays missed. */
const cancelled = (ticket: Ticket, clock: Clock, at: Instant): Clock => ({
  ...clock,
  target: left(ticket, clock, at),
  end: { at, how: "cancelled" },
});

/** Cancels the running clocks that `falls` names: neither met nor breached, but a miss is not forgotten. */
export const withCancelled = (ticket: Ticket, at: Instant, falls: (clock: Clock) => boolean): readonly Clock[] =>
  ticket.sla.clocks.map((clock) => (clock.end === null && falls(clock) ? cancelled(ticket, clock, at) : clock));

/**
 * Steps of the old target do not apply to the new one, nor does a snooze. A target that is due earlier is no longer
 * acknowledged: the person who was on it knew of the later time only.
 */
const retargeted = (ticket: Ticket, clock: Clock, target: SlaTarget, at: Instant): Clock => ({
  ...clock,
  target,
  earlier: [...clock.earlier, left(ticket, clock, at)],
  fired: [],
  acknowledged: target.due < clock.target.due ? null : clock.acknowledged,
  snoozed: null,
});

const newTerms = (ticket: Ticket, clock: Clock, { retargeted: targets }: ClockChanges, at: Instant): Clock => {
  const target = targets[clock.kind];
  if (clock.end !== null || target === undefined) return clock;
  return target === null ? cancelled(ticket, clock, at) : retargeted(ticket, clock, target, at);
};

/** A clock that continues is no longer acknowledged. */
const unattended = { acknowledged: null, snoozed: null } as const;

/** The snooze of a clock that counts from an earlier moment. */
const snoozedSince = ({ snoozed, startedAt, target }: Clock, since: Instant): Pick<Clock, "snoozed"> => ({
  snoozed:
    snoozed === null
      ? null
      : {
          ...snoozed,
          counted: snoozed.counted + workingTimeBetween(target.calendar, since, Math.min(startedAt, snoozed.until)),
        },
});

const moved = (clock: Clock, isLatest: boolean, { moved: moves }: ClockChanges): Clock => {
  const counted = moves[clock.kind];
  return counted === undefined || !isLatest
    ? clock
    : {
        ...clock,
        ...(clock.end === null ? snoozedSince(clock, counted.since) : unattended),
        startedAt: counted.since,
        target: counted.target,
        end: null,
      };
};

/** The clocks after the changes of an event, apart from ends and new terms. */
export const changed = (clocks: readonly Clock[], changes: ClockChanges): readonly Clock[] => {
  const isLatest = (clock: Clock): boolean => clocks.findLast((each) => each.kind === clock.kind) === clock;
  return changes.started.reduce<readonly Clock[]>(
    (all, each) => started(all, each.kind, each),
    clocks.map((clock) => moved(clock, isLatest(clock), changes)),
  );
};

/** The clocks under new terms. */
export const underNewTerms = (ticket: Ticket, changes: ClockChanges, at: Instant): readonly Clock[] =>
  changed(
    ticket.sla.clocks.map((clock) => newTerms(ticket, clock, changes, at)),
    changes,
  );

/**
 * The clocks under another severity. A higher severity removes acknowledgements, because they were of a lesser problem.
 */
export const underSeverity = (ticket: Ticket, event: Extract<Event, { type: "severitySet" }>): readonly Clock[] => {
  const clocks = underNewTerms(ticket, event.clocks, event.at);
  return raises(event.from, event.to)
    ? clocks.map((clock) => (clock.end === null ? { ...clock, acknowledged: null } : clock))
    : clocks;
};

/** Ends running clocks; null lets a clock run on. */
export const ended = (clocks: readonly Clock[], ends: (clock: Clock) => ClockEnd | null): readonly Clock[] =>
  clocks.map((clock) => (clock.end === null ? { ...clock, end: ends(clock) } : clock));

/** How an act ends a clock: met or late. */
const judged = (ticket: Ticket, clock: Clock, at: Instant): ClockEnd => ({
  at,
  how: breachedAt(ticket, clock, at) === null ? "met" : "breached",
});

/** A public message ends the clocks that it answers. */
export const answered = (ticket: Ticket, at: Instant, unread: readonly Instant[]): readonly Clock[] =>
  ended(ticket.sla.clocks, (clock) => (isAnswer(at, unread, clock) ? judged(ticket, clock, at) : null));

/**
 * Resolving meets the resolution and the next response. A first response or an update that never came is cancelled, and
 * stays missed if it was.
 */
export const resolved = (ticket: Ticket, at: Instant): readonly Clock[] =>
  ticket.sla.clocks.map((clock) => {
    if (clock.end !== null) return clock;
    return clockTraits[clock.kind].metByResolving
      ? { ...clock, end: judged(ticket, clock, at) }
      : cancelled(ticket, clock, at);
  });

/** The technical team's clock ends when they return the ticket. */
export const resumedResolution = (ticket: Ticket, at: Instant): readonly Clock[] =>
  ended(ticket.sla.clocks, (clock) => (clockTraits[clock.kind].endsOn === "return" ? judged(ticket, clock, at) : null));

/** The latest promised update replaces the one before, and counts from the moment it was promised. */
export const updatePromised = (ticket: Ticket, target: SlaTarget): readonly Clock[] => {
  const { clocks } = ticket.sla;
  const running = clocks.find(({ kind, end }) => clockTraits[kind].startsOn === "promisedUpdate" && end === null);
  const counted = { since: target.madeAt, target };
  return running === undefined
    ? started(clocks, "update", counted)
    : clocks.map((clock) =>
        clock === running
          ? { ...retargeted(ticket, clock, target, target.madeAt), startedAt: counted.since, acknowledged: null }
          : clock,
      );
};

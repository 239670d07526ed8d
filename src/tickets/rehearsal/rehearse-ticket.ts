import type { Desk } from "../../desk/desk.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Event } from "../messages.ts";
import { compareClocks } from "./compare-clocks.ts";
import type { RecordedTicket, RehearsedStep, RehearsedTicket, UnrehearsedTicket } from "./rehearsal.ts";
import { remindedUntil } from "./rehearsed-steps.ts";
import { follow, readableEvents, underDesk, Unfollowed, type Walked } from "./walk.ts";

/**
 * The events that change no clock, and neither the status nor the waiting messages on which clocks depend. The reminders of
 * the past are among them, because a rehearsal has its own. A reader may leave them out; any other type matters.
 */
export const eventsLeftOut = [
  "areaSet",
  "askingExplained",
  "followerAdded",
  "followerRemoved",
  "peopleCopied",
  "noAgentAvailable",
  "callRequested",
  "called",
  "consultingRouted",
  "conversationMoved",
  "conversationRetried",
  "escalated",
  "pageFailed",
  "pageDelivered",
  "articlesOffered",
  "noted",
  "rated",
  "reminded",
  "fallbackTaken",
  "reachedByOtherRoute",
  "requeued",
  "undelivered",
  "resent",
  "markedDelivered",
  "mailFailed",
  "techMessaged",
  "techCommented",
  "nudged",
  "inactivityRestarted",
] as const satisfies readonly Event["type"][];

const leftOut: ReadonlySet<string> = new Set(eventsLeftOut);

const followed = (recorded: RecordedTicket, desk: Desk, now: Instant): RehearsedTicket => {
  const steps: RehearsedStep[] = [];
  let real: Walked | null = null;
  let rehearsed: Walked | null = null;
  const remind = (walked: Walked, until: Instant): Walked => {
    const found = remindedUntil(walked, until, desk);
    steps.push(...found.steps);
    return found.walked;
  };
  for (const event of readableEvents(recorded)) {
    if (leftOut.has(event.type)) continue;
    real = follow(real, event);
    const before: Walked | null = rehearsed === null ? null : remind(rehearsed, event.at);
    rehearsed = follow(before, underDesk(recorded, before, event, desk));
  }
  if (real === null || rehearsed === null) throw new Unfollowed("there is no event");
  const last = remind(rehearsed, now);
  const { number, account, kind } = real.state.ticket;
  return { number, account, consulting: kind === "consulting", clocks: compareClocks(real, last, now), steps };
};

/**
 * Walks the past of a ticket under a desk. What people did stays, at the time at which they did it: only the targets of its
 * clocks are those that the desk would have set. Nothing is changed.
 */
export const rehearseTicket = (
  recorded: RecordedTicket,
  desk: Desk,
  now: Instant,
): RehearsedTicket | UnrehearsedTicket => {
  try {
    return followed(recorded, desk, now);
  } catch (error) {
    if (error instanceof Unfollowed) return { number: recorded.number, unreadable: true };
    throw error;
  }
};

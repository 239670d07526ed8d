import type { Instant } from "../sla/instant.ts";
import type { Unanswered } from "./ticket.ts";

/**
 * What an event does to the unanswered messages. `asked`: one waits since then (`instead`: it waited since another time
 * before). `answered`: those up to a time need no answer any more, except those that its author could not have read;
 * `next` is the first that still waits. `cleared`: none waits.
 */
export type UnansweredChange =
  | { readonly how: "asked"; readonly since: Instant; readonly instead: Instant | null }
  | {
      readonly how: "answered";
      readonly upTo: Instant;
      readonly unread: readonly Instant[];
      readonly next: Instant | null;
    }
  | { readonly how: "cleared" };

/** The messages that a public message of that time leaves unanswered: later ones, and those that were `unread` then. */
export const leftUnanswered = (
  times: readonly Instant[],
  upTo: Instant,
  unread: readonly Instant[] = [],
): readonly Instant[] => times.filter((each) => each > upTo || unread.includes(each));

/** What the ticket keeps of its unanswered messages after a change. */
export const unansweredAfter = (before: Unanswered | null, change: UnansweredChange): Unanswered | null => {
  switch (change.how) {
    case "asked": {
      const { since } = change;
      if (before === null) return { first: since, last: since };
      return { first: Math.min(before.first, since), last: Math.max(before.last, since) };
    }
    case "answered":
      return before === null || change.next === null ? null : { first: change.next, last: before.last };
    case "cleared":
      return null;
  }
};

/** The times of unanswered messages after a change, in order. */
export const timesAfter = (times: readonly Instant[], change: UnansweredChange): readonly Instant[] => {
  switch (change.how) {
    case "asked":
      return [...new Set([...times.filter((each) => each !== change.instead), change.since])].toSorted(
        (one, other) => one - other,
      );
    case "answered":
      return leftUnanswered(times, change.upTo, change.unread);
    case "cleared":
      return [];
  }
};

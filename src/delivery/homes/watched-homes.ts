import type { HomeRequest } from "../../chat/home.ts";
import type { Card } from "../../chat/card.ts";
import type { Instant } from "../../sla/instant.ts";
import type { UserRef } from "../../tickets/refs.ts";
import { setNewest } from "../../chat/bounded-map.ts";

/** The homes that people opened lately, which follow the changes of tickets and of the desk. */
export interface WatchedHomes {
  /** A ticket or the desk changed, by any process. */
  readonly changed: () => void;
  /** Which of these homes are out of date and may be drawn now. */
  readonly due: () => readonly HomeRequest[];
  /** When the next home may be drawn for a change; null if all of them are up to date. */
  readonly opensAt: () => Instant | null;
  /** The caller calls it before it draws a home, so that a change during the drawing makes the home out of date again. */
  readonly drawing: (request: HomeRequest, isOpened: boolean) => void;
  readonly shows: (user: UserRef, card: Card) => boolean;
  readonly published: (user: UserRef, card: Card) => void;
}

interface Watched {
  readonly request: HomeRequest;
  readonly openedAt: Instant;
  readonly drawnAt: Instant;
  /** How many changes were counted when it was drawn. */
  readonly changes: number;
  /** What the home shows; null if it was not published. */
  readonly shown: string | null;
}

/** A home follows changes for so long (ms) after its person opened it or pressed a button on it. */
const watchedMs = 60 * 60_000;
/** Changes within so long (ms) become one. */
const everyMs = 10_000;
/** Of more people than this, those who opened their home first follow no changes any more. */
const mostWatched = 100;

/** Creates the list of these homes. It is in memory: the home of a person is drawn anew when they open it. */
export const createWatchedHomes = (now: () => Instant): WatchedHomes => {
  const watched = new Map<UserRef, Watched>();
  let changes = 0;
  const isOpen = ({ openedAt }: Watched): boolean => now() - openedAt < watchedMs;
  const outdated = (): readonly Watched[] =>
    [...watched.values()].filter((each) => each.changes < changes && isOpen(each));
  return {
    changed: () => {
      changes += 1;
      for (const [user, each] of watched) if (!isOpen(each)) watched.delete(user);
    },
    due: () => outdated().flatMap((each) => (each.drawnAt + everyMs <= now() ? [each.request] : [])),
    opensAt: () => {
      const times = outdated().map(({ drawnAt }) => drawnAt + everyMs);
      return times.length === 0 ? null : Math.min(...times);
    },
    drawing: (request, isOpened) => {
      const { user } = request.by;
      const before = watched.get(user);
      if (before === undefined && !isOpened) return;
      const home = {
        // What the platform said about the shown page is out of date by the time of the next change.
        request: { ...request, shown: null },
        openedAt: isOpened || before === undefined ? now() : before.openedAt,
        drawnAt: now(),
        changes,
        shown: before?.shown ?? null,
      };
      setNewest(watched, user, home, mostWatched);
    },
    shows: (user, card) => watched.get(user)?.shown === JSON.stringify(card),
    published: (user, card) => {
      const each = watched.get(user);
      if (each !== undefined) watched.set(user, { ...each, shown: JSON.stringify(card) });
    },
  };
};

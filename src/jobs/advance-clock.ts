import type { Instant } from "../sla/instant.ts";
import { setTimeout as pause } from "node:timers/promises";
import { countPending } from "../db/delivery/outbox-store.ts";
import type { WorkDeps } from "./deps.ts";
import { nextDueAfter } from "../db/due-tickets-store.ts";
import { countDueReports } from "../db/staff-reports/staff-report-store.ts";

/** A clock that can be moved forward. */
interface MovableClock {
  now(): Instant;
  advance(ms: number): void;
}

interface StopsOnTheWay {
  readonly clock: MovableClock;
  /** The first moment after the given one at which the desk has something to do. */
  readonly nextDueAfter: (after: Instant) => Promise<Instant | null>;
  /** Whether the loops have done what is due now and delivered it. */
  readonly isSettled: () => Promise<boolean>;
  /** Makes the loops look for due work. */
  readonly wake: () => void;
}

/** Moves the clock forward by so many milliseconds. `stopped` is called at each stop on the way. */
type AdvanceClock = (ms: number, stopped: () => void) => Promise<void>;

const lookMs = 10;
/** How long (ms) one move waits in all for work that does not end. A failing ticket must not stop the clock. */
const patienceMs = 5_000;

/**
 * Moves a clock forward and stops at every due moment on the way, until the loops have done what is due. A direct jump
 * would make every reminder in between late. Moves that are requested at once follow one another.
 */
export const createAdvance = ({ clock, nextDueAfter, isSettled, wake }: StopsOnTheWay): AdvanceClock => {
  const advance: AdvanceClock = async (ms, stopped) => {
    const target = clock.now() + ms;
    let patience = patienceMs;
    const settle = async (): Promise<void> => {
      wake();
      while (patience > 0 && !(await isSettled())) {
        const began = performance.now();
        await pause(lookMs);
        patience -= performance.now() - began;
      }
    };
    await settle();
    for (let next = await nextDueAfter(clock.now()); next !== null && next < target;) {
      clock.advance(Math.max(0, next - clock.now()));
      await settle();
      stopped();
      next = await nextDueAfter(next);
    }
    clock.advance(Math.max(0, target - clock.now()));
    wake();
  };
  let last: Promise<void> = Promise.resolve();
  return (ms, stopped) => {
    const mine = last.then(() => advance(ms, stopped));
    last = mine.catch(() => undefined);
    return mine;
  };
};

/** The same for a desk. It is settled when nothing is due and no message waits to be delivered. */
export const advanceDeskClock = (
  { database }: Pick<WorkDeps, "database">,
  clock: MovableClock,
  wake: () => void,
): AdvanceClock =>
  createAdvance({
    clock,
    nextDueAfter: (after) => nextDueAfter(database.db, after),
    isSettled: async () => {
      const first = await nextDueAfter(database.db, 0);
      if (first !== null && first <= clock.now()) return false;
      return (await countPending(database.db)) === 0 && (await countDueReports(database.db, clock.now())) === 0;
    },
    wake,
  });

import { setImmediate as breathe } from "node:timers/promises";
import { errorKind } from "../chat/error-kind.ts";
import type { Log } from "../chat/port.ts";
import type { Step } from "./deps.ts";

/** A loop that turns by itself: as long as there is work, then when it is woken or its rest is over. */
export interface Loop {
  wake(): void;
  /** Waits for the turns under way. */
  stop(): Promise<void>;
  /** Why it does not turn well; null while it does. */
  trouble(): string | null;
}

export interface LoopSettings {
  readonly name: string;
  readonly step: Step;
  /** How long to rest, in milliseconds, when there was nothing to do. */
  readonly rest: () => Promise<number>;
  /** Whether the next turn may begin while one waits for a platform. Otherwise turns follow each other. */
  readonly overlaps: boolean;
  readonly log: Log;
}

/** A turn that takes longer (a platform that hangs) goes on by itself, and the next begins. */
const patienceMs = 250;
const turnsAtOnce = 8;
const restAfterTroubleMs = 1_000;

/** What a promise gives, or null where it takes longer. */
const within = async (turn: Promise<number>, ms: number): Promise<number | null> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), ms)));
  const first = await Promise.race([turn, late]);
  clearTimeout(timer);
  return first;
};

/**
 * Runs a step for ever. One that throws is logged and tried again after a rest: a broken row or a database that is away
 * must not end the loop, and a call that hangs must not hold up the others.
 */
export const runLoop = ({ name, step, rest, overlaps, log }: LoopSettings): Loop => {
  const turns = new Set<Promise<number>>();
  let stopping = false;
  let woken = false;
  let trouble: string | null = null;
  let rise: () => void = () => {};

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      rise = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const stumble = (error: unknown): void => {
    // The message may quote what people wrote; the log has more, redacted.
    trouble = `${name} (${errorKind(error)})`;
    log.error({ err: error, loop: name }, "loop.step-failed");
  };

  const turn = async (): Promise<number> => {
    try {
      const done = await step();
      trouble = null;
      return done;
    } catch (error) {
      stumble(error);
      return 0;
    }
  };

  const restNow = async (): Promise<void> => {
    const ms =
      trouble === null
        ? await rest().catch((error: unknown) => (stumble(error), restAfterTroubleMs))
        : restAfterTroubleMs;
    if (!woken && !stopping) await pause(ms);
  };

  const run = async (): Promise<void> => {
    while (!stopping) {
      // The embedded database answers without ever letting go of the process: whoever waits at the door comes first.
      await breathe();
      woken = false;
      const started = turn();
      turns.add(started);
      void started.finally(() => turns.delete(started));
      const done = overlaps ? await within(started, patienceMs) : await started;
      // What a turn did may have made room for the next of its own rows; no other turn saw them meanwhile.
      if (done === null) void started.then((late) => late > 0 && wake());
      if (turns.size >= turnsAtOnce) await Promise.race(turns);
      if (done === 0) await restNow();
    }
    await Promise.all(turns);
  };

  const wake = (): void => {
    woken = true;
    rise();
  };

  const running = run();
  return {
    wake,
    stop: async () => {
      stopping = true;
      rise();
      await running;
    },
    trouble: () => trouble,
  };
};

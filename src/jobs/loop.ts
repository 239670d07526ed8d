import { setImmediate as yieldToEventLoop } from "node:timers/promises";
import { errorKind } from "../chat/error-kind.ts";
import type { Log } from "../chat/port.ts";
import type { Step } from "./deps.ts";
import type { Stepwise } from "../features/history/index.ts";

/** A loop that runs its step while there is work, then when it is woken or its rest is over. */
export interface Loop {
  wake(): void;
  /** Waits for the steps under way. */
  stop(): Promise<void>;
  /** Why its last step failed, or that a step hangs; null otherwise. */
  trouble(): string | null;
}

export interface LoopSettings {
  readonly name: string;
  readonly step: Step;
  /** How long to rest (ms) after a step without work. */
  readonly rest: () => Promise<number>;
  /** Whether the next step may begin while one waits for a platform. Otherwise steps follow one another. */
  readonly overlaps: boolean;
  /** A step that is under way for longer (ms) is shown as trouble. */
  readonly hangsAfterMs: number;
  readonly log: Log;
}

/** A step that takes longer (ms), for example because a platform hangs, continues beside the next one. */
const patienceMs = 250;
const stepsAtOnce = 8;
const restAfterTroubleMs = 1_000;

/** Resolves with the step's result, or with null if it takes longer. */
const within = async (step: Promise<number>, ms: number): Promise<number | null> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), ms)));
  const first = await Promise.race([step, late]);
  clearTimeout(timer);
  return first;
};

/**
 * Repeats a step until stopped. An error is logged, and the step is tried again after a rest. So a broken row or a
 * database that is away does not end the loop, and a call that hangs does not block the others.
 */
export const runLoop = ({ name, step, rest, overlaps, hangsAfterMs, log }: LoopSettings): Loop => {
  /** When each step began. */
  const underway = new Map<Promise<number>, number>();
  let stopping = false;
  let woken = false;
  let trouble: string | null = null;
  let endRest: () => void = () => {};

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const noteFailure = (error: unknown): void => {
    // The message may quote what people wrote, so only the kind is shown. The log has the redacted message.
    trouble = `${name} (${errorKind(error)})`;
    log.error({ err: error, loop: name }, "loop.step-failed");
  };

  const runStep = async (): Promise<number> => {
    try {
      const done = await step();
      trouble = null;
      return done;
    } catch (error) {
      noteFailure(error);
      return 0;
    }
  };

  const restNow = async (): Promise<void> => {
    const ms =
      trouble === null
        ? await rest().catch((error: unknown) => (noteFailure(error), restAfterTroubleMs))
        : restAfterTroubleMs;
    if (!woken && !stopping) await pause(ms);
  };

  /** The loop may rest for long by then, because another step found nothing to do. */
  const afterLateStep = (done: number): void => {
    // The step may have made work for the next one, which no other step has seen.
    if (done > 0) wake();
    // Work that failed is tried again as soon as after a step that failed in time.
    else if (trouble !== null) setTimeout(wake, restAfterTroubleMs).unref();
  };

  const run = async (): Promise<void> => {
    while (!stopping) {
      // The embedded database answers without yielding to the event loop. Yield, so that waiting requests come first.
      await yieldToEventLoop();
      woken = false;
      const started = runStep();
      underway.set(started, performance.now());
      void started.finally(() => underway.delete(started));
      const done = overlaps ? await within(started, patienceMs) : await started;
      if (done === null) void started.then(afterLateStep);
      if (underway.size >= stepsAtOnce) await Promise.race(underway.keys());
      if (done === 0) await restNow();
    }
    await Promise.all(underway.keys());
  };

  const wake = (): void => {
    woken = true;
    endRest();
  };

  const running = run();
  return {
    wake,
    stop: async () => {
      stopping = true;
      endRest();
      await running;
    },
    trouble: () => {
      const seconds = Math.floor((performance.now() - Math.min(...underway.values())) / 1_000);
      return seconds * 1_000 >= hangsAfterMs ? `${name} (under way for ${seconds} seconds)` : trouble;
    },
  };
};

/** How long (ms) the work runs before it yields. */
const sliceMs = 10;

/** Runs the steps in slices and yields to the event loop between them, so that long work blocks no request. */
export const runInSlices = async <T>(work: Stepwise<T>): Promise<T> => {
  let began = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - began < sliceMs) continue;
    await yieldToEventLoop();
    began = performance.now();
  }
};

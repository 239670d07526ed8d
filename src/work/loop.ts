import type { Log } from "../chat/port.ts";
import type { Step } from "./deps.ts";

/** A loop that turns by itself: as long as there is work, then at the latest after `idleMs`, or when woken. */
export interface Loop {
  wake(): void;
  /** Waits for the turn under way. */
  stop(): Promise<void>;
  /** Why it does not turn well; null while it does. */
  trouble(): string | null;
}

/**
 * Runs a step for ever. A step that throws is logged and tried again after `idleMs`: one broken row or a database that
 * is away must not end the loop.
 */
export const runLoop = (name: string, step: Step, idleMs: number, log: Log): Loop => {
  let stopping = false;
  let woken = false;
  let trouble: string | null = null;
  let rise: () => void = () => {};

  const rest = async (): Promise<void> => {
    if (woken || stopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, idleMs);
      rise = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  };

  const turn = async (): Promise<number> => {
    try {
      const done = await step();
      trouble = null;
      return done;
    } catch (error) {
      trouble = `${name}: ${error instanceof Error ? error.message : String(error)}`;
      log.error({ err: error, loop: name }, "a loop stumbled and goes on");
      return 0;
    }
  };

  const run = async (): Promise<void> => {
    while (!stopping) {
      woken = false;
      if ((await turn()) === 0) await rest();
    }
  };

  const running = run();
  return {
    wake: () => {
      woken = true;
      rise();
    },
    stop: async () => {
      stopping = true;
      rise();
      await running;
    },
    trouble: () => trouble,
  };
};

import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Instant } from "./domain/refs.ts";
import { isPlaygroundAlone, type Env } from "./env.ts";

/** The desk's clock. It can only be turned forward, so that nothing ever happens before what caused it. */
export interface Clock {
  now(): Instant;
  /** Turns it forward by so many milliseconds. */
  turn(ms: number): void;
}

const kept = z.object({ aheadMs: z.number().int().min(0) });

const readAhead = (file: string): number => {
  try {
    return kept.parse(JSON.parse(readFileSync(file, "utf8"))).aheadMs;
  } catch {
    return 0;
  }
};

/** The machine's clock. */
export const machineClock: Clock = {
  now: () => Date.now(),
  turn: () => {
    throw new Error("only the playground's clock can be turned");
  },
};

/** A clock that may run ahead of the machine's and remembers by how much, so that a restart does not turn time back. */
export const playgroundClock = (file: string): Clock => {
  let ahead = readAhead(file);
  return {
    now: () => Date.now() + ahead,
    turn: (ms) => {
      if (!Number.isInteger(ms) || ms < 0)
        throw new RangeError(`the clock turns forward by whole milliseconds, not ${ms}`);
      ahead += ms;
      // Renaming is all or nothing: a crash while writing must not turn time back.
      writeFileSync(`${file}.new`, JSON.stringify({ aheadMs: ahead }));
      renameSync(`${file}.new`, file);
    },
  };
};

/** Only a playground by itself has a clock to turn: real promises run on real time. */
export const clockFor = (env: Env): Clock =>
  isPlaygroundAlone(env) ? playgroundClock(join(env.dataDir, "clock.json")) : machineClock;

import type { Instant } from "./sla/instant.ts";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type DatabaseHandle, serverTime } from "./db/connection/handle.ts";
import { type Env, isPlaygroundAlone } from "./env.ts";

/** The desk's clock. It can only be turned forward, so that nothing ever happens before what caused it. */
export interface CorrectedClock {
  now(): Instant;
  /** Turns it forward by so many milliseconds. */
  advance(ms: number): void;
  /** Looks whether it is still right, where there is another one to go by. */
  follow(): Promise<void>;
}

const noOther = async (): Promise<void> => {};

const kept = z.object({ aheadMs: z.number().int().min(0) });

const readAhead = (file: string): number => {
  try {
    return kept.parse(JSON.parse(readFileSync(file, "utf8"))).aheadMs;
  } catch {
    return 0;
  }
};

const neverMoves = (): void => {
  throw new Error("only the playground's clock can be turned");
};

/** The machine's clock. */
export const machineClock: CorrectedClock = { now: () => Date.now(), advance: neverMoves, follow: noOther };

/**
 * A clock that shows what another does, told by `read`: processes whose machines disagree about the time agree about what is
 * due and whose claim has run out. In between it goes by itself, untouched by anybody who sets the machine's. Rejects where
 * the other cannot be read.
 */
export const followingClock = async (read: () => Promise<Instant>): Promise<CorrectedClock> => {
  let shown = 0;
  let at = Number.NEGATIVE_INFINITY;
  const now = (): Instant => Math.round(shown + performance.now() - at);
  const follow = async (): Promise<void> => {
    const asked = performance.now();
    const told = await read();
    const answered = performance.now();
    const unsure = (answered - asked) / 2;
    const found = told + unsure;
    // What may only be the time the answer took sets nothing, nor whole milliseconds: a clock that trembles would turn back.
    if (Number.isFinite(at) && Math.abs(found - (shown + answered - at)) <= unsure + 1) return;
    shown = found;
    at = answered;
  };
  await follow();
  return { now, advance: neverMoves, follow };
};

/** A clock that may run ahead of the machine's and remembers by how much, so that a restart does not turn time back. */
export const playgroundClock = (file: string): CorrectedClock => {
  let ahead = readAhead(file);
  return {
    now: () => Date.now() + ahead,
    advance: (ms) => {
      if (!Number.isInteger(ms) || ms < 0)
        throw new RangeError(`the clock turns forward by whole milliseconds, not ${ms}`);
      ahead += ms;
      // Renaming is all or nothing: a crash while writing must not turn time back.
      writeFileSync(`${file}.new`, JSON.stringify({ aheadMs: ahead }));
      renameSync(`${file}.new`, file);
    },
    follow: noOther,
  };
};

/**
 * Only a playground by itself has a clock to turn: real promises run on real time. Where several processes may share a
 * database, it is the database's.
 */
export const clockFor = async (env: Env, database: Pick<DatabaseHandle, "kind" | "rows">): Promise<CorrectedClock> => {
  if (isPlaygroundAlone(env)) return playgroundClock(join(env.dataDir, "clock.json"));
  return database.kind === "pglite" ? machineClock : followingClock(() => serverTime(database));
};

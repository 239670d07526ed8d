import type { Instant } from "./sla/instant.ts";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type DatabaseHandle, serverTime } from "./db/connection/handle.ts";
import { readDesk } from "./db/desk-store.ts";
import { platformsInRows } from "./db/platforms-in-rows.ts";
import { isReal, realOnly } from "./desk/checks/real-platforms.ts";
import { deskOf } from "./desk/desk-of.ts";
import { type Env, isPlaygroundAlone } from "./env.ts";

/** The desk's clock. It only moves forward, so that no effect comes before its cause. */
export interface CorrectedClock {
  now(): Instant;
  /** Moves the clock forward by so many milliseconds. */
  advance(ms: number): void;
  /** Corrects the clock if it follows another one. */
  follow(): Promise<void>;
}

const followsNone = async (): Promise<void> => {};

const storedClock = z.object({ aheadMs: z.number().int().min(0) });

const readAhead = (file: string): number => {
  try {
    return storedClock.parse(JSON.parse(readFileSync(file, "utf8"))).aheadMs;
  } catch {
    return 0;
  }
};

const neverMoves = (): void => {
  throw new Error("only the playground's clock can be moved");
};

/** The machine's clock. */
export const machineClock: CorrectedClock = { now: () => Date.now(), advance: neverMoves, follow: followsNone };

/**
 * A clock that follows another one, read by `read`. So processes on machines with different times agree on what is due
 * and which lease has run out. Between two reads it uses the monotonic timer, so setting the machine's clock changes
 * nothing. Rejects if the other clock cannot be read.
 */
export const followingClock = async (read: () => Promise<Instant>): Promise<CorrectedClock> => {
  let shown = 0;
  let at = Number.NEGATIVE_INFINITY;
  const now = (): Instant => Math.round(shown + performance.now() - at);
  const follow = async (): Promise<void> => {
    const asked = performance.now();
    const answer = await read();
    const answered = performance.now();
    const unsure = (answered - asked) / 2;
    const found = answer + unsure;
    // Ignores corrections smaller than the uncertainty of the round trip plus 1 ms, so that the clock never moves
    // backwards.
    if (Number.isFinite(at) && Math.abs(found - (shown + answered - at)) <= unsure + 1) return;
    shown = found;
    at = answered;
  };
  await follow();
  return { now, advance: neverMoves, follow };
};

/**
 * A clock that may be ahead of the machine's. It stores the difference, so that a restart does not move it backwards.
 */
export const playgroundClock = (file: string): CorrectedClock => {
  let ahead = readAhead(file);
  return {
    now: () => Date.now() + ahead,
    advance: (ms) => {
      if (!Number.isInteger(ms) || ms < 0)
        throw new RangeError(`the clock moves forward by whole milliseconds, not ${ms}`);
      ahead += ms;
      // The rename is atomic, so that a crash during the write does not move the clock backwards.
      writeFileSync(`${file}.new`, JSON.stringify({ aheadMs: ahead }));
      renameSync(`${file}.new`, file);
    },
    follow: followsNone,
  };
};

const holdsRealPeople = async (db: DatabaseHandle["db"]): Promise<boolean> => {
  const stored = await readDesk(db);
  if (stored !== null && isReal(deskOf(stored.document, stored.version, stored.former))) return true;
  return realOnly(await platformsInRows(db)).length > 0;
};

/**
 * Returns the desk's clock. Only a playground without real platforms can move it. If several processes may share the
 * database, they follow its clock. At a command line without tokens, a desk of real people keeps the true time although
 * a playground in the same DATA_DIR moved its clock.
 */
export const clockFor = async (
  env: Env,
  database: Pick<DatabaseHandle, "kind" | "rows" | "db">,
): Promise<CorrectedClock> => {
  if (isPlaygroundAlone(env) && !(await holdsRealPeople(database.db)))
    return playgroundClock(join(env.dataDir, "clock.json"));
  return database.kind === "pglite" ? machineClock : followingClock(() => serverTime(database));
};

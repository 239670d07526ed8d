import { patience } from "./runner/patience.ts";
import { setTimeout as pause } from "node:timers/promises";

/** Waits until a condition holds, and returns its value. Rejects with the description if it takes too long (ms). */
export const until = async <T>(
  what: string | (() => string),
  look: () => T | Promise<T>,
  limit = patience,
): Promise<NonNullable<Exclude<T, false>>> => {
  const deadline = performance.now() + limit;
  for (;;) {
    const seen = await look();
    if (seen !== false && seen !== null && seen !== undefined) return seen as NonNullable<Exclude<T, false>>;
    if (performance.now() > deadline)
      throw new Error(`It took longer than ${limit} ms until ${typeof what === "string" ? what : what()}.`);
    await pause(20);
  }
};

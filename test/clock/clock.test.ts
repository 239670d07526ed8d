import { expect, test } from "vitest";
import { followingClock } from "../../src/clock.ts";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { freshEmbedded } from "../support/database/embedded-database.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";
import { serverTime } from "../../src/db/connection/handle.ts";

/** What a call may take on a busy machine (ms), and far less than a wrong clock is off. */
const closely = 20_000;

test("a clock that follows another shows its time, goes on between looks, and corrects itself at each look", async () => {
  let shown = Date.UTC(2020, 0, 1);
  const clock = await followingClock(async () => shown);
  const first = clock.now();
  expect(Math.abs(first - shown)).toBeLessThan(closely);
  const since = performance.now();
  while (performance.now() - since < 5);
  expect(clock.now()).toBeGreaterThanOrEqual(first + 4);
  for (const wrong of [60_000, -60_000]) {
    shown += wrong;
    await clock.follow();
    expect(Math.abs(clock.now() - shown)).toBeLessThan(closely);
  }
  expect(() => clock.advance(1)).toThrow();
});

test("a following clock does not go back by the time that an answer takes", async () => {
  const seen: number[] = [];
  let show = (): number => Date.UTC(2020, 0, 1);
  const clock = await followingClock(async () => {
    const shown = show();
    const asked = performance.now();
    while (performance.now() - asked < 30);
    seen.push(show());
    return shown;
  });
  show = clock.now;
  for (let look = 0; look < 3; look += 1) {
    await clock.follow();
    expect(clock.now()).toBeGreaterThanOrEqual(seen.at(-1) ?? 0);
  }
});

test("both databases report their time", async () => {
  expect(Math.abs((await serverTime(await freshEmbedded())) - Date.now())).toBeLessThan(closely);
  const server = openPostgres(await freshPostgres());
  expect(Math.abs((await serverTime(server)) - Date.now())).toBeLessThan(closely);
  await server.close();
});

import { expect, test } from "vitest";
import type { HomeRequest } from "../../src/chat/home.ts";
import { createWatchedHomes } from "../../src/delivery/homes/watched-homes.ts";

const opened: HomeRequest = { by: { user: "slack:U0ANA", name: "Ana" }, channel: "slack:D0ANA", shown: null };
const hour = 60 * 60_000;

test("a home follows changes for an hour, at most once in ten seconds, and then asks for no more work", () => {
  let now = 0;
  const homes = createWatchedHomes(() => now);
  homes.drawing(opened, true);
  expect([homes.due(), homes.opensAt()]).toEqual([[], null]);
  homes.changed();
  expect([homes.due(), homes.opensAt()]).toEqual([[], 10_000]);
  now = hour - 8_000;
  expect(homes.due()).toHaveLength(1);
  homes.drawing(opened, false);
  now += 3_000;
  homes.changed();
  expect(homes.opensAt()).toBe(hour + 2_000);
  now = hour + 12_000;
  expect([homes.due(), homes.opensAt()]).toEqual([[], null]);
});

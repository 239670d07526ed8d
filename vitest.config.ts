import { defineConfig } from "vitest/config";
import { TierTimes } from "./test/support/tier-times.ts";
import { groups } from "./test/support/tiers.ts";

export default defineConfig({
  test: {
    globalSetup: ["test/support/stop-postgres.ts"],
    reporters: ["default", new TierTimes()],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: groups.map(({ name, files, except, waits, isolated }) => ({
      extends: true,
      test: {
        name,
        include: [...files],
        exclude: [...except],
        // Files of one worker share its modules and its database, which each test empties: only their first use costs time.
        isolate: isolated,
        // Files that mostly wait leave the processor to one more worker.
        maxWorkers: waits ? 3 : 2,
        sequence: { groupOrder: waits ? 1 : 0 },
      },
    })),
  },
});

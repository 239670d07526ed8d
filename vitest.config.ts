import { defineConfig } from "vitest/config";
import { patience, testPatience } from "./test/support/runner/patience.ts";
import { TierTimes } from "./test/support/runner/tier-times.ts";
import { groups, type Tier } from "./test/support/runner/tiers.ts";
import { WaitsBeside } from "./test/support/runner/waits-beside.ts";

/** The tiers whose tests may use the test platform as one of Plazo's platforms. */
const testPlatformTiers: ReadonlySet<Tier> = new Set(["contract", "stories"]);

/** What a tier starts once for all its files. */
const globalSetups: Partial<Record<Tier, readonly string[]>> = { browser: ["test/browser/chromium-of-worker.ts"] };

/**
 * With more room for new objects, a worker that computes much collects garbage half as often; in one thread, since each
 * processor has a worker already. Other tiers mostly wait for processes, and measure memory.
 */
const forComputing = ["--min-semi-space-size=32", "--max-semi-space-size=64", "--single-threaded-gc"];
/** The tiers whose workers compute all the time. */
const computes: ReadonlySet<Tier> = new Set(["unit", "stories", "contract"]);

export default defineConfig({
  test: {
    globalSetup: [
      "test/support/runner/files-in-memory.ts",
      "test/support/database/stop-postgres.ts",
      "test/support/database/prepared-database.ts",
    ],
    reporters: ["default", new TierTimes()],
    sequence: { sequencer: WaitsBeside },
    testTimeout: testPatience,
    hookTimeout: testPatience,
    expect: { poll: { timeout: patience } },
    projects: groups.map(({ name, tier, files, except, waits, isolated }) => ({
      extends: true,
      test: {
        name,
        include: [...files],
        exclude: [...except],
        globalSetup: [...(globalSetups[tier] ?? [])],
        setupFiles: testPlatformTiers.has(tier) ? ["test/support/test-platform/register.ts"] : [],
        // Files of one worker share its modules and its database, which each test empties: only their first use costs time.
        isolate: isolated,
        // Node loads these modules itself, without Vite's wrapper around each import: 7 % less CPU time in `test/web/area`. Tests of
        // the tier `unit` load some modules a second time, which only Vite can do.
        experimental: { viteModuleRunner: !testPlatformTiers.has(tier), nodeLoader: !testPlatformTiers.has(tier) },
        execArgv: computes.has(tier) ? forComputing : [],
        // Files that mostly wait leave the processor to one more worker.
        maxWorkers: waits ? 3 : 2,
        sequence: { groupOrder: waits ? 1 : 0 },
      },
    })),
  },
});

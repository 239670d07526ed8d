import type { Reporter, TestModule } from "vitest/node";
import { groups, tierNames, type Tier } from "./tiers.ts";

interface Spent {
  files: number;
  tests: number;
  begin: number;
  end: number;
  sum: number;
}

const tierOf = new Map(groups.map(({ name, tier }) => [name, tier]));

/**
 * Prints the time of each tier after the run: from its first file's start to its last file's end, and the sum over its
 * files.
 */
export class TierTimes implements Reporter {
  readonly #spent = new Map<Tier, Spent>();

  onTestModuleStart(module: TestModule): void {
    const spent = this.#of(module);
    if (spent !== null) spent.begin = Math.min(spent.begin, performance.now());
  }

  onTestModuleEnd(module: TestModule): void {
    const spent = this.#of(module);
    if (spent === null) return;
    const { collectDuration, prepareDuration, environmentSetupDuration, setupDuration, duration } = module.diagnostic();
    spent.files += 1;
    spent.tests += [...module.children.allTests()].length;
    spent.sum += collectDuration + prepareDuration + environmentSetupDuration + setupDuration + duration;
    spent.end = performance.now();
  }

  onTestRunEnd(): void {
    const rows = tierNames.flatMap((tier) => {
      const spent = this.#spent.get(tier);
      return spent === undefined ? [] : [[tier, spent] as const];
    });
    this.#spent.clear();
    if (rows.length === 0) return;
    const lines = rows.map(([tier, { files, tests, begin, end, sum }]) =>
      [tier.padEnd(10), count(files), count(tests), seconds(end - begin), seconds(sum)].join(""),
    );
    console.log(["", "tier        files   tests   elapsed       sum", ...lines, ""].join("\n"));
  }

  #of(module: TestModule): Spent | null {
    const tier = tierOf.get(module.project.name);
    if (tier === undefined) return null;
    const spent = this.#spent.get(tier) ?? { files: 0, tests: 0, begin: Infinity, end: 0, sum: 0 };
    this.#spent.set(tier, spent);
    return spent;
  }
}

const count = (n: number): string => String(n).padStart(8);
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`.padStart(10);

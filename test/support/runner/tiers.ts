/** The tiers of the test suite, each a script in package.json. */
export const tierNames = ["unit", "stories", "wire", "contract", "race", "migration", "browser"] as const;
export type Tier = (typeof tierNames)[number];

interface Group {
  /** The name of the Vitest project. */
  readonly name: string;
  readonly tier: Tier;
  readonly files: readonly string[];
  /** Whether these files mostly wait, measure latency, or drive a browser: they run after all others. */
  readonly waits: boolean;
  /** Whether each file has a worker of its own: these files measure time and memory, which earlier files of a worker change. */
  readonly isolated: boolean;
}

const pieces = (tier: Exclude<Tier, "unit">, files: readonly string[], waits = false): Group => ({
  name: waits && tier === "race" ? "process" : tier,
  tier,
  files,
  waits,
  isolated: waits && tier === "race",
});

/** A test file belongs to the first group that names it, else to the tier `unit`. */
const named: readonly Group[] = [
  pieces("browser", ["test/browser/**/*.test.ts"], true),
  pieces("wire", ["test/wire/**/*.test.ts", "test/adapters/email/email.test.ts"], true),
  pieces(
    "race",
    [
      "test/process/{kill,one-of-two,start-and-stop,words-stay-in}.test.ts",
      "test/http/{brakes,database-away}.test.ts",
      "test/db/{silent-connections,page-connections}.test.ts",
    ],
    true,
  ),
  pieces("migration", ["test/migration/**/*.test.ts"]),
  pieces("contract", ["test/adapters/**/contract.test.ts"]),
  pieces("race", [
    "test/race/**/*.test.ts",
    "test/process/**/*.test.ts",
    "test/commands/**/*.test.ts",
    "test/db/**/*.test.ts",
    "test/clock/**/*.test.ts",
    "test/http/attention.test.ts",
    "test/env/load-env-file.test.ts",
    "test/log/sink.test.ts",
    "test/adapters/slack/manifest.test.ts",
  ]),
  pieces("stories", [
    "test/stories/**/*.test.ts",
    "test/attack/**/*.test.ts",
    "test/traces/**/*.test.ts",
    "test/web/**/*.test.ts",
    "test/delivery/**/*.test.ts",
    "test/inbox/read-counts.test.ts",
    "test/jobs/due-work.test.ts",
    "test/http/http.test.ts",
  ]),
];

/** Every group with the files that earlier groups did not take. */
export const groups: readonly (Group & { readonly except: readonly string[] })[] = [
  ...named,
  { name: "unit", tier: "unit" as const, files: ["test/**/*.test.ts"], waits: false, isolated: false },
].map((group, index) => ({ ...group, except: named.slice(0, index).flatMap(({ files }) => files) }));

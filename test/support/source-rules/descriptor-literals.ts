import { allClockKinds } from "../../../src/sla/clock-kinds.ts";
import { severities } from "../../../src/sla/severity.ts";
import type { Source } from "./imports-of.ts";

/** The tables that describe each kind. Only they may say what is true of one kind. */
const tables = ["src/sla/clock-kinds.ts", "src/sla/severity.ts"];

/**
 * Values that other unions have too: a side of a ticket is called `tech`. They count only beside the name of a clock.
 */
const shared = ["tech", "update"];

const names = (values: readonly string[]): string => `"(?:${values.join("|")})"`;

const rule = (kind: string, values: readonly string[], subject = "") => ({
  kind,
  pattern: new RegExp(
    `${subject}\\s*[!=]==\\s*${names(values)}${subject === "" ? `|${names(values)}\\s*[!=]==` : ""}`,
    "g",
  ),
});

const rulesFor = (platforms: readonly string[]) => [
  rule("severity", severities),
  rule(
    "clock",
    allClockKinds.filter((each) => !shared.includes(each)),
  ),
  rule("clock", shared, String.raw`\b(?:kind|clock)\b`),
  rule("platform", platforms),
];

/**
 * Conditions that name a severity, clock or platform. They should ask a trait of the descriptor table. An adapter may
 * compare with its own name.
 */
export const descriptorLiterals = (sources: readonly Source[], platforms: readonly string[]): readonly string[] =>
  sources
    .filter(({ path }) => !tables.includes(path))
    .flatMap(({ path, text }) => {
      const own = /^adapters\/([^/]+)\//.exec(path)?.[1];
      return rulesFor(platforms.filter((each) => each !== own)).flatMap(({ kind, pattern }) =>
        [...text.matchAll(pattern)].map(([found]) => `${path} asks for one ${kind} by name: ${found.trim()}`),
      );
    });

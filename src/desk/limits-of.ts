import type { CountedRead, CustomerLimits, Limit } from "../tickets/limits.ts";
import { parseDuration } from "./duration.ts";
import type { DeskDocument } from "./schema.ts";

/** Default limits for customers: more than people need, less than a flood. */
const builtIn = {
  tickets: { person: 5, account: 30, within: "PT10M" },
  messages: { person: 30, account: 300, within: "PT1M" },
  strangers: { cards: 3, within: "PT10M" },
  files: { count: 500, megabytes: 1_000, within: "PT24H" },
  transcripts: { person: 10, within: "PT10M" },
  lookups: { person: 60, within: "PT1M" },
};

const lengthOf = (written: string): number => parseDuration(written)?.ms ?? 0;

/** The limits that a desk file sets, with defaults. */
export const limitsOf = (written: DeskDocument["limits"]): CustomerLimits => {
  const both = (what: "tickets" | "messages") => {
    const { person, account, within } = written?.[what] ?? {};
    const usual = builtIn[what];
    const withinMs = lengthOf(within ?? usual.within);
    return {
      person: { most: person ?? usual.person, withinMs },
      account: { most: account ?? usual.account, withinMs },
    };
  };
  const reads = (what: CountedRead): Limit => {
    const { person = builtIn[what].person, within = builtIn[what].within } = written?.[what] ?? {};
    return { most: person, withinMs: lengthOf(within) };
  };
  const { count, megabytes, within } = written?.files ?? {};
  return {
    tickets: both("tickets"),
    messages: both("messages"),
    strangers: {
      most: written?.strangers?.cards ?? builtIn.strangers.cards,
      withinMs: lengthOf(written?.strangers?.within ?? builtIn.strangers.within),
    },
    files: {
      most: count ?? builtIn.files.count,
      bytes: (megabytes ?? builtIn.files.megabytes) * 1_000_000,
      withinMs: lengthOf(within ?? builtIn.files.within),
    },
    transcripts: reads("transcripts"),
    lookups: reads("lookups"),
  };
};

import type { LogEvent } from "./log-events.ts";
import type { AdapterDeps, LogFacts } from "./port.ts";
import type { RefusedReason } from "./refused.ts";
import { createWarnSeldom } from "./warn-seldom.ts";

/** Counts a request that an adapter refuses, and logs each reason once a minute. */
export type Refusals = (why: RefusedReason, facts: LogFacts, event: LogEvent) => void;

/** An adapter calls this for each request that it refuses. */
export const createRefusals = ({ log, now, refused }: Pick<AdapterDeps, "log" | "now" | "refused">): Refusals => {
  const warn = createWarnSeldom(log, now);
  return (why, facts, event) => {
    refused?.(why);
    warn(why, facts, event);
  };
};

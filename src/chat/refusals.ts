import type { LogEvent } from "./log-events.ts";
import type { AdapterDeps, LogFacts, Log } from "./port.ts";
import type { RefusedReason } from "./refused.ts";
import type { Instant } from "../sla/instant.ts";
import { setNewest } from "./bounded-map.ts";

/** Logs a warning that other people can cause as often as they like. Warnings with the same `key` count as the same. */
export type WarnOncePerMinute = (key: string, facts: LogFacts, event: LogEvent) => void;

const everyMs = 60_000;
/** How many keys are remembered. If there are more, the one that was logged longest ago is forgotten. */
const keysAtMost = 1_000;

/** Logs the first warning of a key in a minute and counts the others. The next line says how many were left out. */
export const createWarnOncePerMinute = (log: Log, now: () => Instant): WarnOncePerMinute => {
  const logged = new Map<string, { readonly at: Instant; left: number }>();
  return (key, facts, event) => {
    const at = now();
    const last = logged.get(key);
    // If the clock was set back, log at once; otherwise nothing would be logged until it caught up.
    if (last !== undefined && at >= last.at && at - last.at < everyMs) {
      last.left += 1;
      return;
    }
    setNewest(logged, key, { at, left: 0 }, keysAtMost);
    log.warn(last === undefined || last.left === 0 ? facts : { ...facts, notLogged: last.left }, event);
  };
};

/** Counts a request that an adapter refuses, and logs each reason once a minute. */
export type Refusals = (why: RefusedReason, facts: LogFacts, event: LogEvent) => void;

/** An adapter calls this for each request that it refuses. */
export const createRefusals = ({ log, now, refused }: Pick<AdapterDeps, "log" | "now" | "refused">): Refusals => {
  const warn = createWarnOncePerMinute(log, now);
  return (why, facts, event) => {
    refused?.(why);
    warn(why, facts, event);
  };
};

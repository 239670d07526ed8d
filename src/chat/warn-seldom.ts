import type { Instant } from "../sla/instant.ts";

import type { Log } from "./port.ts";

/** Warns of what others can make happen as often as they like. `key` says which warnings count as the same. */
export type WarnSeldom = (key: string, about: object, text: string) => void;

const everyMs = 60_000;
/** So many keys are remembered; where there are more, the one that was logged longest ago is forgotten. */
const keysAtMost = 1_000;

/** Logs the first warning of a key in a minute and counts the others; the next one that is logged says how many they were. */
export const createWarnSeldom = (log: Log, now: () => Instant): WarnSeldom => {
  const logged = new Map<string, { readonly at: Instant; left: number }>();
  return (key, about, text) => {
    const at = now();
    const last = logged.get(key);
    // A clock that was turned back must not silence a warning until it has caught up.
    if (last !== undefined && at >= last.at && at - last.at < everyMs) {
      last.left += 1;
      return;
    }
    logged.delete(key);
    logged.set(key, { at, left: 0 });
    const [oldest] = logged.keys();
    if (logged.size > keysAtMost && oldest !== undefined) logged.delete(oldest);
    log.warn(last === undefined || last.left === 0 ? about : { ...about, notLogged: last.left }, text);
  };
};

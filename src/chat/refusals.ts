import type { AdapterDeps } from "./port.ts";
import type { RefusedReason } from "./refused.ts";
import { createWarnSeldom } from "./warn-seldom.ts";

/** Counts a request that an adapter turns away. The log is told of each reason once a minute. */
export type Refusals = (why: RefusedReason, about: object, text: string) => void;

/** What an adapter calls for each request that it turns away. */
export const createRefusals = ({ log, now, refused }: Pick<AdapterDeps, "log" | "now" | "refused">): Refusals => {
  const warn = createWarnSeldom(log, now);
  return (why, about, text) => {
    refused?.(why);
    warn(why, about, text);
  };
};

import type { Clock } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";

/**
 * Whether a public message written at a moment ends a clock: it answers what was asked before it, and is the news that was
 * promised before it; what was `unread` when it was written waits on. No message ends a solution, or what the technical team owes.
 */
export const isAnswer = (
  at: Instant,
  unread: readonly Instant[],
  { kind, startedAt }: Pick<Clock, "kind" | "startedAt">,
): boolean =>
  kind !== "resolution" &&
  kind !== "tech" &&
  at >= startedAt &&
  !(kind === "nextResponse" && unread.includes(startedAt));

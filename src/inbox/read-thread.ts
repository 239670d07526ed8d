import type { Instant } from "../sla/instant.ts";
import type { MessageRef } from "../chat/card.ts";
import type { ThreadRead } from "../chat/reading/thread-read.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { platformOf } from "../tickets/refs.ts";

/**
 * The platform does not give what an inbound event needs. The inbox processes the event again later, and does not count
 * this as a try. `until` is null if the platform does not say when it will answer.
 */
export class PlatformUnavailable extends Error {
  readonly until: Instant | null;
  constructor(why: string, until: Instant | null) {
    super(`a message was not read: ${why}`);
    this.until = until;
  }
}

/**
 * Reads the message with its thread, as far as the platform allows. If `needed`, a temporary failure throws
 * `PlatformUnavailable`.
 */
export const readThread = async (
  deps: Pick<WorkDeps, "ports" | "log">,
  message: MessageRef,
  needed: boolean,
  after?: string,
): Promise<Extract<ThreadRead, { ok: true }> | null> => {
  const read = await deps.ports.get(platformOf(message.channel))?.readThread?.(message, after);
  if (read === undefined || read.ok) return read ?? null;
  const { failure } = read;
  const { kind, why } = failure;
  deps.log.warn({ failure: kind, err: why }, "inbox.thread-unread");
  if (needed && kind !== "recipientGone" && kind !== "ourBug")
    throw new PlatformUnavailable(why, failure.kind === "waitUntil" ? failure.until : null);
  return null;
};

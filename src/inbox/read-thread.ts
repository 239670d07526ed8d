import type { MessageRef } from "../chat/card.ts";
import type { ThreadRead } from "../chat/reading/thread-read.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { platformOf } from "../tickets/refs.ts";

/**
 * Reads the message with its thread, as far as the platform allows. If `needed`, a temporary failure throws, so that
 * the inbound event is tried again later.
 */
export const readThread = async (
  deps: Pick<WorkDeps, "ports" | "log">,
  message: MessageRef,
  needed: boolean,
  after?: string,
): Promise<Extract<ThreadRead, { ok: true }> | null> => {
  const read = await deps.ports.get(platformOf(message.channel))?.readThread?.(message, after);
  if (read === undefined || read.ok) return read ?? null;
  const { kind, why } = read.failure;
  deps.log.warn({ failure: kind, err: why }, "inbox.thread-unread");
  if (needed && kind !== "recipientGone" && kind !== "ourBug") throw new Error(`a message was not read: ${why}`);
  return null;
};

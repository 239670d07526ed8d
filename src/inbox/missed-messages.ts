import { storeArrivals } from "../db/inbox-store.ts";
import type { MessageRef } from "../chat/card.ts";
import type { ReadMessage, ThreadRead } from "../chat/reading/thread-read.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { sanitize } from "./receive.ts";
import { readThread } from "./read-thread.ts";

type Thread = Extract<ThreadRead, { ok: true }>;

/** A message that a ticket was opened from, and its thread as it was read before the ticket existed. */
export interface ReadBefore {
  readonly message: MessageRef;
  readonly thread: Thread;
}

/**
 * Stores what people wrote in a thread while a ticket was opened from it. Plazo read the thread before the ticket existed,
 * and ignored messages below it until then, so such a message would be in neither. A message whose event comes later is
 * known by then, so the ticket takes it once.
 */
export const storeMissed = async (
  deps: Pick<WorkDeps, "database" | "ports" | "log" | "now">,
  key: string,
  { message, thread }: ReadBefore,
): Promise<void> => {
  const now = await readThread(deps, message, false);
  const known = new Set(thread.messages.map(({ id }) => id));
  const missed = (now?.messages ?? []).filter(({ id, bot }) => !bot && !known.has(id));
  if (missed.length === 0) return;
  const { channel } = message;
  const arrived = ({ id, at, by, text, format, files }: ReadMessage) => ({
    inboundEvent: sanitize({
      key: `${key} ${id}`,
      at: Math.min(at, deps.now()),
      by,
      channel,
      kind: "message" as const,
      message: { channel, id, thread: thread.root },
      text,
      format,
      files,
    }),
    lane: `${channel} ${thread.root}`,
    at: deps.now(),
    lease: { token: key, until: deps.now() },
  });
  await storeArrivals(deps.database.inbound, missed.map(arrived));
};

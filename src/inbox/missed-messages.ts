import { messagesWithKey } from "../db/messages/message-store.ts";
import type { Instant } from "../sla/instant.ts";
import type { Ticket } from "../tickets/ticket.ts";
import { storeArrivals } from "../db/inbox-store.ts";
import type { MessageRef } from "../chat/card.ts";
import type { ReadFrom, ReadMessage } from "../chat/reading/thread-read.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { sanitize } from "./receive.ts";
import { readThread } from "./read-thread.ts";

/** Messages from this long (ms) before the opening may be missing too: the platform's clock may differ. */
const marginMs = 60_000;

/**
 * The worker reads at most so many parts of a thread, which are tens of thousands of messages. Otherwise a platform that
 * never ends its list would stop the inbox.
 */
const mostParts = 500;

/** The messages of a thread since its ticket was opened. A temporary failure throws. */
const readSince = async (
  deps: Pick<WorkDeps, "ports" | "log" | "threadReads">,
  message: MessageRef,
  since: Instant,
): Promise<{ readonly root: string; readonly messages: readonly ReadMessage[] } | null> => {
  const found = new Map<string, ReadMessage>();
  let root = message.thread ?? message.id;
  let from: ReadFrom = { since };
  for (let part = 0; ; part += 1) {
    if (part === mostParts) {
      deps.log.warn({ channel: message.channel, parts: mostParts }, "inbox.thread-too-long");
      break;
    }
    const read = await readThread(deps, message, { needed: true, from });
    if (read === null) return null;
    ({ root } = read);
    for (const each of read.messages) if (each.at >= since) found.set(each.id, each);
    const last = read.messages.at(-1);
    if (!read.more || last === undefined || ("after" in from && last.id === from.after)) break;
    from = { after: last.id };
  }
  return { root, messages: [...found.values()] };
};

/**
 * Stores what people wrote in a thread while a ticket was opened from it. Plazo read the thread before the ticket existed,
 * and ignored messages below it until then, so such a message would be in neither. A message whose event comes later is
 * known by then, so the ticket takes it once. A temporary failure throws: the event that opened the ticket is then processed
 * again, also by another process.
 */
export const storeMissed = async (
  deps: Pick<WorkDeps, "database" | "ports" | "log" | "now" | "threadReads">,
  key: string,
  { source, openedAt }: Pick<Ticket, "source" | "openedAt">,
): Promise<void> => {
  if (source === null) return;
  const { channel } = source;
  const ref = { channel, id: source.message, ...(source.root === source.message ? {} : { thread: source.root }) };
  const thread = await readSince(deps, ref, openedAt - marginMs);
  if (thread === null) return;
  const missed: ReadMessage[] = [];
  for (const each of thread.messages) {
    const isKnown =
      each.id === source.message || (await messagesWithKey(deps.database.db, { channel, id: each.id })).length > 0;
    if (!each.bot && !isKnown) missed.push(each);
  }
  if (missed.length === 0) return;
  const arrived = ({ id, at, by, text, format = [], files = [] }: ReadMessage) => ({
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
    isRepeat: false,
  });
  await storeArrivals(deps.database.inbound, missed.map(arrived));
};

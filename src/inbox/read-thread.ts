import type { Instant } from "../sla/instant.ts";
import type { MessageRef } from "../chat/card.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import type { ReadFrom, ThreadRead } from "../chat/reading/thread-read.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import type { RequestContext } from "../requests/request-context.ts";
import { platformOf } from "../tickets/refs.ts";
import { sanitize } from "./receive.ts";
import type { NoTurn } from "./thread-reads.ts";

/**
 * The platform does not give what an inbound event needs, or the author must wait for their turn. The inbox processes the
 * event again later, and does not count this as a try. `until` is null if it is not known when to ask again.
 */
export class PlatformUnavailable extends Error {
  readonly until: Instant | null;
  constructor(why: string, until: Instant | null) {
    super(`a message was not read: ${why}`);
    this.until = until;
  }
}

type Deps = Pick<WorkDeps, "ports" | "log" | "threadReads">;

/**
 * Asks whether the author of an event may have a thread read now. Null: they may. Throws `PlatformUnavailable` until it is
 * the event's turn. Staff have no limit.
 */
export const whyNoRead = (
  { threadReads }: Pick<WorkDeps, "threadReads">,
  { key, by }: InboundEvent,
  { principal }: RequestContext,
): NoTurn | null => {
  if (principal.is === "staff") return null;
  const turn = threadReads?.turnOf(key, { person: by.user, account: principal.account?.key ?? null }) ?? null;
  if (typeof turn !== "number") return turn;
  throw new PlatformUnavailable("the author had many threads read", turn);
};

/**
 * Reads the message with its thread, as far as the platform allows, with texts as Postgres can store them. If `needed`, a temporary failure throws
 * `PlatformUnavailable`. Where the platform did not answer recently, it is not asked.
 */
export const readThread = async (
  { ports, log, threadReads }: Deps,
  message: MessageRef,
  { needed, from }: { readonly needed: boolean; readonly from?: ReadFrom },
): Promise<Extract<ThreadRead, { ok: true }> | null> => {
  const { channel } = message;
  const closedUntil = threadReads?.closedUntil(channel) ?? null;
  if (closedUntil !== null) {
    if (needed) throw new PlatformUnavailable("the platform did not answer before", closedUntil);
    return null;
  }
  const read = await ports.get(platformOf(channel))?.readThread?.(message, from);
  if (read === undefined) return null;
  if (read.ok) {
    threadReads?.succeeded(channel);
    return sanitize(read);
  }
  const { failure } = read;
  log.warn({ failure: failure.kind, err: failure.why }, "inbox.thread-unread");
  if (failure.kind === "recipientGone" || failure.kind === "ourBug") return null;
  const until = failure.kind === "waitUntil" ? failure.until : null;
  threadReads?.failed(channel, until);
  if (needed) throw new PlatformUnavailable(failure.why, until);
  return null;
};

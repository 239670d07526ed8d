import { sourceKey } from "../tickets/conversation-place.ts";
import type { Card, MessageRef } from "../chat/card.ts";
import type { Delivery } from "../chat/delivery.ts";
import { mayCall, type Lease } from "../db/delivery/lease.ts";
import { whereTold, type OutboxRow, type Retold } from "../db/delivery/outbox-store.ts";
import { readTicket } from "../db/ticket-store.ts";
import type { Notification } from "../tickets/effect.ts";
import { platformOf } from "../tickets/refs.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { tooLate } from "./send.ts";

type Again = Extract<Retold, { type: "messageChanged" | "replySettled" | "ratingShown" }>;

/** Finds where a message was sent below a card: alone, or within an imported thread. */
const toldBelow = async (deps: WorkDeps, ticket: number, again: Again, card: number): ReturnType<typeof whereTold> => {
  const { db } = deps.database;
  const told = await whereTold(db, ticket, again, card);
  if (told.length > 0 || again.type !== "messageChanged") return told;
  const source = (await readTicket(db, ticket))?.source ?? null;
  return source === null ? [] : whereTold(db, ticket, { type: "threadImported", message: sourceKey(source) }, card);
};

/**
 * Updates a message wherever it was sent below a card; `render` gets what was sent there. Returns null if there is
 * nothing to edit, because it was not sent or was deleted.
 */
export const updateSent = async (
  deps: WorkDeps,
  { ticket, target }: OutboxRow,
  message: Again,
  lease: Lease,
  render: (told: Notification) => Card,
): Promise<Delivery | null> => {
  const told = target.kind === "card" ? await toldBelow(deps, ticket, message, target.card) : [];
  let last: Delivery | null = null;
  for (const each of told) {
    const delivery = await showAnew(deps, each.ref, lease, render(each.message));
    if (!delivery.ok && delivery.failure.kind === "recipientGone") continue;
    if (!delivery.ok) return delivery;
    last = delivery;
  }
  return last;
};

const showAnew = async (deps: WorkDeps, ref: MessageRef, lease: Lease, card: Card): Promise<Delivery> => {
  const port = deps.ports.get(platformOf(ref.channel));
  if (port === undefined)
    return { ok: false, failure: { kind: "installBroken", why: `${platformOf(ref.channel)} is not switched on` } };
  if (!mayCall(lease, deps.now())) return tooLate;
  const delivery = await port.edit(ref, card);
  deps.meter.delivered(platformOf(ref.channel), delivery.ok ? "ok" : delivery.failure.kind);
  return delivery;
};

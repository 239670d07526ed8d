import type { Card, MessageRef } from "../chat/card.ts";
import type { Delivery } from "../chat/delivery.ts";
import { mayCall, type Lease } from "../db/lease.ts";
import { whereTold, type OutboxRow, type Retold } from "../db/outbox-store.ts";
import { platformOf } from "../domain/refs.ts";
import type { WorkDeps } from "./deps.ts";
import { tooLate } from "./reach.ts";

/**
 * Shows a message as it is now where it was told before. Null where nothing stands to be changed: it was never told there,
 * or somebody removed it.
 */
export const retell = async (
  deps: WorkDeps,
  { ticket, target }: OutboxRow,
  message: Retold,
  lease: Lease,
  render: () => Card,
): Promise<Delivery | null> => {
  const told = target.kind === "card" ? await whereTold(deps.database.db, ticket, message, target.card) : [];
  let last: Delivery | null = null;
  for (const ref of told) {
    const delivery = await showAnew(deps, ref, lease, render());
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

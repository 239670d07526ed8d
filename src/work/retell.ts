import type { Card } from "../chat/card.ts";
import type { Delivery } from "../chat/delivery.ts";
import { mayCall, type Lease } from "../db/lease.ts";
import { whereTold, type OutboxRow } from "../db/outbox-store.ts";
import type { Message } from "../domain/effect.ts";
import { platformOf } from "../domain/refs.ts";
import type { WorkDeps } from "./deps.ts";
import { tooLate } from "./reach.ts";

/**
 * Shows a message as it is now where it was told before. Null where nothing stands to be changed: it was never told there,
 * or somebody removed it.
 */
export const retell = async (
  deps: WorkDeps,
  { target }: OutboxRow,
  { message }: Extract<Message, { type: "wordsChanged" }>,
  lease: Lease,
  render: () => Card,
): Promise<Delivery | null> => {
  const ref = target.kind === "card" ? await whereTold(deps.database.db, message, target.card) : null;
  if (ref === null) return null;
  const port = deps.ports.get(platformOf(ref.channel));
  if (port === undefined)
    return { ok: false, failure: { kind: "installBroken", why: `${platformOf(ref.channel)} is not switched on` } };
  if (!mayCall(lease, deps.now())) return tooLate;
  const delivery = await port.edit(ref, render());
  deps.meter.delivered(platformOf(ref.channel), delivery.ok ? "ok" : delivery.failure.kind);
  return !delivery.ok && delivery.failure.kind === "recipientGone" ? null : delivery;
};

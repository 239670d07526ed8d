import type { Card } from "../chat/card.ts";
import type { Delivery } from "../chat/delivery.ts";
import { readCard } from "../db/delivery/card-store.ts";
import { mayCall, type Lease } from "../db/delivery/lease.ts";
import type { OutboxRow } from "../db/delivery/outbox-store.ts";
import { platformOf } from "../tickets/refs.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { tooLate } from "./send.ts";

/** How long (ms) an old card is tried; its channel may be archived, and then it stays as it is. */
const patienceMs = 60 * 60_000;
/** How long (ms) a post that was under way when the card went may take. */
const underwayMs = 60_000;

/** Shows on a card that went elsewhere where it went. Null where that cannot be shown, which is no failure. */
export const sayMoved = async (
  deps: WorkDeps,
  { target, createdAt }: OutboxRow,
  lease: Lease,
  render: () => Card,
): Promise<Delivery | null> => {
  const card = target.kind === "card" ? await readCard(deps.database.db, target.card) : null;
  if (card === null || card.goneAt === null) return null;
  const age = deps.now() - createdAt;
  if (card.ref === null)
    return age < underwayMs ? { ok: false, failure: { kind: "tryAgain", why: "the card is not posted yet" } } : null;
  const port = deps.ports.get(platformOf(card.ref.channel));
  if (port === undefined) return null;
  if (!mayCall(lease, deps.now())) return tooLate;
  const delivery = await port.edit(card.ref, render());
  deps.meter.delivered(platformOf(card.ref.channel), delivery.ok ? "ok" : delivery.failure.kind);
  if (delivery.ok) return delivery;
  const { kind } = delivery.failure;
  const mayWork = kind === "waitUntil" || kind === "tryAgain" || kind === "doubtful";
  return mayWork && age < patienceMs ? delivery : null;
};

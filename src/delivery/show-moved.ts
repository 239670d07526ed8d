import type { Card } from "../chat/card.ts";
import type { Delivery } from "../chat/delivery.ts";
import { readCard } from "../db/delivery/card-store.ts";
import { mayCall, type Lease } from "../db/delivery/lease.ts";
import type { OutboxRow } from "../db/delivery/outbox-row.ts";
import { platformOf } from "../tickets/refs.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { tooLate } from "./send.ts";

/** How long (ms) editing an old card is tried. An archived channel never accepts it. */
const patienceMs = 60 * 60_000;
/** How long (ms) a post may take that was under way when the card moved. */
const underwayMs = 60_000;

/** Shows on a retired card where the ticket went. Returns null if that is not possible, which is no failure. */
export const showMoved = async (
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
  deps.metrics.delivered(platformOf(card.ref.channel), delivery.ok ? "ok" : delivery.failure.kind);
  if (delivery.ok) return delivery;
  const { kind } = delivery.failure;
  const mayWork = kind === "waitUntil" || kind === "tryAgain" || kind === "doubtful";
  return mayWork && age < patienceMs ? delivery : null;
};

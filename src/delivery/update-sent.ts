import { sourceKey } from "../tickets/conversation-place.ts";
import type { Card, MessageRef } from "../chat/card.ts";
import type { Delivery } from "../chat/delivery.ts";
import { mayCall, type Lease } from "../db/delivery/lease.ts";
import type { OutboxRow } from "../db/delivery/outbox-row.ts";
import { readDirect } from "../db/delivery/quoting-directs.ts";
import { findSent, type SentUpdate } from "../db/delivery/sent-messages.ts";
import { readTicket } from "../db/ticket-store.ts";
import { wentToFormer } from "../desk/former.ts";
import { directGoneCard } from "../features/conversation/index.ts";
import type { Notification } from "../tickets/effect.ts";
import { platformOf } from "../tickets/refs.ts";
import { deskViewer } from "../i18n/viewer-for.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import type { Instant } from "../sla/instant.ts";
import { tooLate } from "./send.ts";

type MessageUpdate = Extract<SentUpdate, { type: "messageChanged" | "replySettled" | "ratingShown" }>;
type DirectUpdate = Extract<Notification, { type: "directChanged" }>;

const notSentYet: Delivery = { ok: false, failure: { kind: "tryAgain", why: "the direct message is not sent yet" } };

/** Finds where a message was sent below a card: alone, or within an imported thread. */
const sentBelow = async (
  deps: WorkDeps,
  ticket: number,
  update: MessageUpdate,
  card: number,
): ReturnType<typeof findSent> => {
  const { db } = deps.database;
  const sent = await findSent(db, ticket, update, card);
  if (sent.length > 0 || update.type !== "messageChanged") return sent;
  const source = (await readTicket(db, ticket))?.source ?? null;
  return source === null ? [] : findSent(db, ticket, { type: "threadImported", message: sourceKey(source) }, card);
};

/** A message to edit. `createdAt`: when a direct message was made; null for one below a card. */
type Sent = Awaited<ReturnType<typeof findSent>>[number] & { readonly createdAt: Instant | null };

/** Finds what was sent before and is to be updated; `underWay` if it is being sent now. */
const sentBefore = async (
  deps: WorkDeps,
  { ticket, target }: OutboxRow,
  update: MessageUpdate | DirectUpdate,
): Promise<readonly Sent[] | "underWay"> => {
  if (update.type !== "directChanged") {
    const below = target.kind === "card" ? await sentBelow(deps, ticket, update, target.card) : [];
    return below.map((each) => ({ ...each, createdAt: null }));
  }
  const direct = await readDirect(deps.database.db, update.direct);
  if (direct === "underWay") return direct;
  return direct === null ? [] : [direct];
};

/**
 * What a direct message shows instead of the ticket, if the desk names its recipient no more: they left, another person
 * has their entry, or the entry has another id on the platform. Null if they still read the ticket.
 */
const insteadOfTicket = async (
  deps: WorkDeps,
  { ticket, target }: OutboxRow,
  { createdAt, ref }: Sent,
): Promise<Card | null> => {
  if (target.kind !== "person" || createdAt === null) return null;
  const desk = await deps.desk.read(deps.database.db);
  const sent = { key: target.person, platform: platformOf(ref.channel), at: createdAt };
  return wentToFormer(desk, sent) ? directGoneCard(ticket, deskViewer(desk)) : null;
};

/**
 * Updates a message wherever it was sent to this target; `render` gets what was sent there. Returns null if there is
 * nothing to edit, because it was not sent or was deleted.
 */
export const updateSent = async (
  deps: WorkDeps,
  row: OutboxRow,
  {
    message,
    lease,
    render,
  }: {
    readonly message: MessageUpdate | DirectUpdate;
    readonly lease: Lease;
    readonly render: (sent: Notification) => Promise<Card>;
  },
): Promise<Delivery | null> => {
  const sent = await sentBefore(deps, row, message);
  if (sent === "underWay") return notSentYet;
  let last: Delivery | null = null;
  for (const each of sent) {
    const card = (await insteadOfTicket(deps, row, each)) ?? (await render(each.message));
    const delivery = await editMessage(deps, each.ref, lease, card);
    if (!delivery.ok && delivery.failure.kind === "recipientGone") continue;
    if (!delivery.ok) return delivery;
    last = delivery;
  }
  return last;
};

const editMessage = async (deps: WorkDeps, ref: MessageRef, lease: Lease, card: Card): Promise<Delivery> => {
  const port = deps.ports.get(platformOf(ref.channel));
  if (port === undefined)
    return { ok: false, failure: { kind: "installBroken", why: `${platformOf(ref.channel)} is not switched on` } };
  if (!mayCall(lease, deps.now())) return tooLate;
  const delivery = await port.edit(ref, card);
  deps.metrics.delivered(platformOf(ref.channel), delivery.ok ? "ok" : delivery.failure.kind);
  return delivery;
};

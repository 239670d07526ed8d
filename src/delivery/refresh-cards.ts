import { markAttempts } from "../db/delivery/mark-attempts.ts";
import type { Instant } from "../sla/instant.ts";
import { randomUUID } from "node:crypto";
import { execute } from "../tickets/execute/execute.ts";
import { ticketPlaces } from "../tickets/execute/ticket-places.ts";
import type { Card } from "../chat/card.ts";
import { errorKind } from "../chat/error-kind.ts";
import { attemptOf, recipientGone, type Delivery, type DeliveryFailure } from "../chat/delivery.ts";
import type { CardRow, UnreadableCard } from "../db/delivery/card-row.ts";
import { extendCardLease, saveRoot, settleCard, showAgain } from "../db/delivery/card-store.ts";
import { claimCards, type CardClaim } from "../db/delivery/claim-cards.ts";
import { leaseMs, mayCall, type Lease } from "../db/delivery/lease.ts";
import { readCollected } from "../db/collected-store.ts";
import type { Database } from "../db/connection/handle.ts";
import { readOpening } from "../db/messages/message-store.ts";
import { readTicket, readTickets } from "../db/ticket-store.ts";
import type { Desk } from "../desk/desk.ts";
import { whyConversationLeft } from "../tickets/conversation-place.ts";
import { platformOf, type Place } from "../tickets/refs.ts";
import type { Ticket } from "../tickets/ticket.ts";
import { fairOrder } from "../tickets/limits.ts";
import { collectedCard, collectedShown, emptyCollectedCard } from "../features/limits/index.ts";
import { conversationCard, triageCard } from "../features/ticket-cards/index.ts";
import { customerViewer, deskViewer } from "../i18n/viewer-for.ts";
import type { TicketPlaces } from "../i18n/viewer.ts";
import { techCard } from "../features/tech-handoff/index.ts";
import { reportNotMailed } from "./report-delivered.ts";
import { backoff, operatorPause } from "./backoff.ts";
import type { Step, WorkDeps } from "../jobs/deps.ts";
import type { Limiter } from "./limiter.ts";
import { planCards } from "./plan-cards.ts";
import { tooLate } from "./send.ts";
import type { ServedElsewhere } from "./served-elsewhere.ts";

const batch = 10;

/**
 * Brings cards up to date with their tickets. Quick changes become one edit with the newest state, and a card is never
 * posted twice. If a platform's limit is used up, a card waits and then shows the newest state.
 */
export const refreshCards =
  (
    deps: WorkDeps,
    {
      limiter,
      elsewhere,
      calm,
    }: { readonly limiter: Limiter; readonly elsewhere: ServedElsewhere; readonly calm: () => Promise<void> },
  ): Step =>
  async () => {
    const now = deps.now();
    const lease = { token: randomUUID(), until: now + leaseMs };
    const { rows, unreadable } = await nextCards(deps, { now, lease, limit: batch }, limiter, (await elsewhere()).all);
    for (const row of unreadable) await postpone(deps, row, lease, row.unreadable);
    if (rows.length === 0) return unreadable.length;
    const desk = await deps.desk.read(deps.database.db);
    await Promise.all(
      rows.map(async (row) => {
        await calm();
        await refresh(deps, desk, row, lease).catch((error: unknown) => postpone(deps, row, lease, error));
      }),
    );
    return rows.length + unreadable.length;
  };

/** Claims cards and returns those that go now, with their attempts marked. No transaction is open while that is decided. */
const nextCards = async (
  { database: { db } }: WorkDeps,
  claim: Pick<CardClaim, "now" | "lease" | "limit">,
  limiter: Limiter,
  elsewhere: readonly string[],
): Promise<{ readonly rows: readonly CardRow[]; readonly unreadable: readonly UnreadableCard[] }> => {
  const closed: CardClaim["closed"] = (urgent) => {
    const { posts, edits } = limiter.closedForCards(urgent);
    return { posts: [...posts, ...elsewhere], edits: [...edits, ...elsewhere] };
  };
  const { cards, unreadable } = await claimCards(db, { ...claim, closed, inTurns: fairOrder });
  if (cards.length === 0) return { rows: [], unreadable };
  const { rows, attempts } = planCards(cards, limiter);
  const marked = await markAttempts(db, "cards", { ...attempts, token: claim.lease.token, now: claim.now });
  return { rows: rows.filter(({ id }) => marked.has(id)), unreadable };
};

/** Postpones a card that cannot be read, rendered or saved. It holds up no other card. */
const postpone = async (
  deps: WorkDeps,
  row: CardRow | UnreadableCard,
  { token }: Lease,
  error: unknown,
): Promise<void> => {
  deps.log.error({ err: error, ticket: row.ticket, side: row.side }, "card.failed");
  const why = `it could not be rendered or saved (${errorKind(error)})`;
  const notBefore = operatorPause(deps.now());
  await settleCard(deps.database.db, row.id, token, { why, attemptedAt: row.attemptedAt, notBefore });
};

type Delivered = Extract<Delivery, { ok: true }>;

/** The customer's card has no links to staff cards. */
const noPlaces: TicketPlaces = { triage: null, conversation: null };

const refresh = async (deps: WorkDeps, desk: Desk, row: CardRow, lease: Lease): Promise<void> => {
  const db = deps.database.db;
  const ticket = await readTicket(db, row.ticket);
  if (ticket === null) throw new Error(`a card of no ticket: ${row.ticket}`);
  const places = row.side === "conversation" ? noPlaces : await ticketPlaces(db, ticket.number);
  const left = row.side === "conversation" ? whyConversationLeft(ticket, row.place, desk) : null;
  const card = await render(deps, desk, { row, ticket, places });
  const delivery = left === null ? await show(deps, row, card, lease) : recipientGone(left);
  deps.metrics.delivered(platformOfPlace(row.place), delivery.ok ? "ok" : delivery.failure.kind);
  if (!delivery.ok) return settleFailure(deps, row, lease, delivery.failure);
  if (delivery.notMailed !== undefined)
    await reportNotMailed(deps, { key: `card ${row.id} ${row.generation}`, ticket: row.ticket }, delivery.notMailed);
  const shown = {
    // The post may be an older one that was found again, with an older state. An edit follows.
    shown: row.ref === null && row.attemptedAt !== null ? 0 : shownNow(row, ticket),
    ref: delivery.ref,
    attemptedAt: null,
    tries: 0,
    why: null,
    ...(delivery.missing === undefined ? {} : onceMore(row, delivery.missing, deps.now())),
  };
  if (!(await settleCard(db, row.id, lease.token, shown))) return;
  await linkToConversation(deps, row, ticket, places);
  if (row.side === "conversation" && row.ref === null) await markSource(deps, ticket);
};

/** The card is edited once more, because a part of its message is missing. */
const onceMore = ({ tries }: CardRow, missing: NonNullable<Delivered["missing"]>, now: Instant) => ({
  shown: 0,
  ...(missing.kind === "waitUntil"
    ? { notBefore: missing.until }
    : { notBefore: backoff(now, tries), tries: tries + 1 }),
});

/** Adds the 🎫 reaction to the source message. A failure is ignored. */
const markSource = async ({ ports }: WorkDeps, { source }: Ticket): Promise<void> => {
  if (source === null) return;
  const { channel, message, root } = source;
  await ports.get(platformOf(channel))?.mark?.({ channel, id: message, ...(root === message ? {} : { thread: root }) });
};

/** The triage card links to the conversation. It is shown again if the conversation was posted in the meantime. */
const linkToConversation = async (deps: WorkDeps, row: CardRow, ticket: Ticket, seen: TicketPlaces): Promise<void> => {
  const { db } = deps.database;
  const isNews = row.side === "conversation" && row.ref === null;
  const isMissing = row.side === "triage" && seen.conversation === null;
  if (isNews || (isMissing && (await ticketPlaces(db, ticket.number)).conversation !== null))
    await showAgain(db, ticket.number);
};

interface Shown {
  readonly row: CardRow;
  readonly ticket: Ticket;
  readonly places: TicketPlaces;
}

/** A collected card counts its own changes. It was read after its row was claimed, so it shows at least these. */
const shownNow = ({ side, wanted }: CardRow, ticket: Ticket): number =>
  side === "collected" ? wanted : Math.min(ticket.version, wanted);

const render = async (
  { database: { db }, onDamagedMessage }: WorkDeps,
  desk: Desk,
  { row, ticket, places }: Shown,
): Promise<Card> => {
  if (row.side === "collected") return renderCollected(db, row, desk);
  const state = { ticket, messages: await readOpening(db, ticket.number, onDamagedMessage) };
  switch (row.side) {
    case "triage":
      return triageCard(state, desk, places, deskViewer(desk));
    case "tech":
      return techCard(state, desk, places, deskViewer(desk));
    case "conversation":
      return conversationCard(state, desk, customerViewer(desk, ticket));
  }
};

/** Renders the tickets of people without an account that wait together. */
const renderCollected = async (db: Database, { id, place }: CardRow, desk: Desk): Promise<Card> => {
  const { numbers, total, last } = await readCollected(db, id, collectedShown);
  if (total === 0) return emptyCollectedCard(place, desk, deskViewer(desk));
  const tickets = await readTickets(db, numbers);
  const shown = numbers.flatMap((number) => tickets.get(number) ?? []);
  return collectedCard(shown, { total, first: numbers[0] ?? 0, last: last ?? 0 }, desk, deskViewer(desk));
};

const platformOfPlace = (place: Place): string => platformOf(place.kind === "channel" ? place.channel : place.user);

const show = async (deps: WorkDeps, row: CardRow, card: Card, lease: Lease): Promise<Delivery> => {
  const platform = platformOfPlace(row.place);
  const port = deps.ports.get(platform);
  if (port === undefined)
    return { ok: false, failure: { kind: "installBroken", why: `${platform} is not switched on` } };
  if (!mayCall(lease, deps.now())) return tooLate;
  if (row.ref !== null) return port.edit(row.ref, card);
  const attempt = attemptOf(`card ${row.id} ${row.generation}`, row.attemptedAt);
  return row.place.kind === "channel" ? port.post(row.place, card, attempt) : port.tell(row.place.user, card, attempt);
};

const settleFailure = async (deps: WorkDeps, row: CardRow, lease: Lease, failure: DeliveryFailure): Promise<void> => {
  const now = deps.now();
  const { why } = failure;
  const settle = (outcome: Parameters<typeof settleCard>[3]) =>
    settleCard(deps.database.db, row.id, lease.token, { why, ...outcome });
  deps.log.warn({ ticket: row.ticket, side: row.side, failure: failure.kind, err: why }, "card.retry");
  switch (failure.kind) {
    case "waitUntil":
      await settle({ attemptedAt: row.attemptedAt, tries: row.tries, notBefore: failure.until });
      return;
    case "tryAgain":
      await settle({ attemptedAt: row.attemptedAt, notBefore: backoff(now, row.tries) });
      return;
    case "doubtful":
      await settle({ notBefore: backoff(now, row.tries) });
      return;
    case "installBroken":
      await settle({ attemptedAt: row.attemptedAt, notBefore: operatorPause(now) });
      return;
    case "ourBug":
      // The same card would be refused again; the ticket's next change renders another one.
      await settle({ attemptedAt: null, notBefore: operatorPause(now) });
      return;
    case "recipientGone":
      if (row.ref !== null) {
        // The message was deleted on the platform: post a new one.
        await saveRoot(deps.database.db, row);
        await settle({ ref: null, attemptedAt: null, tries: 0, generation: row.generation + 1 });
        return;
      }
      if (row.side !== "conversation") {
        if (row.side === "tech") await reportTechUnreached(deps, row, why, now);
        // The operator must invite the bot or correct the desk file. The card is posted soon after that.
        await settle({ attemptedAt: null, notBefore: operatorPause(now) });
        return;
      }
      // The move comes first: if the process ends in between, another one repeats both.
      if (!(await extendCardLease(deps.database.db, row.id, { token: lease.token, until: now + leaseMs }))) return;
      await moveConversation(deps, row, why, now);
      await settle({ goneAt: now, attemptedAt: null });
  }
};

/** Tells support that the technical team cannot see the ticket, once for each card that cannot be posted. */
const reportTechUnreached = async (deps: WorkDeps, row: CardRow, why: string, at: Instant): Promise<void> => {
  const report = {
    type: "reportUndelivered",
    by: { kind: "clock" },
    at,
    text: "",
    why,
    certain: true,
    to: "tech",
  } as const;
  await execute(deps, { key: `unreached card ${row.id} ${row.generation}`, number: row.ticket, command: report });
};

/** Moves the conversation to a direct message if the place refuses it. If that fails too, the staff are notified. */
const moveConversation = async (deps: WorkDeps, row: CardRow, why: string, at: Instant): Promise<void> => {
  const command = { type: "moveConversation", by: { kind: "clock" }, at, why } as const;
  const moved = await execute(deps, { key: null, number: row.ticket, command });
  if (moved.ok) return;
  const report = { type: "reportUndelivered", by: { kind: "clock" }, at, text: "", why, certain: true } as const;
  await execute(deps, { key: null, number: row.ticket, command: report });
};

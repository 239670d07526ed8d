import type { Instant } from "../sla/instant.ts";
import { randomUUID } from "node:crypto";
import { execute } from "../tickets/execute/execute.ts";
import { ticketPlaces } from "../tickets/execute/queries.ts";
import type { Card } from "../chat/card.ts";
import { errorKind } from "../chat/error-kind.ts";
import { type Delivery, type DeliveryFailure, recipientGone } from "../chat/delivery.ts";
import { holdCard, keepRoot, settleCard, showAgain, type CardRow } from "../db/delivery/card-store.ts";
import { leaseCards } from "../db/delivery/claim-cards.ts";
import { leaseMs, mayCall, type Lease } from "../db/delivery/lease.ts";
import { readLine } from "../db/collected-store.ts";
import type { Database } from "../db/connection/handle.ts";
import { readTicket, readTickets } from "../db/ticket-store.ts";
import type { Desk } from "../desk/desk.ts";
import { whyLeft } from "../features/conversation/left-place.ts";
import { platformOf, type Place } from "../tickets/refs.ts";
import type { Ticket } from "../tickets/ticket.ts";
import { collectedCard, collectedShown, emptyCollectedCard } from "../features/limits/collected-card.ts";
import { conversationCard } from "../features/ticket-cards/conversation-card.ts";
import { customerViewer, deskViewer } from "../i18n/viewer-for.ts";
import type { TicketPlaces } from "../i18n/viewer.ts";
import { techCard } from "../features/tech-handoff/tech-card.ts";
import { triageCard } from "../features/ticket-cards/triage-card.ts";
import { backoff, operatorPause } from "./backoff.ts";
import type { Step, WorkDeps } from "../jobs/deps.ts";
import type { Limiter } from "./limiter.ts";
import { tooLate } from "./send.ts";

const batch = 10;

/**
 * Lets cards catch up with their tickets: quick changes become one edit of the newest state, and never two posts. Where a
 * platform takes no more just now, a card waits and is the newest then.
 */
export const refreshCards =
  (deps: WorkDeps, limiter: Limiter, calm: () => Promise<void>): Step =>
  async () => {
    const now = deps.now();
    const lease = { token: randomUUID(), until: now + leaseMs };
    const rows = await leaseCards(deps.database.db, now, lease, batch, limiter);
    if (rows.length === 0) return 0;
    const desk = await deps.desk.read(deps.database.db);
    await Promise.all(
      rows.map(async (row) => {
        await calm();
        await refresh(deps, desk, row, lease).catch((error: unknown) => leaveAlone(deps, row, lease, error));
      }),
    );
    return rows.length;
  };

/** A card that cannot be drawn or stored is looked at again after a pause, and holds up no other. */
const leaveAlone = async (deps: WorkDeps, row: CardRow, { token }: Lease, error: unknown): Promise<void> => {
  deps.log.error({ err: error, ticket: row.ticket, side: row.side }, "card.failed");
  const why = `it could not be drawn or stored (${errorKind(error)})`;
  const notBefore = operatorPause(deps.now());
  await settleCard(deps.database.db, row.id, token, { why, attemptedAt: row.attemptedAt, notBefore });
};

/** The customer's card links to no other. */
const nowhere: TicketPlaces = { triage: null, conversation: null };

const refresh = async (deps: WorkDeps, desk: Desk, row: CardRow, lease: Lease): Promise<void> => {
  const db = deps.database.db;
  const ticket = await readTicket(db, row.ticket);
  if (ticket === null) throw new Error(`a card of no ticket: ${row.ticket}`);
  const places = row.side === "conversation" ? nowhere : await ticketPlaces(db, ticket.number);
  const left = row.side === "conversation" ? whyLeft(ticket, row.place, desk) : null;
  const card = await render(db, desk, { row, ticket, places });
  const delivery = left === null ? await show(deps, row, card, lease) : recipientGone(left);
  deps.meter.delivered(platformOfPlace(row.place), delivery.ok ? "ok" : delivery.failure.kind);
  if (!delivery.ok) return settleFailure(deps, row, lease, delivery.failure);
  const shown = {
    // A post that was tried before may be the one found now, with what was true then: an edit follows.
    shown: row.ref === null && row.attemptedAt !== null ? 0 : shownNow(row, ticket),
    ref: delivery.ref,
    attemptedAt: null,
    tries: 0,
    why: null,
  };
  if (!(await settleCard(db, row.id, lease.token, shown))) return;
  await linkUp(deps, row, ticket, places);
  if (row.side === "conversation" && row.ref === null) await markSource(deps, ticket);
};

/** The people there lost their rights: the card goes on elsewhere, or stays where it is as it is. */

/** So that everybody sees that the message is a ticket. A mark that does not come about is missed by nobody. */
const markSource = async ({ ports }: WorkDeps, { source }: Ticket): Promise<void> => {
  if (source === null) return;
  const { channel, message, root } = source;
  await ports.get(platformOf(channel))?.mark?.({ channel, id: message, ...(root === message ? {} : { thread: root }) });
};

/** Triage's card links to the conversation: it shows itself again where that was posted meanwhile. */
const linkUp = async (deps: WorkDeps, row: CardRow, ticket: Ticket, seen: TicketPlaces): Promise<void> => {
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

/** A collected line counts its own changes; it was read after its row was claimed, so it shows at least these. */
const shownNow = ({ side, wanted }: CardRow, ticket: Ticket): number =>
  side === "collected" ? wanted : Math.min(ticket.version, wanted);

const render = async (db: Database, desk: Desk, { row, ticket, places }: Shown): Promise<Card> => {
  switch (row.side) {
    case "collected":
      return lineOf(db, row, desk);
    case "triage":
      return triageCard(ticket, desk, places, deskViewer(desk));
    case "tech":
      return techCard(ticket, desk, places, deskViewer(desk));
    case "conversation":
      return conversationCard(ticket, desk, customerViewer(desk, ticket));
  }
};

/** The tickets of people without an account that wait together. */
const lineOf = async (db: Database, { id, place }: CardRow, desk: Desk): Promise<Card> => {
  const { numbers, total, last } = await readLine(db, id, collectedShown);
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
  const attempt = { key: `card ${row.id} ${row.generation}`, doubtfulSince: row.attemptedAt ?? undefined };
  return row.place.kind === "channel"
    ? port.post({ channel: row.place.channel, thread: row.place.thread }, card, attempt)
    : port.tell(row.place.user, card, attempt);
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
      // The same card would be refused again; the next change makes another one.
      await settle({ attemptedAt: null, notBefore: operatorPause(now) });
      return;
    case "recipientGone":
      if (row.ref !== null) {
        // Somebody deleted our message: show a new one.
        await keepRoot(deps.database.db, row);
        await settle({ ref: null, attemptedAt: null, tries: 0, generation: row.generation + 1 });
        return;
      }
      if (row.side !== "conversation") {
        if (row.side === "tech") await reportTechUnreached(deps, row, why, now);
        // The operator must invite the bot or mend the desk file; the ticket shows up as soon as that is done.
        await settle({ attemptedAt: null, notBefore: operatorPause(now) });
        return;
      }
      // The move first: should this process end in between, another does both again.
      if (!(await holdCard(deps.database.db, row.id, { token: lease.token, until: now + leaseMs }))) return;
      await moveConversation(deps, row, why, now);
      await settle({ goneAt: now, attemptedAt: null });
  }
};

/** Support takes it for asked, so it learns that the technical team sees nothing of it: once for each card that cannot stand. */
const reportTechUnreached = async (deps: WorkDeps, row: CardRow, why: string, at: Instant): Promise<void> => {
  const report = {
    type: "reportUndelivered",
    by: { kind: "clock" },
    at,
    what: "",
    why,
    certain: true,
    to: "tech",
  } as const;
  await execute(deps, { key: `unreached card ${row.id} ${row.generation}`, number: row.ticket, command: report });
};

/** The place refused us: carry on in a direct message, and where that is refused too, staff must find another way. */
const moveConversation = async (deps: WorkDeps, row: CardRow, why: string, at: Instant): Promise<void> => {
  const command = { type: "moveConversation", by: { kind: "clock" }, at, why } as const;
  const moved = await execute(deps, { key: null, number: row.ticket, command });
  if (moved.ok) return;
  const report = { type: "reportUndelivered", by: { kind: "clock" }, at, what: "", why, certain: true } as const;
  await execute(deps, { key: null, number: row.ticket, command: report });
};

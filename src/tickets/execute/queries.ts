import type { DamagedEvents } from "../../db/event-store.ts";
import { boundedEvents, type BoundedEvent } from "./bounded-events.ts";
import type { ClockKind } from "../../sla/clock-kinds.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Database } from "../../db/connection/handle.ts";
import { failedReminders, lingeringReminders } from "../../db/reminder-store.ts";
import { countTickets, listTickets, type TicketFilter } from "../../db/ticket-lists.ts";
import { readTicket } from "../../db/ticket-store.ts";
import type { Visible } from "../../db/search/visible-tickets.ts";
import { countedAtMost, dueSoonMs, lastListPage, listPageSize, listPlaceAt, type ListFilter } from "../list-filter.ts";
import type { MessageRef } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import { permitted, type Permission } from "../permissions.ts";
import {
  accountsOfRequester,
  identitiesOfContact,
  isTicketOf,
  identify,
  seesWholeAccount,
  type Principal,
} from "../principal.ts";
import type { Refusal } from "../messages.ts";
import type { ChannelRef, Membership, UserRef } from "../refs.ts";
import type { StoredTicket, Ticket } from "../ticket.ts";
import { placesOf } from "./ticket-places.ts";

/** The person who asks, and where. */
export interface QueryingPerson {
  readonly user: UserRef;
  readonly channel: ChannelRef;
  readonly membership?: Membership;
}

/** The person behind an event, where it happened. */
export const askerOf = ({
  by: { user, membership },
  channel,
}: {
  readonly by: Pick<QueryingPerson, "user" | "membership">;
  readonly channel: ChannelRef;
}): QueryingPerson => ({ user, channel, ...(membership === undefined ? {} : { membership }) });

/** The first tickets of a list, and their total, counted up to `countedAtMost` plus one. */
export interface TicketList {
  /** Includes the page that is shown. */
  readonly filter: ListFilter;
  readonly tickets: readonly StoredTicket[];
  readonly total: number;
  /** Whether more tickets follow. */
  readonly more: boolean;
  /** Where each ticket can be opened. */
  readonly places: ReadonlyMap<number, MessageRef>;
}

type Answer<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly refusal: Refusal };

/** The queue shows at most this many undelivered reminders. */
const unreachedLimit = 20;

/** The accounts that this person manages. */
const managedBy = (person: string, desk: Desk): readonly string[] =>
  Object.values(desk.accounts).flatMap(({ key, manager }) => (manager === person ? [key] : []));

/** Whose tickets a customer may see; null for staff, who see all. */
export const visibleTo = (asker: QueryingPerson, principal: Principal, desk: Desk): Visible | null =>
  principal.is === "staff"
    ? null
    : {
        account: principal.account?.key ?? null,
        ownOnly: principal.account !== null && !seesWholeAccount(asker.user, principal.account),
        users: identitiesOfContact(asker.user, principal.account),
        askedFor: accountsOfRequester(asker.user, principal.account, desk),
      };

const onlyVisible = (...of: Parameters<typeof visibleTo>): Pick<TicketFilter, "visibleTo"> => {
  const visible = visibleTo(...of);
  return visible === null ? {} : { visibleTo: visible };
};

const mineOf = (asker: QueryingPerson, principal: Principal, desk: Desk): NonNullable<TicketFilter["mine"]> => {
  if (principal.is === "customer")
    return { users: identitiesOfContact(asker.user, principal.account), person: null, accounts: [] };
  const { key } = principal.person;
  return { users: [asker.user], person: key, accounts: managedBy(key, desk) };
};

/**
 * Open tickets are sorted by their next due time. Lists with resolved tickets, and one's own list, show the newest
 * first.
 */
const narrowedBy = (
  filter: ListFilter,
  mine: NonNullable<TicketFilter["mine"]>,
  desk: Desk,
  now: Instant,
): TicketFilter => ({
  byDue: filter.which !== "all" && filter.which !== "resolved",
  ...(filter.which === "all" ? {} : filter.which === "resolved" ? { resolved: true } : { open: true }),
  ...(filter.which === "waiting" ? { waiting: true } : {}),
  ...(filter.which === "due" ? { dueBy: now + dueSoonMs } : {}),
  ...(filter.which === "overdue" ? { dueBy: now } : {}),
  ...(filter.which === "mine" ? { mine } : {}),
  ...(filter.account === null ? {} : { account: filter.account }),
  ...(filter.person === null ? {} : { person: { person: filter.person, accounts: managedBy(filter.person, desk) } }),
  ...(filter.severity === null ? {} : { severity: filter.severity }),
  facts: filter.facts,
  ...(filter.unassigned ? { unassigned: true } : {}),
  ...(filter.tech ? { tech: true } : {}),
});

/**
 * The tickets on one side of the filter's place, and whether more follow. Null if there are none after the place, or too few
 * before it for a page.
 */
const pageAtPlace = async (
  db: Database,
  narrowed: TicketFilter,
  { filter: { place }, pageSize }: { readonly filter: ListFilter; readonly pageSize: number },
): Promise<Pick<TicketList, "tickets" | "more"> | null> => {
  if (place === null) return null;
  if (place.side === "after") {
    const found = await listTickets(db, { ...narrowed, place }, pageSize + 1);
    return found.length === 0 ? null : { tickets: found.slice(0, pageSize), more: found.length > pageSize };
  }
  const tickets = await listTickets(db, { ...narrowed, place }, pageSize);
  const behind = listPlaceAt("after", tickets);
  if (behind === null || tickets.length < pageSize) return null;
  const next = await listTickets(db, { ...narrowed, place: behind }, 1);
  return { tickets, more: next.length > 0 };
};

/**
 * One page of the tickets that the asker may see: staff see all, customers their account's and their own. A page beyond
 * the last is the last, and one before the first is the first.
 */
export const ticketList = async (
  db: Database,
  desk: Desk,
  asker: QueryingPerson,
  {
    filter,
    now,
    pageSize = listPageSize,
  }: { readonly filter: ListFilter; readonly now: Instant; readonly pageSize?: number },
): Promise<TicketList> => {
  const principal = identify(asker.user, asker.channel, desk, asker.membership);
  const narrowed = {
    ...narrowedBy(filter, mineOf(asker, principal, desk), desk, now),
    ...onlyVisible(asker, principal, desk),
  };
  const total = await countTickets(db, narrowed, countedAtMost + 1);
  const last = total > countedAtMost ? lastListPage : Math.max(1, Math.ceil(total / pageSize));
  const atPlace = await pageAtPlace(db, narrowed, { filter, pageSize });
  const wanted = atPlace === null && filter.place !== null ? (filter.place.side === "after" ? last : 1) : filter.page;
  const page = atPlace === null ? Math.min(wanted, last) : filter.page;
  const found = atPlace === null ? await listTickets(db, narrowed, pageSize + 1, (page - 1) * pageSize) : [];
  const { tickets, more } = atPlace ?? { tickets: found.slice(0, pageSize), more: found.length > pageSize };
  const shown = { ...filter, page, place: atPlace === null ? null : filter.place };
  return { filter: shown, tickets, total, more, places: await placesFor(db, tickets, asker, principal) };
};

/** Whether the conversation is in a channel or in the asker's own direct messages. */
const isOpenTo = (asker: QueryingPerson, ticket: StoredTicket): boolean =>
  ticket.status !== "unreadable" && (ticket.conversation.kind === "channel" || ticket.conversation.user === asker.user);

/**
 * Where a ticket can be opened: staff in triage, customers in the conversation, unless that is in another person's
 * direct messages.
 */
export const placesFor = async (
  db: Database,
  tickets: readonly StoredTicket[],
  asker: QueryingPerson,
  principal: Principal,
): Promise<ReadonlyMap<number, MessageRef>> => {
  const places = await placesOf(
    db,
    tickets.map(({ number }) => number),
  );
  return new Map(
    tickets.flatMap((ticket) => {
      const { triage, conversation } = places(ticket.number);
      const place = principal.is === "staff" ? triage : isOpenTo(asker, ticket) ? conversation : null;
      return place === null ? [] : [[ticket.number, place] as const];
    }),
  );
};

/** The number of tickets offered while a person types a number: as many as Discord shows. */
const offeredAtMost = 25;

/**
 * Suggests tickets while a person types a number, limited to those they may use with this permission. Open tickets come
 * first by due time; for `reopen`, resolved tickets, the newest first.
 */
export const ticketsToSuggest = async (
  db: Database,
  desk: Desk,
  asker: QueryingPerson,
  {
    permission,
    like,
  }: { readonly permission: Extract<Permission, "show" | "history" | "resolve" | "reopen">; readonly like: string },
): Promise<readonly StoredTicket[]> => {
  const principal = identify(asker.user, asker.channel, desk, asker.membership);
  if (permitted(principal, permission) === "no") return [];
  const status = permission === "reopen" ? { byDue: false, resolved: true } : { byDue: true, open: true };
  const narrowed = { ...onlyVisible(asker, principal, desk), ...status, like };
  return listTickets(db, narrowed, offeredAtMost);
};

/** A reminder step that reached no person although its clock still runs. `trying`: Plazo still tries to deliver it. */
export interface UnreachedTicket {
  readonly ticket: number;
  readonly clock: ClockKind;
  readonly step: number;
  readonly at: Instant;
  readonly trying: boolean;
}

/** A step may be undelivered for this long (ms) before the queue shows it. */
const lingerMs = 60_000;

/** The first reminders that reached no person, for the queue. They leave it when their clock ends. */
export const unreachedReminders = async (db: Database, now: Instant): Promise<readonly UnreachedTicket[]> => {
  const failed = await failedReminders(db, unreachedLimit);
  const lingering = await lingeringReminders(db, now - lingerMs, unreachedLimit);
  return [...failed.map((row) => ({ ...row, trying: false })), ...lingering.map((row) => ({ ...row, trying: true }))]
    .filter(
      ({ clock, cycle, clocks }) =>
        // A step of an unreadable ticket is shown too.
        clocks === null || clocks.some((each) => each.kind === clock && each.cycle === cycle && each.end === null),
    )
    .map(({ ticket, clock, step, at, trying }) => ({ ticket, clock, step, at, trying }))
    .toSorted((one, other) => one.at - other.at);
};

/** The staff's queue: all open tickets by due time, and the reminders that reached no person. */
export const staffQueue = async (
  db: Database,
  desk: Desk,
  asker: QueryingPerson,
  { filter, now }: { readonly filter: ListFilter; readonly now: Instant },
): Promise<Answer<TicketList & { readonly unreached: readonly UnreachedTicket[] }>> =>
  permitted(identify(asker.user, asker.channel, desk, asker.membership), "queue") === "no"
    ? { ok: false, refusal: { reason: "notAllowed" } }
    : {
        ok: true,
        ...(await ticketList(db, desk, asker, { filter, now })),
        unreached: await unreachedReminders(db, now),
      };

/** One ticket. "Not yours" and "not there" give the same answer. */
export const oneTicket = async (
  db: Database,
  desk: Desk,
  asker: QueryingPerson,
  { number, permission = "show" }: { readonly number: number; readonly permission?: "show" | "transcript" },
): Promise<Answer<{ readonly ticket: Ticket }>> => {
  const principal = identify(asker.user, asker.channel, desk, asker.membership);
  const ticket = await readTicket(db, number);
  const allowed = permitted(principal, permission);
  const visible =
    ticket !== null && (allowed === "yes" || (allowed === "own" && isTicketOf(asker.user, principal, ticket, desk)));
  return visible ? { ok: true, ticket } : { ok: false, refusal: { reason: "noSuchTicket" } };
};

/** All events of a ticket, for staff. */
export const ticketHistory = async (
  db: Database,
  desk: Desk,
  asker: QueryingPerson,
  { number, onDamagedEvent }: DamagedEvents & { readonly number: number },
): Promise<Answer<{ readonly ticket: Ticket; readonly events: readonly BoundedEvent[] }>> => {
  const principal = identify(asker.user, asker.channel, desk, asker.membership);
  if (permitted(principal, "history") !== "yes") return { ok: false, refusal: { reason: "notAllowed" } };
  const ticket = await readTicket(db, number);
  return ticket === null
    ? { ok: false, refusal: { reason: "noSuchTicket" } }
    : { ok: true, ticket, events: await boundedEvents(db, number, { onDamagedEvent }) };
};

/** A ticket and all its events, for its transcript. The transcript decides which of them the asker may read. */
export const ticketFacts = async (
  db: Database,
  desk: Desk,
  asker: QueryingPerson,
  { number, onDamagedEvent }: DamagedEvents & { readonly number: number },
): Promise<Answer<{ readonly ticket: Ticket; readonly events: readonly BoundedEvent[] }>> => {
  const found = await oneTicket(db, desk, asker, { number, permission: "transcript" });
  return found.ok ? { ...found, events: await boundedEvents(db, number, { onDamagedEvent }) } : found;
};

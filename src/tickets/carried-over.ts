import type { Desk } from "../desk/desk.ts";
import type { Instant } from "../sla/instant.ts";
import { carriedClocks, type CarriedClocks } from "./clocks/carried-clocks.ts";
import { pagesFor } from "./routes/paging.ts";
import type { Page } from "./routes/notification-route.ts";
import type { CallBack, Escalation } from "./ticket-records.ts";
import { callBackOf, escalationOf, type Ticket, type UnresolvedTicket } from "./ticket.ts";
import type { MessageAuthor } from "./thread/thread-message.ts";

/** What the desk owes on a ticket that is merged. The ticket that it is merged into takes all of it over. */
export interface CarriedOver {
  readonly clocks: CarriedClocks;
  readonly callBack: CallBack | null;
  readonly escalation: Escalation | null;
  /** Its customers: its requester, and those of tickets that were merged into it. */
  readonly requesters: readonly MessageAuthor[];
}

export const carriedOver = (ticket: Ticket, at: Instant): CarriedOver => ({
  clocks: carriedClocks(ticket, at),
  callBack: callBackOf(ticket),
  escalation: escalationOf(ticket),
  requesters: [
    { user: ticket.requester.user, name: ticket.requester.name },
    ...ticket.links.flatMap(({ requesters = [] }) => requesters),
  ],
});

/** The call and the escalation that a ticket takes over. Its own ones stay. */
export type CarriedRequests = Pick<UnresolvedTicket, "callBack" | "escalation">;

export const carriedRequests = (ticket: Ticket, carried: CarriedOver): CarriedRequests =>
  ticket.status === "resolved"
    ? { callBack: null, escalation: null }
    : {
        callBack: ticket.callBack === null ? carried.callBack : null,
        escalation: ticket.escalation === null ? carried.escalation : null,
      };

/**
 * The pages for requests of which no person was notified yet. The pages of the merged ticket end with it, so this ticket
 * sends its own ones, with all their fallbacks.
 */
export const pagesForCarried = (
  { callBack, escalation }: CarriedRequests,
  ticket: Ticket,
  desk: Desk,
  at: Instant,
): readonly Page[] =>
  (
    [
      ["escalation", escalation],
      ["call", callBack],
    ] as const
  ).flatMap(([about, request]) =>
    request === null || request.notified !== null
      ? []
      : pagesFor(about, ticket, desk, at).map((page) => ({ ...page, since: request.at })),
  );

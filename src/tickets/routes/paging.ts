import { managerOf } from "../people.ts";
import type { Recipient } from "../../sla/ladder-step.ts";
import type { Instant } from "../../sla/instant.ts";
import { ticketCalendar } from "../clocks/clock-changes.ts";
import type { Desk } from "../../desk/desk.ts";
import { directTo, mailTo, routeAfter, routesFor, routeContextOf, sendOnRoute, type RouteContext } from "./routes.ts";
import type { NotifyTarget, Page } from "./notification-route.ts";
import type { Ticket } from "../ticket.ts";
import type { Effect } from "../effect.ts";
import type { Escalation } from "../ticket-records.ts";

const contextFor = (ticket: Ticket, desk: Desk, at: Instant): RouteContext =>
  routeContextOf(ticketCalendar(ticket, desk), ticket, desk, at);

const heads: readonly Recipient[] = ["head"];

interface FirstTargets {
  readonly first: readonly NotifyTarget[];
  /** The targets that come before the usual fallbacks. */
  readonly behind: readonly NotifyTarget[];
}

/**
 * Whom a page reaches first. An escalation goes to every head, consulting to the account manager. A call goes to one
 * person: the assignee, else the account manager, else their deputy.
 */
const firstTargets = (about: Page["about"], context: RouteContext): FirstTargets => {
  switch (about) {
    case "escalation":
      return { first: [...directTo(heads, context), ...mailTo(heads, context)], behind: [] };
    case "consulting":
      return { first: directTo(["manager"], context), behind: [] };
    case "call": {
      const [first, ...behind] = directTo(["assignee", "manager", "deputy"], context);
      return { first: first === undefined ? [] : [first], behind };
    }
  }
};

/** The pages to send, each with its fallbacks. If there is no person to call, triage is mentioned. */
export const pagesFor = (about: Page["about"], ticket: Ticket, desk: Desk, at: Instant): readonly Page[] => {
  const context = contextFor(ticket, desk, at);
  const { first, behind } = firstTargets(about, context);
  // A consulting ticket is one request from opening on.
  const since = about === "consulting" ? ticket.openedAt : at;
  const mention: NotifyTarget = { how: "mention", person: managerOf(desk, ticket)?.key ?? ticket.assignee };
  return routesFor(first.length === 0 ? [mention] : first, context, behind).map((route) => ({
    about,
    since,
    ...route,
  }));
};

/** The same page on its next available target; null if none is left. */
export const pageAfter = (
  page: Page,
  {
    error,
    ticket,
    desk,
    at,
  }: { readonly error: string; readonly ticket: Ticket; readonly desk: Desk; readonly at: Instant },
): Page | null => {
  const route = routeAfter(page, error, contextFor(ticket, desk, at));
  return route === null ? null : { ...page, ...route };
};

type PagedRequest = Pick<Escalation, "at" | "notified">;

/** The customer's request behind a page, and who was notified of it; null once it is settled. */
export const pagedRequestOf = (about: Page["about"], ticket: Ticket): PagedRequest | null => {
  if (ticket.status === "resolved") return null;
  switch (about) {
    case "escalation":
      return ticket.escalation;
    case "call":
      return ticket.callBack;
    case "consulting":
      return { at: ticket.openedAt, notified: null };
  }
};

/** Whether a page is still needed: the request is open, and no newer one replaced it. */
export const isStillOpen = (page: Page, ticket: Ticket): boolean =>
  pagedRequestOf(page.about, ticket)?.at === page.since;

export const sendPage = (page: Page): Effect => sendOnRoute(page, { type: "page", page });

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

interface Called {
  readonly first: readonly NotifyTarget[];
  /** Who comes before the usual notify targets. */
  readonly behind: readonly NotifyTarget[];
}

/** Every head hears of an escalation, the account manager of consulting, one person of a call: who has the ticket, else the account manager, else their deputy. */
const called = (about: Page["about"], context: RouteContext): Called => {
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

/** Who hears of it, each with the notify targets left if they cannot be reached. Where there is nobody, triage is asked. */
export const pagesFor = (about: Page["about"], ticket: Ticket, desk: Desk, at: Instant): readonly Page[] => {
  const context = contextFor(ticket, desk, at);
  const { first, behind } = called(about, context);
  // A consulting ticket is one wish as long as it is there.
  const since = about === "consulting" ? ticket.openedAt : at;
  const mention: NotifyTarget = { how: "mention", person: managerOf(desk, ticket)?.key ?? ticket.assignee };
  return routesFor(first.length === 0 ? [mention] : first, context, behind).map((route) => ({
    about,
    since,
    ...route,
  }));
};

/** The same on the next notify target that may be taken now; null where there is none left. */
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

type Wish = Pick<Escalation, "at" | "told">;

/** What the customer wished for, and who knows of it, while it stands. */
export const requestBehind = (about: Page["about"], ticket: Ticket): Wish | null => {
  if (ticket.status === "resolved") return null;
  switch (about) {
    case "escalation":
      return ticket.escalation;
    case "call":
      return ticket.callBack;
    case "consulting":
      return { at: ticket.openedAt, told: null };
  }
};

/** Whether somebody still has to be told of this: nobody has seen to it, and nobody was called for anew. */
export const isStillOpen = (page: Page, ticket: Ticket): boolean =>
  requestBehind(page.about, ticket)?.at === page.since;

export const sendPage = (page: Page): Effect => sendOnRoute(page, { type: "page", page });

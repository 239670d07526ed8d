import { isForCustomer } from "../../sla/clock-kinds.ts";
import { severityMarkOf, progressOf } from "../../cards/ticket-heading.ts";
import { isAssigneeGone } from "../../tickets/people.ts";
import type { Line, MessageRef } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Principal } from "../../tickets/principal.ts";
import { tickingClocks } from "../../tickets/clocks/plan.ts";
import { ticketName, type Ticket, type StoredTicket } from "../../tickets/ticket.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { isMissed } from "../../cards/due-line.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { rich } from "../../i18n/rich.ts";
import { dotted, faint, momentAndLeft, plain, strong } from "../../i18n/spans.ts";
import { accountName, nameOf } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";
import { factTexts } from "../ticket-facts.ts";

const dueKey = (isBreached: boolean, is: Principal["is"]) => {
  if (!isBreached) return "list.rowDue";
  return is === "staff" ? "list.rowMissed" : "list.rowWasDue";
};

/**
 * A ticket on one line: number (a link to its card), title, severity, status and next due time; staff also see the
 * assignee.
 */
export const ticketRow = (
  ticket: Ticket,
  desk: Desk,
  { is, place }: { readonly is: Principal["is"]; readonly place: MessageRef | null },
  viewer: Viewer,
): Line => {
  const say = sayIn(viewer.locale);
  const [next] = tickingClocks(ticket)
    // Customers never see the technical team's clock.
    .filter(({ kind }) => is === "staff" || isForCustomer(kind))
    .toSorted((one, other) => one.target.due - other.target.due);
  const account = accountName(desk, ticket, say);
  const flag = isAssigneeGone(ticket, desk) ? "⚠ " : "";
  const assignee = ticket.assignee === null ? say("triage.unassigned") : `${flag}${nameOf(desk, ticket.assignee)}`;
  const facts = factTexts(ticket, { desk, viewer }).flatMap(([, text]) => (text === null ? [] : [text]));
  const about =
    is === "staff"
      ? `${account} · ${say(`status.${ticket.status}`)} · ${assignee}`
      : say(`progress.${progressOf(ticket)}`);
  const name = strong(ticketName(ticket.number));
  const opened = place === null ? name : { ...name, open: place };
  return dotted(
    [opened, plain(` ${oneLine(ticket.title, 60)}`)],
    [strong(severityMarkOf(ticket, say))],
    [faint([...facts, about].join(" · "))],
    next === undefined ? [] : rich(say, dueKey(isMissed(next), is), { due: momentAndLeft(next.target.due) }),
  );
};

/** A ticket in at most a hundred characters, for a person who types its number. Staff also see the account. */
export const suggestedTicket = (ticket: StoredTicket, desk: Desk, is: Principal["is"], viewer: Viewer): string => {
  const say = sayIn(viewer.locale);
  if (ticket.status === "unreadable") return `${ticketName(ticket.number)} ⚠`;
  const account = accountName(desk, ticket, say);
  const accountPart = is === "staff" ? ` · ${oneLine(account, 30)}` : "";
  return `${ticketName(ticket.number)} ${oneLine(ticket.title, 45)} · ${severityMarkOf(ticket, say)}${accountPart}`;
};

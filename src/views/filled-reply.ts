import type { CannedReply, Desk, Placeholder } from "../domain/desk.ts";
import { tickingClocks } from "../domain/plan.ts";
import type { Instant } from "../domain/refs.ts";
import { ticketName, type Ticket } from "../domain/ticket.ts";
import { momentWords } from "./moment-words.ts";
import { customerReader } from "./reader-for.ts";
import { accountOf, managerOf } from "./who.ts";
import { sayIn } from "./words/say.ts";

const nextDue = (ticket: Ticket): Instant | null => {
  const dues = tickingClocks(ticket).flatMap(({ kind, promise }) => (kind === "tech" ? [] : [promise.due]));
  return dues.length === 0 ? null : Math.min(...dues);
};

/**
 * A canned reply in the customer's language, with what the ticket has to say in the places left open, and what was typed below
 * it. `news` is when news is promised with it; else `{due}` is the next promise that runs.
 */
export const filledReply = (
  canned: CannedReply,
  typed: string,
  ticket: Ticket,
  desk: Desk,
  news: Instant | null,
): string => {
  const reader = customerReader(desk, ticket);
  const due = news ?? nextDue(ticket);
  const values: Readonly<Record<Placeholder, string>> = {
    customer: ticket.requester.name,
    ticket: ticketName(ticket.number),
    manager: managerOf(desk, ticket)?.name ?? desk.name,
    account: accountOf(desk, ticket)?.name ?? desk.name,
    due: due === null ? sayIn(reader.locale)("message.soonAsWeCan") : momentWords(due, reader),
  };
  const filled = canned.text[reader.locale].replaceAll(
    /\{(customer|ticket|manager|account|due)\}/g,
    (_, name: Placeholder) => values[name],
  );
  return typed === "" ? filled : `${filled}\n\n${typed}`;
};

import { runningOf } from "./clocks/plan.ts";
import { callBackOf, escalationOf, isWithTech, type Ticket } from "./ticket.ts";

/**
 * Something that the desk has not done yet for the customer of a ticket. `answer`: a message waits for an answer. `update`:
 * staff promised one. `undelivered`: a message may not have reached the customer.
 */
export type Owed = "answer" | "update" | "call" | "escalation" | "tech" | "undelivered";

const isOwed: Readonly<Record<Owed, (ticket: Ticket) => boolean>> = {
  answer: (ticket) =>
    ticket.unanswered !== null ||
    runningOf(ticket, "firstResponse") !== undefined ||
    runningOf(ticket, "nextResponse") !== undefined,
  update: (ticket) => runningOf(ticket, "update") !== undefined,
  call: (ticket) => callBackOf(ticket) !== null,
  escalation: (ticket) => escalationOf(ticket) !== null,
  tech: isWithTech,
  undelivered: ({ undelivered }) => undelivered.length > 0,
};

const everything: readonly Owed[] = ["answer", "update", "call", "escalation", "tech", "undelivered"];

/** What the desk still owes the customer of a ticket. While it owes something, it does not close the ticket by itself. */
export const owedOn = (ticket: Ticket): readonly Owed[] => everything.filter((what) => isOwed[what](ticket));

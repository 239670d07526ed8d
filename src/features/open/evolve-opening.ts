import type { Event } from "../../tickets/messages.ts";
import { shownOf } from "../../tickets/thread/thread-messages.ts";
import { withWriter } from "../../tickets/customer-to-notify.ts";
import { withReplyIn } from "../../tickets/clocks/is-answer.ts";
import type { Ticket, TicketFields } from "../../tickets/ticket.ts";

type Imported = Extract<Event, { type: "threadImported" }>;

const writtenBefore = ({ messages }: Imported, ticket: Ticket): Pick<Ticket, "writers" | "lastReplyIn"> => {
  let { writers, lastReplyIn } = ticket;
  for (const { staff, message, user, by, at } of messages) {
    if (message === null || user === null) continue;
    if (staff) lastReplyIn = withReplyIn(lastReplyIn, message.channel, at);
    else writers = withWriter(writers, { user, name: by });
  }
  return { writers, lastReplyIn };
};

/** Messages from before the opening start no clock, but the customer's last message may be among them. */
export const threadImported = (ticket: Ticket, event: Imported): Partial<TicketFields> => {
  const before = writtenBefore(event, ticket);
  const last = event.messages.findLast(({ staff, text }) => !staff && text !== "");
  if (last === undefined || (ticket.lastCustomerMessage?.at ?? 0) > last.at) return before;
  const message = last.user === null ? null : last.message;
  return { ...before, lastCustomerMessage: { ...shownOf(last), message, by: last.by, at: last.at } };
};

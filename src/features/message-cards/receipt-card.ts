import { runningOf } from "../../tickets/clocks/plan.ts";
import { rich } from "../../i18n/rich.ts";
import { tonePart } from "../../cards/ticket-heading.ts";
import type { Card, Line } from "../../chat/card.ts";
import { ticketName, type Ticket } from "../../tickets/ticket.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { faint, plain } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** Where a ticket continues whose channel refused the bot: in direct messages, or nowhere yet. */
export type FallbackPlace = "direct" | "nowhere";

const placeLine = ({ conversation }: Ticket, viewer: Viewer, instead: FallbackPlace | null): Line => {
  const say = sayIn(viewer.locale);
  if (conversation.kind === "person") return [plain(say("receipt.inDirect"))];
  const channel = { t: "channel", channel: conversation.channel } as const;
  if (instead !== null)
    return rich(say, instead === "direct" ? "receipt.directInstead" : "receipt.nowhereYet", { channel });
  return rich(say, conversation.thread === undefined ? "receipt.inChannel" : "receipt.inThread", { channel });
};

/** Tells the person who opened a ticket where it continues. The card there shows the targets and the contact. */
export const receiptCard = (ticket: Ticket, viewer: Viewer, instead: FallbackPlace | null = null): Card => {
  const say = sayIn(viewer.locale);
  const name = ticketName(ticket.number);
  const where = placeLine(ticket, viewer, instead);
  const hasTarget = runningOf(ticket, "firstResponse") !== undefined;
  const noTarget = say(ticket.kind === "consulting" ? "consulting.receipt" : "receipt.noTarget");
  return {
    summary: say("receipt.summary", { ticket: name }),
    ...tonePart(ticket),
    parts: [
      { part: "heading", text: say("receipt.heading", { ticket: name }) },
      { part: "text", lines: [...(hasTarget ? [] : [[plain(noTarget)]]), where] },
      ...(ticket.account === null ? [{ part: "small", line: [faint(say("receipt.accountUnknown"))] } as const] : []),
    ],
  };
};

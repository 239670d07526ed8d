import type { CardPart } from "../../chat/card.ts";
import { sayIn, type Say } from "../../i18n/say.ts";
import { faint, plain } from "../../i18n/spans.ts";
import type { TicketContext } from "../../i18n/viewer.ts";
import { continuesInTicket, ticketName, type Ticket } from "../../tickets/ticket.ts";
import { contactLine } from "../ticket-cards/index.ts";

/** How a contact answers: the page of the ticket, and whether a reply to the mail arrives. */
export interface HowToAnswer {
  readonly byMail: boolean;
  readonly url: string;
}

/** What a reply to the mail does. On a ticket that continues in another one, that one's mails are answered. */
const howToAnswer = (ticket: Ticket, isReceipt: boolean, say: Say): string | null => {
  if (continuesInTicket(ticket) !== null) return null;
  if (ticket.status === "resolved") return say("mail.howToReopen");
  return say(isReceipt ? "mail.howToAdd" : "mail.howToAnswer");
};

/** The end of every mail: how to answer, which ticket it is, whom the contact may ring, and the way to the client area. */
export const footer = (
  isReceipt: boolean,
  { ticket, desk, viewer, answers }: TicketContext & { readonly answers: HowToAnswer },
): readonly CardPart[] => {
  const say = sayIn(viewer.locale);
  const name = ticketName(ticket.number);
  const how = answers.byMail ? howToAnswer(ticket, isReceipt, say) : null;
  // The receipt names both among its facts.
  const contact = isReceipt ? null : contactLine(ticket, desk, say);
  const about = isReceipt ? [] : [[faint(`${name} · ${ticket.title}`)]];
  const label = say(answers.byMail ? "mail.openTicket" : "area.openTicket", { ticket: name });
  return [
    ...(how === null ? [] : [{ part: "text", lines: [[plain(how)]] } as const]),
    { part: "divider" },
    ...about.map((line) => ({ part: "small", line }) as const),
    ...(contact === null
      ? []
      : [{ part: "small", line: [faint(`${say("conversation.contact")}: `), ...contact] } as const]),
    { part: "small", line: [{ t: "link", url: answers.url, label }] },
  ];
};

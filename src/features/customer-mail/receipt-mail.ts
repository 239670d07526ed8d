import type { CardPart } from "../../chat/card.ts";
import { severityLabel } from "../../cards/ticket-heading.ts";
import { rich } from "../../i18n/rich.ts";
import { sayIn } from "../../i18n/say.ts";
import { fact, plain, strong } from "../../i18n/spans.ts";
import type { TicketContext } from "../../i18n/viewer.ts";
import { severityOf, ticketName } from "../../tickets/ticket.ts";
import { severityMeans } from "../severity/index.ts";
import { customerFacts, openingRemarks } from "../ticket-cards/index.ts";

/** The facts of the card, with the ticket's title and with what its severity means. */
const facts = ({ ticket, desk, viewer }: TicketContext): CardPart => {
  const say = sayIn(viewer.locale);
  const part = customerFacts(ticket, desk, viewer);
  const means = ticket.kind === "consulting" ? null : severityMeans(severityOf(ticket), desk, viewer);
  return {
    ...part,
    facts: [
      fact(say("mail.ticket"), strong(ticketName(ticket.number)), plain(` · ${ticket.title}`)),
      ...part.facts.map((each) =>
        means !== null && each.label === severityLabel(ticket, say)
          ? { ...each, value: [...each.value, plain(` (${means})`)] }
          : each,
      ),
    ],
  };
};

/**
 * The first mail about a ticket: that it is here, what was promised as moments, and whom the contact may ring. A ticket that has
 * moved to the contact's mail later says that instead.
 */
export const receiptParts = (context: TicketContext & { readonly contactName: string }): readonly CardPart[] => {
  const { ticket, viewer, contactName } = context;
  const say = sayIn(viewer.locale);
  const isNew = ticket.status === "open" && ticket.replies === 0;
  const name = plain(contactName);
  return [
    {
      part: "text",
      lines: [
        rich(say, isNew ? "conversation.greeting" : "mail.continues", { name, ticket: ticketName(ticket.number) }),
      ],
    },
    facts(context),
    ...openingRemarks(ticket, viewer),
  ];
};

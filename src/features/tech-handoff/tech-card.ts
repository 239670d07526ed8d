import { customerName } from "../../cards/people.ts";
import { encodeAction } from "../../chat/action.ts";
import type { Button, Card, CardPart, Line } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import { isWithTech, type Ticket, type ShownTicket, type TechWork } from "../../tickets/ticket.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { lastMessageQuote, quoteWithRest } from "../../cards/quote.ts";
import { latestOf, dueLine } from "../../cards/due-line.ts";
import { openingWords } from "../open/index.ts";
import type { Viewer, TicketPlaces } from "../../i18n/viewer.ts";
import { fact, faint, faintly, moment, opening, plain, strong } from "../../i18n/spans.ts";
import { rich } from "../../i18n/rich.ts";
import { factsOn } from "../ticket-facts.ts";
import { ticketHeading, severityLabel, severityMarkOf, tonePart } from "../../cards/ticket-heading.ts";
import { accountName, nameOf } from "../../i18n/directory.ts";
import { sayIn, type Say } from "../../i18n/say.ts";

/** What the technical team can do with a ticket that is with them; nothing if it is not. */
const techActions = (ticket: Ticket, say: Say): readonly Button[] => {
  const button = (verb: "claimTech" | "returnTech" | "doneTech", look: Pick<Button, "style"> = {}): Button => ({
    action: encodeAction(verb, ticket.number),
    label: say(`button.${verb}`),
    ...look,
  });
  if (!isWithTech(ticket)) return [];
  const claim = ticket.tech?.takenBy === null ? [button("claimTech", { style: "primary" })] : [];
  return [...claim, button("returnTech"), button("doneTech")];
};

const buttons = (ticket: Ticket, places: TicketPlaces, more: readonly Button[], say: Say): readonly CardPart[] => {
  const all = [...techActions(ticket, say), ...opening(say("button.openTriage"), places.triage), ...more];
  return all.length === 0 ? [] : [{ part: "buttons", label: say("button.actions"), buttons: all }];
};

/** The same actions on a page of the web desk, below the ticket's card. */
export const techPartOnPage = (ticket: Ticket, say: Say): readonly CardPart[] => {
  const actions = techActions(ticket, say);
  if (actions.length === 0) return [];
  return [
    { part: "text", lines: [[strong(say("fact.tech"))]] },
    { part: "buttons", label: say("fact.tech"), buttons: actions },
  ];
};

/** The card in the technical team's channel: the request, the ticket, and the available actions. */
export const techCard = (state: ShownTicket, desk: Desk, places: TicketPlaces, viewer: Viewer): Card => {
  const { ticket } = state;
  const say = sayIn(viewer.locale);
  const { tech } = ticket;
  const lastMessage = ticket.lastCustomerMessage;
  const clock = latestOf(ticket, "tech");
  const quoted = lastMessageQuote(ticket, 280, viewer);
  return {
    summary: say("tech.summary", { heading: ticketHeading(ticket), need: oneLine(tech?.need ?? "", 120) }),
    ...tonePart(ticket),
    parts: [
      { part: "heading", text: ticketHeading(ticket) },
      ...(tech === null
        ? []
        : ([
            { part: "text", lines: [[strong(say("tech.need", { name: tech.by }))]] },
            ...quoteWithRest({ text: tech.need }, 1_000, { number: ticket.number, transcript: true }, viewer),
          ] satisfies CardPart[])),
      {
        part: "facts",
        facts: [
          fact(say("fact.account"), plain(accountName(desk, ticket, say))),
          fact(severityLabel(ticket, say), plain(severityMarkOf(ticket, say))),
          ...factsOn(ticket, { desk, viewer }, "everyone"),
          ...(tech === null ? [] : [fact(say("fact.tech"), ...techLine(tech, desk, say))]),
          ...(clock === null ? [] : [fact(say("clock.tech"), ...dueLine(ticket, clock, viewer))]),
        ],
      },
      { part: "text", lines: [[faint(say("tech.described"))]] },
      ...openingWords(state, 600, viewer),
      ...(lastMessage === null
        ? []
        : ([
            {
              part: "text",
              lines: [
                faintly(
                  rich(say, "triage.wrote", {
                    name: customerName(lastMessage.by, desk, say),
                    at: moment(lastMessage.at),
                  }),
                ),
              ],
            },
            ...quoted.parts,
          ] satisfies CardPart[])),
      ...buttons(ticket, places, lastMessage === null ? [] : quoted.buttons, say),
      { part: "small", line: [faint(say("tech.threadIsInternal"))] },
    ],
  };
};

/** The state of the technical team's work, for staff. */
export const techLine = ({ at, takenBy, end }: TechWork, desk: Desk, say: Say): Line => {
  if (end !== null) return rich(say, `tech.${end.how}`, { at: moment(end.at) });
  return takenBy === null
    ? rich(say, "tech.asked", { at: moment(at) })
    : rich(say, "tech.taken", { name: nameOf(desk, takenBy), at: moment(at) });
};

import { rich } from "../../i18n/rich.ts";
import type { Instant } from "../../sla/instant.ts";
import { encodeAction } from "../../chat/action.ts";
import type { Card, CardPart } from "../../chat/card.ts";
import type { Article } from "../../desk/desk.ts";
import { ticketName, type Ticket } from "../../tickets/ticket.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { momentText } from "../../i18n/moment-text.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { faint, faintly, moment, plain, strong } from "../../i18n/spans.ts";
import { ticketHeading } from "../../cards/ticket-heading.ts";
import { sayIn } from "../../i18n/say.ts";

type Offered = Pick<Article, "title" | "url">;

/** Manual articles that may make a ticket needless. `until` is when the ticket opens by itself. */
export const articlesCard = (offer: number, articles: readonly Offered[], until: Instant, viewer: Viewer): Card => {
  const say = sayIn(viewer.locale);
  return {
    summary: say("offer.articles"),
    parts: [
      { part: "text", lines: [[strong(say("offer.articles"))]] },
      ...articles.flatMap(({ title, url }, index) => [
        { part: "text", lines: [[{ t: "link", url, label: oneLine(title, 100) }]] } as const,
        {
          part: "buttons",
          label: oneLine(title, 60),
          buttons: [{ action: encodeAction("solved", offer, index), label: say("offer.solved") }],
        } as const,
      ]),
      { part: "divider" },
      {
        part: "buttons",
        label: say("offer.choices"),
        buttons: [{ action: encodeAction("open-anyway", offer), label: say("offer.openAnyway"), style: "primary" }],
      },
      { part: "small", line: faintly(rich(say, "offer.opensByItself", { at: moment(until) })) },
    ],
  };
};

/** Asks whether a message belongs to the person's open ticket. `until` is when it is added to that ticket. */
export const whichTicketCard = (offer: number, ticket: Ticket, until: Instant, viewer: Viewer): Card => {
  const say = sayIn(viewer.locale);
  const question = say("offer.which", { heading: ticketHeading(ticket) });
  return {
    summary: `${question} ${say("offer.addsByItself", { at: momentText(until, viewer) })}`,
    parts: [
      { part: "text", lines: [[plain(question)]] },
      {
        part: "buttons",
        label: say("offer.choices"),
        buttons: [
          {
            action: encodeAction("add-words", offer),
            label: say("offer.add", { ticket: ticketName(ticket.number) }),
            style: "primary",
          },
          { action: encodeAction("open-anyway", offer), label: say("offer.fresh") },
        ],
      },
      { part: "small", line: faintly(rich(say, "offer.addsByItself", { at: moment(until) })) },
    ],
  };
};

/** Why messages were not added to a ticket, with a button that opens a new ticket from them. */
export const openInsteadCard = (prompt: number, refused: Card, viewer: Viewer): Card => {
  const say = sayIn(viewer.locale);
  const buttons = [
    { action: encodeAction("open-anyway", prompt), label: say("offer.fresh"), style: "primary" },
  ] as const;
  return { ...refused, parts: [...refused.parts, { part: "buttons", label: say("offer.choices"), buttons }] };
};

/** How many tickets the manual has made needless; empty if none. */
export const manualSolvedPart = (count: number, viewer: Viewer): readonly CardPart[] =>
  count === 0 ? [] : [{ part: "small", line: [faint(sayIn(viewer.locale)("list.manualSolved", { count }))] }];

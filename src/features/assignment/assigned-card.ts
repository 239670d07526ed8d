import { rich } from "../../i18n/rich.ts";
import { severityLabel, severityMarkOf, tonePart } from "../../cards/ticket-heading.ts";
import { answerButtons } from "../../cards/staff-buttons.ts";
import type { Card } from "../../chat/card.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { momentText } from "../../i18n/moment-text.ts";
import { latestClocks, dueLine } from "../../cards/due-line.ts";
import type { ViewContext } from "../../i18n/viewer.ts";
import { lastMessageQuote } from "../../cards/quote.ts";
import type { NotificationOf } from "../../cards/feature-views.ts";
import { triageMentions } from "../../cards/people.ts";
import { fact, plain, sentenceCard, strong } from "../../i18n/spans.ts";
import { troubleText } from "../../cards/delivery-trouble.ts";
import { accountName, nameOf } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";

/** Tells an agent that a ticket was assigned to them: by whom, and when it is due. */
export const assignedCard = ({ by }: NotificationOf<"assigned">, context: ViewContext): Card => {
  const { ticket, desk, viewer } = context;
  const say = sayIn(viewer.locale);
  const heading = say("assigned.heading", { ticket: ticketName(ticket.number) });
  const why = by === null ? say("assigned.roundRobin") : say("assigned.by", { name: nameOf(desk, by) });
  const running = latestClocks(ticket).filter(({ end }) => end === null);
  const quote = lastMessageQuote(ticket, 280, viewer);
  return {
    summary: `${heading}: ${oneLine(ticket.title, 100)}`,
    ...tonePart(ticket),
    parts: [
      { part: "heading", text: heading },
      { part: "text", lines: [[plain(why)], [strong(oneLine(ticket.title, 150))]] },
      {
        part: "facts",
        facts: [
          fact(say("fact.account"), plain(accountName(desk, ticket, say))),
          fact(severityLabel(ticket, say), plain(severityMarkOf(ticket, say))),
          ...running.map((clock) => fact(say(`clock.${clock.kind}`), ...dueLine(ticket, clock, viewer))),
        ],
      },
      ...quote.parts,
      answerButtons(context, quote.buttons),
    ],
  };
};

/** Tells the team that the assignee was not notified, and why. It mentions the assignee if a direct message failed. */
export const notNotifiedCard = (
  { person, why }: NotificationOf<"assigneeNotNotified">,
  { ticket, desk, places, viewer }: ViewContext,
): Card => {
  const say = sayIn(viewer.locale);
  const about = { ticket: ticketName(ticket.number), name: nameOf(desk, person) };
  switch (why.is) {
    case "out":
      return sentenceCard(say("assignee.notNotifiedOut", { ...about, until: momentText(why.until, viewer) }));
    case "quiet":
      return sentenceCard(say("assignee.notNotifiedQuiet", about));
    case "failed": {
      const values = { ...about, why: troubleText(why.error, viewer) };
      const line = rich(say, "assignee.notNotifiedFailed", {
        ...values,
        name: triageMentions({ person }, desk, places),
      });
      return { summary: say("assignee.notNotifiedFailed", values), parts: [{ part: "text", lines: [line] }] };
    }
  }
};

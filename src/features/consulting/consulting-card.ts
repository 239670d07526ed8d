import { requesterName } from "../../cards/people.ts";
import { encodeAction } from "../../chat/action.ts";
import type { Card, Line } from "../../chat/card.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { quoteAndRest } from "../../cards/quote.ts";
import { latestOf, dueLine } from "../../cards/due-line.ts";
import { replyButton } from "../../cards/staff-buttons.ts";
import type { ViewContext } from "../../i18n/viewer.ts";
import { rich } from "../../i18n/rich.ts";
import { fact, opening, plain, quietly, strong } from "../../i18n/spans.ts";
import { accountName } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";

/**
 * Tells the account manager that a customer asks for consulting. With `mention` it is a line in triage that begins with
 * the mention.
 */
export const consultingCard = ({ ticket, desk, places, viewer }: ViewContext, mention: Line | null): Card => {
  const say = sayIn(viewer.locale);
  const about = {
    ticket: ticketName(ticket.number),
    account: accountName(desk, ticket, say),
  };
  const summary = say("consulting.summary", { ...about, title: oneLine(ticket.title, 100) });
  if (mention !== null)
    return {
      summary,
      parts: [{ part: "text", lines: [rich(say, "consulting.mention", { ...about, people: mention })] }],
    };
  const clock = latestOf(ticket, "firstResponse");
  const quoted = quoteAndRest({ text: ticket.description }, 1_000, ticket.number, viewer);
  return {
    summary,
    parts: [
      { part: "heading", text: say("consulting.heading", about) },
      { part: "text", lines: [[strong(oneLine(ticket.title, 150))]] },
      {
        part: "facts",
        facts: [
          fact(say("fact.account"), plain(about.account)),
          fact(say("fact.askedBy"), quietly(ticket.requester.user, requesterName(ticket, desk, say))),
          ...(clock === null ? [] : [fact(say("clock.firstResponse"), ...dueLine(ticket, clock, viewer))]),
        ],
      },
      ...quoted.parts,
      {
        part: "buttons",
        label: say("button.actions"),
        buttons: [
          { action: encodeAction("claim", ticket.number), label: say("button.claim"), style: "primary" },
          replyButton({ ticket, desk, viewer }),
          ...opening(say("button.openTriage"), places.triage),
          ...quoted.buttons,
        ],
      },
    ],
  };
};

import { assigneeLine } from "../../cards/people.ts";
import { severityLabel, severityMarkOf, tonePart } from "../../cards/ticket-heading.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Card, CardPart, Line } from "../../chat/card.ts";
import { ticketName, escalationOf } from "../../tickets/ticket.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { lastMessageQuote, quoteWithRest, type QuoteAndRest } from "../../cards/quote.ts";
import { explain } from "../explanation/index.ts";
import { answerButtons } from "../../cards/staff-buttons.ts";
import type { ViewContext } from "../../i18n/viewer.ts";
import { rich } from "../../i18n/rich.ts";
import { dotted, fact, moment, momentAndLeft, plain, strong } from "../../i18n/spans.ts";
import { accountName, nameOf } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";

/** Which target was breached and since when, why it was due then, and who wrote last. */
const evidence = ({ ticket, pauses, desk, viewer }: ViewContext, quoted: QuoteAndRest): readonly CardPart[] => {
  const say = sayIn(viewer.locale);
  const { lastCustomerMessage, lastReplyAt } = ticket;
  const breached = escalationOf(ticket)?.breached ?? null;
  const clock = ticket.sla.clocks.find(({ kind, cycle }) => kind === breached?.clock && cycle === breached.cycle);
  const dueLine: Line =
    breached === null
      ? [plain(say("escalation.notBreached"))]
      : rich(say, "escalation.breached", {
          clock: strong(say(`clock.${breached.clock}`)),
          due: momentAndLeft(breached.due),
        });
  return [
    { part: "text", lines: [dueLine] },
    {
      part: "facts",
      facts: [
        fact(say("fact.account"), plain(accountName(desk, ticket, say))),
        fact(severityLabel(ticket, say), plain(severityMarkOf(ticket, say))),
        fact(
          say("fact.assignee"),
          ...(ticket.assignee === null ? [strong(say("reminder.unclaimed"))] : assigneeLine(ticket, desk, say)),
        ),
        fact(say("fact.lastReply"), lastReplyAt === null ? strong(say("fact.noReplyYet")) : moment(lastReplyAt)),
        fact(
          say("fact.lastMessage"),
          ...(lastCustomerMessage === null
            ? [plain(say("fact.noCustomerMessage"))]
            : dotted([plain(lastCustomerMessage.by)], [moment(lastCustomerMessage.at)])),
        ),
      ],
    },
    ...quoted.parts,
    ...(clock === undefined ? [] : [{ part: "text", lines: explain(ticket, clock, pauses, viewer) } as const]),
  ];
};

/**
 * A ticket was escalated to the head of support: by whom, why, the breached target, and why it was due then. With
 * `mention` it is a line in triage that begins with the mention.
 */
export const escalationCard = (context: ViewContext, since: Instant, mention: Line | null): Card => {
  const { ticket, desk, viewer } = context;
  const say = sayIn(viewer.locale);
  const escalation = escalationOf(ticket);
  const about = {
    ticket: ticketName(ticket.number),
    account: accountName(desk, ticket, say),
    name: nameOf(desk, escalation?.by ?? ticket.requester.name),
  };
  const why: readonly CardPart[] =
    escalation === null || escalation.why === null
      ? []
      : [
          { part: "text", lines: [[strong(say("escalation.reason"))]] },
          ...quoteWithRest({ text: escalation.why }, 1_000, { number: ticket.number, transcript: true }, viewer),
        ];
  const summary = say("escalation.summary", about);
  const quoted = lastMessageQuote(ticket, 280, viewer);
  if (mention !== null)
    return {
      summary,
      parts: [{ part: "text", lines: [rich(say, "escalation.mention", { ...about, people: mention })] }, ...why],
    };
  return {
    summary,
    ...tonePart(ticket),
    parts: [
      { part: "heading", text: say("escalation.heading", about) },
      {
        part: "text",
        lines: [
          rich(say, "escalation.askedBy", { name: about.name, at: moment(escalation?.at ?? since) }),
          [strong(oneLine(ticket.title, 150))],
        ],
      },
      ...why,
      ...evidence(context, quoted),
      answerButtons(context, quoted.buttons),
    ],
  };
};

import type { Card, CardPart } from "../../chat/card.ts";
import { ticketHeading, tonePart } from "../../cards/ticket-heading.ts";
import { rich } from "../../i18n/rich.ts";
import { sayIn } from "../../i18n/say.ts";
import { moment, plain } from "../../i18n/spans.ts";
import { callBackOf, escalationOf } from "../../tickets/ticket.ts";
import { whyDue, type ExplainedTicket } from "../explanation/index.ts";
import { ratingQuestion } from "../rating/index.ts";
import { customerButtons, customerFacts } from "../ticket-cards/index.ts";

/** What the customer asked for beside an answer, and which of the staff was notified. The pages show no other notice of it. */
const askedBeside = ({ ticket, desk, viewer }: ExplainedTicket): readonly CardPart[] => {
  const say = sayIn(viewer.locale);
  const asked = [
    ["area.askedHead", escalationOf(ticket)],
    ["area.askedCall", callBackOf(ticket)],
  ] as const;
  const lines = asked.flatMap(([sentence, request]) => {
    if (request === null) return [];
    const person = request.notified?.person ?? null;
    const name = person === null ? undefined : desk.people[person]?.name;
    const notified = name === undefined ? [] : [plain(` ${say("area.notified", { name })}`)];
    return [[...rich(say, sentence, { at: moment(request.at) }), ...notified]];
  });
  return lines.length === 0 ? [] : [{ part: "text", lines }];
};

/** A ticket's facts, what the contact can do, and why it is due when it is due. The conversation stands beside it. */
export const areaTicketCard = (
  explained: ExplainedTicket,
): { readonly card: Card; readonly why: readonly CardPart[] } => {
  const { ticket, desk, viewer } = explained;
  const heading = ticketHeading(ticket);
  const card: Card = {
    summary: heading,
    ...tonePart(ticket),
    parts: [
      customerFacts(ticket, desk, viewer),
      ...askedBeside(explained),
      ...customerButtons(ticket, desk, viewer),
      ...(ticket.status === "resolved" && ticket.rating !== null ? ratingQuestion(ticket, viewer) : []),
    ],
  };
  // The first part only separates the explanation from what stands above it.
  return { card, why: whyDue(explained).slice(1) };
};

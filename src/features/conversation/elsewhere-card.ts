import type { Card, Line } from "../../chat/card.ts";
import { troubleText } from "../../cards/delivery-trouble.ts";
import type { NotificationCard } from "../../cards/feature-views.ts";
import type { UserRef } from "../../tickets/refs.ts";
import { ticketName, type Ticket } from "../../tickets/ticket.ts";
import { rich } from "../../i18n/rich.ts";
import { plain, sentenceCard } from "../../i18n/spans.ts";
import { sayIn, type Say } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";

const whereItContinues = ({ number, conversation, requester }: Ticket, user: UserRef, say: Say): Line => {
  const ticket = ticketName(number);
  if (conversation.kind === "channel")
    return rich(say, "elsewhere.channel", { ticket, channel: { t: "channel", channel: conversation.channel } });
  return conversation.user === user
    ? [plain(say("elsewhere.direct", { ticket }))]
    : [plain(say("elsewhere.directOther", { ticket, name: requester.name }))];
};

/** For a customer who wrote below a card that moved away: the ticket has the message, and where it continues. */
export const elsewhereCard = (ticket: Ticket, user: UserRef, viewer: Viewer): Card => {
  const say = sayIn(viewer.locale);
  return {
    summary: say("elsewhere.summary", { ticket: ticketName(ticket.number) }),
    parts: [{ part: "text", lines: [whereItContinues(ticket, user, say)] }],
  };
};

/** Tells staff where the conversation continues, and why it could not stay. */
export const conversationMovedCard: NotificationCard<"conversationMoved"> = ({ to, why }, { ticket, viewer }) => {
  const say = sayIn(viewer.locale);
  const about = { ticket: ticketName(ticket.number), why: troubleText(why, viewer) };
  if (to.kind === "person") return sentenceCard(say("trouble.moved", about));
  const line = rich(say, "conversation.movedToChannel", { ...about, channel: { t: "channel", channel: to.channel } });
  return { summary: say("elsewhere.summary", about), parts: [{ part: "text", lines: [line] }] };
};

/** What is left of a direct message to a person who may no longer read the ticket, after a message that it quoted was deleted. */
export const directGoneCard = (number: number, viewer: Viewer): Card =>
  sentenceCard(sayIn(viewer.locale)("message.directGone", { ticket: ticketName(number) }));

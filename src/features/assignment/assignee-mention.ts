import { mentioning } from "../../cards/people.ts";
import { tonePart } from "../../cards/ticket-heading.ts";
import type { Card } from "../../chat/card.ts";
import type { Notification } from "../../tickets/effect.ts";
import { ticketName } from "../../tickets/ticket.ts";
import type { NotificationOf } from "../../cards/feature-views.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import type { TextContext, ViewContext } from "../../i18n/viewer.ts";
import { rich } from "../../i18n/rich.ts";
import { faint, opening, plain, mentionOf, strong } from "../../i18n/spans.ts";
import { nameOf } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";

/** A card for the staff's thread, with a mention of the assignee or their deputy if the notification asks for one. */
export const withAssigneeMention = (card: Card, message: Notification, { desk, viewer }: TextContext): Card => {
  const mention = "mention" in message ? message.mention : null;
  if (mention === null) return card;
  const { instead } = mention;
  const name = mentionOf(mention.user, mention.name);
  if (instead === null) return mentioning(card, [name]);
  return mentioning(card, rich(sayIn(viewer.locale), "notice.standsIn", { name, assignee: nameOf(desk, instead) }));
};

/**
 * Tells an assignee who is not on triage's platform that something is new. The message itself is in the ticket's
 * threads.
 */
export const assigneeNoticeCard = (
  { about, instead }: NotificationOf<"assigneeNotice">,
  { ticket, desk, places, viewer }: ViewContext,
): Card => {
  const say = sayIn(viewer.locale);
  const sentence = say(`notice.${about}`, { ticket: ticketName(ticket.number) });
  const buttons = [
    ...opening(say("button.openTriage"), places.triage),
    ...opening(say("button.openConversation"), places.conversation),
  ];
  return {
    summary: sentence,
    ...tonePart(ticket),
    parts: [
      { part: "text", lines: [[plain(sentence)], [strong(oneLine(ticket.title, 150))]] },
      ...(instead === null
        ? []
        : [{ part: "small", line: [faint(say("notice.instead", { assignee: nameOf(desk, instead) }))] } as const]),
      ...(buttons.length === 0 ? [] : [{ part: "buttons", label: say("button.actions"), buttons } as const]),
    ],
  };
};

import type { Card } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Notification } from "../../tickets/effect.ts";
import { ticketName, type Ticket } from "../../tickets/ticket.ts";
import { mentioning } from "../conversation/customer-mention.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { toneOf } from "../severity/severity-label.ts";
import type { Viewer, TicketPlaces } from "../../i18n/viewer.ts";
import { faint, opening, plain, strong } from "../../i18n/spans.ts";
import { nameOf } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";

/** A message for the staff's thread, with a mention of the assignee or of who stands in for them. */
export const withAssigneeMention = (card: Card, message: Notification, desk: Desk, viewer: Viewer): Card => {
  const rings = "rings" in message ? message.rings : undefined;
  if (rings === undefined) return card;
  const { instead } = rings;
  const why = instead === null ? "" : sayIn(viewer.locale)("notice.standsIn", { assignee: nameOf(desk, instead) });
  return mentioning(card, rings, why);
};

/** Tells an assignee who is not where triage is that there is something new; the words themselves are in the ticket's threads. */
export const assigneeNoticeCard = (
  { about, instead }: Extract<Notification, { type: "assigneeNotice" }>,
  ticket: Ticket,
  desk: Desk,
  places: TicketPlaces,
  viewer: Viewer,
): Card => {
  const say = sayIn(viewer.locale);
  const sentence = say(`notice.${about}`, { ticket: ticketName(ticket.number) });
  const buttons = [
    ...opening(say("button.openTriage"), places.triage),
    ...opening(say("button.openConversation"), places.conversation),
  ];
  return {
    summary: sentence,
    severity: toneOf(ticket),
    parts: [
      { part: "text", lines: [[plain(sentence)], [strong(oneLine(ticket.title, 150))]] },
      ...(instead === null
        ? []
        : [{ part: "small", line: [faint(say("notice.instead", { assignee: nameOf(desk, instead) }))] } as const]),
      ...(buttons.length === 0 ? [] : [{ part: "buttons", label: say("button.actions"), buttons } as const]),
    ],
  };
};

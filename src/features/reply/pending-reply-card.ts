import type { Instant } from "../../sla/instant.ts";
import { encodeAction } from "../../chat/action.ts";
import type { Card, CardPart } from "../../chat/card.ts";

import type { Desk } from "../../desk/desk.ts";
import type { Notification } from "../../tickets/effect.ts";
import { ticketName, type Ticket } from "../../tickets/ticket.ts";
import { newsLine } from "../promised-updates/news-line.ts";
import { audienceArgument } from "../../chat/audience-argument.ts";
import { audienceLine } from "./audience-line.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { moment, momentAndLeft, plain, strong } from "../../i18n/spans.ts";
import { nameOf } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";

type Held = Extract<Notification, { type: "replyPending" }>;
type Settled = Extract<Notification, { type: "replySettled" }>;

const newsPart = (news: Instant | null, viewer: Viewer): readonly CardPart[] =>
  news === null ? [] : [{ part: "text", lines: [newsLine(news, viewer)] }];

/** A public reply that is about to go out: what it says, who will read it, and the buttons that take it back or send it at once. */
export const pendingReplyCard = (held: Held, ticket: Ticket, desk: Desk, viewer: Viewer): Card => {
  const say = sayIn(viewer.locale);
  const about = { name: nameOf(desk, held.by), ticket: ticketName(ticket.number) };
  const buttons: CardPart = {
    part: "buttons",
    label: say("button.actions"),
    buttons: [
      { action: encodeAction("undoReply", ticket.number, held.held), label: say("button.undoReply"), style: "danger" },
      { action: encodeAction("releaseReply", ticket.number, held.held), label: say("button.releaseReply") },
    ],
  };
  return {
    summary: say("message.replyPending", about),
    parts: [
      {
        part: "text",
        lines: [
          [strong(say("message.replyPending", about))],
          [plain(say("replying.leaves")), momentAndLeft(held.until)],
          audienceLine(ticket.number, ticket.conversation, desk, viewer),
        ],
      },
      { part: "quote", text: held.text },
      ...newsPart(held.news, viewer),
      ...(held.waits === undefined ? [] : [{ part: "text", lines: [[plain(say("replying.waitsThen"))]] } as const]),
      buttons,
    ],
  };
};

/** What became of a pending reply: it is on its way to the customer, or was taken back. */
export const settledReplyCard = (settled: Settled, ticket: Ticket, desk: Desk, viewer: Viewer): Card => {
  const about = { name: nameOf(desk, settled.by), ticket: ticketName(ticket.number) };
  const sentence = sayIn(viewer.locale)(settled.how === "sent" ? "message.replySent" : "message.replyUndone", about);
  return {
    summary: sentence,
    parts: [
      {
        part: "text",
        lines: [
          [strong(sentence)],
          ...(settled.how === "sent" ? [audienceLine(ticket.number, ticket.conversation, desk, viewer)] : []),
        ],
      },
      { part: "quote", text: settled.text },
      ...newsPart(settled.news, viewer),
    ],
  };
};

/**
 * The same for the person who wrote it, in place of the buttons that did it: when it was sent, or its words back, to be edited and
 * sent again.
 */
export const ownSettledCard = (
  settled: Settled,
  { sentAt, waits }: { readonly sentAt: Instant | null; readonly waits: boolean },
  ticket: Ticket,
  desk: Desk,
  viewer: Viewer,
): Card => {
  const say = sayIn(viewer.locale);
  const card = settledReplyCard(settled, ticket, desk, viewer);
  const flags = waits ? ["waits"] : [];
  const edit = encodeAction("editReply", ticket.number, audienceArgument(ticket.conversation), ...flags);
  const more: CardPart =
    settled.how === "undone"
      ? {
          part: "buttons",
          label: say("button.actions"),
          buttons: [{ action: edit, label: say("replying.editReply"), carries: settled.text }],
        }
      : {
          part: "text",
          lines: sentAt === null ? [] : [[plain(say("replying.sentAt")), moment(sentAt)]],
        };
  return { ...card, parts: [...card.parts, more] };
};

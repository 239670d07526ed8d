import type { Instant } from "../../sla/instant.ts";
import { encodeAction } from "../../chat/action.ts";
import type { Card, CardPart } from "../../chat/card.ts";
import { ticketName, type PendingReply } from "../../tickets/ticket.ts";
import type { NotificationOf } from "../../cards/feature-views.ts";
import { newsLine } from "../promised-updates/index.ts";
import { placeToWrite } from "../../tickets/conversation-place.ts";
import { audienceArgument } from "../../chat/action-arguments.ts";
import { audienceLine } from "./audience-line.ts";
import type { TicketContext, Viewer } from "../../i18n/viewer.ts";
import { rich } from "../../i18n/rich.ts";
import { moment, momentAndLeft, plain, strong } from "../../i18n/spans.ts";
import { nameOf } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";

type Pending = NotificationOf<"replyPending">;
type Settled = NotificationOf<"replySettled">;

/** A pending reply as the notification about it names it. */
export const pendingNotice = ({ id, text, by, until, update, setsWaiting }: PendingReply): Pending => ({
  type: "replyPending",
  replyId: id,
  text,
  by: by.name,
  until,
  nextUpdateDue: update?.due ?? null,
  setsWaiting,
});

const nextUpdatePart = (nextUpdateDue: Instant | null, viewer: Viewer): readonly CardPart[] =>
  nextUpdateDue === null ? [] : [{ part: "text", lines: [newsLine(nextUpdateDue, viewer)] }];

/** A public reply inside its undo window: the text, its audience, and the buttons that undo it or send it at once. */
export const pendingReplyCard = (pending: Pending, { ticket, desk, viewer }: TicketContext): Card => {
  const say = sayIn(viewer.locale);
  const about = { name: nameOf(desk, pending.by), ticket: ticketName(ticket.number) };
  const buttons: CardPart = {
    part: "buttons",
    label: say("button.actions"),
    buttons: [
      {
        action: encodeAction("undoReply", ticket.number, pending.replyId),
        label: say("button.undoReply"),
        style: "danger",
      },
      { action: encodeAction("releaseReply", ticket.number, pending.replyId), label: say("button.releaseReply") },
    ],
  };
  return {
    summary: say("message.replyPending", about),
    parts: [
      {
        part: "text",
        lines: [
          [strong(say("message.replyPending", about))],
          rich(say, "replying.sendsAt", { at: momentAndLeft(pending.until) }),
          audienceLine(ticket.number, placeToWrite(ticket, desk), desk, viewer),
        ],
      },
      { part: "quote", text: pending.text },
      ...nextUpdatePart(pending.nextUpdateDue, viewer),
      ...(pending.setsWaiting === undefined
        ? []
        : [{ part: "text", lines: [[plain(say("replying.waitsThen"))]] } as const]),
      buttons,
    ],
  };
};

const sentences = {
  sent: "message.replySent",
  undone: "message.replyUndone",
  returned: "message.replyReturned",
} as const;

/** The outcome of a pending reply: sent to the customer, undone by an agent, or returned to its author. */
export const settledReplyCard = (settled: Settled, { ticket, desk, viewer }: TicketContext): Card => {
  const about = { name: nameOf(desk, settled.by), ticket: ticketName(ticket.number) };
  const sentence = sayIn(viewer.locale)(sentences[settled.how], about);
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
      ...nextUpdatePart(settled.nextUpdateDue, viewer),
    ],
  };
};

/** The same for its author, in place of the buttons: when the reply was sent, or a button that edits and resends it. */
export const settledNoteCard = (
  settled: Settled,
  { sentAt, setsWaiting }: { readonly sentAt: Instant | null; readonly setsWaiting: boolean },
  context: TicketContext,
): Card => {
  const { ticket, desk, viewer } = context;
  const say = sayIn(viewer.locale);
  const card = settledReplyCard(settled, context);
  const flags = setsWaiting ? ["setsWaiting"] : [];
  const edit = encodeAction("editReply", ticket.number, audienceArgument(placeToWrite(ticket, desk)), ...flags);
  const more: CardPart =
    settled.how !== "sent"
      ? {
          part: "buttons",
          label: say("button.actions"),
          buttons: [{ action: edit, label: say("replying.editReply"), carries: settled.text }],
        }
      : {
          part: "text",
          lines: sentAt === null ? [] : [rich(say, "replying.sentAt", { at: moment(sentAt) })],
        };
  return { ...card, parts: [...card.parts, more] };
};

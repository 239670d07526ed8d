import type { Instant } from "../../sla/instant.ts";
import { rich } from "../../i18n/rich.ts";
import { accountOf } from "../../tickets/people.ts";
import { customerName } from "../../cards/people.ts";
import { encodeAction } from "../../chat/action.ts";
import type { Button, Card, CardPart, Line } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import type { MessageKey } from "../../tickets/refs.ts";
import { threadMessage, fullestText } from "../../tickets/thread/thread-messages.ts";
import type { Messages, ThreadMessage } from "../../tickets/thread/thread-message.ts";
import { ticketName } from "../../tickets/ticket.ts";
import type { NotificationOf } from "../../cards/feature-views.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { fileWords, fileLines } from "../attachments/index.ts";
import { leftOutLines, quotePart } from "../../cards/quote.ts";
import type { ViewContext } from "../../i18n/viewer.ts";
import { dotted, faint, faintly, moment, opening, plain, strong } from "../../i18n/spans.ts";
import { sayIn, type Say } from "../../i18n/say.ts";

/** Author, company and time. A colleague whom the desk file does not name is not a customer. */
const authorLine = (
  { by, at, company }: { readonly by: string; readonly at: Instant; readonly company: string | null },
  isColleagues: boolean,
  desk: Desk,
  say: Say,
): Line => {
  const values = { name: strong(customerName(by, desk, say)), at: moment(at) };
  if (isColleagues) return rich(say, "author.colleague", values);
  const name = accountOf(desk, { account: company })?.name ?? say("author.companyUnknown");
  return rich(say, "author.external", { ...values, company: name });
};

/** When a message was edited; empty if it was not, or was deleted. */
const editedLine = (current: ThreadMessage | null, say: Say): Line =>
  current === null || current.editedAt === null || current.deletedAt !== null
    ? []
    : faintly(rich(say, "message.editedAt", { at: moment(current.editedAt) }));

const small = (text: string): readonly CardPart[] => [{ part: "small", line: [faint(text)] }];

/** Once per ticket: how to add this person to the desk file. */
const colleagueHint = (messages: Messages, message: MessageKey | null, say: Say): readonly CardPart[] => {
  const first = messages.find((each) => each.colleague)?.message;
  const isFirst = first === undefined || (first.channel === message?.channel && first.id === message.id);
  return isFirst ? small(say("message.colleagueHint")) : [];
};

/** A customer's message in the staff's thread in its current form: edits show, and a deleted text is gone. */
export const customerMessageCard = (
  { content, message, company, thanks, colleague }: NotificationOf<"customerMessage">,
  { ticket, messages, desk, places, viewer }: ViewContext,
): Card => {
  const say = sayIn(viewer.locale);
  const current = message === null ? null : threadMessage(messages, message);
  const shown = fullestText(current, content);
  const { text } = shown;
  const asksAt =
    current === null || current.needsReplySince === "notJudged"
      ? thanks
        ? null
        : content.at
      : current.needsReplySince;
  const buttons: readonly Button[] = [
    ...(asksAt === null || ticket.status === "resolved"
      ? []
      : [{ action: encodeAction("dismiss", ticket.number, asksAt), label: say("button.dismiss") }]),
    ...opening(say("button.openConversation"), places.conversation),
  ];
  const isColleagues = colleague || current?.colleague === true;
  const author = { ...content, company };
  const files = fileLines(current, viewer);
  const quote: readonly CardPart[] =
    current === null || current.deletedAt === null
      ? text === "" && files.length > 0
        ? []
        : [
            quotePart(shown, 2_500),
            ...(message === null || current === null
              ? leftOutLines({ text }, 2_500, ticket.number, viewer).slice(0, 1)
              : leftOutLines(shown, 2_500, { number: ticket.number, message }, viewer)),
          ]
      : [{ part: "text", lines: [faintly(rich(say, "message.deletedAt", { at: moment(current.deletedAt) }))] }];
  return {
    summary: say("message.customerWroteSummary", {
      name: customerName(content.by, desk, say),
      ticket: ticketName(ticket.number),
      text:
        oneLine(text, 120) ||
        (current?.files[0] === undefined ? "" : fileWords(current.files[0], { whyNot: null, from: null }, viewer)),
    }),
    parts: [
      {
        part: "text",
        lines: [dotted(authorLine(author, isColleagues, desk, say), editedLine(current, say))],
      },
      ...quote,
      ...files,
      ...(isColleagues
        ? colleagueHint(messages, message, say)
        : asksAt === null
          ? small(say("message.onlyThanks"))
          : []),
      ...(buttons.length === 0 ? [] : [{ part: "buttons", label: say("button.actions"), buttons } as const]),
    ],
  };
};

/** The same card, drawn again because the message changed. */
export const changedMessageCard = (
  { message }: NotificationOf<"messageChanged" | "directChanged">,
  context: ViewContext,
): Card => {
  const { ticket, messages } = context;
  const current = threadMessage(messages, message);
  const content = { text: "", format: [], by: current?.by.name ?? "", at: current?.at ?? ticket.openedAt };
  const company = current?.company ?? null;
  const shown = { content, message, company, thanks: false, colleague: false, mention: null };
  return customerMessageCard({ type: "customerMessage", ...shown }, context);
};

/** A file of the conversation, or why it could not be copied. */
export const customerFileCard = (
  { message, file, by, company, staff, whyNot }: NotificationOf<"customerFile">,
  { ticket, messages, desk, places, viewer }: ViewContext,
): Card => {
  const say = sayIn(viewer.locale);
  const content = fileWords(file, { whyNot: whyNot ?? null, from: message.channel }, viewer);
  const current = threadMessage(messages, message);
  const at = current?.at ?? ticket.openedAt;
  const open = whyNot == null ? [] : opening(say("button.openConversation"), places.conversation);
  const head = staff
    ? rich(say, "author.staff", { name: strong(by), at: moment(at) })
    : authorLine({ by, at, company }, current?.colleague === true, desk, say);
  return {
    summary: say("message.customerWroteSummary", { name: by, ticket: ticketName(ticket.number), text: content }),
    parts: [
      { part: "text", lines: [head, [plain(content)]] },
      ...(open.length === 0 ? [] : [{ part: "buttons", label: say("button.actions"), buttons: open } as const]),
    ],
  };
};

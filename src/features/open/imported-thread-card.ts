import { rich } from "../../i18n/rich.ts";
import { fileLines } from "../attachments/index.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Card, CardPart, Line } from "../../chat/card.ts";
import { mostImportedShown, type ImportedMessage } from "../../tickets/thread/imported-thread.ts";
import { threadMessage, fullestText } from "../../tickets/thread/thread-messages.ts";
import { ticketName } from "../../tickets/ticket.ts";
import type { NotificationOf } from "../../cards/feature-views.ts";
import { quoteWithRest } from "../../cards/quote.ts";
import type { ViewContext } from "../../i18n/viewer.ts";
import { dotted, faint, faintly, moment, strong } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

const messageParts = (
  imported: ImportedMessage,
  number: number,
  { messages, viewer }: Pick<ViewContext, "messages" | "viewer">,
): readonly CardPart[] => {
  const say = sayIn(viewer.locale);
  const { by, at, staff, message } = imported;
  const current = message === null ? null : threadMessage(messages, message);
  const when = (key: "message.editedAt" | "message.deletedAt" | "message.deletedThereAt", then: Instant | null): Line =>
    then === null ? [] : faintly(rich(say, key, { at: moment(then) }));
  const edited = when("message.editedAt", current?.editedAt ?? null);
  const head = rich(say, staff ? "message.bySupport" : "message.by", { name: strong(by), at: moment(at) });
  const deletedAt = current?.deletedAt ?? null;
  const isKept = current?.textKept === true;
  if (deletedAt !== null && !isKept) return [{ part: "text", lines: [head, when("message.deletedAt", deletedAt)] }];
  return [
    { part: "text", lines: [dotted(head, edited, when("message.deletedThereAt", isKept ? deletedAt : null))] },
    ...quoteWithRest(fullestText(current, imported), 600, { number, transcript: true }, viewer),
    ...fileLines(current, viewer),
  ];
};

/** The messages of the thread before it became a ticket, with their current texts. */
export const threadImportedCard = (
  { messages: message, more }: NotificationOf<"threadImported">,
  context: ViewContext,
): Card => {
  const { ticket, viewer } = context;
  const say = sayIn(viewer.locale);
  const sentence = say("message.threadImported", { ticket: ticketName(ticket.number) });
  const leftOut = message
    .flatMap(({ files }) => files)
    .filter(({ rejectedBecause: why }) => why === "quota" || why === "tooManyInThread").length;
  const shown = message.slice(-mostImportedShown);
  return {
    summary: sentence,
    parts: [
      { part: "text", lines: [[strong(sentence)]] },
      ...shown.flatMap((each) => messageParts(each, ticket.number, context)),
      ...(more || shown.length < message.length
        ? [{ part: "small", line: [faint(say("message.threadImportedMore"))] } as const]
        : []),
      ...(leftOut === 0
        ? []
        : [{ part: "small", line: [faint(say("message.threadFilesLeftOut", { count: leftOut }))] } as const]),
    ],
  };
};

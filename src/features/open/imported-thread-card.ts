import { fileLines } from "../attachments/index.ts";
import type { Card, CardPart } from "../../chat/card.ts";
import { mostImportedShown, type ImportedMessage } from "../../tickets/thread/imported-thread.ts";
import { threadMessage, wholest } from "../../tickets/thread/thread-messages.ts";
import { ticketName } from "../../tickets/ticket.ts";
import type { NotificationOf } from "../../cards/feature-views.ts";
import { quoteWithRest } from "../../cards/quote.ts";
import type { ViewContext } from "../../i18n/viewer.ts";
import { faint, moment, plain, strong } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

const wordsParts = (
  words: ImportedMessage,
  number: number,
  { messages, viewer }: Pick<ViewContext, "messages" | "viewer">,
): readonly CardPart[] => {
  const say = sayIn(viewer.locale);
  const { by, at, staff, message } = words;
  const said = message === undefined ? null : threadMessage(messages, message);
  const edited = said === null || said.editedAt === null ? [] : [faint(say("said.edited")), moment(said.editedAt)];
  const head = [strong(by), ...(staff ? [plain(say("message.ofUs"))] : []), plain(" "), moment(at)];
  const deleted =
    said?.textKept === true && said.deletedAt !== null ? [faint(say("said.deletedSince")), moment(said.deletedAt)] : [];
  if (said !== null && said.deletedAt !== null && !said.textKept)
    return [{ part: "text", lines: [head, [faint(say("said.gone")), moment(said.deletedAt)]] }];
  return [
    { part: "text", lines: [[...head, ...edited, ...deleted]] },
    ...quoteWithRest(wholest(said, words), 600, { number, transcript: true }, viewer),
    ...fileLines(said, viewer),
  ];
};

/** What was said in the thread before it became a ticket, as it stands now. */
export const threadImportedCard = ({ words, more }: NotificationOf<"threadImported">, context: ViewContext): Card => {
  const { ticket, viewer } = context;
  const say = sayIn(viewer.locale);
  const sentence = say("message.threadImported", { ticket: ticketName(ticket.number) });
  const shown = words.slice(-mostImportedShown);
  return {
    summary: sentence,
    parts: [
      { part: "text", lines: [[strong(sentence)]] },
      ...shown.flatMap((each) => wordsParts(each, ticket.number, context)),
      ...(more || shown.length < words.length
        ? [{ part: "small", line: [faint(say("message.tookOverMore"))] } as const]
        : []),
    ],
  };
};

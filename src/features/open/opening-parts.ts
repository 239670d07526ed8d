import { rich } from "../../i18n/rich.ts";
import { fileLines } from "../attachments/index.ts";
import type { CardPart, Line } from "../../chat/card.ts";
import type { ThreadMessage } from "../../tickets/thread/thread-message.ts";
import type { ShownTicket } from "../../tickets/ticket.ts";
import { leftOutLines, quotePart } from "../../cards/quote.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { faintly, moment } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** The description, with formats if it was taken from a message. */
export const describedPart = ({ ticket: { description }, messages }: ShownTicket, length: number): CardPart => {
  const openingMessage = messages.find(
    ({ usedFor, text }) => usedFor.includes("description") && description.startsWith(text),
  );
  return quotePart({ text: description, format: openingMessage?.format ?? [] }, length);
};

/** What a ticket is about, for the team: its description, whether it was edited or deleted since, and its files. */
export const openingParts = (state: ShownTicket, length: number, viewer: Viewer): readonly CardPart[] => {
  const { ticket, messages } = state;
  const say = sayIn(viewer.locale);
  const openingMessage = messages.find(({ kind }) => kind === "opened") ?? null;
  return [
    describedPart(state, length),
    ...leftOutLines({ text: ticket.description }, length, ticket.number, viewer),
    ...(openingMessage === null ? [] : changes(openingMessage, say)),
    ...fileLines(openingMessage, viewer),
  ];
};

const small = (line: Line): readonly CardPart[] => [{ part: "text", lines: [faintly(line)] }];

const changes = (
  { editedAt, deletedAt: goneAt, textKept }: ThreadMessage,
  say: ReturnType<typeof sayIn>,
): readonly CardPart[] => {
  if (goneAt !== null)
    return small(rich(say, textKept ? "message.keptOnRecord" : "message.deletedAt", { at: moment(goneAt) }));
  return editedAt === null ? [] : small(rich(say, "opening.editedAt", { at: moment(editedAt) }));
};

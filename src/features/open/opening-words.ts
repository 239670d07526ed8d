import { fileLines } from "../attachments/index.ts";
import type { CardPart } from "../../chat/card.ts";
import type { ThreadMessage, Ticket } from "../../tickets/ticket.ts";
import { leftOut, quotePart } from "../../cards/quote.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { faint, moment } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** A description that was taken from a message looks like that. */
export const describedPart = ({ description, threadMessages: said }: Ticket, length: number): CardPart => {
  const wrote = said.find(
    ({ usedFor: gave, text }) => gave?.includes("description") === true && description.startsWith(text),
  );
  return quotePart({ text: description, format: wrote?.format }, length);
};

/** What a ticket is about, for the team: its description, whether that was changed or taken back since, and its files. */
export const openingWords = (ticket: Ticket, length: number, viewer: Viewer): readonly CardPart[] => {
  const say = sayIn(viewer.locale);
  const wrote = ticket.threadMessages.find(({ as }) => as === "opened") ?? null;
  return [
    describedPart(ticket, length),
    ...leftOut({ text: ticket.description }, length, ticket.number, viewer),
    ...(wrote === null ? [] : changes(wrote, say)),
    ...fileLines(wrote, viewer),
  ];
};

const changes = (
  { editedAt, deletedAt: goneAt, textKept: kept }: ThreadMessage,
  say: ReturnType<typeof sayIn>,
): readonly CardPart[] => {
  if (goneAt !== null)
    return [{ part: "text", lines: [[faint(say(kept === true ? "said.deleted" : "said.gone")), moment(goneAt)]] }];
  return editedAt === null ? [] : [{ part: "text", lines: [[faint(say("said.editedAlone")), moment(editedAt)]] }];
};

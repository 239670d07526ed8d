import type { Card, CardPart } from "../../chat/card.ts";
import { threadMessage } from "../../tickets/thread/thread-messages.ts";
import { ticketName, type ThreadMessage, type Ticket } from "../../tickets/ticket.ts";
import { fileLines } from "../attachments/file-lines.ts";
import { platformName } from "../../i18n/platform-name.ts";
import { leftOut, quoteWithRest } from "../../cards/quote.ts";
import type { NotificationOf } from "../../cards/feature-views.ts";
import { quotePart } from "../conversation/quote-part.ts";
import type { Viewer, ViewContext } from "../../i18n/viewer.ts";
import { faint, moment, sentenceCard } from "../../i18n/spans.ts";
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

/** Somebody changed the message that a ticket was opened from, or took it back; as it stands now. */
export const openingChangedCard = (
  { message, by, gone, on }: NotificationOf<"openingChanged">,
  { ticket, viewer }: ViewContext,
): Card => {
  const about = { name: by, ticket: ticketName(ticket.number) };
  const say = sayIn(viewer.locale);
  const card = sentenceCard(
    on === undefined
      ? say(gone ? "said.openingGone" : "said.openingEdited", about)
      : say("said.openingDeleted", { ...about, platform: platformName(on) }),
  );
  const said = threadMessage(ticket, message);
  return gone || said === null || said.text === ""
    ? card
    : { ...card, parts: [...card.parts, ...quoteWithRest(said, 2_500, { number: ticket.number, message }, viewer)] };
};

/** What one of the staff said in public was deleted where it stood, and stays on record. */
export const publicDeletedCard = (
  { message, author, on }: NotificationOf<"publicDeleted">,
  { ticket, viewer }: ViewContext,
): Card => {
  const say = sayIn(viewer.locale);
  const about = { name: author, ticket: ticketName(ticket.number) };
  const card = sentenceCard(
    on === null
      ? say("said.publicDeletedBy", about)
      : say("said.publicDeleted", { ...about, platform: platformName(on) }),
  );
  const said = threadMessage(ticket, message);
  return said === null || said.text === ""
    ? card
    : { ...card, parts: [...card.parts, ...quoteWithRest(said, 2_500, { number: ticket.number, message }, viewer)] };
};

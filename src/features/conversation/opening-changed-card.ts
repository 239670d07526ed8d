import { platformName } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import type { ViewContext } from "../../i18n/viewer.ts";
import type { NotificationOf } from "../../cards/feature-views.ts";
import { quoteWithRest } from "../../cards/quote.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { threadMessage } from "../../tickets/thread/thread-messages.ts";
import type { Card } from "../../chat/card.ts";

/** The author edited or deleted the message that a ticket was opened from; with its current text. */
export const openingChangedCard = (
  { message, by, deleted, platform }: NotificationOf<"openingChanged">,
  { ticket, messages, viewer }: ViewContext,
): Card => {
  const about = { name: by, ticket: ticketName(ticket.number) };
  const say = sayIn(viewer.locale);
  const card = sentenceCard(
    platform === null
      ? say(deleted ? "opening.deleted" : "opening.edited", about)
      : say("opening.deletedOnPlatform", { ...about, platform: platformName(platform) }),
  );
  const current = threadMessage(messages, message);
  return deleted || current === null || current.text === ""
    ? card
    : { ...card, parts: [...card.parts, ...quoteWithRest(current, 2_500, { number: ticket.number, message }, viewer)] };
};

/** A published message of staff was deleted on the platform, and stays on record. */
export const publicDeletedCard = (
  { message, author, platform }: NotificationOf<"publicDeleted">,
  { ticket, messages, viewer }: ViewContext,
): Card => {
  const say = sayIn(viewer.locale);
  const about = { name: author, ticket: ticketName(ticket.number) };
  const card = sentenceCard(
    platform === null
      ? say("publicMessage.deletedByAuthor", about)
      : say("publicMessage.deletedOnPlatform", { ...about, platform: platformName(platform) }),
  );
  const current = threadMessage(messages, message);
  return current === null || current.text === ""
    ? card
    : { ...card, parts: [...card.parts, ...quoteWithRest(current, 2_500, { number: ticket.number, message }, viewer)] };
};

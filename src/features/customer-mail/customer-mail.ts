import type { Card, CardPart, Line } from "../../chat/card.ts";
import { nameOf } from "../../i18n/directory.ts";
import { languageTag } from "../../i18n/languages.ts";
import { sayIn } from "../../i18n/say.ts";
import { faint, plain, strong } from "../../i18n/spans.ts";
import type { ViewContext } from "../../i18n/viewer.ts";
import type { Notification } from "../../tickets/effect.ts";
import type { Score } from "../../tickets/ticket-records.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { promisedLine } from "../client-area/index.ts";
import { messageCard } from "../message-cards/index.ts";
import { newsLine } from "../promised-updates/index.ts";
import { ratingChoices } from "../rating/index.ts";
import { footer, type HowToAnswer } from "./footer.ts";
import { receiptParts } from "./receipt-mail.ts";

/** What a mail to a contact is about: their ticket, which has just opened or moved to them, or a message on it. */
export type MailedThing = { readonly is: "ticket" } | { readonly is: "message"; readonly message: Notification };

/** What a mail is written with. */
export interface MailContext extends ViewContext {
  /** The contact who gets it. */
  readonly contactName: string;
  readonly answers: HowToAnswer;
  /** The page on which the contact rates with one press; null if there is none. */
  readonly ratingUrl: ((score: Score) => string) | null;
}

/** A mail without its addresses. */
export interface MailText {
  readonly subject: string;
  /** Who wrote it; null if a machine did. */
  readonly writtenBy: string | null;
  readonly language: string;
  readonly card: Card;
}

const linesOf = (text: string): readonly Line[] => text.split(/\r?\n/).map((line) => [plain(line)]);

/** What the contact hears next: the update that was promised with the reply, else what is due next. */
const nextLine = (due: number | null, { ticket, viewer }: MailContext): readonly CardPart[] => {
  const next = due === null ? promisedLine(ticket, viewer) : newsLine(due, viewer);
  return next === null ? [] : [{ part: "text", lines: [next] }];
};

/** A person's words come first and as they are, then who wrote them and what comes next. */
const replyParts = (
  { by, text, nextUpdateDue, setsWaiting }: Extract<Notification, { type: "reply" }>,
  context: MailContext,
): readonly CardPart[] => {
  const { desk, viewer } = context;
  const asks = plain(sayIn(viewer.locale)("replying.weNeedYou"));
  return [
    { part: "text", lines: linesOf(text) },
    { part: "text", lines: [[strong(nameOf(desk, by))], [faint(desk.name)]] },
    ...(setsWaiting ? [{ part: "text", lines: [[asks]] } as const] : nextLine(nextUpdateDue, context)),
  ];
};

/** The answers to "How did we do?" as links, each on a line of its own. */
const ratingLinks = ({ viewer }: MailContext, ratingUrl: (score: Score) => string): CardPart => ({
  part: "text",
  lines: ratingChoices(viewer).map(({ score, label }) => [{ t: "link", url: ratingUrl(score), label }]),
});

const isButtonsOrSmall = ({ part }: CardPart): boolean => part === "buttons" || part === "small";

/** What Plazo writes by itself: the card as in chat, without buttons and the small print that speaks of commands. */
const noticeParts = (message: Notification, context: MailContext): readonly CardPart[] => {
  const asksRating = message.type === "statusChanged" && message.asksRating && context.ticket.rating?.given === null;
  return [
    ...messageCard(message, context).parts.filter((part) => !isButtonsOrSmall(part)),
    ...(asksRating && context.ratingUrl !== null ? [ratingLinks(context, context.ratingUrl)] : []),
  ];
};

const partsOf = (thing: MailedThing, context: MailContext): readonly CardPart[] => {
  if (thing.is === "ticket") return receiptParts(context);
  return thing.message.type === "reply" ? replyParts(thing.message, context) : noticeParts(thing.message, context);
};

/** The mail that tells a contact of their ticket or of a message on it. All mails about a ticket have the same subject. */
export const customerMail = (thing: MailedThing, context: MailContext): MailText => {
  const { ticket, desk, viewer } = context;
  const subject = `[${ticketName(ticket.number)}] ${ticket.title}`;
  const reply = thing.is === "message" && thing.message.type === "reply" ? thing.message : null;
  return {
    subject,
    writtenBy: reply === null ? null : nameOf(desk, reply.by),
    language: languageTag[viewer.locale],
    card: { summary: subject, parts: [...partsOf(thing, context), ...footer(thing.is === "ticket", context)] },
  };
};

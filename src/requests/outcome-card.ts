import { areaPlatform } from "../tickets/contact.ts";
import { platformOf } from "../tickets/refs.ts";
import type { Card } from "../chat/card.ts";
import type { Desk } from "../desk/desk.ts";
import type { Refusal } from "../tickets/messages.ts";
import { isStaff } from "../tickets/principal.ts";
import { staffChannels } from "../tickets/routes/team.ts";
import type { PendingReply, Ticket } from "../tickets/ticket.ts";
import { doneCard, receiptCard, refusalCard, type Instead } from "../features/message-cards/index.ts";
import { pendingNotice, pendingReplyCard } from "../features/reply/index.ts";
import type { Viewer } from "../i18n/viewer.ts";
import { sentenceCard } from "../i18n/spans.ts";
import { sayIn } from "../i18n/say.ts";
import type { Intent } from "./intent.ts";

/** The result of a command: the ticket as it is now, or the refusal. */
export type CardOutcome =
  | { readonly ok: true; readonly ticket: Ticket; readonly instead?: Instead }
  | { readonly ok: false; readonly refusal: Refusal };

type Acting = Extract<Intent, { kind: "open" | "change" }>;

/** Changes that a card in a staff channel shows at once, so that the agent needs no answer. */
const shownByCard: readonly Acting["command"]["type"][] = [
  "claim",
  "assign",
  "setSeverity",
  "setAccount",
  "wait",
  "note",
  "promiseUpdate",
  "dismiss",
  "askTech",
  "claimTech",
  "returnTech",
];

/** The reply of this command, if it is still pending. */
const pendingReplyOf = (ticket: Ticket, { by, at }: Acting["command"]): PendingReply | null =>
  ticket.pendingReplies.findLast((each) => by.kind === "person" && each.by.user === by.user && each.at === at) ?? null;

/** Whether a contact gave the command on a page of the client area, where a text that was not taken stands nowhere. */
const isOnPage = ({ by }: Acting["command"]): boolean =>
  by.kind === "person" && platformOf(by.channel) === areaPlatform;

/** What a person typed for a command; null if nothing is lost with it, because the text still stands in the chat. */
const typedText = (command: Acting["command"]): string | null => {
  switch (command.type) {
    case "open":
      return command.openingMessage === undefined || isOnPage(command)
        ? `${command.title}\n${command.description}`
        : null;
    case "reply":
    case "note":
      return command.alreadyPosted ? null : command.text;
    case "askTech":
      return command.text;
    case "returnTech":
      return command.findings;
    case "recordTime":
      return command.note;
    case "receiveMessage":
      return isOnPage(command) ? command.text : null;
    case "setSeverity":
      return command.reason ?? null;
    case "requestCall":
      return `${command.number}\n${command.time ?? ""}`;
    default:
      return null;
  }
};

/** What to tell the person who acted, in private. Null if they see it anyway or wrote it themselves. */
export const outcomeCard = (intent: Acting, outcome: CardOutcome, desk: Desk, viewer: Viewer): Card | null => {
  const { command } = intent;
  // A repeated message changed nothing, so its author gets no answer.
  if (!outcome.ok && "message" in command && outcome.refusal.reason === "notDue") return null;
  // A customer over their limit is notified once, not at every message. A page must say each time what became of a text.
  const isToldBefore = !outcome.ok && outcome.refusal.reason === "limited" && outcome.refusal.alreadyNotified;
  if (isToldBefore && "message" in command && !isOnPage(command)) return null;
  if (!outcome.ok) {
    const card = refusalCard(outcome.refusal, intent.kind === "change" ? intent.number : null, { desk, viewer });
    // The answer contains the refused text, so that its author can copy it.
    const typed = typedText(command)?.trim() ?? "";
    return typed === "" ? card : { ...card, parts: [...card.parts, { part: "quote", text: typed }] };
  }
  if (command.type === "open") return receiptCard(outcome.ticket, viewer, outcome.instead);
  if ("alreadyPosted" in command && command.alreadyPosted) return null;
  const pending = command.type === "reply" ? pendingReplyOf(outcome.ticket, command) : null;
  if (pending !== null) return pendingReplyCard(pendingNotice(pending), { ticket: outcome.ticket, desk, viewer });
  if (command.by.kind === "person" && !isStaff(command.by.user, desk, command.by.membership)) {
    // The thread shows what happened, so the private answer is short.
    if (command.type === "resolve") return sentenceCard(sayIn(viewer.locale)("done.closedByCustomer"));
    if (command.type === "reopen") return sentenceCard(sayIn(viewer.locale)("done.reopenedByCustomer"));
  }
  const isSeen = command.by.kind === "person" && staffChannels(desk).includes(command.by.channel);
  return isSeen && shownByCard.includes(command.type)
    ? null
    : doneCard(command.type, { ticket: outcome.ticket, desk, viewer });
};

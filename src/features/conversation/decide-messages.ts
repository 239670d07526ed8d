import { beganInSource } from "../../tickets/conversation-place.ts";
import type { Instant } from "../../sla/instant.ts";
import { noChange, whenCustomerWrote, whenReopened, whenDismissed } from "../../tickets/clocks/clock-changes.ts";
import type { Desk } from "../../desk/desk.ts";
import { type Actor, type Decision, accept, refuse, type TicketCommand } from "../../tickets/messages.ts";
import { isColleague, type Principal } from "../../tickets/principal.ts";
import { messageConsequence } from "./reopening.ts";
import { conversationRestored } from "./restore-conversation.ts";
import { textOf } from "../../tickets/format.ts";
import { judgedFiles } from "../../tickets/files/carried-files.ts";
import { isKnown, threadMessage } from "../../tickets/thread/thread-messages.ts";
import { platformOf, type UserRef } from "../../tickets/refs.ts";
import type { DecideContext } from "../../tickets/rules.ts";
import type { Messages, ThreadMessage } from "../../tickets/thread/thread-message.ts";
import { continuesInTicket, type Ticket } from "../../tickets/ticket.ts";
import { leftUnanswered } from "../../tickets/unanswered.ts";
import { mayReopen, mayWriteIn } from "../../tickets/who-may-write.ts";
import { isThanks } from "./thanks.ts";

/** A colleague whom the desk file does not name, and who is not the ticket's requester. */
const isBystander = (ticket: Ticket, by: Actor, desk: Desk): boolean =>
  by.kind === "person" && ticket.requester.user !== by.user && isColleague(by.user, by.membership, desk);

/** Whether the author of a command may reopen the ticket by it. */
const authorMayReopen = ({
  ticket,
  command: { by },
  principal,
  desk,
}: Pick<DecideContext<"receiveMessage" | "editMessage">, "ticket" | "command" | "principal" | "desk">): boolean =>
  by.kind !== "person" || mayReopen(ticket, { user: by.user, principal }, desk);

/** A customer's message is recorded in every status of the ticket. A mere thank-you needs no answer. */
export const receiveMessage = (context: DecideContext<"receiveMessage">): Decision => {
  const { ticket, messages, command, principal, desk } = context;
  const { wroteAt, waitedUntil = wroteAt, message = null, files = [], at, closedBy = null } = command;
  const { text, format } = textOf(command);
  if (isKnown(messages, message)) return refuse({ reason: "notDue" });
  const to = continuesInTicket(ticket);
  if (to !== null) return refuse({ reason: "continuesIn", to });
  const colleague = isBystander(ticket, command.by, desk);
  const thanks = colleague || (isThanks(text, desk) && files.length === 0);
  const reopens =
    !colleague &&
    authorMayReopen(context) &&
    messageConsequence(ticket, { text, at: waitedUntil, message, closedBy }, desk) === "reopens";
  const customerWrote = {
    type: "customerWrote",
    text,
    format,
    wroteAt,
    message,
    files: judgedFiles(files, command.filesLeft ?? null),
    company: principal.is === "customer" && !colleague ? (principal.account?.key ?? null) : null,
    thanks,
    colleague,
    clocks: thanks ? noChange : whenCustomerWrote(ticket, { wroteAt, message }, desk, at),
  } as const;
  const decision = reopens
    ? accept(command, customerWrote, {
        type: "reopened",
        needsReply: true,
        clocks: whenReopened(ticket, true, desk, at),
      })
    : accept(command, customerWrote);
  const back = conversationRestored(ticket, message?.channel ?? null, at);
  return decision.ok ? { ok: true, events: [...decision.events, ...back] } : decision;
};

type Revision = Extract<TicketCommand, { type: "editMessage" | "deleteMessage" }>;

/** The message that a person edits or deletes; null if it is not theirs or is unknown. */
const ownMessage = (messages: Messages, { message, by }: Revision): ThreadMessage | null => {
  const current = threadMessage(messages, message);
  return current !== null && by.kind === "person" && current.by.user === by.user ? current : null;
};

/** Whether a message that asked for an answer was dismissed by an agent: it waits for none, and staff wrote nothing since. */
const isDismissed = ({ status, unanswered, lastReplyAt }: Ticket, since: Instant): boolean =>
  status !== "resolved" && (unanswered === null || since < unanswered.first) && (lastReplyAt ?? -Infinity) < since;

/**
 * Whether the author may still change what they wrote. Former staff may not change what they wrote as staff. Former
 * contacts may not change a ticket that they can no longer see. Both may still delete their messages.
 */
const mayStillEdit = (
  ticket: Ticket,
  { by, kind, message, staff }: ThreadMessage,
  principal: Principal,
  desk: Desk,
): boolean =>
  staff || kind === "replied" || kind === "noted"
    ? principal.is === "staff"
    : mayWriteIn(ticket, { user: by.user, principal, channel: message.channel }, desk);

/**
 * Whether a former thank-you, or a message that an agent dismissed, needs an answer now. Edits may arrive late, so the
 * customer waits since the first one that asked.
 */
const needsReplyNow = (
  ticket: Ticket,
  { kind, colleague, deletedAt, files, needsReplySince, text: before, at: wroteAt }: ThreadMessage,
  { text, at }: Extract<TicketCommand, { type: "editMessage" }>,
  desk: Desk,
): boolean => {
  if (
    kind !== "customerWrote" ||
    colleague ||
    deletedAt !== null ||
    files.length > 0 ||
    text.trim() === "" ||
    isThanks(text, desk)
  )
    return false;
  const since = needsReplySince === "notJudged" ? (isThanks(before, desk) ? null : wroteAt) : needsReplySince;
  return since === null || at < since || (needsReplySince !== "notJudged" && isDismissed(ticket, since));
};

/**
 * Whether an edit is older than the text of a message. That is so if the message never came and a later edit was taken for
 * it. Slack tells the time of an edit in whole seconds, so an edit may seem a little older than its message.
 */
const isOlder = (at: Instant, { at: wroteAt }: ThreadMessage): boolean => at < Math.floor(wroteAt / 1_000) * 1_000;

/** The new title of a ticket whose title was taken from this message, and which no person changed since. */
const newTitle = (
  ticket: Ticket,
  { kind, usedFor, editedAt, deletedAt }: ThreadMessage,
  { titles, at }: Extract<TicketCommand, { type: "editMessage" }>,
): string | null => {
  const isTitle =
    kind === "opened" && usedFor.includes("title") && deletedAt === null && ticket.title === titles?.before;
  const isNewest = editedAt === null || at >= editedAt;
  return isTitle && isNewest && titles.after !== ticket.title ? titles.after : null;
};

/**
 * The text changes. Clocks that the message started stay as they are; a thank-you that became a question starts a new
 * wait. A deleted message keeps no text.
 */
export const editMessage = (context: DecideContext<"editMessage">): Decision => {
  const { ticket, messages, command, principal, desk } = context;
  const { at, closedBy = null } = command;
  const current = ownMessage(messages, command);
  if (current === null || !mayStillEdit(ticket, current, principal, desk)) return refuse({ reason: "notAllowed" });
  if (isOlder(at, current)) return refuse({ reason: "notDue" });
  const { message, kind, company, at: wroteAt } = current;
  const hasText = current.deletedAt === null || current.textKept;
  const { text, format } = hasText ? textOf(command) : { text: "", format: [] };
  const title = newTitle(ticket, current, command);
  const edited = { type: "messageEdited", message, kind, wroteAt, text, format, needsReply: null, title } as const;
  if (!needsReplyNow(ticket, current, { ...command, text }, desk)) return accept(command, edited);
  const asking = {
    ...edited,
    needsReply: { company, clocks: whenCustomerWrote(ticket, { wroteAt: at, message }, desk, at) },
  };
  return authorMayReopen(context) && messageConsequence(ticket, { text, at, message, closedBy }, desk) === "reopens"
    ? accept(command, asking, { type: "reopened", needsReply: true, clocks: whenReopened(ticket, true, desk, at) })
    : accept(command, asking);
};

/** Whether a person is staff, or was before they left the desk. */
const wasStaff = (user: UserRef, { people, former }: Desk): boolean =>
  former.staff.includes(user) || Object.values(people).some(({ identities }) => identities.includes(user));

/** Whether staff published the message: to the customer, or in the customer's channel before it became a ticket. */
const isPublicOfStaff = ({ kind, by, staff }: ThreadMessage, { source, conversation }: Ticket, desk: Desk): boolean =>
  kind === "replied" ||
  (kind === "opened" && source !== null && beganInSource(source, conversation) && (staff || wasStaff(by.user, desk)));

/**
 * Deleting a message clears its text, but a customer who waits for an answer still waits. Published messages of staff
 * stay on record, because customers may delete them in their own server. Other texts are erased.
 */
export const deleteMessage = ({ ticket, messages, command, desk }: DecideContext<"deleteMessage">): Decision => {
  const current = ownMessage(messages, command);
  if (current === null) return refuse({ reason: "notAllowed" });
  if (current.deletedAt !== null) return refuse({ reason: "notDue" });
  const { message, kind, by, usedFor: erases, at: wroteAt } = current;
  const textKept = isPublicOfStaff(current, ticket, desk);
  const named = { type: "messageDeleted", message, kind, wroteAt, at: command.at } as const;
  const event = {
    ...named,
    textKept,
    erases: textKept || kind !== "opened" ? [] : erases,
  };
  if (command.byAuthor === true)
    return { ok: true, events: [{ ...event, by: command.by, platform: null, author: null }] };
  const unnamed = { by: { kind: "clock" }, platform: platformOf(message.channel), author: by.name } as const;
  return { ok: true, events: [{ ...event, ...unnamed }] };
};

/** An agent decides that the customer's messages need no answer. A first response is still due. */
export const dismiss = ({ ticket, unanswered, command, desk }: DecideContext<"dismiss">): Decision => {
  const { upTo, at } = command;
  if (ticket.unanswered === null || ticket.unanswered.first > upTo) return refuse({ reason: "nothingUnanswered" });
  const [next = null] = leftUnanswered(unanswered, upTo);
  return accept(command, {
    type: "dismissed",
    upTo,
    nextUnanswered: next,
    clocks: whenDismissed(ticket, next, desk, at),
  });
};

import { releaseLookedAt } from "../tickets/execute/collect-strangers.ts";
import { execute, type CommandOutcome } from "../tickets/execute/execute.ts";
import { isTicketOf, isStaff } from "../tickets/principal.ts";
import { askerOf, oneTicket } from "../tickets/execute/queries.ts";
import { linkTickets } from "../tickets/execute/link-tickets.ts";
import { threadOf } from "../tickets/execute/thread-of.ts";
import { removeUnticketedMessage, removeUnticketedOf } from "../db/messages/unticketed-store.ts";
import { setAbsence, saveNotifyChoice } from "../db/staff-store.ts";
import { commandFromThreadMessage } from "../requests/command-from-thread-message.ts";
import type { Intent } from "../requests/intent.ts";
import { toIntent } from "../requests/to-intent.ts";
import { outcomeCard } from "../requests/outcome-card.ts";
import { requestContextOf, type RequestContext } from "../requests/request-context.ts";
import type { Card } from "../chat/card.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import { isThanks } from "../features/conversation/index.ts";
import { lastDirectTicket } from "../db/ticket-store.ts";
import { awayCard } from "../features/availability/index.ts";
import { notifyCard } from "../features/assignment/index.ts";
import { problemCard } from "../cards/problem-card.ts";
import { refusalCard } from "../features/message-cards/index.ts";
import { linkedCard } from "../features/ticket-links/index.ts";
import { signInCard } from "../features/web-desk/index.ts";
import { answerPrompt } from "./answer-prompt.ts";
import { answerQuestion } from "./answers/answer-question.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { manageAccess, withRememberOffer } from "./answers/manage-access.ts";
import { withCannedReply } from "./with-canned-reply.ts";
import { pendingReplyOf, settledCardOf } from "./reply-notes.ts";
import { completeEvent } from "./complete.ts";
import { decideUnticketed, keepWaiting, takeAnswerInThread, takeStaffAnswer } from "./unticketed.ts";
import { afterRefusal, openByMail } from "./mail/open-by-mail.ts";
import { writeByMail, type MailedMessage } from "./mail/write-by-mail.ts";
import { processCustomerMessage } from "./customer-message.ts";
import { applyEdit } from "./apply-edit.ts";
import type { WorkOutcome } from "./process-inbox.ts";
import { askWhichTicket, joinOpenPrompt, promptWithArticles } from "./make-prompt.ts";
import { limitOfForm, openFromMessage, readingOn, withThread, type Opened } from "./open-from-message.ts";
import { withContact } from "./answers/contact-named.ts";
import { withFallbackPlace } from "../delivery/fallback-place.ts";
import { askBeforeResend, mustAskBeforeResend } from "./answers/ask-before-resend.ts";
import { follow } from "./answers/follow.ts";
import { giveReport } from "./answers/give-report.ts";
import { giveTranscript } from "./answers/give-transcript.ts";
import { giveWholeText } from "./answers/give-whole-text.ts";

type RespondDeps = Omit<WorkDeps, "onEvents" | "onSetAside">;

/** Processes a stored inbound event and returns the private answer to its author, if any. */
export const respond = async (deps: RespondDeps, received: InboundEvent): Promise<WorkOutcome> => {
  const desk = await deps.desk.read(deps.database.db);
  const inboundEvent = await completeEvent(deps, received, desk);
  const intent = toIntent(inboundEvent, desk);
  const context = requestContextOf(inboundEvent, desk);
  if (intent.kind === "ask" && intent.question.kind === "transcript")
    return giveTranscript(deps, intent.question, askerOf(inboundEvent), context);
  if (intent.kind === "ask" && intent.question.kind === "whole")
    return giveWholeText(deps, intent.question, askerOf(inboundEvent), context);
  if (intent.kind === "ask" && intent.question.kind === "report") return giveReport(deps, intent.question, context);
  if (inboundEvent.kind === "deleted")
    await removeUnticketedMessage(deps.database.db, inboundEvent.message, { ticket: null, now: deps.now() });
  if (intent.kind === "edited" && (inboundEvent.kind === "edited" || inboundEvent.kind === "deleted")) {
    const applied = await applyEdit(deps, inboundEvent, intent, context);
    if (applied !== "messageMissing") return applied;
  }
  if (intent.kind === "answerPrompt") {
    const answered = await answerPrompt(deps, inboundEvent, intent, context);
    // A prompt that is over replaces its message, so that no dead buttons stay.
    return answered === null || "notYet" in answered ? answered : { card: answered, files: [], replaces: true };
  }
  if (intent.kind === "decideUnticketed") return decideUnticketed(deps, inboundEvent, intent, context);
  if (intent.kind === "openByMail") return openByMail(deps, inboundEvent, intent);
  if (inboundEvent.kind === "message" && inboundEvent.mail !== undefined)
    return respondToMail(deps, { ...inboundEvent, mail: inboundEvent.mail }, intent, context);
  if (intent.kind === "openFrom") return openFromMark(deps, inboundEvent, intent, context);
  const acted = await act(deps, inboundEvent, intent, context);
  const { card, rest } = acted !== null && "rest" in acted ? acted : { card: acted, rest: null };
  if (rest !== null) return { answer: card === null ? null : { card, files: [] }, rest };
  if (intent.kind === "ask" && "number" in intent.question && context.principal.is === "staff")
    await releaseLookedAt(deps.database.db, intent.question.number, deps.now());
  if (card === null) return null;
  // A pending reply that is over replaces its message, so that no dead buttons stay.
  if (intent.kind !== "change" || !(intent.command.type === "undoReply" || intent.command.type === "releaseReply")) {
    const pendingReply = await pendingReplyOf(deps, intent, context.viewer);
    return { card, files: [], ...(pendingReply === null ? {} : { pendingReply }) };
  }
  const about = { ticket: intent.number, id: intent.command.replyId, viewer: context.viewer };
  const became = isStaff(inboundEvent.by.user, desk, inboundEvent.by.membership)
    ? await settledCardOf(deps, about)
    : null;
  return became === null ? { card, files: [] } : { card: became, files: [], replaces: true };
};

/** A mail that is refused before any ticket is asked goes back to the staff. One without words and files says nothing. */
const respondToMail = async (
  deps: RespondDeps,
  inboundEvent: MailedMessage,
  intent: Intent,
  context: RequestContext,
): Promise<WorkOutcome> => {
  if (intent.kind === "writeOnTicket") return writeByMail(deps, inboundEvent, intent, context);
  return intent.kind === "say" ? afterRefusal(deps, inboundEvent.mail, { reason: "notAllowed" }) : null;
};

const act = async (
  deps: RespondDeps,
  inboundEvent: InboundEvent,
  intent: Intent,
  context: RequestContext,
): Promise<Card | Opened | null> => {
  switch (intent.kind) {
    case "nothing":
      return null;
    case "say":
      if (intent.refused !== undefined) deps.traces?.refused(inboundEvent.by, "notAllowed", intent.refused);
      return intent.card;
    case "ask":
      // Handled before, because their answers have files.
      if (
        intent.question.kind === "transcript" ||
        intent.question.kind === "whole" ||
        intent.question.kind === "report"
      )
        return null;
      return answerQuestion(deps, intent.question, askerOf(inboundEvent), context);
    case "away":
      await setAbsence(deps.database.db, intent.person, intent.until);
      return awayCard(intent.person, intent.until, context.desk, context.viewer);
    case "notify": {
      await saveNotifyChoice(deps.database.db, intent.person, intent.notify);
      const person = context.principal.is === "staff" ? context.principal.person : null;
      return person && notifyCard({ ...person, notifyChoice: intent.notify }, context.desk, context.viewer);
    }
    case "signIn":
      return signInCard((await deps.signInLink?.(inboundEvent.by.user)) ?? null, context.viewer);
    case "access":
      return manageAccess(deps, inboundEvent, intent.request, context);
    case "writeOnTicket":
      return writeOnTicket(deps, inboundEvent, intent, context);
    case "threadMessage":
      return processThreadMessage(deps, inboundEvent, intent, context);
    case "edited":
      return processEditAsMessage(deps, inboundEvent, intent, context);
    case "follow":
      return follow(deps, inboundEvent, intent, context);
    case "channelMessage":
      return keepWaiting(deps, inboundEvent, intent, context);
    case "staffAnswer":
      return takeStaffAnswer(deps, inboundEvent, intent);
    case "answerPrompt":
    case "decideUnticketed":
    case "openByMail":
    case "openFrom":
      // Handled before, because the outcome may have to wait or to be only for now.
      return null;
    case "link": {
      const { how, number, to } = intent;
      const linkAdded = await linkTickets(deps, { ...intent, key: inboundEvent.key });
      if (!linkAdded.ok) deps.traces?.refused(inboundEvent.by, linkAdded.refusal.reason, how);
      return linkAdded.ok
        ? linkedCard(how, number, to, context.viewer)
        : refusalCard(linkAdded.refusal, linkAdded.number, { desk: context.desk, viewer: context.viewer });
    }
    case "canned":
      return act(deps, inboundEvent, await withCannedReply(deps, intent, context), context);
    case "open": {
      if (intent.articles !== undefined)
        return promptWithArticles(deps, inboundEvent, { command: intent.command, found: intent.articles, context });
      const outcome = await openFromForm(deps, inboundEvent, intent.command, context);
      const seen = await withFallbackPlace(deps, outcome, context.desk);
      const card = outcomeCard(intent, seen, context.desk, context.viewer);
      return { card, rest: outcome.ok ? readingOn(deps, inboundEvent.key, outcome.ticket) : null };
    }
    case "change": {
      const { number, command } = intent;
      const outcome = await execute(deps, { key: inboundEvent.key, number, command });
      if (mustAskBeforeResend(intent, outcome)) return askBeforeResend(deps, intent, context);
      return withRememberOffer(outcomeCard(intent, outcome, context.desk, context.viewer), intent, outcome, context);
    }
  }
};

/** Opens the ticket that a form asked for, unless it names a contact who is none, or its author is beyond a limit. */
const openFromForm = async (
  deps: RespondDeps,
  { key }: InboundEvent,
  asked: Extract<Intent, { kind: "open" }>["command"],
  context: RequestContext,
): Promise<CommandOutcome> => {
  const command = await withContact(deps.database.db, asked);
  if ("reason" in command) return { ok: false, refusal: command };
  const limited = await limitOfForm(deps, { key, command }, context);
  if (limited !== null) return { ok: false, refusal: limited };
  const outcome = await execute(deps, { key, number: null, command: await withThread(deps, command, context) });
  if (outcome.ok) {
    const { number, requester } = outcome.ticket;
    const asked = { channel: command.askedIn, author: requester.user, ticket: number };
    await removeUnticketedOf(deps.database.db, { ...asked, at: deps.now() });
  }
  return outcome;
};

/**
 * Opens a ticket from a marked message. A mark that is refused for now does not count as done, because the platform reports
 * the same event when the person sets it again later.
 */
const openFromMark = async (
  deps: RespondDeps,
  inboundEvent: InboundEvent,
  intent: Extract<Intent, { kind: "openFrom" }>,
  context: RequestContext,
): Promise<WorkOutcome> => {
  const { card, rest, onlyForNow } = await openFromMessage(deps, inboundEvent, { ...intent, taken: null, context });
  const answer = card === null ? null : { card, files: [] };
  if (onlyForNow) return { refusedForNow: answer };
  return rest === null ? answer : { answer, rest };
};

/** Takes a message from the page of a ticket, if its author may see the ticket. */
const writeOnTicket = async (
  deps: RespondDeps,
  inboundEvent: InboundEvent,
  { number, text }: Extract<Intent, { kind: "writeOnTicket" }>,
  context: RequestContext,
): Promise<Card | null> => {
  if (inboundEvent.kind !== "message") return null;
  const { desk, viewer } = context;
  const found = await oneTicket(deps.database.db, desk, askerOf(inboundEvent), { number });
  if (found.ok) return processCustomerMessage(deps, inboundEvent, { below: number, text, context });
  deps.traces?.refused(inboundEvent.by, found.refusal.reason, "receiveMessage");
  return refusalCard(found.refusal, number, { desk, viewer });
};

/** Processes a thread message. Only the database knows its ticket and side. */
const processThreadMessage = async (
  deps: RespondDeps,
  inboundEvent: InboundEvent,
  intent: Extract<Intent, { kind: "threadMessage" }>,
  context: RequestContext,
): Promise<Card | Opened | null> => {
  if (inboundEvent.kind !== "message") return null;
  const thread = await threadOf(deps.database.db, intent.root.channel, intent.root.id);
  if (thread === null) return startFromMessage(deps, inboundEvent, intent, context);
  if (thread.side === "conversation")
    return processCustomerMessage(deps, inboundEvent, { below: thread.ticket, text: intent.text, context });
  const side = thread.side === "triage" ? "internal" : thread.side;
  return act(deps, inboundEvent, commandFromThreadMessage(side, thread.ticket, inboundEvent, context.desk), context);
};

/**
 * Processes an edit of a message that never came as a new message, which counts from when it was written. Then it applies the
 * edit, so that an older one which comes later changes nothing.
 */
const processEditAsMessage = async (
  deps: RespondDeps,
  inboundEvent: InboundEvent,
  intent: Extract<Intent, { kind: "edited" }>,
  context: RequestContext,
): Promise<Card | Opened | null> => {
  const { message, text, format = [] } = intent;
  if (text === null || message.thread === undefined) return null;
  const root = { channel: message.channel, id: message.thread };
  if (inboundEvent.kind !== "edited") return null;
  const { key, by, channel, direct = false, wroteAt } = inboundEvent;
  const at = wroteAt ?? inboundEvent.at;
  const written = { key, at, by, channel, direct, kind: "message", message, text, format } as const;
  const card = await processThreadMessage(deps, written, { kind: "threadMessage", root, text }, context);
  if (wroteAt !== undefined) await applyEdit(deps, { ...inboundEvent, key: `${key} edit` }, intent, context);
  return card;
};

/** Opens a ticket from a message that belongs to none, unless it may belong to an open one. */
const startFromMessage = async (
  deps: RespondDeps,
  inboundEvent: Extract<InboundEvent, { kind: "message" }>,
  { otherwise, root, text }: Extract<Intent, { kind: "threadMessage" }>,
  context: RequestContext,
): Promise<Card | null> => {
  if (otherwise === undefined) return takeAnswerInThread(deps, inboundEvent, root, context);
  if (otherwise === "staffDirect") return problemCard({ problem: "staffDirect" }, context.viewer);
  // A thank-you never opens a ticket. It is shown on the customer's most recent one.
  if (isThanks(text, context.desk) && (inboundEvent.files ?? []).length === 0) {
    if (otherwise !== "direct") return null;
    const joined = await joinOpenPrompt(deps, inboundEvent, context);
    if (joined.asked) return joined.card;
    const last = await lastDirectTicket(deps.database.db, inboundEvent.by.user);
    return last === null || !isTicketOf(inboundEvent.by.user, context.principal, last, context.desk)
      ? null
      : processCustomerMessage(deps, inboundEvent, { below: last.number, text, context });
  }
  const question =
    otherwise === "direct" ? await askWhichTicket(deps, inboundEvent, context) : { asked: false as const };
  if (question.asked) return question.card;
  const { message } = inboundEvent;
  return (
    await openFromMessage(deps, inboundEvent, { message, how: otherwise, taken: { ...inboundEvent, text }, context })
  ).card;
};

import { whenReopened, whenReplied } from "./clocks/clock-changes.ts";
import { acknowledge, takeFallback, requeue, reroute, remind, snooze } from "../features/reminders/decide.ts";
import { commentAsTech, returnTech, claimTech, askTech } from "../features/tech-handoff/decide.ts";
import { merge, addLink } from "../features/ticket-links/decide.ts";
import { editMessage, hear, note, deleteMessage } from "../features/conversation/decide-messages.ts";
import { replan, setAccount, setSeverity } from "../features/severity/decide.ts";
import { escalate, reportPaged, pageNext } from "../features/escalation/decide.ts";
import type { Desk } from "../desk/desk.ts";
import { reassign, isAssigneeGone } from "../features/assignment/hand-over.ts";
import { unavailableReason } from "../features/assignment/round-robin.ts";
import { placeAfter } from "../features/conversation/left-place.ts";
import { afterPendingReplies, releaseReply, sendReply, undoReply } from "../features/reply/pending-replies.ts";
import { dismiss } from "../features/conversation/dismiss.ts";
import { undeliveredCardKey } from "../features/conversation/restore-conversation.ts";
import { resolveUndelivered } from "../features/reply/undelivered.ts";
import { judgedFiles } from "../features/attachments/judged-files.ts";
import { internalMention, unsayable } from "../features/reply/internal-mention.ts";
import { isOwn, permitted, identify, type Principal } from "./permissions.ts";
import type { Actor } from "./actor.ts";
import type { Refusal } from "./refusal.ts";
import type { Command, Decision } from "./messages.ts";
import { openTicket } from "../features/open/open-ticket.ts";
import { promiseUpdate } from "../features/promised-updates/promise-update.ts";
import { rate } from "../features/rating/rate.ts";
import type { Place } from "./refs.ts";
import { isKnown } from "../features/conversation/thread-messages.ts";
import { reportCalled, requestCall } from "../features/callback/request-call.ts";
import { checkInactivity, wait } from "../features/waiting/inactivity.ts";
import { mergedInto, type Ticket } from "./ticket.ts";
import { accept, refuse, type TicketCommand } from "./decision.ts";

type By = Extract<Actor, { kind: "person" }>;

const samePlace = (one: Place, other: Place): boolean =>
  one.kind === "channel"
    ? other.kind === "channel" && one.channel === other.channel
    : other.kind === "person" && one.user === other.user;

/**
 * Whether the person may do this to this ticket. "Not yours" reads the same as "not there", so that ticket numbers tell
 * a stranger nothing.
 */
const forbidden = (
  ticket: Ticket | null,
  command: Command,
  by: By,
  principal: Principal,
  desk: Desk,
): Refusal | null => {
  const allowed = permitted(principal, command.type);
  if (allowed === "no") return { reason: "notAllowed" };
  if (command.type === "open") return null;
  if (ticket === null) return { reason: "noSuchTicket" };
  if (principal.is !== "customer" || isOwn(by.user, principal.account, ticket, desk)) return null;
  // In direct messages there is no one else: words of who lost the ticket are none of its words.
  const isPrivate = command.type === "hear" && ticket.conversation.kind === "person" && ticket.account !== null;
  return allowed === "own" || isPrivate ? { reason: "noSuchTicket" } : null;
};

const claim = (ticket: Ticket, command: TicketCommand, principal: Principal, desk: Desk): Decision => {
  if (principal.is !== "staff") return refuse({ reason: "notAllowed" });
  if (ticket.status === "resolved") return refuse({ reason: "resolvedAlready" });
  if (ticket.assignee === principal.person.key) return refuse({ reason: "alreadyThat", what: "claimed" });
  if (ticket.assignee !== null && !isAssigneeGone(ticket, desk))
    return refuse({ reason: "alreadyClaimed", by: desk.people[ticket.assignee]?.name ?? ticket.assignee });
  return accept(command, { type: "assigned", person: principal.person.key, claimed: true });
};

const assign = (
  ticket: Ticket,
  command: Extract<TicketCommand, { type: "assign" }>,
  principal: Principal,
  desk: Desk,
): Decision => {
  if (ticket.status === "resolved") return refuse({ reason: "resolvedAlready" });
  const person = command.person === null ? null : desk.people[command.person];
  if (person === undefined) return refuse({ reason: "noSuchPerson", name: command.person ?? "" });
  if (ticket.assignee === command.person) return refuse({ reason: "alreadyThat", what: "assignee" });
  const own = principal.is === "staff" && principal.person.key === person?.key;
  const told = person === null || own ? undefined : (unavailableReason(person, ticket, desk, command.at) ?? "direct");
  return accept(command, { type: "assigned", person: command.person, claimed: false, told });
};

const reply = (ticket: Ticket, command: Extract<TicketCommand, { type: "reply" }>, desk: Desk): Decision => {
  const files = judgedFiles(command.alreadyPosted ? command.files : []);
  if (command.text.trim() === "" && files.length === 0) return refuse({ reason: "emptyText" });
  if (command.audience != null && !samePlace(command.audience, ticket.conversation))
    return refuse({ reason: "readersChanged" });
  if (!command.alreadyPosted && command.by.kind === "person") {
    const found = unsayable(command.text, desk);
    return found === null ? sendReply(ticket, command, command.by, desk) : refuse({ reason: "internalWords", found });
  }
  if (isKnown(ticket, command.message)) return refuse({ reason: "notDue" });
  const revealed = internalMention([command.text, ...files.map(({ name }) => name)].join("\n"), desk);
  const clocks = whenReplied(ticket, desk, command.at);
  return accept(command, {
    type: "replied",
    text: command.text,
    alreadyPosted: command.alreadyPosted,
    message: command.message,
    ...(files.length === 0 ? {} : { files }),
    clocks,
    ...(revealed === null ? {} : { revealed }),
  });
};

const reopen = (ticket: Ticket, command: TicketCommand, principal: Principal, desk: Desk): Decision => {
  if (ticket.status !== "resolved") return refuse({ reason: "alreadyThat", what: "open" });
  const to = mergedInto(ticket);
  if (to !== null) return refuse({ reason: "continuesIn", to });
  const asksAgain = principal.is === "customer";
  return accept(command, {
    type: "reopened",
    asksAgain,
    clocks: whenReopened(ticket, asksAgain, desk, command.at),
  });
};

const change = (ticket: Ticket, command: TicketCommand, principal: Principal, desk: Desk): Decision => {
  switch (command.type) {
    case "claim":
      return claim(ticket, command, principal, desk);
    case "assign":
      return assign(ticket, command, principal, desk);
    case "setSeverity":
      return setSeverity(ticket, command, desk);
    case "setAccount":
      return setAccount(ticket, command, desk);
    case "reply":
      return reply(ticket, command, desk);
    case "releaseReply":
      return releaseReply(ticket, command, desk);
    case "undoReply":
      return undoReply(ticket, command);
    case "resend":
    case "markDelivered":
      return resolveUndelivered(ticket, command);
    case "note":
      return note(ticket, command);
    case "askTech":
      return askTech(ticket, command, desk);
    case "claimTech":
      return claimTech(ticket, command, principal, desk);
    case "commentAsTech":
      return commentAsTech(ticket, command);
    case "returnTech":
      return returnTech(ticket, command);
    case "hear":
      return hear(ticket, command, principal, desk);
    case "editMessage":
      return editMessage(ticket, command, desk);
    case "deleteMessage":
      return deleteMessage(ticket, command, desk);
    case "merge":
      return merge(ticket, command);
    case "mergeFrom":
      return addLink(ticket, command, { number: command.from, how: "mergedFrom" });
    case "link":
      return addLink(ticket, command, { number: command.to, how: "linked" });
    case "followUp":
      return addLink(ticket, command, { number: command.to, how: "followedBy" });
    case "dismiss":
      return dismiss(ticket, command, desk);
    case "wait":
      return wait(ticket, command, desk);
    case "resolve":
      return ticket.status === "resolved"
        ? refuse({ reason: "alreadyThat", what: "resolved" })
        : accept(command, { type: "resolved", asksRating: ticket.rating === null });
    case "reopen":
      return reopen(ticket, command, principal, desk);
    case "acknowledge":
      return acknowledge(ticket, command, principal);
    case "snooze":
      return snooze(ticket, command, principal);
    case "promiseUpdate":
      return promiseUpdate(ticket, command, desk);
    case "reassign":
      return reassign(ticket, command, desk);
    case "replan":
      return replan(ticket, command, desk);
    case "remind":
      return remind(ticket, command, desk);
    case "takeFallback":
      return takeFallback(ticket, command, desk);
    case "reroute":
      return reroute(ticket, command, desk);
    case "requeue":
      return requeue(ticket, command);
    case "reportOtherRoute":
      return accept(command, { type: "reachedByOtherRoute", person: command.person, why: command.why });
    case "reportUndelivered":
      // One card that nobody can be shown is news once.
      if (command.to === undefined && command.key === undefined && ticket.conversation.refused === true)
        return refuse({ reason: "notDue" });
      return accept(command, {
        type: "undelivered",
        what: command.what,
        why: command.why,
        certain: command.certain,
        ...(command.to === "tech" ? { to: "tech" } : { key: command.key ?? undeliveredCardKey }),
      });
    case "escalate":
      return escalate(ticket, command, principal, desk);
    case "requestCall":
      return requestCall(ticket, command, desk);
    case "reportCalled":
      return reportCalled(ticket, command);
    case "rate":
      return rate(ticket, command);
    case "checkInactivity":
      return checkInactivity(ticket, command);
    case "pageNext":
      return pageNext(ticket, command, desk);
    case "reportPaged":
      return reportPaged(ticket, command);
    case "moveConversation": {
      const to = placeAfter(ticket, desk);
      return to === null || samePlace(ticket.conversation, to)
        ? refuse({ reason: "notDue" })
        : accept(command, { type: "conversationMoved", from: ticket.conversation, to, why: command.why });
    }
  }
};

const inOrder = (ticket: Ticket, command: TicketCommand, principal: Principal, desk: Desk): Decision =>
  afterPendingReplies(ticket, command, desk, (now) => change(now, command, principal, desk));

const ownWishes: readonly Command["type"][] = [
  "remind",
  "takeFallback",
  "reroute",
  "requeue",
  "reportOtherRoute",
  "moveConversation",
  "reportUndelivered",
  "replan",
  "reassign",
  "releaseReply",
  "pageNext",
  "checkInactivity",
  "reportPaged",
];

/**
 * Whether a command is granted, and which facts follow; the first thing looked at is who asks. A ticket beside a wish to open
 * one is the ticket whose thread the message is in already.
 */
export const decide = (ticket: Ticket | null, command: Command, desk: Desk): Decision => {
  if (command.by.kind === "clock") {
    if (ticket === null || command.type === "open" || !ownWishes.includes(command.type))
      return refuse({ reason: "notDue" });
    // Nobody asks, so nobody's standing is looked at: the clock's own wishes read only the ticket.
    return inOrder(ticket, command, { is: "customer", account: null }, desk);
  }
  const principal = identify(command.by.user, command.by.channel, desk, command.by.membership);
  const refusal = forbidden(ticket, command, command.by, principal, desk);
  if (refusal !== null) return refuse(refusal);
  if (command.type === "open")
    return ticket === null
      ? openTicket(command, command.by, principal, desk)
      : refuse({ reason: "alreadyTicket", number: ticket.number });
  return ticket === null ? refuse({ reason: "noSuchTicket" }) : inOrder(ticket, command, principal, desk);
};

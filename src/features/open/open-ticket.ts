import { asStranger } from "../../sla/severity.ts";
import { beganInSource } from "../../tickets/conversation-place.ts";
import { whenOpened } from "../../tickets/clocks/clock-changes.ts";
import type { Account, Desk } from "../../desk/desk.ts";
import { deskFor } from "../../tickets/clocks/consulting-desk.ts";
import { copiedOf, judgedFiles, withLimitedFiles } from "../../tickets/files/carried-files.ts";
import { pagesFor } from "../../tickets/routes/paging.ts";
import { assignedRoundRobin } from "../../tickets/routes/round-robin.ts";
import {
  accountOfChannel,
  accountOfChannelFor,
  accountOfUser,
  identify,
  isStaff,
  type Principal,
} from "../../tickets/principal.ts";
import type { Actor, Command, Decision, Event } from "../../tickets/messages.ts";
import { platformOf, type Place } from "../../tickets/refs.ts";
import type { DecideContext } from "../../tickets/rules.ts";
import type { Severity } from "../../sla/severity.ts";
import type { FilesLeft } from "../../tickets/limits.ts";
import type { Attachment } from "../../tickets/thread/thread-message.ts";
import type { ImportedMessage } from "../../tickets/thread/imported-thread.ts";
import type { Ticket } from "../../tickets/ticket.ts";

type Open = Extract<Command, { type: "open" }>;
type By = Extract<Actor, { kind: "person" }>;

/** The account of a new ticket: the one staff chose, else the channel's, else the person's. People who left have none. */
const accountFor = (command: Open, by: By, principal: Principal, desk: Desk): Account | null => {
  if (command.contact !== undefined) return accountOfUser(command.contact.user, desk);
  // A follow-up belongs to the account of the ticket that it follows, which its author may see.
  const isGiven = principal.is === "staff" || command.follows !== undefined;
  if (isGiven && command.account !== undefined) return desk.accounts[command.account] ?? null;
  return accountOfChannelFor(by.user, command.askedIn, desk) ?? accountOfUser(by.user, desk);
};

/** The account whose people can read the source message, else the account of its author. Null if there is neither. */
const messageOwner = ({ source, author }: Open, desk: Desk): Account | null =>
  (source === undefined ? null : accountOfChannel(source.channel, desk)) ??
  (author === undefined ? null : accountOfUser(author.user, desk));

/**
 * The requester: the customer who wrote the source message, else the person who opens the ticket. Writing a message
 * must not give a person access to another account's ticket.
 */
const requesterFor = (
  { author, askedIn, contact }: Open,
  by: By,
  account: Account | null,
  desk: Desk,
): Ticket["requester"] => {
  if (contact !== undefined) return { ...contact, account: null };
  const self = { user: by.user, name: by.name, account: null };
  if (author !== undefined) {
    const principal = identify(author.user, askedIn, desk);
    if (principal.is === "customer" && principal.account?.key === account?.key) return { ...author, account: null };
  }
  const own = identify(self.user, askedIn, desk);
  const ownAccount = own.is === "customer" ? own.account : null;
  return ownAccount === null || ownAccount.key === account?.key ? self : { ...self, account: ownAccount.key };
};

/**
 * The place of the conversation. A source message decides: its thread, or direct messages. A follow-up of a private
 * ticket talks in direct messages too. Else it is the channel they asked in, if it is the account's. Else the account's channel on their platform; for staff, also the account's first
 * channel. Otherwise direct messages, so that no other account's channel shows anything.
 */
const conversationFor = (
  command: Open,
  {
    requester,
    by,
    account,
    principal,
  }: {
    readonly requester: Ticket["requester"];
    readonly by: By;
    readonly account: Account | null;
    readonly principal: Principal;
  },
): Place => {
  const { source, contact } = command;
  if (contact !== undefined) {
    const theirs = account?.channels.find((each) => platformOf(each) === platformOf(contact.user));
    return theirs === undefined ? { kind: "person", user: contact.user } : { kind: "channel", channel: theirs };
  }
  if (source?.how === "direct" || command.isPrivate === true) return { kind: "person", user: by.user };
  const channels = account?.channels ?? [];
  const samePlatform = channels.find((channel) => platformOf(channel) === platformOf(by.user));
  const channel =
    channels.find((each) => each === command.askedIn) ??
    samePlatform ??
    (principal.is === "staff" ? channels[0] : undefined);
  if (channel === undefined) return { kind: "person", user: requester.user };
  return { kind: "channel", channel, ...(source?.channel === channel ? { thread: source.root } : {}) };
};

/** The source message with its author's part in the desk. Its edits are followed, and its files are copied. */
const recordedMessage = (
  { openingMessage, askedIn, filesLeft }: Open,
  isThere: boolean,
  desk: Desk,
): Extract<Event, { type: "opened" }>["openingMessage"] => {
  if (openingMessage === undefined || !isThere) return null;
  const principal = identify(openingMessage.by.user, askedIn, desk);
  const staff = principal.is === "staff";
  const by =
    principal.is === "staff" ? { user: openingMessage.by.user, name: principal.person.name } : openingMessage.by;
  const company = principal.is === "customer" ? (principal.account?.key ?? null) : null;
  return { ...openingMessage, by, files: judgedFiles(openingMessage.files, filesLeft ?? null), staff, company };
};

/** The files and edits of a message elsewhere, perhaps in a team channel, are not followed. */
const textOnly = ({ text, by, at, staff }: ImportedMessage): ImportedMessage => ({
  text,
  format: [],
  by,
  at,
  staff,
  message: null,
  user: null,
  files: [],
  company: null,
});

const claimable = (severity: Severity, principal: Principal, account: Account | null): Severity =>
  account === null && principal.is === "customer" ? asStranger(severity) : severity;

/** The ticket after these events, of which the first one opens it. */
const after = ([opened, ...others]: readonly [Event, ...Event[]], evolve: DecideContext<"open">["evolve"]): Ticket =>
  others.reduce<Ticket>(evolve, evolve(null, opened));

/** What the customer may still share after the message that the ticket is opened from. */
const leftAfter = (files: readonly Attachment[], left: FilesLeft | null): FilesLeft | null => {
  if (left === null) return null;
  const { count, bytes } = copiedOf(files);
  return { count: left.count - count, bytes: left.bytes - bytes };
};

/** The desk takes a ticket from every person, known or unknown. */
export const openTicket = ({ command, principal, desk, openingEvents, evolve }: DecideContext<"open">): Decision => {
  const { by } = command;
  if (by.kind === "clock") return { ok: false, refusal: { reason: "notDue" } };
  if (command.title.trim() === "") return { ok: false, refusal: { reason: "emptyText" } };
  if (principal.is === "staff" && command.account !== undefined && desk.accounts[command.account] === undefined)
    return { ok: false, refusal: { reason: "noSuchAccount", name: command.account } };
  if (command.contact !== undefined && principal.is !== "staff")
    return { ok: false, refusal: { reason: "notAllowed" } };
  const account = accountFor(command, by, principal, desk);
  if (command.contact !== undefined && (account === null || isStaff(command.contact.user, desk)))
    return { ok: false, refusal: { reason: "noContact", name: command.contact.name } };
  const owner = messageOwner(command, desk);
  if (principal.is === "staff" && owner !== null && account !== null && owner.key !== account.key)
    return { ok: false, refusal: { reason: "messageOfAnother", name: owner.name } };
  const requester = requesterFor(command, by, account, desk);
  const { at, source, earlier, follows, kind = "problem" } = command;
  const severity = kind === "consulting" ? "low" : claimable(command.severity, principal, account);
  const conversation = conversationFor(command, { requester, by, account, principal });
  const isThere = source !== undefined && beganInSource(source, conversation);
  // Without a source, the message stands in the conversation of an older ticket, or was sent as a form with files.
  const isCustomers = isThere || source === undefined;
  const opened: Extract<Event, { type: "opened" }> = {
    type: "opened",
    at,
    by,
    number: command.number,
    kind,
    title: command.title.trim(),
    description: command.description,
    severity,
    account: account?.key ?? null,
    requester,
    askedIn: command.askedIn,
    conversation,
    source: source ?? null,
    follows: follows ?? null,
    openingMessage: recordedMessage(command, isCustomers, desk),
    clocks: whenOpened({ desk: deskFor(kind, desk), account, severity }, at),
  };
  const threadImported: readonly Event[] =
    earlier === undefined || (earlier.messages.length === 0 && !earlier.more)
      ? []
      : [
          {
            type: "threadImported",
            at,
            by,
            messages: isThere
              ? withLimitedFiles(
                  earlier.messages,
                  leftAfter(opened.openingMessage?.files ?? [], command.filesLeft ?? null),
                )
              : earlier.messages.map(textOnly),
            more: earlier.more,
          },
        ];
  const began = [opened, ...threadImported] as const;
  const events = [...began, ...openingEvents(after(began, evolve), command)] as const;
  const ticket = after(events, evolve);
  const routed: readonly Event[] =
    kind === "consulting"
      ? [{ type: "consultingRouted", at, by, page: pagesFor("consulting", ticket, desk, at) }]
      : assignedRoundRobin(ticket, desk, at);
  return { ok: true, events: [...events, ...routed] };
};

import { whenReplied } from "./clock-changes.ts";
import type { Desk } from "./desk.ts";
import { evolve } from "./evolve.ts";
import type { Command, Decision, Event } from "./messages.ts";
import { tickingClocks } from "./plan.ts";
import { promisedUpdate } from "./promise-update.ts";
import type { Instant } from "./refs.ts";
import { silenceFrom } from "./silence.ts";
import type { HeldReply, Ticket } from "./ticket.ts";
import { accept, refuse, type Change } from "./verdict.ts";

type Reply = Extract<Change, { type: "reply" }>;
type By = HeldReply["by"];

/** How long (milliseconds) a reply is held at least that the agent has not seen whole: its readers, or filled-in parts. */
const toReadIt = 10_000;

/** The news promised with a reply; null where none was. */
const newsOf = (ticket: Ticket, { update, at }: Reply, desk: Desk): ReturnType<typeof promisedUpdate> | null =>
  update === undefined ? null : promisedUpdate(ticket, update, desk, at);

type Said = Pick<HeldReply, "at" | "by" | "text" | "update" | "waits"> & {
  readonly held: number | null;
  readonly sentAt?: Instant;
};

/**
 * The ticket waits for what the reply asks, in the same breath. It does not where it is resolved or waits already, nor where
 * the customer wrote what the reply could not answer yet.
 */
const waitsThen = (ticket: Ticket, { at, by, waits }: Said, desk: Desk): readonly Event[] =>
  waits === undefined || ticket.status !== "open" || ticket.unanswered.length > 0
    ? []
    : [{ type: "waited", at, by, silence: silenceFrom(ticket, desk, at), said: true }];

/** What is said to the customer, and the news promised in the same breath. It counts from when it was written. */
const said = (ticket: Ticket, reply: Said, desk: Desk): readonly Event[] => {
  const { at, by, text, update, held, waits, sentAt } = reply;
  const facts: readonly Event[] = [
    {
      type: "replied",
      at,
      by,
      text,
      alreadyPosted: false,
      clocks: whenReplied(ticket, desk, at, ticket.held.find(({ id }) => id === held)?.unread),
      ...(held === null ? {} : { held }),
      ...(sentAt === undefined ? {} : { sentAt }),
      ...(update === null ? {} : { news: update.due }),
      ...(waits === undefined ? {} : { waits }),
    },
    ...(update === null ? [] : [{ type: "updatePromised", at, by, promise: update, said: true } as const]),
  ];
  return [...facts, ...waitsThen(facts.reduce<Ticket>(evolve, ticket), reply, desk)];
};

/**
 * A public reply that is still to be sent: held for a while, in which it can be taken back, where the desk wants that or
 * the agent has not seen it whole yet.
 */
export const sendReply = (ticket: Ticket, command: Reply, by: By, desk: Desk): Decision => {
  const news = newsOf(ticket, command, desk);
  if (news !== null && !news.ok) return refuse(news.refusal);
  const update = news?.promise ?? null;
  const hold = command.readers === null || command.filled === true ? Math.max(desk.undo, toReadIt) : desk.undo;
  const { text, at } = command;
  const waits = command.waits === true ? ({ waits: true } as const) : {};
  if (hold === 0) return { ok: true, events: said(ticket, { at, by, text, update, held: null, ...waits }, desk) };
  // One that was written later never goes out before one that waits already.
  const until = Math.max(at + hold, ...ticket.held.map((each) => each.until));
  return accept(command, { type: "replyHeld", held: ticket.version + 1, text, update, until, ...waits });
};

/** The facts by which the first `count` held replies leave, in order. */
const released = (ticket: Ticket, count: number, desk: Desk, sentAt: Instant): readonly Event[] => {
  const events: Event[] = [];
  let now = ticket;
  for (const { id, ...reply } of ticket.held.slice(0, count)) {
    // News is promised on open tickets only.
    const update = now.status === "resolved" ? null : reply.update;
    const facts = said(now, { ...reply, update, held: id, sentAt }, desk);
    now = facts.reduce<Ticket>(evolve, now);
    events.push(...facts);
  }
  return events;
};

/**
 * The next promise to the customer that a reply leaves running and that is still ahead when the reply leaves; null where
 * there is none. What waits to be sent before it goes first.
 */
export const dueAfterReply = (ticket: Ticket, { at, waits }: Reply, by: By, desk: Desk): Instant | null => {
  const before = released(ticket, ticket.held.length, desk, at).reduce<Ticket>(evolve, ticket);
  const reply = { at, by, text: "", update: null, held: null, ...(waits === true ? { waits } : {}) };
  const after = said(before, reply, desk).reduce<Ticket>(evolve, before);
  const leaves = at + Math.max(desk.undo, toReadIt);
  const dues = tickingClocks(after).flatMap(({ kind, promise }) =>
    kind === "tech" || promise.due <= leaves ? [] : [promise.due],
  );
  return dues.length === 0 ? null : Math.min(...dues);
};

/** A held reply leaves, and those before it: when its time is over, or at once where a person says so. */
export const releaseReply = (
  ticket: Ticket,
  command: Extract<Change, { type: "releaseReply" }>,
  desk: Desk,
): Decision => {
  const index = ticket.held.findIndex(({ id }) => id === command.held);
  const held = ticket.held[index];
  if (held === undefined) return refuse({ reason: "noLongerHeld" });
  if (command.by.kind === "clock" && held.until > command.at) return refuse({ reason: "notDue" });
  return { ok: true, events: released(ticket, index + 1, desk, command.at) };
};

/** A held reply is taken back: nobody but the staff ever sees it. */
export const undoReply = (ticket: Ticket, command: Extract<Change, { type: "undoReply" }>): Decision => {
  const held = ticket.held.find(({ id }) => id === command.held);
  return held === undefined
    ? refuse({ reason: "noLongerHeld" })
    : accept(command, { type: "replyUndone", held: held.id, text: held.text });
};

/** Wishes that say something to the customer which makes sense only below the words written before. */
const afterWords: readonly Command["type"][] = ["wait", "resolve", "merge", "promiseUpdate"];

/** Decides about the ticket as it is once the replies that were written before are sent, where the order matters. */
export const afterHeldReplies = (
  ticket: Ticket,
  command: Change,
  desk: Desk,
  next: (ticket: Ticket) => Decision,
): Decision => {
  if (ticket.held.length === 0 || !afterWords.includes(command.type)) return next(ticket);
  const first = released(ticket, ticket.held.length, desk, command.at);
  const decision = next(first.reduce<Ticket>(evolve, ticket));
  return decision.ok ? { ok: true, events: [...first, ...decision.events] } : decision;
};

import { nextDueClock } from "../tickets/clocks/plan.ts";
import { callBackOf, escalationOf, inactivityOf } from "../tickets/ticket.ts";
import type { Source, StoredTicket, Ticket, TicketFields } from "../tickets/ticket.ts";
import { nextInactivityStep } from "../tickets/clocks/inactivity.ts";
import { clocksJson } from "../stored/sla-json.ts";
import {
  callBackJson,
  conversationJson,
  escalationJson,
  inactivityJson,
  lastCustomerMessageJson,
  lastReplyInJson,
  linksJson,
  pendingRepliesJson,
  ratingJson,
  techJson,
  undeliveredJson,
  writersJson,
  followersJson,
  copiedJson,
} from "../stored/ticket-json.ts";
import { UnreadableJson } from "../stored/versioned-json.ts";
import { getTableColumns } from "./schema/orm.ts";
import { tickets } from "./schema/schema.ts";

export type TicketRow = typeof tickets.$inferSelect;

/** The columns whose JSON is parsed when it is read. */
const jsonColumns = {
  conversation: conversationJson,
  lastCustomerMessage: lastCustomerMessageJson,
  writers: writersJson,
  followers: followersJson,
  copied: copiedJson,
  lastReplyIn: lastReplyInJson,
  inactivity: inactivityJson,
  escalation: escalationJson,
  callBack: callBackJson,
  rating: ratingJson,
  clocks: clocksJson,
  tech: techJson,
  links: linksJson,
  pendingReplies: pendingRepliesJson,
  undelivered: undeliveredJson,
};

type JsonColumns = typeof jsonColumns;

/** A ticket in the columns of its row, before its JSON is written and after it was read. */
type FlatTicket = Omit<TicketRow, keyof JsonColumns> & {
  readonly [K in keyof JsonColumns]: ReturnType<JsonColumns[K]["read"]>;
};

const parsed = (row: TicketRow): FlatTicket => ({
  ...row,
  conversation: conversationJson.read(row.conversation),
  lastCustomerMessage: lastCustomerMessageJson.read(row.lastCustomerMessage),
  writers: writersJson.read(row.writers),
  followers: followersJson.read(row.followers),
  copied: copiedJson.read(row.copied),
  lastReplyIn: lastReplyInJson.read(row.lastReplyIn),
  inactivity: inactivityJson.read(row.inactivity),
  escalation: escalationJson.read(row.escalation),
  callBack: callBackJson.read(row.callBack),
  rating: ratingJson.read(row.rating),
  clocks: clocksJson.read(row.clocks),
  tech: techJson.read(row.tech),
  links: linksJson.read(row.links),
  pendingReplies: pendingRepliesJson.read(row.pendingReplies),
  undelivered: undeliveredJson.read(row.undelivered),
});

const written = (flat: FlatTicket): TicketRow => ({
  ...flat,
  conversation: conversationJson.write(flat.conversation),
  lastCustomerMessage: lastCustomerMessageJson.write(flat.lastCustomerMessage),
  writers: writersJson.write(flat.writers),
  followers: followersJson.write(flat.followers),
  copied: copiedJson.write(flat.copied),
  lastReplyIn: lastReplyInJson.write(flat.lastReplyIn),
  inactivity: inactivityJson.write(flat.inactivity),
  escalation: escalationJson.write(flat.escalation),
  callBack: callBackJson.write(flat.callBack),
  rating: ratingJson.write(flat.rating),
  clocks: clocksJson.write(flat.clocks),
  tech: techJson.write(flat.tech),
  links: linksJson.write(flat.links),
  pendingReplies: pendingRepliesJson.write(flat.pendingReplies),
  undelivered: undeliveredJson.write(flat.undelivered),
});

type SourceColumns = Pick<TicketRow, "sourceChannel" | "sourceMessage" | "sourceRoot" | "sourceHow">;

const asSource = ({ sourceChannel, sourceMessage, sourceRoot, sourceHow }: SourceColumns): Source | null =>
  sourceChannel === null || sourceMessage === null || sourceRoot === null || sourceHow === null
    ? null
    : { channel: sourceChannel, message: sourceMessage, root: sourceRoot, how: sourceHow };

type StatusColumns = Pick<FlatTicket, "status" | "resolvedAt" | "inactivity" | "escalation" | "callBack">;

/** The status with what belongs to it. The table refuses rows in which they do not match. */
const withStatus = (fields: TicketFields, { status, resolvedAt, inactivity, ...requests }: StatusColumns): Ticket => {
  switch (status) {
    case "open":
      return { ...fields, ...requests, status };
    case "waiting":
      return { ...fields, ...requests, status, inactivity };
    case "resolved":
      if (resolvedAt === null) throw new UnreadableJson("tickets.resolved_at is missing");
      return { ...fields, status, resolvedAt };
  }
};

const fromFlat = ({
  status,
  resolvedAt,
  inactivity,
  escalation,
  callBack,
  claimedSeverity,
  confirmedSeverity,
  pausedSince,
  lastPauseEnd,
  clocks,
  unansweredSince,
  unansweredUntil,
  requesterUser,
  requesterName,
  requesterAccount,
  nextDue: _,
  nextClock: __,
  releaseAt: ___,
  inactivityDueAt: ____,
  sourceChannel,
  sourceMessage,
  sourceRoot,
  sourceHow,
  ...row
}: FlatTicket): Ticket => {
  const requester = { user: requesterUser, name: requesterName, account: requesterAccount };
  const source = asSource({ sourceChannel, sourceMessage, sourceRoot, sourceHow });
  const pauses = { since: pausedSince, lastEnd: lastPauseEnd };
  const sla = { claimedSeverity, confirmedSeverity, pauses, clocks };
  const unanswered =
    unansweredSince === null || unansweredUntil === null ? null : { first: unansweredSince, last: unansweredUntil };
  return withStatus(
    { ...row, requester, source, unanswered, sla },
    { status, resolvedAt, inactivity, escalation, callBack },
  );
};

const asFlat = (whole: Ticket): FlatTicket => {
  const { requester, source, unanswered, sla, ...ticket } = whole;
  const { pauses, ...counted } = sla;
  const next = nextDueClock(whole);
  return {
    ...ticket,
    ...counted,
    pausedSince: pauses.since,
    lastPauseEnd: pauses.lastEnd,
    unansweredSince: unanswered?.first ?? null,
    unansweredUntil: unanswered?.last ?? null,
    resolvedAt: whole.status === "resolved" ? whole.resolvedAt : null,
    inactivity: inactivityOf(whole),
    escalation: escalationOf(whole),
    callBack: callBackOf(whole),
    requesterUser: requester.user,
    requesterName: requester.name,
    requesterAccount: requester.account ?? null,
    sourceChannel: source?.channel ?? null,
    sourceMessage: source?.message ?? null,
    sourceRoot: source?.root ?? null,
    sourceHow: source?.how ?? null,
    nextDue: next?.target.due ?? null,
    nextClock: next?.kind ?? null,
    inactivityDueAt: nextInactivityStep(whole),
    releaseAt: ticket.pendingReplies[0]?.until ?? null,
  };
};

/** The ticket of a row. Throws UnreadableJson. */
export const asTicket = (row: TicketRow): Ticket => fromFlat(parsed(row));

export const asRow = (ticket: Ticket): TicketRow => written(asFlat(ticket));

/** The ticket of a row among others, which one unreadable row must not hide. */
export const asStoredTicket = (row: TicketRow): StoredTicket => {
  try {
    return asTicket(row);
  } catch (error) {
    if (error instanceof UnreadableJson) return { status: "unreadable", number: row.number, why: error };
    throw error;
  }
};

/** A stored ticket where only a readable one will do. Throws the reason why it cannot be read. */
export const readable = (stored: StoredTicket): Ticket => {
  if (stored.status === "unreadable") throw stored.why;
  return stored;
};

/** The columns in which any of these tickets changed. */
export const changedColumns = (
  all: readonly { readonly before: Ticket; readonly after: Ticket }[],
): readonly (keyof TicketRow)[] => {
  const flats = all.map(({ before, after }) => ({ was: asFlat(before), is: asFlat(after) }));
  return (Object.keys(getTableColumns(tickets)) as (keyof TicketRow)[]).filter((key) =>
    flats.some(({ was, is }) => was[key] !== is[key]),
  );
};

import type { Instant } from "../sla/instant.ts";
import { errorKind, isUnavailable } from "../chat/error-kind.ts";
import { randomUUID } from "node:crypto";
import pLimit from "p-limit";
import type { PrivateAnswer } from "../chat/answer.ts";
import type { Card } from "../chat/card.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import { createWarnOncePerMinute, type WarnOncePerMinute } from "../chat/refusals.ts";
import { awaitMessage, countAwaiting, releaseAwaiting, settleAwaiting } from "../db/awaited-message-store.ts";
import { leaseInbox, settleInbox, type InboxRow } from "../db/inbox-store.ts";
import { UnreadableJson } from "../stored/versioned-json.ts";
import { leaseMs } from "../db/delivery/lease.ts";
import { backoff } from "../delivery/backoff.ts";
import type { ServedElsewhere } from "../delivery/served-elsewhere.ts";
import type { Step, WorkDeps } from "../jobs/deps.ts";
import type { MessageKey } from "../tickets/refs.ts";
import { PlatformUnavailable } from "./read-thread.ts";
import { rememberNote, type ReplyNotes } from "./reply-notes.ts";
import type { LiveAnswers } from "./receive.ts";

const batch = 8;
/** How many are processed at once. More would only make new requests wait. */
const width = 4;
/** After so many tries an inbound event is parked, so that it does not block its lane. The operator sees it. */
const tryLimit = 8;

/**
 * While a platform or the database does not work, an event that needs it waits for so long (ms) from its arrival, however
 * often it is processed. Then it is parked.
 */
const patienceMs = 24 * 60 * 60_000;

/** Another event must come first; process this one again at that time. */
export interface NotYet {
  readonly notYet: Instant;
}

/** The event is carried out. Its author gets `answer` at once; `rest` may have to wait for the platform. */
export interface WithRest {
  readonly answer: PrivateAnswer | null;
  readonly rest: () => Promise<void>;
}

/** An edit or a deletion arrived before its message. It is processed when the message arrives, or at `until`. */
export interface AwaitsMessage {
  readonly awaits: MessageKey;
  readonly until: Instant;
  /** The event as it is stored while it waits. */
  readonly kept: InboundEvent;
}

/** How many edits and deletions of one person in one channel wait for their messages. Further ones are dropped. */
const mostAwaiting = 1_000;

/** A customer can cause answers that fail as often as they like, so these are not logged one by one. */
type InboxDeps = WorkDeps & { readonly warn: WarnOncePerMinute; readonly unsettled: Unsettled };

/**
 * Outcomes that the database did not store, because it was away at that moment: the number of an event to what stores its
 * outcome. They are stored before the next events are taken. Otherwise each such moment would count as a process that ended.
 */
type Unsettled = Map<number, () => Promise<void>>;

/** The event is not carried out, but is new when a person does it again. Its author gets this answer. */
export interface Forgotten {
  readonly refusedForNow: PrivateAnswer | null;
}

/** The private messages that this process can still send or edit. */
interface ProcessContext {
  readonly answers: LiveAnswers;
  readonly notes: ReplyNotes;
}

export type WorkOutcome = PrivateAnswer | NotYet | AwaitsMessage | WithRest | Forgotten | null;

type Work = (inboundEvent: InboundEvent) => Promise<WorkOutcome>;

interface InboxWork {
  readonly live: ProcessContext;
  /** The token under which this process claims what it receives. */
  readonly self: string;
  readonly work: Work;
  readonly apology: (inboundEvent: InboundEvent) => Card;
  readonly elsewhere: ServedElsewhere;
  /** Resolves when the next event may be processed: requests that wait for an answer come first. */
  readonly calm: () => Promise<void>;
}

/** Processes stored inbound events, in order within a lane. */
export const processInbox = (deps: WorkDeps, { live, self, work, apology, elsewhere, calm }: InboxWork): Step => {
  const atOnce = pLimit(width);
  const inTurn = (inboundEvent: InboundEvent) => atOnce(async () => (await calm(), work(inboundEvent)));
  const warn = createWarnOncePerMinute(deps.log, deps.now);
  const unsettled: Unsettled = new Map();
  return async () => {
    for (const [id, settle] of unsettled) {
      unsettled.delete(id);
      await settle();
    }
    // The desk is read even without events, because the synchronous answers use the desk as last read.
    await deps.desk.read(deps.database.db);
    const now = deps.now();
    const lease = { token: randomUUID(), until: now + leaseMs };
    const claim = { now, lease, limit: batch, intakeToken: self, elsewhere: (await elsewhere()).reading };
    const rows = await leaseInbox(deps.database.db, claim);
    await Promise.all(
      rows.map((row) => take({ ...deps, warn, unsettled }, live, row, { token: lease.token, work: inTurn, apology })),
    );
    return rows.length;
  };
};

const kindOf = (inboundEvent: InboxRow["inboundEvent"]): string =>
  inboundEvent instanceof UnreadableJson ? "unreadable" : inboundEvent.kind;

/** A statement that ended by its own time limit costs the database that time, so it is tried less often. */
const timedOut = "SQLSTATE 57014";

/**
 * When an event is processed again whose platform or database does not work: when the platform says, else after as long as
 * the event has waited already, at most a minute, or five after a time limit. Null if it failed for another reason or has waited too long.
 */
const waitsUntil = (error: unknown, { receivedAt }: InboxRow, now: Instant): Instant | null => {
  const givenUpAt = receivedAt + patienceMs;
  const isOfPlatform = error instanceof PlatformUnavailable;
  const kind = errorKind(error);
  if (now >= givenUpAt || !(isOfPlatform || isUnavailable(kind))) return null;
  const longest = (kind === timedOut ? 5 : 1) * 60_000;
  const waited = Math.min(longest, Math.max(1_000, now - receivedAt));
  return Math.min((isOfPlatform ? error.until : null) ?? now + waited, givenUpAt);
};

const take = async (
  deps: InboxDeps,
  live: ProcessContext,
  row: InboxRow,
  {
    token,
    work,
    apology,
  }: { readonly token: string; readonly work: Work; readonly apology: (inboundEvent: InboundEvent) => Card },
): Promise<void> => {
  const settle = async (outcome: Parameters<typeof settleInbox>[3]): Promise<void> => {
    try {
      await settleInbox(deps.database.db, row.id, token, outcome);
      deps.unsettled.delete(row.id);
    } catch (error) {
      if (isUnavailable(errorKind(error))) deps.unsettled.set(row.id, () => settle(outcome));
      throw error;
    }
  };
  const { inboundEvent } = row;
  try {
    if (inboundEvent instanceof UnreadableJson) throw inboundEvent;
    // It was claimed so often without an outcome that it probably ends the process.
    if (row.tries >= tryLimit) throw new Error("given up: no process that took it up came to an end with it");
    const first = await work(inboundEvent);
    const reply =
      first !== null && "awaits" in first
        ? await awaitArrival(deps, { id: row.id, token }, first, () => work(inboundEvent))
        : first;
    if (reply === "awaits") return;
    if (reply !== null && "notYet" in reply) return await settle({ notBefore: reply.notYet, lane: row.key, tries: 0 });
    const about = { live, key: row.key, apology: () => apology(inboundEvent) };
    if (reply !== null && "refusedForNow" in reply) {
      await settle({ doneAt: deps.now(), parked: "refused for now" });
      deps.metrics.inboxDone();
      return await answer(deps, { ...about, reply: reply.refusedForNow });
    }
    if (reply !== null && "rest" in reply) {
      await answer(deps, { ...about, reply: reply.answer });
      await reply.rest();
    }
    await settle({ doneAt: deps.now() });
    deps.metrics.inboxDone();
    if (inboundEvent.kind === "message" || inboundEvent.kind === "edited")
      await releaseAwaiting(deps.database.db, inboundEvent.message, deps.now());
    if (reply === null || !("rest" in reply)) await answer(deps, { ...about, reply });
  } catch (error) {
    const log = (event: "inbox.failed" | "inbox.parked" | "inbox.platform-unavailable"): void =>
      deps.log.error({ err: error, inboundEvent: kindOf(inboundEvent), key: row.key, tries: row.tries + 1 }, event);
    const isOfPlatform = error instanceof PlatformUnavailable;
    const until = waitsUntil(error, row, deps.now());
    if (until !== null) {
      // Only an event that waits for its platform leaves its lane. Without the database, no event of the lane could go on.
      if (isOfPlatform) return await settle({ notBefore: until, lane: row.key, tries: row.tries });
      log("inbox.failed");
      return await settle({ notBefore: until, tries: row.tries });
    }
    if (!isOfPlatform && row.tries + 1 < tryLimit) {
      log("inbox.failed");
      return await settle({ notBefore: backoff(deps.now(), row.tries) });
    }
    log(isOfPlatform ? "inbox.platform-unavailable" : "inbox.parked");
    deps.metrics.inboxDone();
    await settle({ parked: errorKind(error) });
    // An event that cannot be read names no person whose language an apology could use.
    if (inboundEvent instanceof UnreadableJson) return;
    const sorry = live.answers.has(row.key) ? { card: apology(inboundEvent), files: [] } : null;
    await answer(deps, { live, key: row.key, reply: sorry, apology: () => apology(inboundEvent) });
  }
};

/**
 * Lets an edit or a deletion wait for its message. Returns what became of it if the message arrived meanwhile, and null if
 * too many wait.
 */
const awaitArrival = async (
  { database: { db }, now, warn }: InboxDeps,
  leased: { readonly id: number; readonly token: string },
  { awaits: message, until, kept }: AwaitsMessage,
  again: () => ReturnType<Work>,
): Promise<"awaits" | Exclude<WorkOutcome, AwaitsMessage>> => {
  if ((await countAwaiting(db, kept, mostAwaiting)) >= mostAwaiting) {
    warn(`awaiting ${kept.by.user}`, { inboundEvent: kept.kind }, "inbox.revision-dropped");
    return null;
  }
  await awaitMessage(db, leased, { message, kept });
  const reply = await again();
  if (reply === null || !("awaits" in reply)) return reply;
  await settleAwaiting(db, leased, until, now());
  return "awaits";
};

/**
 * Answers in private, if the platform still allows it. Nothing that must arrive is sent this way. If files cannot be
 * sent, the card that the answer has for this case is, or an apology.
 */
const answer = async (
  deps: InboxDeps,
  {
    live,
    key,
    reply,
    apology,
  }: {
    readonly live: ProcessContext;
    readonly key: string;
    readonly reply: PrivateAnswer | null;
    readonly apology: () => Card;
  },
): Promise<void> => {
  const say = live.answers.get(key);
  live.answers.delete(key);
  if (say === undefined || reply === null) return say?.nothing?.();
  try {
    const amend = await say(reply.card, reply.files, reply.replaces === true);
    if (reply.pendingReply !== undefined && typeof amend === "function")
      rememberNote(live.notes, reply.pendingReply, amend);
  } catch (error) {
    deps.warn(`answer ${errorKind(error)}`, { err: error, key }, "answer.undelivered");
    if (reply.files.length > 0)
      await say(reply.otherwise ?? apology()).catch((again: unknown) =>
        deps.warn(`apology ${errorKind(again)}`, { err: again, key }, "answer.apology-undelivered"),
      );
  }
};

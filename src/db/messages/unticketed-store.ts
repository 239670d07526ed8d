import type { Placeholder } from "drizzle-orm";
import { unticketedSubject } from "../../reports/staff-report.ts";
import type { Instant } from "../../sla/instant.ts";
import type { ChannelRef, MessageKey, UserRef } from "../../tickets/refs.ts";
import type { UnticketedMessage, UnticketedOutcome } from "../../tickets/thread/unticketed.ts";
import type { Database, Tx } from "../connection/handle.ts";
import { and, asc, eq, inArray, isNull, lt, lte } from "../schema/orm.ts";
import { unticketed, unticketedMessages, watchedChannels } from "../schema/unticketed-schema.ts";
import { addStaffReports, drawReportsAgain } from "../staff-reports/staff-report-store.ts";

export type UnticketedRow = typeof unticketed.$inferSelect;

/** How long (ms) the opening of a ticket may take before it is asked for once more. */
const openingMs = 5 * 60_000;

const isOpen = isNull(unticketed.endedAt);

/**
 * Locks a channel until the transaction ends, so that a message and the answer to it, which may arrive at the same moment, are stored
 * one after the other. Returns when the staff last wrote there.
 */
const lockChannel = async (tx: Tx, channel: ChannelRef): Promise<Instant | null> => {
  await tx.insert(watchedChannels).values({ channel }).onConflictDoNothing();
  const [row] = await tx.select().from(watchedChannels).where(eq(watchedChannels.channel, channel)).for("update");
  return row?.staffWroteAt ?? null;
};

const openIn = async (tx: Tx, channel: ChannelRef): Promise<UnticketedRow | null> => {
  const [row] = await tx
    .select()
    .from(unticketed)
    .where(and(eq(unticketed.channel, channel), isOpen));
  return row ?? null;
};

interface Ending {
  readonly outcome: UnticketedOutcome;
  readonly by: UserRef | null;
  readonly ticket: number | null;
  readonly now: Instant;
}

/** Ends a row whose channel is locked. The message in triage about it is drawn again. */
const end = async (tx: Tx, id: number, { outcome, by, ticket, now }: Ending): Promise<void> => {
  await tx
    .update(unticketed)
    .set({ status: "ended", dueAt: null, outcome, decidedBy: by, ticket, endedAt: now })
    .where(and(eq(unticketed.id, id), isOpen));
  await tx.delete(unticketedMessages).where(eq(unticketedMessages.unticketed, id));
  await drawReportsAgain(tx, unticketedSubject(id), now);
};

/**
 * Lets a customer's message wait for an answer. Storing it again changes nothing. A message that the staff wrote after it has
 * answered it.
 */
export const addUnticketedMessage = (
  db: Database,
  { channel, message, author, at }: UnticketedMessage,
  times: { readonly account: string; readonly askAt: Instant; readonly openAt: Instant | null },
): Promise<void> =>
  db.transaction(async (tx) => {
    const staffWroteAt = await lockChannel(tx, channel);
    if (staffWroteAt !== null && staffWroteAt >= at) return;
    const open = await openIn(tx, channel);
    let id = open?.id;
    if (open === null) {
      const started = { channel, firstAt: at, status: "waiting", dueAt: times.askAt, ...times } as const;
      [{ id } = { id: undefined }] = await tx.insert(unticketed).values(started).returning({ id: unticketed.id });
    } else if (at < open.firstAt && open.status === "waiting")
      await tx
        .update(unticketed)
        .set({ firstAt: at, askAt: times.askAt, openAt: times.openAt, dueAt: times.askAt })
        .where(eq(unticketed.id, open.id));
    if (id === undefined) throw new Error("a message that waits for an answer was not stored");
    await tx.insert(unticketedMessages).values({ channel, message, unticketed: id, author, at }).onConflictDoNothing();
  });

/** Ends the wait of a channel if none of its messages waits any more. A ticket that is being opened is finished first. */
const endIfEmpty = async (tx: Tx, open: UnticketedRow, ending: Ending): Promise<void> => {
  if (open.status === "opening") return;
  if ((await tx.$count(unticketedMessages, eq(unticketedMessages.unticketed, open.id))) === 0)
    await end(tx, open.id, ending);
};

/**
 * A member of the staff answered: everything that was written in the channel before, or with `about` what the author of that message
 * wrote until then.
 */
export const answerUnticketed = (
  db: Database,
  {
    channel,
    about,
    by,
    at,
  }: Pick<UnticketedMessage, "channel" | "at"> & {
    readonly about: MessageKey | null;
    readonly by: UserRef;
  },
  now: Instant,
): Promise<void> =>
  db.transaction(async (tx) => {
    const before = await lockChannel(tx, channel);
    if (about === null && (before === null || before < at))
      await tx.update(watchedChannels).set({ staffWroteAt: at }).where(eq(watchedChannels.channel, channel));
    const open = await openIn(tx, channel);
    if (open === null || open.status === "opening") return;
    const all = and(eq(unticketedMessages.unticketed, open.id), lte(unticketedMessages.at, at));
    const authors = tx
      .select({ author: unticketedMessages.author })
      .from(unticketedMessages)
      .where(and(eq(unticketedMessages.unticketed, open.id), eq(unticketedMessages.message, about?.id ?? "")));
    await tx
      .delete(unticketedMessages)
      .where(about === null ? all : and(all, inArray(unticketedMessages.author, authors)));
    await endIfEmpty(tx, open, { outcome: "answered", by, ticket: null, now });
  });

/** A message does not wait any more: it was deleted, or a ticket was opened from it in another way. */
export const removeUnticketedMessage = (
  db: Database,
  { channel, id }: MessageKey,
  { ticket, now }: { readonly ticket: number | null; readonly now: Instant },
): Promise<void> =>
  db.transaction(async (tx) => {
    const [known] = await tx
      .select({ message: unticketedMessages.message })
      .from(unticketedMessages)
      .where(and(eq(unticketedMessages.channel, channel), eq(unticketedMessages.message, id)));
    if (known === undefined) return;
    await lockChannel(tx, channel);
    const open = await openIn(tx, channel);
    if (open === null) return;
    await tx
      .delete(unticketedMessages)
      .where(and(eq(unticketedMessages.channel, channel), eq(unticketedMessages.message, id)));
    await endIfEmpty(tx, open, { outcome: ticket === null ? "deleted" : "ticket", by: null, ticket, now });
  });

/** Removes what a person wrote in a channel before they opened a ticket there themselves. */
export const removeUnticketedOf = (
  db: Database,
  {
    channel,
    author,
    ticket,
    at,
  }: { readonly channel: ChannelRef; readonly author: UserRef; readonly ticket: number; readonly at: Instant },
): Promise<void> =>
  db.transaction(async (tx) => {
    const own = and(
      eq(unticketedMessages.channel, channel),
      eq(unticketedMessages.author, author),
      lte(unticketedMessages.at, at),
    );
    if ((await tx.$count(unticketedMessages, own)) === 0) return;
    await lockChannel(tx, channel);
    const open = await openIn(tx, channel);
    if (open === null) return;
    await tx.delete(unticketedMessages).where(own);
    await endIfEmpty(tx, open, { outcome: "ticket", by: author, ticket, now: at });
  });

export const readUnticketed = async (db: Database, id: number): Promise<UnticketedRow | null> => {
  const [row] = await db.select().from(unticketed).where(eq(unticketed.id, id));
  return row ?? null;
};

/** The messages of a row that wait, the earliest first. */
export const unticketedMessagesOf = async (db: Database, id: number): Promise<readonly UnticketedMessage[]> =>
  db
    .select({
      channel: unticketedMessages.channel,
      message: unticketedMessages.message,
      author: unticketedMessages.author,
      at: unticketedMessages.at,
    })
    .from(unticketedMessages)
    .where(eq(unticketedMessages.unticketed, id))
    .orderBy(asc(unticketedMessages.at), asc(unticketedMessages.message));

/** A row that Plazo must look at. */
export const isUnticketedDue = (now: Instant | Placeholder) => lte(unticketed.dueAt, now);

/** The rows that Plazo must look at, the earliest first. */
export const dueUnticketed = (db: Database, now: Instant, limit: number): Promise<readonly UnticketedRow[]> =>
  db.select().from(unticketed).where(isUnticketedDue(now)).orderBy(asc(unticketed.dueAt)).limit(limit);

/** Owes each triage channel the question what the messages are, once. */
export const askTriage = (
  db: Database,
  { id, openAt }: UnticketedRow,
  triage: readonly ChannelRef[],
  now: Instant,
): Promise<void> =>
  db.transaction(async (tx) => {
    const asked = await tx
      .update(unticketed)
      .set({ status: "asked", dueAt: openAt })
      .where(and(eq(unticketed.id, id), eq(unticketed.status, "waiting")))
      .returning({ id: unticketed.id });
    if (asked.length === 0) return;
    const reports = triage.map((channel) => ({
      person: channel,
      report: { kind: "unticketed" as const, channel, unticketed: id },
    }));
    await addStaffReports(tx, reports, now);
  });

/** Marks that a ticket is being opened from the messages. Until that ends, an answer does not end their wait. False if it is over. */
export const beginOpening = async (db: Database, id: number, now: Instant): Promise<boolean> => {
  const begun = await db
    .update(unticketed)
    .set({ status: "opening", dueAt: now + openingMs })
    .where(and(eq(unticketed.id, id), isOpen))
    .returning({ id: unticketed.id });
  return begun.length > 0;
};

/** The ticket has this message now. */
export const takeUnticketedMessage = async (db: Database, { channel, message }: UnticketedMessage): Promise<void> => {
  await db
    .delete(unticketedMessages)
    .where(and(eq(unticketedMessages.channel, channel), eq(unticketedMessages.message, message)));
};

/** Ends the wait, if it is not over. With `unlessNew`, messages that came meanwhile keep it open: the result is then false. */
export const endUnticketed = (
  db: Database,
  { id, channel }: Pick<UnticketedRow, "id" | "channel">,
  { unlessNew = false, ...ending }: Ending & { readonly unlessNew?: boolean },
): Promise<boolean> =>
  db.transaction(async (tx) => {
    await lockChannel(tx, channel);
    if (unlessNew && (await tx.$count(unticketedMessages, eq(unticketedMessages.unticketed, id))) > 0) return false;
    await end(tx, id, ending);
    return true;
  });

/** Whether the customer of a channel was shown how to ask faster. */
export const isAskingExplained = async (db: Database, channel: ChannelRef): Promise<boolean> => {
  const [row] = await db
    .select({ explainedAt: watchedChannels.explainedAt })
    .from(watchedChannels)
    .where(eq(watchedChannels.channel, channel));
  return (row?.explainedAt ?? null) !== null;
};

export const markAskingExplained = async (db: Database, channel: ChannelRef, now: Instant): Promise<void> => {
  await db
    .insert(watchedChannels)
    .values({ channel, explainedAt: now })
    .onConflictDoUpdate({ target: watchedChannels.channel, set: { explainedAt: now } });
};

/** Deletes what ended before `at`. */
export const forgetUnticketedBefore = async (db: Database, at: Instant): Promise<void> => {
  await db.delete(unticketed).where(lt(unticketed.endedAt, at));
};

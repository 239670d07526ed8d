import type { Placeholder } from "drizzle-orm";
import type { Instant } from "../sla/instant.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import type { UserRef } from "../tickets/refs.ts";
import type { Database, Tx } from "./connection/handle.ts";
import type { Lease } from "./delivery/lease.ts";
import { and, asc, eq, gt, isNotNull, isNull, lt, lte, ne, notInArray, or, sql } from "./schema/orm.ts";
import { promptMessages, prompts, solvedByManual } from "./schema/prompt-schema.ts";
import { promptMessageJson } from "../stored/inbound-json.ts";
import { promptJson } from "../stored/prompt-json.ts";
import { readOrWhy, UnreadableJson } from "../stored/versioned-json.ts";
import type { Prompt, PromptChoice } from "./schema/rows.ts";

type StoredRow = typeof prompts.$inferSelect;

export type PromptRow = Omit<StoredRow, "about"> & { readonly about: Prompt };

/** A prompt among others. Its question may be one that this version of Plazo cannot read. */
export type StoredPrompt = Omit<StoredRow, "about"> & { readonly about: Prompt | UnreadableJson };

/** The row, or why its question cannot be read. */
const asPrompt = (row: StoredRow): PromptRow | UnreadableJson => {
  const about = readOrWhy(() => promptJson.read(row.about));
  return about instanceof UnreadableJson ? about : { ...row, about };
};

export type DirectMessage = Extract<InboundEvent, { kind: "message" }>;

/** What a person is shown of the prompt that their inbound event led to. Its question is known without the row. */
type StoredAt = Pick<StoredRow, "id" | "dueAt">;

/** Returns the prompt that was stored for this inbound event; null if there is none. */
export const promptOfEvent = async (db: Database, key: string): Promise<StoredAt | null> => {
  const [row] = await db.select({ id: prompts.id, dueAt: prompts.dueAt }).from(prompts).where(eq(prompts.key, key));
  return row ?? null;
};

/** Stores a prompt, or finds the one that was stored for the same inbound event. */
export const storePrompt = async (
  db: Database,
  {
    key,
    byUser,
    about,
    dueAt,
  }: { readonly key: string; readonly byUser: UserRef; readonly about: Prompt; readonly dueAt: Instant },
): Promise<StoredAt> => {
  await db
    .insert(prompts)
    .values({ key, byUser, about: promptJson.write(about), dueAt })
    .onConflictDoNothing({ target: prompts.key });
  const row = await promptOfEvent(db, key);
  if (row === null) throw new Error("the prompt was not stored");
  return row;
};

/** Adds a direct message to a prompt, once. */
export const addMessageToPrompt = async (db: Database, prompt: number, message: DirectMessage): Promise<void> => {
  await db
    .insert(promptMessages)
    .values({ prompt, key: message.key, message: promptMessageJson.write(message) })
    .onConflictDoNothing({ target: promptMessages.key });
};

/** Whether this message joined a prompt that an earlier message had led to. */
export const hasJoinedPrompt = async (db: Database, key: string): Promise<boolean> => {
  const rows = await db
    .select({ id: prompts.id })
    .from(promptMessages)
    .innerJoin(prompts, eq(prompts.id, promptMessages.prompt))
    .where(and(eq(promptMessages.key, key), ne(prompts.key, key)));
  return rows.length > 0;
};

/**
 * Locks the oldest prompt about direct messages that this person has not answered yet, and returns its id; null if there
 * is none. The lock ends with the transaction, so no choice is stored before the message has joined.
 */
export const lockOpenPrompt = async (tx: Tx, { by, key }: DirectMessage): Promise<number | null> => {
  const [row] = await tx
    .select({ id: prompts.id })
    .from(prompts)
    .where(
      and(
        eq(prompts.byUser, by.user),
        isNull(prompts.settledAt),
        isNull(prompts.choice),
        ne(prompts.key, key),
        sql`${prompts.about}->>'kind' = 'whichTicket'`,
      ),
    )
    .orderBy(asc(prompts.id))
    .limit(1)
    .for("update");
  return row?.id ?? null;
};

/** Returns messages of a prompt in the order in which they came, after the row `after`. Throws UnreadableJson. */
export const promptMessagesAfter = async (
  db: Database,
  prompt: number,
  after: number,
  limit: number,
): Promise<readonly { readonly id: number; readonly message: DirectMessage }[]> => {
  const rows = await db
    .select({ id: promptMessages.id, message: promptMessages.message })
    .from(promptMessages)
    .where(and(eq(promptMessages.prompt, prompt), gt(promptMessages.id, after), isNull(promptMessages.deletedAt)))
    .orderBy(asc(promptMessages.prompt), asc(promptMessages.id))
    .limit(limit);
  return rows.map(({ id, message }) => ({ id, message: promptMessageJson.read(message) }));
};

/** Returns a prompt to this person; null if it does not exist or is for another person. */
export const readPrompt = async (
  db: Database,
  id: number,
  byUser: UserRef,
): Promise<PromptRow | UnreadableJson | null> => {
  const [row] = await db
    .select()
    .from(prompts)
    .where(and(eq(prompts.id, id), eq(prompts.byUser, byUser)));
  return row === undefined ? null : asPrompt(row);
};

const isFree = (now: Instant | Placeholder) => or(isNull(prompts.leasedUntil), lte(prompts.leasedUntil, now));

/**
 * Claims a prompt, so that no other process acts on it, and stores the choice. The first choice counts, unless its
 * ticket was no longer the person's. Null if it is settled or claimed. A prompt that cannot be read stays unclaimed.
 */
export const claimPrompt = async (
  db: Database,
  id: number,
  { choice, lease, now }: { readonly choice: PromptChoice; readonly lease: Lease; readonly now: Instant },
): Promise<PromptRow | UnreadableJson | null> => {
  const [row] = await db
    .update(prompts)
    .set({
      choice: sql`case when ${prompts.parked} = 'noSuchTicket' then ${choice} else coalesce(${prompts.choice}, ${choice}) end`,
      lease: lease.token,
      leasedUntil: lease.until,
    })
    .where(and(eq(prompts.id, id), isNull(prompts.settledAt), isFree(now)))
    .returning();
  if (row === undefined) return null;
  const claimed = asPrompt(row);
  if (claimed instanceof UnreadableJson) await releasePrompt(db, row);
  return claimed;
};

/** A claimed prompt. Its statements change nothing once another process has claimed it. */
export type ClaimedPrompt = Pick<PromptRow, "id" | "lease">;

const isOurs = ({ id, lease }: ClaimedPrompt) =>
  and(eq(prompts.id, id), eq(prompts.lease, lease ?? ""), isNull(prompts.settledAt));

/** Extends the claim. False if another process has the prompt now. */
export const extendPromptLease = async (db: Database, claimed: ClaimedPrompt, until: Instant): Promise<boolean> => {
  const rows = await db
    .update(prompts)
    .set({ leasedUntil: until })
    .where(isOurs(claimed))
    .returning({ id: prompts.id });
  return rows.length > 0;
};

const unclaimed = { lease: null, leasedUntil: null };

/** Ends the claim without an outcome. */
export const releasePrompt = async (db: Database, claimed: ClaimedPrompt): Promise<void> => {
  await db.update(prompts).set(unclaimed).where(isOurs(claimed));
};

/** Takes a choice back that could not be acted on, so that the person can choose again. */
export const withdrawChoice = async (db: Database, claimed: ClaimedPrompt): Promise<void> => {
  await db
    .update(prompts)
    .set({ choice: null, ...unclaimed })
    .where(isOurs(claimed));
};

/** Makes a prompt due again only at `dueAt`, because acting on it failed. So it holds up no other. */
export const postponePrompt = async (db: Database, claimed: ClaimedPrompt, dueAt: Instant): Promise<void> => {
  await db
    .update(prompts)
    .set({ dueAt, tries: sql`${prompts.tries} + 1`, ...unclaimed })
    .where(isOurs(claimed));
};

/** Ends the tries of the bot. The text stays in the row. */
export const parkPrompt = async (db: Database, claimed: ClaimedPrompt, parked: string): Promise<void> => {
  await db
    .update(prompts)
    .set({ parked, ...unclaimed })
    .where(isOurs(claimed));
};

/** The same for one that no process can claim, because it cannot be read. */
export const postponeUnreadable = async (db: Database, id: number, now: Instant, dueAt: Instant): Promise<void> => {
  await db
    .update(prompts)
    .set({ dueAt, tries: sql`${prompts.tries} + 1` })
    .where(and(eq(prompts.id, id), isNull(prompts.settledAt), isFree(now)));
};

/** Marks a claimed prompt as acted on. False if it already was. */
export const settlePrompt = async (
  db: Database,
  claimed: ClaimedPrompt,
  ticket: number | null,
  settledAt: Instant,
): Promise<boolean> => {
  const rows = await db
    .update(prompts)
    .set({ ticket, settledAt, ...unclaimed })
    .where(isOurs(claimed))
    .returning({ id: prompts.id });
  return rows.length > 0;
};

export const isPromptDue = (now: Instant | Placeholder) =>
  and(isNull(prompts.settledAt), isNull(prompts.parked), lte(prompts.dueAt, now), isFree(now));

/** Whether messages that may belong to this ticket wait for an answer to a prompt. */
export const promptMayAddTo = async (db: Database, ticket: number): Promise<boolean> => {
  const rows = await db
    .select({ id: prompts.id })
    .from(prompts)
    .where(
      and(
        isNull(prompts.settledAt),
        isNull(prompts.parked),
        sql`${prompts.about}->>'kind' = 'whichTicket'`,
        sql`(${prompts.about}->>'number')::int = ${ticket}`,
      ),
    )
    .limit(1);
  return rows.length > 0;
};

/** The person is not on one of these platforms: another process can read and write there. */
const isOutside = (platforms: readonly string[]) =>
  platforms.length === 0 ? undefined : notInArray(sql`split_part(${prompts.byUser}, ':', 1)`, [...platforms]);

/** Prompts that ran out without an answer, and answered ones that were not acted on yet. */
export const duePrompts = async (
  db: Database,
  { now, limit, elsewhere }: { readonly now: Instant; readonly limit: number; readonly elsewhere: readonly string[] },
): Promise<readonly StoredPrompt[]> => {
  const rows = await db
    .select()
    .from(prompts)
    .where(and(isPromptDue(now), isOutside(elsewhere)))
    .orderBy(asc(prompts.dueAt), asc(prompts.id))
    .limit(limit);
  return rows.map((row) => ({ ...row, about: readOrWhy(() => promptJson.read(row.about)) }));
};

/** Counts that an article solved the problem, once for each prompt. False if it was counted before. */
export const countSolved = (db: Database, claimed: ClaimedPrompt, url: string, at: Instant): Promise<boolean> =>
  db.transaction(async (tx) => {
    if (!(await settlePrompt(tx, claimed, null, at))) return false;
    await tx
      .insert(solvedByManual)
      .values({ url, times: 1, lastAt: at })
      .onConflictDoUpdate({
        target: solvedByManual.url,
        set: { times: sql`${solvedByManual.times} + 1`, lastAt: at },
      });
    return true;
  });

/** Returns how often an article solved the problem. */
export const timesSolved = async (db: Database): Promise<number> => {
  const [row] = await db
    .select({ times: sql<number>`coalesce(sum(${solvedByManual.times}), 0)::int` })
    .from(solvedByManual);
  return row?.times ?? 0;
};

export const forgetPromptsBefore = async (db: Database, at: Instant): Promise<void> => {
  await db.delete(prompts).where(and(isNotNull(prompts.settledAt), lt(prompts.settledAt, at)));
};

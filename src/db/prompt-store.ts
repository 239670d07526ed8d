import type { Instant } from "../sla/instant.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import type { UserRef } from "../tickets/refs.ts";
import type { Database } from "./connection/handle.ts";
import { and, asc, eq, isNotNull, isNull, lt, lte, ne, sql } from "./schema/orm.ts";
import { prompts, solvedByManual } from "./schema/prompt-schema.ts";
import type { Prompt, PromptChoice } from "./schema/rows.ts";

export type PromptRow = typeof prompts.$inferSelect;

/** Stores a prompt, or finds the one that was stored for the same inbound event. */
export const storePrompt = async (
  db: Database,
  {
    key,
    byUser,
    about,
    dueAt,
  }: { readonly key: string; readonly byUser: UserRef; readonly about: Prompt; readonly dueAt: Instant },
): Promise<PromptRow> => {
  await db.insert(prompts).values({ key, byUser, about, dueAt }).onConflictDoNothing({ target: prompts.key });
  const [row] = await db.select().from(prompts).where(eq(prompts.key, key));
  if (row === undefined) throw new Error("the prompt was not stored");
  return row;
};

/** Adds a message to the prompt that its author has not answered yet. False if there is none. */
export const addToPrompt = (db: Database, message: Extract<InboundEvent, { kind: "message" }>): Promise<boolean> =>
  db.transaction(async (tx) => {
    const open = and(
      eq(prompts.byUser, message.by.user),
      isNull(prompts.settledAt),
      isNull(prompts.choice),
      ne(prompts.key, message.key),
    );
    const rows = await tx.select().from(prompts).where(open).orderBy(asc(prompts.id)).for("update");
    const row = rows.find(({ about }) => about.kind === "whichTicket");
    if (row?.about.kind !== "whichTicket") return false;
    if (row.about.messages.some(({ key }) => key === message.key)) return true;
    await tx
      .update(prompts)
      .set({ about: { ...row.about, messages: [...row.about.messages, message] } })
      .where(eq(prompts.id, row.id));
    return true;
  });

/** Returns a prompt to this person; null if it does not exist or is for another person. */
export const readPrompt = async (db: Database, id: number, byUser: UserRef): Promise<PromptRow | null> => {
  const [row] = await db
    .select()
    .from(prompts)
    .where(and(eq(prompts.id, id), eq(prompts.byUser, byUser)));
  return row ?? null;
};

/** Stores the choice. The first choice counts. */
export const choosePrompt = async (db: Database, id: number, choice: PromptChoice): Promise<PromptRow> => {
  await db
    .update(prompts)
    .set({ choice })
    .where(and(eq(prompts.id, id), isNull(prompts.choice)));
  const [row] = await db.select().from(prompts).where(eq(prompts.id, id));
  if (row === undefined) throw new Error("the prompt is gone");
  return row;
};

/** Marks a prompt as acted on. False if it already was. */
export const settlePrompt = async (
  db: Database,
  id: number,
  ticket: number | null,
  settledAt: Instant,
): Promise<boolean> => {
  const rows = await db
    .update(prompts)
    .set({ ticket, settledAt })
    .where(and(eq(prompts.id, id), isNull(prompts.settledAt)))
    .returning({ id: prompts.id });
  return rows.length > 0;
};

export const isPromptDue = (now: Instant) => and(isNull(prompts.settledAt), lte(prompts.dueAt, now));

/** Prompts that ran out without an answer, and answered ones that were not acted on yet. */
export const duePrompts = (db: Database, now: Instant, limit: number): Promise<PromptRow[]> =>
  db.select().from(prompts).where(isPromptDue(now)).orderBy(asc(prompts.dueAt), asc(prompts.id)).limit(limit);

/** Counts that an article solved the problem, once for each prompt. False if it was counted before. */
export const countSolved = (db: Database, id: number, url: string, at: Instant): Promise<boolean> =>
  db.transaction(async (tx) => {
    if (!(await settlePrompt(tx, id, null, at))) return false;
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

import type { Instant } from "../sla/instant.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import type { UserRef } from "../tickets/refs.ts";
import type { Database } from "./connection/handle.ts";
import type { Offer, OfferChoice } from "./prompt.ts";
import { and, asc, eq, isNotNull, isNull, lt, lte, ne, sql } from "./schema/orm.ts";
import { offers, solvedByManual } from "./schema/offer-schema.ts";

export type OfferRow = typeof offers.$inferSelect;

/** Stores a prompt, or finds the one that was stored for the same inbound event. */
export const keepOffer = async (
  db: Database,
  key: string,
  byUser: UserRef,
  about: Offer,
  dueAt: Instant,
): Promise<OfferRow> => {
  await db.insert(offers).values({ key, byUser, about, dueAt }).onConflictDoNothing({ target: offers.key });
  const [row] = await db.select().from(offers).where(eq(offers.key, key));
  if (row === undefined) throw new Error("the offer was not kept");
  return row;
};

/** Adds a message to the prompt that its author has not answered yet. False if there is none. */
export const joinOffer = (db: Database, said: Extract<InboundEvent, { kind: "message" }>): Promise<boolean> =>
  db.transaction(async (tx) => {
    const open = and(
      eq(offers.byUser, said.by.user),
      isNull(offers.settledAt),
      isNull(offers.choice),
      ne(offers.key, said.key),
    );
    const rows = await tx.select().from(offers).where(open).orderBy(asc(offers.id)).for("update");
    const row = rows.find(({ about }) => about.kind === "whichTicket");
    if (row?.about.kind !== "whichTicket") return false;
    if (row.about.said.some(({ key }) => key === said.key)) return true;
    await tx
      .update(offers)
      .set({ about: { ...row.about, said: [...row.about.said, said] } })
      .where(eq(offers.id, row.id));
    return true;
  });

/** Returns a prompt to this person; null if it does not exist or is for another person. */
export const readOffer = async (db: Database, id: number, byUser: UserRef): Promise<OfferRow | null> => {
  const [row] = await db
    .select()
    .from(offers)
    .where(and(eq(offers.id, id), eq(offers.byUser, byUser)));
  return row ?? null;
};

/** Stores the choice. The first choice counts. */
export const chooseOffer = async (db: Database, id: number, choice: OfferChoice): Promise<OfferRow> => {
  await db
    .update(offers)
    .set({ choice })
    .where(and(eq(offers.id, id), isNull(offers.choice)));
  const [row] = await db.select().from(offers).where(eq(offers.id, id));
  if (row === undefined) throw new Error("the offer is gone");
  return row;
};

/** Marks a prompt as acted on. False if it already was. */
export const settleOffer = async (
  db: Database,
  id: number,
  ticket: number | null,
  settledAt: Instant,
): Promise<boolean> => {
  const rows = await db
    .update(offers)
    .set({ ticket, settledAt })
    .where(and(eq(offers.id, id), isNull(offers.settledAt)))
    .returning({ id: offers.id });
  return rows.length > 0;
};

export const isOfferDue = (now: Instant) => and(isNull(offers.settledAt), lte(offers.dueAt, now));

/** Prompts that ran out without an answer, and answered ones that were not acted on yet. */
export const dueOffers = (db: Database, now: Instant, limit: number): Promise<OfferRow[]> =>
  db.select().from(offers).where(isOfferDue(now)).orderBy(asc(offers.dueAt), asc(offers.id)).limit(limit);

/** Counts that an article solved the problem, once for each prompt. False if it was counted before. */
export const countSolved = (db: Database, id: number, url: string, at: Instant): Promise<boolean> =>
  db.transaction(async (tx) => {
    if (!(await settleOffer(tx, id, null, at))) return false;
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

export const forgetOffersBefore = async (db: Database, at: Instant): Promise<void> => {
  await db.delete(offers).where(and(isNotNull(offers.settledAt), lt(offers.settledAt, at)));
};

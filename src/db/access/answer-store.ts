import type { Card } from "../../chat/card.ts";
import type { Instant } from "../../sla/instant.ts";
import { answerCardJson } from "../../stored/card-json.ts";
import { readOrNull } from "../../stored/versioned-json.ts";
import type { UserRef } from "../../tickets/refs.ts";
import type { Database } from "../connection/handle.ts";
import { webAnswers } from "../schema/area-schema.ts";
import { and, eq, gt, lt } from "../schema/orm.ts";
import { storableCard } from "./area-message-store.ts";

/** Names the private answer to what a person did on a page. */
export interface AnswerKey {
  readonly person: UserRef;
  readonly key: string;
}

/** Stores an answer. A second answer to the same act replaces the first one. */
export const writeAnswer = async (
  db: Database,
  { person, key }: AnswerKey,
  { card, at }: { readonly card: Card; readonly at: Instant },
): Promise<void> => {
  const stored = { card: answerCardJson.write(storableCard(card)), at };
  await db
    .insert(webAnswers)
    .values({ person, key, ...stored })
    .onConflictDoUpdate({ target: [webAnswers.person, webAnswers.key], set: stored });
};

/** The answer, if it was stored after `since`; null if there is none, or if it cannot be read. */
export const readAnswer = async (db: Database, { person, key }: AnswerKey, since: Instant): Promise<Card | null> => {
  const [row] = await db
    .select({ card: webAnswers.card })
    .from(webAnswers)
    .where(and(eq(webAnswers.person, person), eq(webAnswers.key, key), gt(webAnswers.at, since)));
  return row === undefined ? null : readOrNull(answerCardJson, row.card);
};

/** Deletes answers that were stored before `at`. */
export const forgetAnswersBefore = async (db: Database, at: Instant): Promise<void> => {
  await db.delete(webAnswers).where(lt(webAnswers.at, at));
};

import {
  addUnticketedMessage,
  answerUnticketed,
  askTriage,
  dueUnticketed,
  markAskingExplained,
} from "../../src/db/messages/unticketed-store.ts";
import type { Database } from "../../src/db/connection/handle.ts";
import type { Instant } from "../../src/sla/instant.ts";

/** Fills the tables of customers' messages that belong to no ticket. */
export const keepUnticketed = async (db: Database, now: Instant): Promise<void> => {
  const times = { account: "acme", askAt: now + 600_000, openAt: now + 1_800_000 };
  const acme = { channel: "slack:C0ACME", author: "slack:U0CARLA" } as const;

  // A message was answered.
  await addUnticketedMessage(db, { ...acme, message: "1.1", at: now }, times);
  await answerUnticketed(db, { ...acme, about: null, by: "slack:U0LUIS", at: now + 1 }, now + 1);

  // Triage was asked about two later ones.
  await addUnticketedMessage(db, { ...acme, message: "2.2", at: now + 2 }, times);
  await addUnticketedMessage(db, { ...acme, message: "3.3", at: now + 3 }, times);
  for (const row of await dueUnticketed(db, times.askAt, 10)) await askTriage(db, row, ["slack:C0TRIAGE"], times.askAt);
  await markAskingExplained(db, "slack:C0ACME", now);
};

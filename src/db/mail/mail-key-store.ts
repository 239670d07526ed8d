import { randomBytes } from "node:crypto";
import type { MailKey } from "../../mail/ticket-tag.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Database } from "../connection/handle.ts";
import { mailKeys } from "../schema/mail-schema.ts";

const readKey = async (db: Database): Promise<MailKey | null> => {
  const [row] = await db.select({ key: mailKeys.key }).from(mailKeys);
  return row?.key ?? null;
};

/** The secret that signs what the desk mails. The first process that asks makes it, and all processes get the same one. */
export const mailKey = async (db: Database, now: Instant): Promise<MailKey> => {
  const known = await readKey(db);
  if (known !== null) return known;
  await db
    .insert(mailKeys)
    .values({ id: 1, key: Uint8Array.from(randomBytes(32)), madeAt: now })
    .onConflictDoNothing({ target: mailKeys.id });
  const made = await readKey(db);
  if (made === null) throw new Error("the key of mails was not stored");
  return made;
};

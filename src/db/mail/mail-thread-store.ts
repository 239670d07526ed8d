import type { Instant } from "../../sla/instant.ts";
import type { UserRef } from "../../tickets/refs.ts";
import type { Database } from "../connection/handle.ts";
import { and, eq } from "../schema/orm.ts";
import { mailThreads } from "../schema/mail-schema.ts";

/** The message ids of the first and of the last mail of a contact about a ticket. */
export interface MailThread {
  readonly firstId: string;
  readonly lastId: string;
}

/** What the contact mailed about the ticket; null if they mailed nothing. */
export const readMailThread = async (db: Database, ticket: number, contact: UserRef): Promise<MailThread | null> => {
  const [row] = await db
    .select({ firstId: mailThreads.firstId, lastId: mailThreads.lastId })
    .from(mailThreads)
    .where(and(eq(mailThreads.ticket, ticket), eq(mailThreads.contact, contact)));
  return row ?? null;
};

/** Records a mail of a contact about a ticket. The transaction that settles the mail calls it. `messageId`: with its angle brackets. */
export const rememberMail = async (
  db: Database,
  {
    ticket,
    contact,
    messageId,
    at,
  }: { readonly ticket: number; readonly contact: UserRef; readonly messageId: string; readonly at: Instant },
): Promise<void> => {
  await db
    .insert(mailThreads)
    .values({ ticket, contact, firstId: messageId, lastId: messageId, at })
    .onConflictDoUpdate({ target: [mailThreads.ticket, mailThreads.contact], set: { lastId: messageId, at } });
};

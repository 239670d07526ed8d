import type { MailFailure } from "../../mail/returned-mail.ts";
import type { Instant } from "../../sla/instant.ts";
import type { UserRef } from "../../tickets/refs.ts";
import type { Database } from "../connection/handle.ts";
import { mailFailures } from "../schema/mail-schema.ts";
import { eq, sql } from "../schema/orm.ts";

/** What is known of mails to this contact that came back; null: none did, or the address works again. */
export const readMailFailure = async (db: Database, contact: UserRef): Promise<MailFailure | null> => {
  const [row] = await db
    .select({
      status: mailFailures.status,
      lastAt: mailFailures.lastAt,
      mails: mailFailures.mails,
      failingSince: mailFailures.failingSince,
    })
    .from(mailFailures)
    .where(eq(mailFailures.contact, contact));
  return row ?? null;
};

/** Records a mail that came back. `fails`: from now on the contact gets no mail. */
export const recordReturnedMail = async (
  db: Database,
  contact: UserRef,
  {
    ticket,
    status,
    at,
    fails,
  }: { readonly ticket: number; readonly status: string; readonly at: Instant; readonly fails: boolean },
): Promise<void> => {
  const failingSince = fails ? at : null;
  await db
    .insert(mailFailures)
    .values({ contact, ticket, status, firstAt: at, lastAt: at, mails: 1, failingSince })
    .onConflictDoUpdate({
      target: mailFailures.contact,
      set: {
        ticket,
        status,
        lastAt: at,
        mails: sql`${mailFailures.mails} + 1`,
        failingSince: sql`coalesce(${mailFailures.failingSince}, excluded.failing_since)`,
      },
    });
};

/** The address works again: the contact gets mail. False if nothing was known against it. */
export const forgetMailFailure = async (db: Database, contact: UserRef): Promise<boolean> => {
  const gone = await db
    .delete(mailFailures)
    .where(eq(mailFailures.contact, contact))
    .returning({ contact: mailFailures.contact });
  return gone.length > 0;
};

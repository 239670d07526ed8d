import type { Instant } from "../../sla/instant.ts";
import type { Database, Tx } from "../connection/handle.ts";
import { and, asc, eq, inArray, isNotNull, isNull } from "../schema/orm.ts";
import { mails, mailSenders } from "../schema/received-mail-schema.ts";

/** A mail that waits for the staff, or that was set aside because it cannot be read. */
export interface MailForStaff {
  readonly id: number;
  readonly state: "waiting" | "setAside";
  readonly receivedAt: Instant;
  readonly sender: string | null;
  readonly senderName: string | null;
  readonly subject: string | null;
  /** A code; null if none was stored. */
  readonly why: string | null;
}

const columns = {
  id: mails.id,
  state: mails.state,
  receivedAt: mails.receivedAt,
  sender: mails.sender,
  senderName: mails.senderName,
  subject: mails.subject,
  why: mails.why,
};

const isForStaff = inArray(mails.state, ["waiting", "setAside"]);

const asForStaff = ({ state, ...row }: Omit<MailForStaff, "state"> & { readonly state: string }): MailForStaff => ({
  ...row,
  state: state === "setAside" ? "setAside" : "waiting",
});

/** The mails that wait for the staff and those that were set aside, the oldest first. */
export const listMailsForStaff = async (db: Database, most: number): Promise<readonly MailForStaff[]> =>
  (await db.select(columns).from(mails).where(isForStaff).orderBy(asc(mails.id)).limit(most)).map(asForStaff);

/** A mail of that list; null if it is not there, or if it was decided on since. */
export const readMailForStaff = async (db: Database, id: number): Promise<MailForStaff | null> => {
  const [row] = await db
    .select(columns)
    .from(mails)
    .where(and(eq(mails.id, id), isForStaff));
  return row === undefined ? null : asForStaff(row);
};

/**
 * Hands a waiting mail on as one of this account: it is read again, with the others that wait because its address was unknown. False if
 * it was decided on since.
 */
export const takeMailFor = async (
  tx: Tx,
  { id, sender }: Pick<MailForStaff, "id" | "sender">,
  account: string,
  at: Instant,
): Promise<boolean> => {
  const again = { state: "received", became: null, why: null, account, tries: 0, notBefore: at } as const;
  const isWaiting = eq(mails.state, "waiting");
  const taken = await tx
    .update(mails)
    .set(again)
    .where(and(eq(mails.id, id), isWaiting))
    .returning({ id: mails.id });
  if (taken.length === 0) return false;
  if (sender !== null)
    await tx
      .update(mails)
      .set(again)
      .where(and(eq(mails.sender, sender), isWaiting, eq(mails.why, "unknown")));
  return true;
};

const notShown = (why: "dismissed" | "muted", at: Instant) => ({
  state: "done" as const,
  became: "refused",
  why,
  settledAt: at,
});

/** Keeps a mail and shows it no more. False if it was decided on since. */
export const dismissMail = async (db: Database, id: number, at: Instant): Promise<boolean> => {
  const gone = await db
    .update(mails)
    .set(notShown("dismissed", at))
    .where(and(eq(mails.id, id), isForStaff))
    .returning({ id: mails.id });
  return gone.length > 0;
};

/** Shows the waiting mails of a muted address no more. */
export const dismissMailsOf = async (db: Database, sender: string, at: Instant): Promise<void> => {
  await db
    .update(mails)
    .set(notShown("muted", at))
    .where(and(eq(mails.sender, sender), eq(mails.state, "waiting")));
};

/** The addresses that are muted, in their order; `most` at most. */
export const mutedSenders = async (db: Database, most: number): Promise<readonly string[]> => {
  const rows = await db
    .select({ address: mailSenders.address })
    .from(mailSenders)
    .where(isNotNull(mailSenders.mutedAt))
    .orderBy(asc(mailSenders.address))
    .limit(most);
  return rows.map(({ address }) => address);
};

/** Ends the muting of an address. */
export const unmuteSender = async (db: Database, address: string): Promise<void> => {
  await db.update(mailSenders).set({ mutedAt: null, mutedBy: null }).where(eq(mailSenders.address, address));
};

/** Notes that an address gets its one answer. False if it got it before: then it gets no other. */
export const acknowledgeOnce = async (tx: Tx, address: string, at: Instant): Promise<boolean> => {
  await tx.insert(mailSenders).values({ address }).onConflictDoNothing();
  const first = await tx
    .update(mailSenders)
    .set({ acknowledgedAt: at })
    .where(and(eq(mailSenders.address, address), isNull(mailSenders.acknowledgedAt)))
    .returning({ address: mailSenders.address });
  return first.length > 0;
};

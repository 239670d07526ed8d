import { randomUUID } from "node:crypto";
import { errorKind, isUnavailable } from "../../chat/error-kind.ts";
import { leaseMails, mailsOfSenderSince, postponeMail, readRawMail, type MailRow } from "../../db/mail/mail-store.ts";
import { mailKey } from "../../db/mail/mail-key-store.ts";
import { backoff } from "../../delivery/backoff.ts";
import { whatMailBecomes } from "../../mail/becomes.ts";
import type { MailReading, ReadingSettings, ReadMail } from "../../mail/reading/read-mail.ts";
import type { Desk } from "../../desk/desk.ts";
import { foldedAddress } from "../../text/mail-address.ts";
import type { Step, WorkDeps } from "../deps.ts";
import { actOnMail, setMailAside, type DecidedMail } from "./act-on-mail.ts";
import { findTicket, isOwnMail, ownerOfReturned } from "./find-ticket.ts";
import { senderOf } from "./sender-of.ts";

/** How many mails are claimed at once. They are read one after the other. */
const batch = 4;
/** How long (ms) a lease lasts: each mail may take the time limit of reading. */
const leaseMs = 3 * 60_000;
/** After so many tries a mail is set aside, and the staff are told. */
const tryLimit = 6;
const hourMs = 60 * 60_000;

/** What the job needs besides: how a raw mail is read, and with which settings. */
export interface ReadingMails {
  readonly read: (raw: Uint8Array<ArrayBuffer>, settings: ReadingSettings) => Promise<MailReading>;
  readonly settings: ReadingSettings;
  /** Resolves when the next mail may be read: requests that wait for an answer come first. */
  readonly calm: () => Promise<void>;
}

const isAddress = (address: string | null, others: readonly string[]): boolean =>
  address !== null && others.includes(foldedAddress(address));

/** Whether the head of support is a recipient, or gets a copy. Without a `To` of ours the envelope says it. */
const headOf = (mail: ReadMail, row: MailRow, { mail: { head, support } }: Desk): "recipient" | "copied" | null => {
  const to = mail.to.map(({ address }) => address);
  const cc = mail.cc.map(({ address }) => address);
  if (isAddress(head, to)) return "recipient";
  if (isAddress(head, cc)) return "copied";
  const isForSupport = isAddress(support, [...to, ...cc]);
  return !isForSupport && isAddress(head, [...mail.deliveredTo, ...row.sentTo.map(foldedAddress)]) ? "recipient" : null;
};

/** Decides what becomes of a mail. */
const decided = async (
  { database: { db }, desk: cache, now }: WorkDeps,
  row: MailRow,
  mail: ReadMail,
): Promise<DecidedMail> => {
  const desk = await cache.read(db);
  const address = mail.from?.address ?? null;
  const [sender, key] = [await senderOf(db, address, desk), await mailKey(db, now())];
  const finding = { db, desk, key, sender };
  const head = headOf(mail, row, desk);
  const recipients = [...mail.deliveredTo, ...row.sentTo, ...[...mail.to, ...mail.cc].map((each) => each.address)];
  const becomes = whatMailBecomes({
    kind: mail.kind,
    isOurs: await isOwnMail(mail, finding),
    verdict: mail.verdict.is,
    sender,
    ticket: await findTicket(mail, { recipients, toHead: head !== null }, finding),
    head,
    sentLately: address === null ? 0 : await mailsOfSenderSince(db, address, now() - hourMs),
    trustsUnverified: desk.mail.trustUnverified,
    chosen: row.account,
  });
  return {
    decided: becomes,
    returned: becomes.becomes === "bounce" ? await ownerOfReturned(mail, recipients, finding) : null,
  };
};

const take = async (deps: WorkDeps, { read, settings }: ReadingMails, row: MailRow, token: string): Promise<void> => {
  const leased = { row, token };
  try {
    if (row.tries >= tryLimit) return await setMailAside(deps, leased, "givenUp");
    const reading = await read(await readRawMail(deps.database.db, row.id), settings);
    if (!reading.ok) return await setMailAside(deps, leased, reading.why);
    await actOnMail(deps, leased, reading.mail, await decided(deps, row, reading.mail));
  } catch (error) {
    deps.log.error({ err: error, mail: row.id, tries: row.tries + 1 }, "mail.failed");
    // The mail is not to blame if the database is away.
    if (isUnavailable(errorKind(error))) throw error;
    const notBefore = backoff(deps.now(), row.tries);
    await postponeMail(deps.database.db, row.id, { token, notBefore });
  }
};

/** Reads the mails that were taken in, decides what becomes of each, and hands it to the inbox. */
export const readMails =
  (deps: WorkDeps, reading: ReadingMails): Step =>
  async () => {
    const now = deps.now();
    const lease = { token: randomUUID(), until: now + leaseMs };
    const rows = await leaseMails(deps.database.db, { now, lease, limit: batch });
    for (const row of rows) {
      await reading.calm();
      await take(deps, reading, row, lease.token);
    }
    return rows.length;
  };

import type { Database } from "../../src/db/connection/handle.ts";
import { recordReturnedMail } from "../../src/db/mail/mail-failure-store.ts";
import { mailKey } from "../../src/db/mail/mail-key-store.ts";
import { muteSender } from "../../src/db/mail/mail-sender-store.ts";
import { leaseMails, settleMail, storeMail } from "../../src/db/mail/mail-store.ts";
import { rememberMail } from "../../src/db/mail/mail-thread-store.ts";
import { claimMailbox } from "../../src/db/mail/mailbox-store.ts";
import type { Instant } from "../../src/sla/instant.ts";

/** Fills the tables of mail. */
export const keepMails = async (db: Database, now: Instant): Promise<void> => {
  // A contact mailed, and a mail to another one came back.
  await mailKey(db, now);
  await rememberMail(db, { ticket: 1001, contact: "web:nuria", messageId: "<a@acme.example>", at: now });
  await recordReturnedMail(db, "web:pau", { ticket: 1001, status: "5.1.1", at: now, fails: true });

  // One process fetches mails from a mailbox.
  await claimMailbox(db, "support@mail.example:993/INBOX", {
    lease: { token: "one", until: now + 60_000 },
    now,
    since: now,
  });

  // A mail came and was settled, and another one is to be read.
  const came = {
    source: "http",
    receivedAt: now,
    storedAt: now,
    sentTo: ["support@example.com"],
    setAside: null,
  } as const;
  const raw = Buffer.from("Subject: hi\r\n\r\nhello");
  await storeMail(db, { ...came, key: "first", size: raw.byteLength, raw });
  const [first] = await leaseMails(db, { now, lease: { token: "reading", until: now + 60_000 }, limit: 1 });
  const author = { sender: "nuria@acme.example", senderName: "Núria", subject: "hi", messageId: "<a@acme.example>" };
  const became = { state: "done", became: "onTicket", why: null, ticket: 1001, contact: "web:nuria" } as const;
  await settleMail(db, first?.id ?? 0, { ...author, ...became, token: "reading", at: now });
  await storeMail(db, { ...came, key: "second", size: raw.byteLength, raw });
  await muteSender(db, "eve@elsewhere.example", { by: "ana", at: now });
};

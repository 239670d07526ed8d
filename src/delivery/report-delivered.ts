import type { UserRef } from "../tickets/refs.ts";
import type { Instant } from "../sla/instant.ts";
import { meansOfReport, statusIn, statusOf, type DeliveryReport } from "../mail/returned-mail.ts";
import { readMailFailure, recordReturnedMail } from "../db/mail/mail-failure-store.ts";
import type { Database } from "../db/connection/handle.ts";
import { readContact } from "../db/access/contact-store.ts";
import type { NotMailed } from "../chat/delivery.ts";
import { readCard } from "../db/delivery/card-store.ts";
import type { OutboxRow } from "../db/delivery/outbox-row.ts";
import { addToOutbox } from "../db/delivery/outbox-store.ts";
import type { Desk } from "../desk/desk.ts";
import { notifiesCustomer } from "../features/conversation/index.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { execute } from "../tickets/execute/execute.ts";
import { areaPlatform } from "../tickets/contact.ts";
import { contactsElsewhere } from "../tickets/customer-to-notify.ts";
import type { Ticket } from "../tickets/ticket.ts";
import type { Page } from "../tickets/routes/notification-route.ts";

/** Records that some of a person's identities failed before one worked. */
export const reportOtherRoute = async (
  deps: WorkDeps,
  { key, ticket, target }: OutboxRow,
  why: string,
): Promise<void> => {
  if (target.kind !== "person") return;
  const by = { kind: "clock" } as const;
  const command = { type: "reportOtherRoute", by, at: deps.now(), person: target.person, why } as const;
  await execute(deps, { key: `other route ${key}`, number: ticket, command });
};

/**
 * Tells the customer who was reached. It runs before the message is settled: if the process ends in between, both are
 * repeated.
 */
export const reportPaged = async (deps: WorkDeps, row: OutboxRow, page: Page): Promise<void> => {
  const command = { type: "reportPaged", by: { kind: "clock" }, at: deps.now(), page } as const;
  await execute(deps, { key: `paged ${row.key}`, number: row.ticket, command });
};

/**
 * Owes a copy to contacts who wrote in the client area, of a message that went to another place. They get it in the client
 * area and by mail, and it is tried again while the mail server is down. This runs before the message is settled, so that
 * both are repeated if the process ends in between. A copy is owed once.
 */
export const copyToContacts = async (
  { database, ports, now }: WorkDeps,
  desk: Desk,
  { row, ticket }: { readonly row: OutboxRow; readonly ticket: Ticket },
): Promise<void> => {
  const { message, target, key } = row;
  // A rating is drawn on a message that was sent before.
  if (!ports.has(areaPlatform) || target.kind !== "card" || message.type === "ratingShown") return;
  const contacts = notifiesCustomer(message) ? contactsElsewhere(ticket, desk) : [];
  if (contacts.length === 0 || (await readCard(database.db, target.card))?.side !== "conversation") return;
  const copies = contacts.map((user) => ({
    key: `${key} ${user}`,
    ticket: ticket.number,
    target: { kind: "contact", user } as const,
    message,
    lane: `contact ${user}`,
    urgency: 1 as const,
  }));
  await database.db.transaction((tx) => addToOutbox(tx, copies, now()));
};

type MailDeps = Pick<WorkDeps, "database" | "desk" | "now" | "onEvents" | "onOutcomes" | "onRefusal">;

/** A mail about a ticket that came back, or that the server refused. `key`: the same for the same mail, however often it is reported. */
interface FailedMail {
  readonly key: string;
  readonly ticket: number;
  readonly contact: UserRef;
  readonly report: DeliveryReport;
  readonly at: Instant;
}

interface Notified {
  readonly why: string;
  readonly certain: boolean;
  readonly stops: boolean;
}

const notify = async (
  deps: MailDeps,
  { key, ticket: number, contact }: Pick<FailedMail, "key" | "ticket" | "contact">,
  about: Notified,
): Promise<void> => {
  const name = (await readContact(deps.database.db, contact))?.name ?? "";
  const by = { kind: "clock" } as const;
  const command = { type: "reportMailFailed", by, at: deps.now(), name, ...about } as const;
  await execute(deps, { key: `failed mail ${key}`, number, command });
};

/**
 * Notifies the team that a mail to a contact failed, once for each mail. Returns what to store in the transaction that settles the report:
 * whether the contact still gets mail. If the process ends before that, both are repeated.
 */
export const takeFailedMail = async (deps: MailDeps, failed: FailedMail): Promise<(db: Database) => Promise<void>> => {
  const { ticket, contact, report, at } = failed;
  const { notified, fails } = meansOfReport(report, await readMailFailure(deps.database.db, contact), at);
  const status = statusOf(report);
  if (notified !== null) await notify(deps, failed, { why: status, certain: notified.certain, stops: fails });
  if (report.action !== "failed" && report.action !== "delayed") return async () => {};
  return (db) => recordReturnedMail(db, contact, { ticket, status, at, fails });
};

/** A message that is in the client area, and of which the contact got no mail. The team is notified once. */
export const reportNotMailed = async (
  deps: MailDeps,
  { key, ticket }: { readonly key: string; readonly ticket: number },
  { contact, why, certain }: NotMailed,
): Promise<void> => {
  const status = statusIn(why);
  const before = await readMailFailure(deps.database.db, contact);
  // It was not sent at all, because mails to this contact come back.
  const stops = before !== null && before.failingSince !== null;
  // Only a server that refused the address says something about it.
  if (stops || !certain || status === null || !status.startsWith("5.1."))
    return notify(deps, { key, ticket, contact }, { why: stops ? before.status : why, certain, stops });
  const store = await takeFailedMail(deps, {
    key,
    ticket,
    contact,
    report: { action: "failed", status },
    at: deps.now(),
  });
  await store(deps.database.db);
};

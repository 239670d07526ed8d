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

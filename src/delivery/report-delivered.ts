import { readCard } from "../db/delivery/card-store.ts";
import type { OutboxRow } from "../db/delivery/outbox-row.ts";
import type { Desk } from "../desk/desk.ts";
import { notifiesCustomer } from "../features/conversation/index.ts";
import { messageCard } from "../features/message-cards/index.ts";
import { viewerFor } from "../i18n/viewer-for.ts";
import type { TicketPlaces } from "../i18n/viewer.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { execute } from "../tickets/execute/execute.ts";
import { areaPlatform } from "../tickets/contact.ts";
import { contactsElsewhere } from "../tickets/customer-to-notify.ts";
import type { Ticket } from "../tickets/ticket.ts";
import type { ShownWith } from "./shown-with.ts";
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
 * Tells contacts who wrote in the client area of a message that went to another place: in the client area, and by mail. It
 * runs before the message is settled, so that both are repeated if the process ends in between. A copy is stored once. One
 * that fails is not tried again: the contact reads the message on the ticket's page.
 */
export const tellContactsElsewhere = async (
  { database, ports, now }: WorkDeps,
  desk: Desk,
  sent: ShownWith & { readonly row: OutboxRow; readonly ticket: Ticket; readonly places: TicketPlaces },
): Promise<void> => {
  const { message, target, key } = sent.row;
  const port = ports.get(areaPlatform);
  // A rating is drawn on a message that was sent before.
  if (port === undefined || target.kind !== "card" || message.type === "ratingShown") return;
  const contacts = notifiesCustomer(message) ? contactsElsewhere(sent.ticket, desk) : [];
  if (contacts.length === 0 || (await readCard(database.db, target.card))?.side !== "conversation") return;
  const viewer = viewerFor({ kind: "conversation" }, sent.ticket, desk);
  const card = messageCard(message, { ...sent, desk, viewer, now: now() });
  for (const user of contacts) await port.tell(user, card, { key: `${key} ${user}` });
};

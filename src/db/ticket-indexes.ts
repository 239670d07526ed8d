import type { ExtraConfigColumn } from "drizzle-orm/pg-core";
import { index, sql } from "./schema/orm.ts";

/** The account for which a ticket was requested; empty if there was none. */
const askedFor = sql`(coalesce(requester_account, account, ''))`;
const severity = sql`(coalesce(confirmed_severity, claimed_severity))`;
const isOpen = sql`status <> 'resolved'`;

/**
 * Tickets that every contact of their account may read: `isPrivate` in `src/tickets/principal.ts` asks the same of a
 * ticket. Queries must write it in the same way, to use its indexes.
 */
export const isShared = sql`(conversation->>'kind' = 'channel' or conversation->>'user' like 'web:%')`;

/** Whether contacts follow a ticket. Queries must write it in the same way, to use its index. */
export const hasFollowers = sql`followers->'items' <> '[]'::jsonb`;

type Column =
  | "account"
  | "area"
  | "assignee"
  | "nextClock"
  | "nextDue"
  | "number"
  | "releaseAt"
  | "requesterUser"
  | "inactivityDueAt";

/**
 * The indexes by which loops and lists find tickets. Lists of open tickets are sorted by the next due time, lists with
 * resolved ones by number. Each index ends with the sort columns of its list, so that a page reads a page of rows.
 */
export const ticketIndexes = (row: Readonly<Record<Column, ExtraConfigColumn>>) => [
  index("tickets_by_inactivity")
    .on(row.inactivityDueAt)
    .where(sql`inactivity_due_at is not null`),
  index("tickets_release_at")
    .on(row.releaseAt)
    .where(sql`release_at is not null`),
  index("tickets_open_by_due").on(row.nextDue, row.number).where(isOpen),
  index("tickets_open_by_account").on(row.account, row.nextDue, row.number).where(isOpen),
  index("tickets_open_by_requester").on(row.requesterUser, row.nextDue, row.number).where(isOpen),
  index("tickets_open_by_requester_for").on(row.requesterUser, askedFor, row.nextDue, row.number).where(isOpen),
  index("tickets_open_by_assignee_due").on(row.assignee, row.nextDue, row.number).where(isOpen),
  index("tickets_open_by_severity").on(severity, row.nextDue, row.number).where(isOpen),
  index("tickets_open_by_area").on(row.area, row.nextDue, row.number).where(isOpen),
  index("tickets_open_by_clock").on(row.nextClock, row.nextDue, row.number).where(isOpen),
  index("tickets_open_by_assignee").on(row.assignee, row.number).where(isOpen),
  index("tickets_waiting")
    .on(row.nextDue, row.number)
    .where(sql`status = 'waiting'`),
  index("tickets_with_tech")
    .on(row.nextDue, row.number)
    .where(sql`tech is not null and tech->>'end' is null`),
  index("tickets_direct")
    .on(row.requesterUser, sql`(status = 'resolved')`, row.number.desc().nullsFirst())
    .where(sql`conversation->>'kind' = 'person'`),
  index("tickets_followed")
    .using("gin", sql`(followers->'items') jsonb_path_ops`)
    .where(hasFollowers),
  index("tickets_by_account").on(row.account, row.number),
  index("tickets_shared_by_account").on(row.account, row.number).where(isShared),
  index("tickets_open_shared_by_account")
    .on(row.account, row.nextDue, row.number)
    .where(sql`${isOpen} and ${isShared}`),
  index("tickets_by_assignee").on(row.assignee, row.number),
  index("tickets_resolved_by_area")
    .on(row.area, row.number)
    .where(sql`status = 'resolved' and area is not null`),
  index("tickets_by_severity").on(severity, row.number),
  index("tickets_by_requester_for").on(row.requesterUser, askedFor, row.number),
  // These are few: other tickets of an account's requester belong to the account.
  index("tickets_asked_for_another")
    .on(row.requesterUser, askedFor, row.number)
    .where(sql`requester_account is not null and account is distinct from requester_account`),
  index("tickets_unassigned")
    .on(row.number)
    .where(sql`assignee is null`),
];

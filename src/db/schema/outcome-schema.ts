import type { BreachCause, ClockEnd } from "../../sla/clock.ts";
import type { ClockKind } from "../../sla/clock-kinds.ts";
import type { Severity } from "../../sla/severity.ts";
import type { TicketKind } from "../../tickets/ticket-records.ts";
import { bigint, check, index, instant, integer, pgTable, primaryKey, sql, text } from "./orm.ts";
import { events, tickets } from "./schema.ts";

/** How each clock ended, for reports. The rows follow from the events: `npm run desk -- outcomes --apply` makes them again. */
export const clockOutcomes = pgTable(
  "clock_outcomes",
  {
    ticket: integer()
      .notNull()
      .references(() => tickets.number),
    clock: text().$type<ClockKind>().notNull(),
    cycle: integer().notNull(),
    kind: text().$type<TicketKind>().notNull(),
    account: text(),
    area: text(),
    plan: text(),
    manager: text(),
    severity: text().$type<Severity>().notNull(),
    intake: text().notNull(),
    assignee: text(),
    startedAt: instant("started_at").notNull(),
    dueAt: instant("due_at").notNull(),
    endedAt: instant("ended_at").notNull(),
    outcome: text().$type<ClockEnd["how"]>().notNull(),
    /** Milliseconds of working time. */
    target: bigint({ mode: "number" }).notNull(),
    used: bigint({ mode: "number" }).notNull(),
    /** Milliseconds of all time. */
    waited: bigint({ mode: "number" }).notNull(),
    cause: text().$type<BreachCause>(),
  },
  (row) => [
    primaryKey({ columns: [row.ticket, row.clock, row.cycle] }),
    check("clock_outcomes_outcome", sql`${row.outcome} in ('met', 'breached', 'cancelled')`),
    check("clock_outcomes_cause", sql`(${row.outcome} = 'breached') = (${row.cause} is not null)`),
    check("clock_outcomes_times", sql`${row.target} >= 0 and ${row.used} >= 0 and ${row.waited} >= 0`),
    index("clock_outcomes_by_due").on(row.dueAt),
    index("clock_outcomes_by_account").on(row.account, row.dueAt),
  ],
);

/** The due times that moved. Who moved them, when and why, is in the event. */
export const dueMoves = pgTable(
  "due_moves",
  {
    ticket: integer()
      .notNull()
      .references(() => tickets.number),
    clock: text().$type<ClockKind>().notNull(),
    cycle: integer().notNull(),
    event: bigint({ mode: "number" })
      .notNull()
      .references(() => events.id),
    before: instant().notNull(),
    after: instant().notNull(),
  },
  (row) => [primaryKey({ columns: [row.ticket, row.clock, row.cycle, row.event] })],
);

/**
 * Tickets that are older than the outcomes, until each of them has its rows: those above `last` and up to `through` come next. The
 * table is empty on a database that never was without outcomes.
 */
export const outcomesToDerive = pgTable("outcomes_to_derive", {
  through: integer().primaryKey(),
  last: integer().notNull(),
});

import type { Instant } from "../sla/instant.ts";
import { setImmediate as yieldToEventLoop } from "node:timers/promises";
import { executeDue, type ClockCommand, type DueOutcome } from "../tickets/execute/execute-due.ts";
import { dueReminders } from "../db/reminder-store.ts";
import type { Step, WorkDeps, Firing } from "./deps.ts";

/** How many due steps one call reads. Those that another call works on are skipped. */
const scanLimit = 1_000;
/**
 * How many reminders are decided in one transaction. The embedded database blocks everything else meanwhile, so it must
 * be short.
 */
const batch = 100;
/** How many transactions run at the same time. */
const concurrency = { pglite: 1, postgres: 3 } as const;

/**
 * Runs `remind` for every clock with a due step; `decide` checks again whether it still applies. A failing ticket holds
 * up no other. Throws if there was an error and nothing was decided.
 */
export const fireReminders = (deps: WorkDeps, firing: Firing): Step => {
  const underway = new Set<number>();
  return async () => {
    const due = await dueReminders(deps.database.db, deps.now(), scanLimit);
    const mine = due.filter(({ ticket }) => !underway.has(ticket));
    for (const { ticket } of mine) underway.add(ticket);
    const errors: unknown[] = [];
    let decided = 0;
    if (mine.length > batch) firing.bulkRuns += 1;
    try {
      let from = 0;
      const decideBatches = async (): Promise<void> => {
        while (from < mine.length) {
          const these = mine.slice(from, from + batch);
          from += batch;
          const outcome = await remind(deps, these, deps.now());
          errors.push(...outcome.failed.map(({ error }) => error));
          decided += outcome.decided;
          // PGlite never yields to the event loop. Yield, so that waiting requests are served.
          await yieldToEventLoop();
        }
      };
      await Promise.all(Array.from({ length: concurrency[deps.database.kind] }, decideBatches));
    } finally {
      if (mine.length > batch) firing.bulkRuns -= 1;
      for (const { ticket } of mine) underway.delete(ticket);
    }
    if (errors.length > 0 && decided === 0) throw errors[0];
    return decided;
  };
};

type DueClock = Awaited<ReturnType<typeof dueReminders>>[number];

const remind = async (deps: WorkDeps, due: readonly DueClock[], now: Instant): Promise<DueOutcome> => {
  const commands = due.map(({ ticket, clock, cycle }): ClockCommand => ({
    number: ticket,
    command: { type: "remind", by: { kind: "clock" }, at: now, clock, cycle },
  }));
  const outcome = await executeDue(deps, commands, now);
  for (const {
    due: { number: ticket },
    error,
  } of outcome.failed)
    deps.log.error({ err: error, ticket }, "reminder.failed");
  for (const { number, event } of outcome.events)
    if (event.type === "reminded" && event.notices.length > 0) {
      const lateMs = now - event.plannedFor;
      deps.metrics.reminderLate(lateMs / 1000);
      deps.log.info({ ticket: number, clock: event.clock, step: event.step, lateMs }, "reminder.decided");
    }
  return outcome;
};

import { markDerived, readOutcomesToDerive } from "../db/outcomes/derive-store.ts";
import { ticketNumbersAfter } from "../db/outcomes/outcome-store.ts";
import { deriveOutcomesOf } from "../tickets/execute/outcomes/rebuild-outcomes.ts";
import type { Step, WorkDeps } from "./deps.ts";

/** How many tickets one step reads, so that the process can stop between two steps. */
const atOnce = 20;

/**
 * Derives how each clock ended for tickets that are older than these rows, after an upgrade. Doing a part of it again changes nothing,
 * so a process may stop at any time, and two processes may do it at once. A ticket whose events cannot be read is logged and left out.
 * `calm` is awaited before each ticket, because requests come first.
 */
export const deriveOutcomes =
  ({ database, log }: Pick<WorkDeps, "database" | "log">, calm: () => Promise<void>): Step =>
  async () => {
    const left = await readOutcomesToDerive(database.db);
    if (left === null) return 0;
    const numbers = (await ticketNumbersAfter(database.db, left.last, atOnce)).filter(
      (number) => number <= left.through,
    );
    for (const ticket of numbers) {
      await calm();
      if ((await deriveOutcomesOf(database, ticket)) === "unreadable") log.error({ ticket }, "outcomes.ticket-skipped");
    }
    const last = numbers.length < atOnce ? left.through : (numbers.at(-1) ?? left.through);
    await markDerived(database.db, { ...left, last });
    if (last === left.through) log.info({ through: left.through }, "outcomes.derived");
    return 1;
  };

import { handle } from "../app/handle.ts";
import { dueReminders } from "../db/reminder-store.ts";
import type { Step, WorkDeps } from "./deps.ts";

const batch = 200;

/** Types `remind` for every clock that has a step due. Whether it is still deserved, `decide` looks again. */
export const fireReminders =
  (deps: WorkDeps): Step =>
  async () => {
    const now = deps.now();
    const due = await dueReminders(deps.database.db, now, batch);
    for (const { ticket, clock, cycle } of due) {
      const command = { type: "remind", by: { kind: "clock" }, at: now, clock, cycle } as const;
      const outcome = await handle(deps, { key: null, number: ticket, command });
      if (outcome.ok)
        for (const event of outcome.events)
          if (event.type === "reminded") {
            deps.meter.reminderLate((now - event.plannedFor) / 1000);
            deps.log.info({ ticket, clock, step: event.step, lateMs: now - event.plannedFor }, "reminder leaves");
          }
    }
    return due.length;
  };

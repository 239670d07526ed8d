import { handle } from "../app/handle.ts";
import { dueReminders } from "../db/reminder-store.ts";
import type { Instant } from "../domain/refs.ts";
import type { Step, WorkDeps } from "./deps.ts";

const batch = 200;

/**
 * Types `remind` for every clock that has a step due. Whether it is still deserved, `decide` looks again. A ticket that
 * cannot be worked on holds up no other; throws where there is nothing else left to do.
 */
export const fireReminders =
  (deps: WorkDeps): Step =>
  async () => {
    const now = deps.now();
    const due = await dueReminders(deps.database.db, now, batch);
    const errors: unknown[] = [];
    for (const clock of due)
      try {
        await remind(deps, clock, now);
      } catch (error) {
        errors.push(error);
        deps.log.error({ err: error, ticket: clock.ticket }, "a reminder could not be worked on");
      }
    if (errors.length > 0 && errors.length === due.length) throw errors[0];
    return due.length;
  };

type DueClock = Awaited<ReturnType<typeof dueReminders>>[number];

const remind = async (deps: WorkDeps, { ticket, clock, cycle }: DueClock, now: Instant): Promise<void> => {
  const command = { type: "remind", by: { kind: "clock" }, at: now, clock, cycle } as const;
  const outcome = await handle(deps, { key: null, number: ticket, command });
  if (!outcome.ok) return;
  for (const event of outcome.events)
    if (event.type === "reminded") {
      deps.meter.reminderLate((now - event.plannedFor) / 1000);
      deps.log.info({ ticket, clock, step: event.step, lateMs: now - event.plannedFor }, "reminder leaves");
    }
};

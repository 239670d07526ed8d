import { setImmediate as breathe } from "node:timers/promises";
import { handle } from "../app/handle.ts";
import { dueReminders } from "../db/reminder-store.ts";
import type { Instant } from "../domain/refs.ts";
import type { Step, WorkDeps } from "./deps.ts";

/** How many due steps a turn looks at, and how many of them it takes: those that another turn works on are passed over. */
const sight = 200;
const batch = 20;

/**
 * Types `remind` for every clock that has a step due. Whether it is still deserved, `decide` looks again. A ticket that
 * cannot be worked on holds up no other; throws where there is nothing else left to do.
 */
export const fireReminders = (deps: WorkDeps): Step => {
  const underway = new Set<number>();
  return async () => {
    const now = deps.now();
    const due = await dueReminders(deps.database.db, now, sight);
    const mine = due.filter(({ ticket }) => !underway.has(ticket)).slice(0, batch);
    for (const { ticket } of mine) underway.add(ticket);
    const errors: unknown[] = [];
    for (const clock of mine) {
      try {
        await remind(deps, clock, now);
      } catch (error) {
        errors.push(error);
        deps.log.error({ err: error, ticket: clock.ticket }, "a reminder could not be worked on");
      }
      underway.delete(clock.ticket);
      // The embedded database never lets go of the process by itself, and somebody may be at the door.
      await breathe();
    }
    if (errors.length > 0 && errors.length === mine.length) throw errors[0];
    return mine.length;
  };
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

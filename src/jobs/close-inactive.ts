import { execute } from "../tickets/execute/execute.ts";
import type { Step, WorkDeps } from "./deps.ts";
import { dueInactivity, postponeInactivity } from "../db/due-tickets-store.ts";
import { promptMayAddTo } from "../db/prompt-store.ts";

const batch = 20;

/** A ticket that could not be checked is checked again after this time (ms), behind the other due ones. */
const retryMs = 60_000;

/**
 * Runs `checkInactivity` for every ticket with a due inactivity step, unless a message that may be the customer's answer waits
 * in a prompt. Such a ticket, or one that fails, is checked again a minute later, so it holds up no other. Throws if every
 * ticket failed.
 */
export const closeInactive =
  (deps: WorkDeps): Step =>
  async () => {
    const now = deps.now();
    const due = await dueInactivity(deps.database.db, now, batch);
    const errors: unknown[] = [];
    let done = 0;
    for (const ticket of due) {
      const command = { type: "checkInactivity", by: { kind: "clock" }, at: now } as const;
      try {
        const isUndecided = await promptMayAddTo(deps.database.db, ticket);
        if (!isUndecided && (await execute(deps, { key: null, number: ticket, command })).ok) done += 1;
        else await postponeInactivity(deps.database.db, ticket, now, now + retryMs);
      } catch (error) {
        errors.push(error);
        deps.log.error({ err: error, ticket }, "inactivity.failed");
        await postponeInactivity(deps.database.db, ticket, now, now + retryMs);
      }
    }
    if (errors.length > 0 && errors.length === due.length) throw errors[0];
    return done;
  };

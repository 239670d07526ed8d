import { expect, test } from "vitest";
import { handle } from "../../src/app/handle.ts";
import { createDeskCache } from "../../src/app/desk-cache.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import { fireReminders } from "../../src/work/fire-reminders.ts";
import type { WorkDeps } from "../../src/work/deps.ts";
import { keptLog } from "../adapters/slack/stage.ts";
import { freshDatabase } from "../support/database.ts";
import { cast, minutes, monday } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";

const many = 15;

/** So many tickets of Carla's, opened on Monday and all past due now. */
const allDue = async (): Promise<WorkDeps> => {
  const database = await freshDatabase();
  await writeDesk(database.db, {}, monday);
  const deps: WorkDeps = {
    database,
    desk: createDeskCache(() => sampleDesk),
    ports: new Map(),
    now: () => monday + 3 * 24 * 60 * minutes,
    log: keptLog(),
    meter: {
      happeningReceived: () => {},
      answered: () => {},
      delivered: () => {},
      reminded: () => {},
      reminderLate: () => {},
      outboxPending: () => {},
      inboxParked: () => {},
    },
  };
  for (let count = 0; count < many; count++)
    await handle(deps, {
      key: `open ${count}`,
      number: null,
      command: {
        type: "open",
        by: cast.carla,
        at: monday,
        title: "Down",
        description: "x",
        severity: "high",
        askedIn: cast.carla.channel,
      },
    });
  return deps;
};

test("while many reminders leave at once, others are let in between every two of them", async () => {
  const fire = fireReminders(await allDue());
  let letIn = 0;
  let firing = true;
  const knock = (): void => {
    letIn += 1;
    if (firing) setImmediate(knock);
  };
  setImmediate(knock);
  await fire();
  firing = false;
  expect(letIn).toBeGreaterThanOrEqual(many);
});

test("two turns at the same time do not do the same work", async () => {
  const fire = fireReminders(await allDue());
  const done = await Promise.all([fire(), fire()]);
  expect(done.reduce((sum, count) => sum + count)).toBe(many);
});

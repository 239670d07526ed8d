import type { Instant } from "../../src/sla/instant.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import type { ChatPort } from "../../src/chat/port.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import type { Desk } from "../../src/desk/desk.ts";

import { createSteps } from "../../src/jobs/steps.ts";
import { keptLog, type KeptLog } from "../adapters/slack/stage.ts";
import { freshDatabase } from "./database/database.ts";
import { minutes, monday } from "./given.ts";
import { silentMeter } from "./world.ts";

/** A platform's delivery, and when it arrived. */
export interface Arrival {
  readonly inboundEvent: InboundEvent;
  readonly at: Instant;
}

/** A desk that gets inbound events without a platform, with its own clock. */
export interface LivingDesk {
  readonly database: DatabaseHandle;
  readonly log: KeptLog;
  now(): Instant;
  /** Delivers these in the order of their arrival, and processes each before the next. */
  hears(arrivals: readonly Arrival[]): Promise<void>;
  /** Advances the clock by the longest wait. */
  waits(): Promise<void>;
  readonly refreshCards: () => Promise<number>;
}

/** Starts one on Monday at ten in Madrid. */
export const livingDesk = async (desk: Desk, portOf: (now: () => Instant) => ChatPort): Promise<LivingDesk> => {
  let now = monday;
  const database = await freshDatabase();
  await writeDesk(database.db, {}, now);
  const cache = createDeskCache(() => desk);
  await cache.read(database.db);
  const log = keptLog();
  const ports = new Map([["slack", portOf(() => now)]]);
  const steps = createSteps({ database, desk: cache, ports, now: () => now, log, metrics: silentMeter }, () => {});
  const settle = async (): Promise<void> => {
    while ((await steps.processInbox()) + (await steps.settlePrompts()) > 0);
  };
  return {
    database,
    log,
    now: () => now,
    hears: async (arrivals) => {
      for (const { inboundEvent, at } of arrivals.toSorted((one, other) => one.at - other.at)) {
        now = Math.max(now, at);
        if (steps.core.acknowledge(inboundEvent).kind === "work") await steps.core.accept(inboundEvent);
        await settle();
      }
    },
    // An edit waits at most ten minutes for the message that it changes.
    waits: async () => {
      for (let turn = 0; turn < 3; turn++) {
        now += 11 * minutes;
        await settle();
      }
    },
    refreshCards: steps.refreshCards,
  };
};

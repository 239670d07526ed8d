import type { Instant } from "../../src/sla/instant.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import type { ChatPort } from "../../src/chat/port.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import type { Desk } from "../../src/desk/desk.ts";

import { createMetrics } from "../../src/http/metrics.ts";
import type { WorkDeps } from "../../src/jobs/deps.ts";

/** The dependencies of a process without a log, on an empty database and one platform. */
export const depsFor = async (
  database: DatabaseHandle,
  desk: Desk,
  port: ChatPort,
  now: () => Instant,
): Promise<WorkDeps> => {
  await writeDesk(database.db, {}, now());
  return {
    database,
    desk: createDeskCache(() => desk),
    ports: new Map([["slack", port]]),
    now,
    log: quiet,
    metrics: createMetrics(),
  };
};

/** A log that drops every line. */
export const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

import type { OutboxRow } from "../db/delivery/outbox-row.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { execute } from "../tickets/execute/execute.ts";
import type { Page } from "../tickets/routes/notification-route.ts";

/** Records that some of a person's identities failed before one worked. */
export const reportOtherRoute = async (
  deps: WorkDeps,
  { key, ticket, target }: OutboxRow,
  why: string,
): Promise<void> => {
  if (target.kind !== "person") return;
  const by = { kind: "clock" } as const;
  const command = { type: "reportOtherRoute", by, at: deps.now(), person: target.person, why } as const;
  await execute(deps, { key: `other route ${key}`, number: ticket, command });
};

/**
 * Tells the customer who was reached. It runs before the message is settled: if the process ends in between, both are
 * repeated.
 */
export const reportPaged = async (deps: WorkDeps, row: OutboxRow, page: Page): Promise<void> => {
  const command = { type: "reportPaged", by: { kind: "clock" }, at: deps.now(), page } as const;
  await execute(deps, { key: `paged ${row.key}`, number: row.ticket, command });
};

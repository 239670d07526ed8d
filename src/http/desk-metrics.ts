import { Counter, Gauge, type Registry } from "prom-client";
import type { Backlog } from "../db/queue/backlog.ts";
import { clockEnds } from "../sla/clock.ts";
import { allClockKinds } from "../sla/clock-kinds.ts";
import type { Instant } from "../sla/instant.ts";
import { severities } from "../sla/severity.ts";
import type { OutcomeChange } from "../tickets/clocks/outcomes.ts";

/** What the desk promised, kept and owes, and what did not arrive. */
export interface DeskMetrics {
  /** Counts clocks that ended. The change must be committed. */
  onOutcomes(changes: readonly OutcomeChange[]): void;
  /** Sets the unresolved tickets; `now` is the desk's clock when they were counted. */
  backlog(counted: Backlog, now: Instant): void;
  /** A platform that this process serves, so that its first failure is seen as an increase. */
  serves(platform: string): void;
  /** Counts a call to a platform that failed. Being asked to wait is no failure. */
  deliveryFailed(platform: string, failure: string): void;
}

/**
 * A counter counts what this process stored since it started: sum it over the processes. The gauges are the same in every
 * process, because they come from the database: take the maximum.
 */
export const createDeskMetrics = (registry: Registry): DeskMetrics => {
  const registers = [registry];
  const ended = new Counter({
    name: "plazo_clock_outcomes_total",
    help: "Clocks that ended, by how. A clock that runs again after a reopening counts again when it ends.",
    labelNames: ["clock", "severity", "outcome"],
    registers,
  });
  // Prometheus sees no increase in the first value of a series, so each one begins with 0.
  for (const clock of allClockKinds)
    for (const severity of severities) for (const outcome of clockEnds) ended.inc({ clock, severity, outcome }, 0);
  const failures = new Counter({
    name: "plazo_delivery_failures_total",
    help: "Calls to a platform that failed, without those that it asked to make later.",
    labelNames: ["platform"],
    registers,
  });
  let last: { readonly since: Instant | null; readonly now: Instant; readonly at: number } | null = null;
  const unresolved = new Gauge({
    name: "plazo_backlog",
    help: "Unresolved tickets by status, counted up to 3,000.",
    labelNames: ["status"],
    registers,
  });
  registry.registerMetric(
    new Gauge({
      name: "plazo_oldest_unanswered_seconds",
      help: "How long the oldest unanswered ticket has waited; 0 if none waits.",
      registers: [],
      // It also grows while the database does not answer.
      collect() {
        if (last === null) return this.remove();
        const age = last.since === null ? 0 : last.now - last.since + (performance.now() - last.at);
        this.set(Math.max(0, age) / 1_000);
      },
    }),
  );
  return {
    onOutcomes: (changes) => {
      for (const { outcome: row } of changes)
        if (row !== null) ended.inc({ clock: row.clock, severity: row.severity, outcome: row.outcome });
    },
    backlog: ({ byStatus, unansweredSince }, now) => {
      for (const [status, tickets] of Object.entries(byStatus)) unresolved.set({ status }, tickets);
      last = { since: unansweredSince, now, at: performance.now() };
    },
    serves: (platform) => failures.inc({ platform }, 0),
    deliveryFailed: (platform, failure) => {
      if (failure !== "ok" && failure !== "waitUntil") failures.inc({ platform });
    },
  };
};

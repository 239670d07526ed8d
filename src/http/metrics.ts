import { disclosures, refusedReasons } from "../chat/refused.ts";
import type { WorkMetrics } from "../jobs/deps.ts";
import type { Event } from "../tickets/messages.ts";
import type { Refusal } from "../tickets/refusal.ts";
import { replaceEventLoopLag } from "./event-loop.ts";
import { countedActs } from "../tickets/limits.ts";
import { scores } from "../tickets/ticket-records.ts";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** What Plazo counts. Labels are few and closed: never a ticket, a person or a channel. */
export interface Metrics extends WorkMetrics {
  /** Messages put aside because rendering or storing them failed again and again. */
  setAside(): void;
  /** A request or connection that the listener did not serve, by a closed list of reasons. */
  httpRefused(why: string): void;
  /** Lines of the log that were not written, since its reader was too slow. */
  logDropped(lines: number): void;
  /** What customers asked for or said, as facts of their tickets. */
  onEvents(events: readonly Event[]): void;
  /** What was not granted. */
  onRefusal(refusal: Refusal): void;
  /** Everything in Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** So rarely (ms) the timer fires by which prom-client measures the event loop; we measure it without one. */
const never = 1_000_000_000;

/** Metrics with a registry of their own, so that two desks in one process do not mix. */
export const createMetrics = (): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: never });
  replaceEventLoopLag(registry);
  const inboundEvents = new Counter({
    name: "plazo_happenings_total",
    help: "Happenings received.",
    labelNames: ["platform", "kind"],
    registers,
  });
  const answers = new Histogram({
    name: "plazo_answer_seconds",
    help: "From a happening's arrival to its first answer.",
    labelNames: ["platform"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3],
    registers,
  });
  const deliveries = new Counter({
    name: "plazo_deliveries_total",
    help: "Attempts to post, edit or tell.",
    labelNames: ["platform", "outcome"],
    registers,
  });
  const reminders = new Counter({
    name: "plazo_reminders_total",
    help: "Reminders by what became of them.",
    labelNames: ["outcome"],
    registers,
  });
  const lateness = new Histogram({
    name: "plazo_reminder_lateness_seconds",
    help: "How long after it was due a reminder left.",
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 600, 3600],
    registers,
  });
  const stored = new Counter({
    name: "plazo_inbox_stored_total",
    help: "Inbound events stored; the difference to plazo_inbox_done_total is what waits to be worked on.",
    registers,
  });
  const overloads = new Counter({
    name: "plazo_overload_refused_total",
    help: "Requests refused because too many were waiting; platforms repeat events, and tell people that a form failed.",
    registers,
  });
  const done = new Counter({ name: "plazo_inbox_done_total", help: "Inbound events worked on.", registers });
  const opened = new Counter({ name: "plazo_tickets_opened_total", help: "Tickets opened.", registers });
  const parked = new Gauge({
    name: "plazo_inbox_parked",
    help: "Happenings put aside after failing again and again: somebody should look at the log.",
    registers,
  });
  const solved = new Counter({
    name: "plazo_manual_solved_total",
    help: "Requests that an article of the manual solved before they became tickets.",
    registers,
  });
  const wanted = (name: string, help: string) => new Counter({ name, help, registers });
  const calls = wanted("plazo_calls_wanted_total", "Customers who asked to be called.");
  const escalations = wanted("plazo_escalations_total", "Tickets that were taken to the head of support.");
  const consulting = wanted("plazo_consulting_total", "Tickets that ask for consulting.");
  const ratings = new Counter({
    name: "plazo_ratings_total",
    help: "Customers' verdicts on solved tickets; one that is changed counts once more.",
    labelNames: ["score"],
    registers,
  });
  for (const score of scores) ratings.inc({ score }, 0);
  const limited = new Counter({
    name: "plazo_limited_total",
    help: "What customers asked for beyond the limits of the desk, and was not done.",
    labelNames: ["what", "of"],
    registers,
  });
  for (const what of countedActs) for (const scope of ["person", "account"]) limited.inc({ what, of: scope }, 0);
  const turnedAway = new Counter({
    name: "plazo_refused_total",
    help: "Requests and wishes that were turned away: forged, foreign, not permitted, or beyond a limit.",
    labelNames: ["why"],
    registers,
  });
  for (const why of refusedReasons) turnedAway.inc({ why }, 0);
  const disclosed = new Counter({
    name: "plazo_disclosures_total",
    help: "Histories and transcripts of tickets that were given to people; the log says to whom.",
    labelNames: ["what"],
    registers,
  });
  for (const what of disclosures) disclosed.inc({ what }, 0);
  const count = (event: Event): void => {
    if (event.type === "opened") opened.inc();
    if (event.type === "callRequested") calls.inc();
    if (event.type === "escalated") escalations.inc();
    if (event.type === "opened" && event.kind === "consulting") consulting.inc();
    if (event.type === "rated") ratings.inc({ score: event.score });
  };
  const aside = new Counter({
    name: "plazo_outbox_set_aside_total",
    help: "Messages put aside because making or storing them failed again and again: the log says why.",
    registers,
  });
  const refused = new Counter({
    name: "plazo_http_refused_total",
    help: "Requests and connections that were not served.",
    labelNames: ["why"],
    registers,
  });
  const dropped = new Gauge({
    name: "plazo_log_lines_dropped",
    help: "Lines of the log that were not written since the start, because their reader was too slow.",
    registers,
  });
  const pending = new Gauge({ name: "plazo_outbox_pending", help: "Messages waiting to be delivered.", registers });
  return {
    inboundEventReceived: (platform, kind) => inboundEvents.inc({ platform, kind }),
    acknowledged: (platform, seconds) => answers.observe({ platform }, seconds),
    delivered: (platform, outcome) => deliveries.inc({ platform, outcome }),
    reminded: (outcome) => reminders.inc({ outcome }),
    reminderLate: (seconds) => lateness.observe(seconds),
    overloaded: () => overloads.inc(),
    inboxStored: () => stored.inc(),
    inboxDone: () => done.inc(),
    inboxParked: (rows) => parked.set(rows),
    setAside: () => aside.inc(),
    httpRefused: (why) => refused.inc({ why }),
    logDropped: (lines) => dropped.set(lines),
    manualSolved: () => solved.inc(),
    onEvents: (events) => events.forEach(count),
    onRefusal: (refusal) => {
      if (refusal.reason === "limited") limited.inc({ what: refusal.what, of: refusal.of });
    },
    requestRefused: (why) => turnedAway.inc({ why }),
    disclosed: (what) => disclosed.inc({ what }),
    outboxPending: (rows) => pending.set(rows),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
};

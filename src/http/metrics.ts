import { disclosures, refusedReasons } from "../chat/refused.ts";
import type { WorkMetrics } from "../jobs/deps.ts";
import type { Event, Refusal } from "../tickets/messages.ts";
import { createDeskMetrics, type DeskMetrics } from "./desk-metrics.ts";
import { replaceEventLoopLag } from "./event-loop.ts";
import { countedActs } from "../tickets/limits.ts";
import { scores } from "../tickets/ticket-records.ts";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** What Plazo counts. Labels have few, fixed values: never a ticket, a person or a channel. */
export interface Metrics extends WorkMetrics, Pick<DeskMetrics, "onOutcomes" | "serves"> {
  /** Counts a message that was given up because rendering or saving it failed again and again. */
  setAside(): void;
  /** Counts a request or connection that the listener did not serve. The reasons are a fixed list. */
  httpRefused(why: string): void;
  /** The number of log lines that were dropped because their reader was too slow. */
  logDropped(lines: number): void;
  /** Counts events of tickets that are of interest to the operator. */
  onEvents(events: readonly Event[]): void;
  /** Counts a refusal. */
  onRefusal(refusal: Refusal): void;
  /** All metrics in Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** The interval (ms) of prom-client's own event loop timer: practically never, because Plazo measures without one. */
const never = 1_000_000_000;

/** Creates the metrics with a registry of their own, so that two desks in one process do not mix. */
export const createMetrics = (): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: never });
  replaceEventLoopLag(registry);
  const ofDesk = createDeskMetrics(registry);
  const inboundEvents = new Counter({
    name: "plazo_inbound_events_total",
    help: "Inbound events received.",
    labelNames: ["platform", "kind"],
    registers,
  });
  const answers = new Histogram({
    name: "plazo_acknowledge_seconds",
    help: "Seconds from an inbound event's arrival to its acknowledgement.",
    labelNames: ["platform"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3],
    registers,
  });
  const deliveries = new Counter({
    name: "plazo_deliveries_total",
    help: "Attempts to post a message, to edit one or to send a direct message.",
    labelNames: ["platform", "outcome"],
    registers,
  });
  const reminders = new Counter({
    name: "plazo_reminders_total",
    help: "Reminders by outcome.",
    labelNames: ["outcome"],
    registers,
  });
  const lateness = new Histogram({
    name: "plazo_reminder_lateness_seconds",
    help: "Seconds from a reminder's due time to its decision.",
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 600, 3600],
    registers,
  });
  const stored = new Counter({
    name: "plazo_inbox_stored_total",
    help: "Inbound events stored. The difference to plazo_inbox_done_total are events that wait.",
    registers,
  });
  const overloads = new Counter({
    name: "plazo_overload_refused_total",
    help: "Requests refused because too many were waiting. Platforms repeat events, and tell people that a form failed.",
    registers,
  });
  const done = new Counter({ name: "plazo_inbox_done_total", help: "Inbound events processed.", registers });
  const opened = new Counter({ name: "plazo_tickets_opened_total", help: "Tickets opened.", registers });
  const parked = new Gauge({
    name: "plazo_inbox_parked",
    help: "Inbound events parked after failing again and again; see the log.",
    registers,
  });
  const solved = new Counter({
    name: "plazo_manual_solved_total",
    help: "Requests that an article of the manual solved before they became tickets.",
    registers,
  });
  const counter = (name: string, help: string) => new Counter({ name, help, registers });
  const calls = counter("plazo_calls_requested_total", "Calls that customers requested.");
  const escalations = counter("plazo_escalations_total", "Tickets escalated to the head of support.");
  const consulting = counter("plazo_consulting_total", "Consulting tickets opened.");
  const ratings = new Counter({
    name: "plazo_ratings_total",
    help: "Ratings of resolved tickets. A changed rating counts once more.",
    labelNames: ["score"],
    registers,
  });
  for (const score of scores) ratings.inc({ score }, 0);
  const limited = new Counter({
    name: "plazo_limited_total",
    help: "Customers' requests that were refused because of the desk's limits.",
    labelNames: ["what", "of"],
    registers,
  });
  for (const what of countedActs) for (const scope of ["person", "account"]) limited.inc({ what, of: scope }, 0);
  const refusedRequests = new Counter({
    name: "plazo_refused_total",
    help: "Requests and commands that were refused: forged, foreign, not permitted, or beyond a limit.",
    labelNames: ["why"],
    registers,
  });
  for (const why of refusedReasons) refusedRequests.inc({ why }, 0);
  const disclosed = new Counter({
    name: "plazo_disclosures_total",
    help: "Histories, transcripts and files of reports that were given to people; the log says to whom.",
    labelNames: ["what"],
    registers,
  });
  for (const what of disclosures) disclosed.inc({ what }, 0);
  const count = (event: Event): void => {
    if (event.type === "opened") opened.inc();
    if (event.type === "callRequested") calls.inc();
    if (event.type === "escalated") escalations.inc();
    if (event.type === "opened" && event.kind === "consulting") consulting.inc();
    if (event.type === "rated" && event.before !== event.score) ratings.inc({ score: event.score });
  };
  const setAside = new Counter({
    name: "plazo_outbox_set_aside_total",
    help: "Messages given up because rendering or saving them failed again and again; the log says why.",
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
    help: "Log lines dropped since the start because their reader was too slow.",
    registers,
  });
  const mailsTaken = new Counter({
    name: "plazo_mails_taken_total",
    help: "Mails that were taken in; the same mail may come more than once.",
    labelNames: ["how"],
    registers,
  });
  for (const how of ["new", "repeated"]) mailsTaken.inc({ how }, 0);
  const mailsRead = new Counter({
    name: "plazo_mails_read_total",
    help: "Mails that were read, by what became of them.",
    labelNames: ["became"],
    registers,
  });
  const pending = new Gauge({ name: "plazo_outbox_pending", help: "Messages waiting to be delivered.", registers });
  return {
    inboundEventReceived: (platform, kind) => inboundEvents.inc({ platform, kind }),
    acknowledged: (platform, seconds) => answers.observe({ platform }, seconds),
    delivered: (platform, outcome) => {
      deliveries.inc({ platform, outcome });
      ofDesk.deliveryFailed(platform, outcome);
    },
    onOutcomes: ofDesk.onOutcomes,
    serves: ofDesk.serves,
    backlog: ofDesk.backlog,
    reminded: (outcome) => reminders.inc({ outcome }),
    reminderLate: (seconds) => lateness.observe(seconds),
    overloaded: () => overloads.inc(),
    inboxStored: () => stored.inc(),
    inboxDone: () => done.inc(),
    inboxParked: (rows) => parked.set(rows),
    setAside: () => setAside.inc(),
    httpRefused: (why) => refused.inc({ why }),
    logDropped: (lines) => dropped.set(lines),
    manualSolved: () => solved.inc(),
    onEvents: (events) => events.forEach(count),
    onRefusal: (refusal) => {
      if (refusal.reason === "limited") limited.inc({ what: refusal.what, of: refusal.of });
    },
    requestRefused: (why) => refusedRequests.inc({ why }),
    disclosed: (what) => disclosed.inc({ what }),
    mailTaken: (how) => mailsTaken.inc({ how }),
    mailRead: (became) => mailsRead.inc({ became }),
    outboxPending: (rows) => pending.set(rows),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
};

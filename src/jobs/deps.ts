import type { Instant } from "../sla/instant.ts";
import type { AppDeps } from "../tickets/execute/execute.ts";
import type { ChatPort, Log } from "../chat/port.ts";
import type { Traces } from "../inbox/traces.ts";
import type { Disclosure, RefusedReason } from "../chat/refused.ts";

/** What is counted for the operator. */
export interface WorkMetrics {
  inboundEventReceived(platform: string, kind: string): void;
  /** From an inbound event's arrival to the moment the platform may be told "received", in seconds. */
  answered(platform: string, seconds: number): void;
  delivered(platform: string, outcome: string): void;
  reminded(outcome: string): void;
  /** How long after it was due a reminder left, in seconds. */
  reminderLate(seconds: number): void;
  outboxPending(rows: number): void;
  /** A request was refused because too many were waiting. */
  overloaded(): void;
  /** An inbound event was stored; a repeated delivery does not count. */
  inboxStored(): void;
  /** A stored inbound event was worked on to its end. */
  inboxDone(): void;
  /** Inbound events put aside because working on them failed again and again. */
  inboxParked(rows: number): void;
  /** An article of the manual solved what would have become a ticket. */
  manualSolved(): void;
  /** A request of a platform, or what a person asked for, was refused. */
  requestRefused(why: RefusedReason): void;
  /** A person was given much of a ticket at once. */
  disclosed(what: Disclosure): void;
}

/** What every loop is given. `now` is the desk's clock, which tests and the playground may turn. */
export interface WorkDeps extends AppDeps {
  /** Platform name to the port of its adapter. */
  readonly ports: ReadonlyMap<string, ChatPort>;
  readonly now: () => Instant;
  readonly log: Log;
  readonly meter: WorkMetrics;
  /** A message was put aside, since making or storing it failed again and again. */
  readonly aside?: (about: { readonly ticket: number; readonly message: string }) => void;
  /** Notes what is refused and what is disclosed; `createSteps` adds it. */
  readonly traces?: Traces | undefined;
}

/** One turn of a loop: how many things it did; 0 is "nothing to do now". */
export type Step = () => Promise<number>;

/** Whether very many reminders are being decided just now: what is not urgent waits the moment for its company. */
export interface Firing {
  storms: number;
}

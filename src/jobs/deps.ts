import type { Instant } from "../sla/instant.ts";
import type { Backlog } from "../db/queue/backlog.ts";
import type { Database } from "../db/connection/handle.ts";
import type { AppDeps } from "../tickets/execute/execute.ts";
import type { ChatPort, Log } from "../chat/port.ts";
import type { UserRef } from "../tickets/refs.ts";
import type { ThreadReads } from "../inbox/thread-reads.ts";
import type { Traces } from "../inbox/traces.ts";
import type { Disclosure, RefusedReason } from "../chat/refused.ts";

/** What is counted for the operator. */
export interface WorkMetrics {
  inboundEventReceived(platform: string, kind: string): void;
  /** Seconds from an inbound event's arrival until the platform may be acknowledged. */
  acknowledged(platform: string, seconds: number): void;
  delivered(platform: string, outcome: string): void;
  reminded(outcome: string): void;
  /** Seconds between a reminder's due time and its decision. */
  reminderLate(seconds: number): void;
  outboxPending(rows: number): void;
  /** The unresolved tickets at a moment of the desk's clock. */
  backlog(counted: Backlog, now: Instant): void;
  /** A request was refused because too many were waiting. */
  overloaded(): void;
  /** An inbound event was stored; a repeated delivery does not count. */
  inboxStored(): void;
  /** A stored inbound event was processed to its end. */
  inboxDone(): void;
  /** The number of parked inbound events, which failed again and again. */
  inboxParked(rows: number): void;
  /** An article of the manual solved a problem without a ticket. */
  manualSolved(): void;
  /** A platform's request or a person's request was refused. */
  requestRefused(why: RefusedReason): void;
  /** A mail was taken in, or came once more. */
  mailTaken(how: "new" | "repeated"): void;
  /** A mail was read: what became of it. */
  mailRead(became: string): void;
  /** A large part of a ticket was given to a person. */
  disclosed(what: Disclosure): void;
}

/** A link that works once, and for how many minutes; null if it leads to the sign-in page, because the desk requires that. */
export interface SignInLink {
  readonly url: string;
  readonly minutes: number | null;
}

/** An invitation to the client area: a link that works once, and until when. */
export interface Invitation {
  readonly url: string;
  readonly until: Instant;
}

/** What every loop is given. `now` is the desk's clock, which tests and the playground may advance. */
export interface WorkDeps extends AppDeps {
  /** Platform name to the port of its adapter. */
  readonly ports: ReadonlyMap<string, ChatPort>;
  readonly now: () => Instant;
  readonly log: Log;
  readonly metrics: WorkMetrics;
  /** Called when a message was set aside, because it cannot be read, or rendering or saving it failed again and again. */
  readonly onSetAside?: (about: { readonly ticket: number; readonly message: string }) => void;
  /** Whether the loops may work on this database; missing: always. */
  readonly mayWork?: () => Promise<boolean>;
  /** Makes a link that signs a member of the staff in to the web desk once; undefined if the web desk is not served. */
  readonly signInLink?: (person: UserRef) => Promise<SignInLink>;
  /** The address of a page of the web desk; undefined if it is not served. */
  readonly webUrl?: (path: string) => string;
  /**
   * Makes an invitation of a contact by a member of the staff or another contact, in the transaction that adds the contact.
   * Undefined if the client area is not served.
   */
  readonly invitation?: (tx: Database, contact: UserRef, invitedBy: UserRef) => Promise<Invitation>;
  /** The server whose verdict on senders of mails counts (its authserv-id); undefined: none does. */
  readonly mailAuthServer?: string;
  /** Records refusals and disclosures; `createSteps` adds it. */
  readonly traces?: Traces;
  /** How threads are read now; `createSteps` adds it. */
  readonly threadReads?: ThreadReads;
}

/** One step of a loop. Resolves with how many things it did; 0: nothing to do. */
export type Step = () => Promise<number>;

/** Whether many reminders are being decided now. Then messages that are not urgent wait, so that they join a digest. */
export interface Firing {
  bulkRuns: number;
}

import type { Desk, StaffRole } from "../desk/desk.ts";
import type { EndedPause } from "../sla/calendar.ts";
import type { SlaTarget } from "../sla/clock.ts";
import type { Instant } from "../sla/instant.ts";
import type { CarriedClocks } from "./clocks/carried-clocks.ts";
import type { Effect } from "./effect.ts";
import type { CountedAct } from "./limits.ts";
import type { Command, CommandType, Decision, Event, EventType } from "./messages.ts";
import type { Principal } from "./principal.ts";
import type { TicketChange } from "./status-change.ts";
import type { Messages, Attachment } from "./thread/thread-message.ts";
import type { FeatureFields, NewTicket, Ticket } from "./ticket.ts";
import type { UnansweredChange } from "./unanswered.ts";

/**
 * Who may do something. `customer`: never, on their own tickets (of their account, or opened by them), or always.
 * `clock`: whether the desk may do it by itself.
 */
export interface Grant {
  readonly staff: readonly StaffRole[];
  readonly customer: "no" | "own" | "yes";
  readonly clock: boolean;
}

const everyRole: readonly StaffRole[] = ["agent", "manager", "tech", "head", "admin"];
const supportRoles: readonly StaffRole[] = ["agent", "manager", "head", "admin"];

export const everyone: Grant = { staff: everyRole, customer: "yes", clock: false };
export const staffAndOwnCustomer: Grant = { staff: everyRole, customer: "own", clock: false };
export const everyStaff: Grant = { staff: everyRole, customer: "no", clock: false };
export const support: Grant = { staff: supportRoles, customer: "no", clock: false };
export const supportAndClock: Grant = { staff: supportRoles, customer: "no", clock: true };
export const supportAndOwnCustomer: Grant = { staff: supportRoles, customer: "own", clock: false };
export const techTeam: Grant = { staff: ["tech", "head", "admin"], customer: "no", clock: false };
export const everyCustomer: Grant = { staff: [], customer: "yes", clock: false };
export const ownCustomer: Grant = { staff: [], customer: "own", clock: false };
export const clockOnly: Grant = { staff: [], customer: "no", clock: true };

export type CommandOf<K extends CommandType> = Extract<Command, { type: K }>;
export type EventOf<K extends EventType> = Extract<Event, { type: K }>;

/** What `decide` gets. The ticket is null only if the command opens it. */
export interface DecideContext<K extends CommandType> {
  readonly ticket: K extends "open" ? null : Ticket;
  /** The message that the command names, if the ticket has it, and the customer's newest one. */
  readonly messages: Messages;
  /** The times of unanswered messages that are loaded, in order. */
  readonly unanswered: readonly Instant[];
  /** The ended pauses of the ticket, if the command needs them. */
  readonly pauses: readonly EndedPause[];
  readonly command: CommandOf<K>;
  readonly principal: Principal;
  readonly desk: Desk;
  /** What features add when a ticket was opened; `ticket` is the ticket then. */
  readonly openingEvents: (ticket: Ticket, command: CommandOf<"open">) => readonly Event[];
  /** For decisions of several events, where a later event depends on the ticket after an earlier one. */
  readonly evolve: (ticket: Ticket | null, event: Event) => Ticket;
}

export interface CommandRule<K extends CommandType> {
  readonly permission: Grant;
  /** Earlier pending replies are sent first, because the command notifies the customer of something later. */
  readonly afterPendingReplies?: true;
  /** What the command counts as if a customer gives it. A command without it is unlimited. */
  readonly countsAs?: CountedAct;
  /** The command sets new targets, so it needs every pause of the ticket. */
  readonly needsPauses?: true;
  readonly decide: (context: DecideContext<K>) => Decision;
}

/** Whether a value is a `Part` or holds one at any depth. */
type Holds<Part, T> = T extends Part
  ? true
  : T extends readonly (infer Item)[]
    ? Holds<Part, Item>
    : T extends object
      ? { readonly [P in keyof T]: Holds<Part, T[P]> }[keyof T]
      : false;

/** The files of an event that count for the limit of a customer. An event that holds files must say which of them do. */
type CountedFiles<K extends EventType> = (event: EventOf<K>) => readonly Attachment[];

/** What an event of the past is rehearsed with. */
export interface RehearsedWith<K extends EventType> {
  /** The ticket before the event, with the clocks that it has in the rehearsal. Apart from them it is as it was. */
  readonly ticket: K extends "opened" ? null : Ticket;
  /** The ended pauses of the ticket. */
  readonly pauses: readonly EndedPause[];
  readonly event: EventOf<K>;
  readonly desk: Desk;
  /** What a ticket that the event merges into this one leaves to it in the rehearsal; null if the event merges none. */
  readonly carried: CarriedClocks | null;
}

/**
 * The event as it would have been under another desk: with the targets that the desk's `decide` would have given it. What
 * people did stays. An event that holds a target must have this, so that a rehearsal forgets none.
 */
type Rehearsed<K extends EventType> = (given: RehearsedWith<K>) => EventOf<K>;

export type EventRule<K extends EventType> = EventRuleParts<K> &
  (true extends Holds<Attachment, EventOf<K>>
    ? { readonly countedFiles: CountedFiles<K> }
    : { readonly countedFiles?: CountedFiles<K> }) &
  (true extends Holds<SlaTarget, EventOf<K>>
    ? { readonly rehearsed: Rehearsed<K> }
    : { readonly rehearsed?: Rehearsed<K> });

interface EventRuleParts<K extends EventType> {
  /** The changes of the ticket, apart from its version and its unanswered messages. `messages` are those at hand before the event. */
  readonly evolve: (
    ticket: K extends "opened" ? null : Ticket,
    event: EventOf<K>,
    messages: Messages,
  ) => K extends "opened" ? NewTicket : TicketChange;
  /** The messages at hand after the event; missing if it changes none. */
  readonly messages?: (messages: Messages, event: EventOf<K>) => Messages;
  /** What the event does to the unanswered messages, in order; missing if it does nothing. `ticket` is the ticket before. */
  readonly unanswered?: (ticket: Ticket, event: EventOf<K>, messages: Messages) => readonly UnansweredChange[];
  /** The notifications and cards that follow from the event; `ticket` is the ticket after it. */
  readonly effects: (event: EventOf<K>, ticket: Ticket) => readonly Effect[];
  /** The files of the event that count for a customer's limit. */
  readonly countedFiles?: (event: EventOf<K>) => readonly Attachment[];
  /** Whether a collected ticket gets a card of its own after the event. */
  readonly needsOwnCard?: (event: EventOf<K>) => boolean;
}

/** The rules of one feature: one for each of its commands and events. */
export interface FeatureRules<C extends { readonly type: CommandType }, E extends { readonly type: EventType }> {
  readonly commands: { readonly [K in C["type"]]: CommandRule<K> };
  readonly events: { readonly [K in E["type"]]: EventRule<K> };
}

/** Who may read what a feature shows, by the name of the request. */
export interface FeatureReads {
  readonly reads: Readonly<Record<string, Grant>>;
}

/** What a new ticket has in the fields that a feature keeps. */
export interface Fields<Name extends keyof FeatureFields> {
  readonly fields: Pick<FeatureFields, Name>;
}

/** Events of a feature that follow the opening of a ticket, for instance because the command carries something for it. */
export type OpeningRule = (opening: {
  readonly ticket: Ticket;
  readonly command: CommandOf<"open">;
  readonly desk: Desk;
}) => readonly Event[];

/** The same by name. They come in the order of the features in the registry. */
export interface FeatureOpenings {
  readonly openings: Readonly<Record<string, OpeningRule>>;
}

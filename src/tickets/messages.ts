import type { Instant } from "../sla/instant.ts";
import type { ChannelRef, Membership, UserRef } from "./refs.ts";

/** Who gives a command: a person in a channel of a platform, or the desk's own clock. */
export type Actor =
  | {
      readonly kind: "person";
      readonly user: UserRef;
      readonly name: string;
      readonly channel: ChannelRef;
      /** How the platform says this person belongs to the workspace. Missing means a usual member. */
      readonly membership?: Membership;
    }
  | { readonly kind: "clock" };

/**
 * What the features add to commands, events, notifications and refusals. Each feature declares its own in its
 * `messages.ts` (`declare module`), so that the core names no feature.
 */
export interface FeatureMessages {}

/** The sum of one part over all features. */
export type SumOf<Part extends "command" | "event" | "notification" | "refusal"> = {
  [Feature in keyof FeatureMessages]: FeatureMessages[Feature] extends Readonly<Record<Part, infer Message>>
    ? Message
    : never;
}[keyof FeatureMessages];

/** The author and the time of a command or event. */
export interface Stamp {
  readonly by: Actor;
  readonly at: Instant;
}

/** A request to change a ticket, which may be refused. The sum of the features' commands. */
export type Command = Stamp & SumOf<"command">;

export type CommandType = Command["type"];

/** A command without what only the transaction can know: the ticket number of a new ticket. */
export type NewCommand = Command extends infer C ? (C extends { type: "open" } ? Omit<C, "number"> : C) : never;

/**
 * A recorded change of a ticket. It carries the targets that follow from it, so that a ticket can be rebuilt from its
 * events alone, under any later desk file.
 */
export type Event = Stamp & SumOf<"event">;

export type EventType = Event["type"];

/** An event whose row this version of Plazo cannot read. What it changed on its ticket is unknown. */
export interface UnreadableEvent {
  readonly type: "unreadable";
  readonly at: Instant;
}

/** An event as it comes from the database. */
export type StoredEvent = Event | UnreadableEvent;

export type Decision =
  | { readonly ok: true; readonly events: readonly Event[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** Refusals that belong to no single feature. */
export type CommonRefusal =
  | { readonly reason: "notAllowed" }
  /** A ticket of another account reads the same, so that ticket numbers tell a stranger nothing. */
  | { readonly reason: "noSuchTicket" }
  | {
      readonly reason: "alreadyThat";
      readonly what: "claimed" | "severity" | "waiting" | "resolved" | "open" | "account" | "assignee" | "acknowledged";
    }
  | { readonly reason: "resolvedAlready" }
  | { readonly reason: "emptyText" }
  /** The clock asked for something that is no longer due. No person is notified. */
  | { readonly reason: "notDue" };

/** Why a command was refused. Each reason has one sentence in each language. */
export type Refusal = CommonRefusal | SumOf<"refusal">;

/** A command about an existing ticket. */
export type TicketCommand = Exclude<Command, { type: "open" }>;

/** An event without its author and time, which all events of one decision share. */
type Fact = Event extends infer E ? (E extends Event ? Omit<E, "at" | "by"> : never) : never;

/** The command is refused for this reason. */
export const refuse = (refusal: Refusal): Decision => ({ ok: false, refusal });

/** The command is granted, with these events. */
export const accept = (command: Command, ...facts: readonly Fact[]): Decision => ({
  ok: true,
  events: facts.map((fact) => ({ ...fact, at: command.at, by: command.by })),
});

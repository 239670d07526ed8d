import type { Instant } from "../sla/instant.ts";
import type { SumOf } from "./feature-messages.ts";
import type { Actor } from "./actor.ts";
import type { Refusal } from "./refusal.ts";

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

export type Decision =
  | { readonly ok: true; readonly events: readonly Event[] }
  | { readonly ok: false; readonly refusal: Refusal };

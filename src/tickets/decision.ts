import type { Refusal } from "./refusal.ts";
import type { Command, Decision, Event } from "./messages.ts";

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

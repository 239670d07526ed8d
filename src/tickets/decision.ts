import type { Refusal } from "./refusal.ts";
import type { Command, Decision, Event } from "./messages.ts";

/** A wish about a ticket that is there. */
export type TicketCommand = Exclude<Command, { type: "open" }>;

/** A fact without who and when, which every fact of one decision shares. */
type Fact = Event extends infer E ? (E extends Event ? Omit<E, "at" | "by"> : never) : never;

/** Not granted, and why. */
export const refuse = (refusal: Refusal): Decision => ({ ok: false, refusal });

/** Granted: these facts follow. */
export const accept = (command: Command, ...facts: readonly Fact[]): Decision => ({
  ok: true,
  events: facts.map((fact) => ({ ...fact, at: command.at, by: command.by })),
});

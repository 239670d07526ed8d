import { rules } from "../features/registry.ts";
import { merged } from "../features/merged.ts";
import type { CommandType, EventType } from "./messages.ts";
import type { CommandRule, EventRule, Grant } from "./rules.ts";

export type CommandRules = { readonly [K in CommandType]: CommandRule<K> };
export type EventRules = { readonly [K in EventType]: EventRule<K> };

/** The rule of every command. A command without permission or `decide` does not compile. */
export const commands: CommandRules = merged(rules, "commands");

/** The rule of every event. An event without `evolve` or `effects` does not compile. */
export const events: EventRules = merged(rules, "events");

/** Who may read what, by the name of the request. */
export const reads = merged(rules, "reads") satisfies Readonly<Record<string, Grant>>;

/**
 * The rule for a command or event whose type is known only at run time. The maps above pair each type with its own
 * rule.
 */
export const commandRule = (type: CommandType): CommandRule<CommandType> => commands[type] as CommandRule<CommandType>;
export const eventRule = (type: EventType): EventRule<EventType> => events[type] as EventRule<EventType>;

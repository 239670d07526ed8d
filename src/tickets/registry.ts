import { rules } from "../features/registry.ts";
import { merged } from "../features/merged.ts";
import type { CommandType, EventType } from "./messages.ts";
import type { CommandRule, EventRule, Grant, OpeningRule } from "./rules.ts";
import type { FeatureFields } from "./ticket.ts";

export type CommandRules = { readonly [K in CommandType]: CommandRule<K> };
export type EventRules = { readonly [K in EventType]: EventRule<K> };

type ChangeType = Exclude<EventType, "opened">;

/** The rule of every command. A command without permission or `decide` does not compile. */
export const commands: CommandRules = merged(rules, "commands");

/** The rule of every event. An event without `evolve` or `effects` does not compile. */
export const events: EventRules = merged(rules, "events");

/** Who may read what, by the name of the request. */
export const reads = merged(rules, "reads") satisfies Readonly<Record<string, Grant>>;

/** What features keep on a new ticket. A field without a first value does not compile. */
export const newFields: FeatureFields = merged(rules, "fields");

/** What features add when a ticket is opened. */
export const openings: Readonly<Record<string, OpeningRule>> = merged(rules, "openings");

/**
 * The rule for a command or event whose type is known only at run time. The maps above pair each type with its own
 * rule.
 */
export const commandRule = (type: CommandType): CommandRule<CommandType> => commands[type] as CommandRule<CommandType>;
export const eventRule = (type: EventType): EventRule<EventType> => events[type] as EventRule<EventType>;
/** The same for an event that changes a ticket. */
export const changeRule = (type: ChangeType): EventRule<ChangeType> => events[type] as EventRule<ChangeType>;

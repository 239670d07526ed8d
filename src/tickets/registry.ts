import { assignment } from "../features/assignment/index.ts";
import { availability } from "../features/availability/index.ts";
import { callback } from "../features/callback/index.ts";
import { consulting } from "../features/consulting/index.ts";
import { conversation } from "../features/conversation/index.ts";
import { escalation } from "../features/escalation/index.ts";
import { help } from "../features/help/index.ts";
import { history } from "../features/history/index.ts";
import { knowledge } from "../features/knowledge/index.ts";
import { lists } from "../features/lists/index.ts";
import { notes } from "../features/notes/index.ts";
import { open } from "../features/open/index.ts";
import { promisedUpdates } from "../features/promised-updates/index.ts";
import { rating } from "../features/rating/index.ts";
import { reminders } from "../features/reminders/index.ts";
import { reply } from "../features/reply/index.ts";
import { resolution } from "../features/resolution/index.ts";
import { severity } from "../features/severity/index.ts";
import { techHandoff } from "../features/tech-handoff/index.ts";
import { ticketCards } from "../features/ticket-cards/index.ts";
import { ticketLinks } from "../features/ticket-links/index.ts";
import { transcript } from "../features/transcript/index.ts";
import { waiting } from "../features/waiting/index.ts";
import type { CommandType, EventType } from "./messages.ts";
import type { CommandRule, EventRule, Grant } from "./rules.ts";

export type CommandRules = { readonly [K in CommandType]: CommandRule<K> };
export type EventRules = { readonly [K in EventType]: EventRule<K> };

/** The rule of every command. A command without permission or `decide` does not compile. */
export const commands: CommandRules = {
  ...assignment.commands,
  ...callback.commands,
  ...conversation.commands,
  ...escalation.commands,
  ...notes.commands,
  ...open.commands,
  ...promisedUpdates.commands,
  ...rating.commands,
  ...reminders.commands,
  ...reply.commands,
  ...resolution.commands,
  ...severity.commands,
  ...techHandoff.commands,
  ...ticketLinks.commands,
  ...waiting.commands,
};

/** The rule of every event. An event without `evolve` or `effects` does not compile. */
export const events: EventRules = {
  ...assignment.events,
  ...callback.events,
  ...consulting.events,
  ...conversation.events,
  ...escalation.events,
  ...knowledge.events,
  ...notes.events,
  ...open.events,
  ...promisedUpdates.events,
  ...rating.events,
  ...reminders.events,
  ...reply.events,
  ...resolution.events,
  ...severity.events,
  ...techHandoff.events,
  ...ticketLinks.events,
  ...waiting.events,
};

/** Who may read what, by the name of the request. */
export const reads = {
  ...assignment.reads,
  ...availability.reads,
  ...callback.reads,
  ...help.reads,
  ...history.reads,
  ...knowledge.reads,
  ...lists.reads,
  ...ticketCards.reads,
  ...transcript.reads,
} satisfies Readonly<Record<string, Grant>>;

/** The rule for a command or event whose type is known only when it runs. The maps above pair each type with its own rule. */
export const commandRule = (type: CommandType): CommandRule<CommandType> => commands[type] as CommandRule<CommandType>;
export const eventRule = (type: EventType): EventRule<EventType> => events[type] as EventRule<EventType>;

import { accept, refuse, type Decision } from "../../tickets/messages.ts";
import { everyStaff, type CommandOf, type FeatureRules } from "../../tickets/rules.ts";
import { nameOf, refreshCards, toInternal } from "../../tickets/effect.ts";
import type { Messages } from "../../tickets/thread/thread-message.ts";
import { isKnown, withWritten } from "../../tickets/thread/thread-messages.ts";
import type { NoteCommand, NoteEvent } from "./messages.ts";

/** Staff write an internal note. */
const note = (messages: Messages, command: CommandOf<"note">): Decision => {
  const { text, alreadyPosted, message = null } = command;
  if (text.trim() === "") return refuse({ reason: "emptyText" });
  if (isKnown(messages, message)) return refuse({ reason: "notDue" });
  return accept(command, { type: "noted", text, alreadyPosted, message });
};

export const notes = {
  commands: { note: { permission: everyStaff, decide: ({ messages, command }) => note(messages, command) } },
  events: {
    noted: {
      evolve: (ticket) => ({ notes: ticket.notes + 1 }),
      messages: (messages, event) => withWritten(messages, event, event.at, null),
      effects: (event) =>
        event.alreadyPosted
          ? [refreshCards]
          : [refreshCards, toInternal({ type: "note", text: event.text, by: nameOf(event) })],
    },
  },
} satisfies FeatureRules<NoteCommand, NoteEvent>;

import { accept, refuse } from "../../tickets/decision.ts";
import type { Decision } from "../../tickets/messages.ts";
import { everyStaff, type CommandOf, type FeatureRules } from "../../tickets/rules.ts";
import { nameOf, refreshCards, toInternal } from "../../tickets/send.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { isKnown, remembered } from "../../tickets/thread/thread-messages.ts";
import type { NoteCommand, NoteEvent } from "./messages.ts";

/** Staff write an internal note. */
const note = (ticket: Ticket, command: CommandOf<"note">): Decision => {
  const { text, alreadyPosted, message } = command;
  if (text.trim() === "") return refuse({ reason: "emptyText" });
  if (isKnown(ticket, message)) return refuse({ reason: "notDue" });
  return accept(command, { type: "noted", text, alreadyPosted, message });
};

export const notes = {
  commands: { note: { permission: everyStaff, decide: ({ ticket, command }) => note(ticket, command) } },
  events: {
    noted: {
      evolve: (ticket, event) => ({
        threadMessages: remembered(ticket.threadMessages, event, event.at, null),
        notes: ticket.notes + 1,
      }),
      effects: (event) =>
        event.alreadyPosted
          ? [refreshCards]
          : [refreshCards, toInternal({ type: "note", text: event.text, by: nameOf(event) })],
    },
  },
} satisfies FeatureRules<NoteCommand, NoteEvent>;

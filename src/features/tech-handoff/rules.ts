import { changed, resumedResolution, withSla } from "../../tickets/clocks/evolve-clocks.ts";
import { techEnded } from "../../tickets/clocks/pauses.ts";
import { whenAskedTech } from "../../tickets/clocks/clock-changes.ts";
import { textOf } from "../../tickets/format.ts";
import { everyStaff, support, techTeam, type EventOf, type FeatureRules } from "../../tickets/rules.ts";
import { nameOf, refreshCards, toInternal, toTech } from "../../tickets/effect.ts";
import { withWritten } from "../../tickets/thread/thread-messages.ts";
import { askTech, claimTech, commentAsTech, returnTech } from "./decide.ts";
import type { TechCommand, TechEvent } from "./messages.ts";

/** What a notification says of a text that was written in a form and not in a thread. */
const fromForm = (event: EventOf<"techClaimed"> | EventOf<"techReturned">) =>
  ({ format: [], by: nameOf(event), message: null, mention: null }) as const;

export const techHandoff = {
  commands: {
    askTech: { permission: support, decide: ({ ticket, command, desk }) => askTech(ticket, command, desk) },
    claimTech: {
      permission: techTeam,
      decide: ({ ticket, command, principal, desk }) => claimTech(ticket, command, principal, desk),
    },
    commentAsTech: {
      permission: everyStaff,
      decide: ({ ticket, messages, command }) => commentAsTech(ticket, messages, command),
    },
    returnTech: { permission: techTeam, decide: ({ ticket, command }) => returnTech(ticket, command) },
  },
  events: {
    techAsked: {
      rehearsed: ({ ticket, event, desk }) => ({ ...event, clocks: whenAskedTech(ticket, desk, event.at) }),
      evolve: (ticket, event) => ({
        tech: { need: event.need, by: nameOf(event), at: event.at, takenBy: null, end: null },
        ...withSla(ticket, { clocks: changed(ticket.sla.clocks, event.clocks) }),
      }),
      effects: (event) => {
        const message = { type: "toTech", what: "request", text: event.need, by: nameOf(event) } as const;
        return [{ type: "placeTech" }, refreshCards, toInternal(message), toTech(message)];
      },
    },
    techMessaged: {
      evolve: () => ({}),
      effects: (event) => {
        const message = { type: "toTech", what: "message", text: event.text, by: nameOf(event) } as const;
        return [toInternal(message), toTech(message)];
      },
    },
    techClaimed: {
      evolve: ({ tech }, { person }) => (tech === null ? {} : { tech: { ...tech, takenBy: person } }),
      effects: (event) => [
        refreshCards,
        toInternal({ type: "fromTech", what: "claimed", text: "", ...fromForm(event) }),
      ],
    },
    techCommented: {
      evolve: () => ({}),
      // Staff wrote it in an internal thread, as a note.
      messages: (messages, event) => withWritten(messages, { ...event, type: "noted" }, event.at, null),
      effects: (event) => [
        toInternal({
          type: "fromTech",
          what: "commented",
          ...textOf(event),
          by: nameOf(event),
          message: event.message,
          mention: null,
        }),
      ],
    },
    techReturned: {
      evolve: (ticket, { at, done }) => ({
        tech: techEnded(ticket, at, done ? "done" : "returned"),
        ...withSla(ticket, { clocks: resumedResolution(ticket, at) }),
      }),
      effects: (event) => {
        const what = event.done ? "done" : "returned";
        return [refreshCards, toInternal({ type: "fromTech", what, text: event.findings, ...fromForm(event) })];
      },
    },
  },
} satisfies FeatureRules<TechCommand, TechEvent>;

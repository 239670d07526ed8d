import { sourceKey } from "../../tickets/conversation-place.ts";
import { carried, countedInThread } from "../../tickets/files/carried-files.ts";
import { everyone, support, type FeatureReads, type FeatureRules } from "../../tickets/rules.ts";
import { refreshCards, toInternal } from "../../tickets/effect.ts";
import { openedFrom, withImported } from "../../tickets/thread/thread-messages.ts";
import { threadImported } from "./evolve-opening.ts";
import { deskFor } from "../../tickets/clocks/consulting-desk.ts";
import { whenOpened } from "../../tickets/clocks/clock-changes.ts";
import type { OpenCommand, OpenEvent } from "./messages.ts";
import { openTicket } from "./open-ticket.ts";
import { opened } from "./opened.ts";

export const open = {
  /** `openFor`: to open a ticket for a contact, who becomes its requester. */
  reads: { openFor: support },
  commands: {
    open: {
      permission: everyone,
      countsAs: "tickets",
      decide: openTicket,
    },
  },
  events: {
    opened: {
      countedFiles: ({ openingMessage }) => openingMessage?.files ?? [],
      evolve: (_, event) => opened(event),
      messages: (_, event) => openedFrom(event),
      rehearsed: ({ event, desk }) => ({
        ...event,
        clocks: whenOpened(
          {
            desk: deskFor(event.kind, desk),
            account: event.account === null ? null : (desk.accounts[event.account] ?? null),
            severity: event.severity,
          },
          event.at,
        ),
      }),
      effects: ({ conversation, openingMessage }) => [
        { type: "placeTriage" },
        { type: "placeConversation", place: conversation },
        ...(openingMessage === null ? [] : carried({ ...openingMessage, by: openingMessage.by.name }).map(toInternal)),
      ],
    },
    threadImported: {
      countedFiles: ({ messages: imported }) => countedInThread(imported),
      evolve: threadImported,
      messages: (messages, { messages: imported }) => withImported(messages, imported),
      effects: ({ messages: imported, more }, ticket) => {
        const message = ticket.source === null ? null : sourceKey(ticket.source);
        return [
          refreshCards,
          toInternal({ type: "threadImported", message, messages: imported, more }),
          ...imported.flatMap(carried).map(toInternal),
        ];
      },
    },
  },
} satisfies FeatureReads & FeatureRules<OpenCommand, OpenEvent>;

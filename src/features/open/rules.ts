import { sourceKey } from "../../tickets/conversation-place.ts";
import { carried, countedInThread } from "../../tickets/files/carried-files.ts";
import { everyone, type FeatureRules } from "../../tickets/rules.ts";
import { refreshCards, toInternal } from "../../tickets/send.ts";
import { openedFrom, withImported } from "../../tickets/thread/thread-messages.ts";
import { threadImported } from "./evolve-opening.ts";
import type { OpenCommand, OpenEvent } from "./messages.ts";
import { openTicket } from "./open-ticket.ts";
import { opened } from "./opened.ts";

export const open = {
  commands: {
    open: {
      permission: everyone,
      countsAs: "tickets",
      decide: openTicket,
    },
  },
  events: {
    opened: {
      countedFiles: ({ wrote }) => wrote?.files ?? [],
      evolve: (_, event) => opened(event),
      messages: (_, event) => openedFrom(event),
      effects: ({ conversation, wrote }) => [
        { type: "placeTriage" },
        { type: "placeConversation", place: conversation },
        ...(wrote === undefined ? [] : carried({ ...wrote, by: wrote.by.name }).map(toInternal)),
      ],
    },
    threadImported: {
      countedFiles: ({ words }) => countedInThread(words),
      evolve: threadImported,
      messages: (messages, { words }) => withImported(messages, words),
      effects: ({ words, more }, ticket) => {
        const source = ticket.source === null ? {} : { message: sourceKey(ticket.source) };
        return [
          refreshCards,
          toInternal({ type: "threadImported", ...source, words, more }),
          ...words.flatMap(carried).map(toInternal),
        ];
      },
    },
  },
} satisfies FeatureRules<OpenCommand, OpenEvent>;

import { ticketName } from "../../tickets/ticket.ts";
import { nameOf } from "../../i18n/directory.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { sayIn } from "../../i18n/say.ts";
import { strong } from "../../i18n/spans.ts";
import {
  messageInLine,
  type NotificationCards,
  type HistoryLines,
  type DoneSentences,
} from "../../cards/feature-views.ts";
import type { NoteEvent, NoteNotification, NoteCommand } from "./messages.ts";

export const history = {
  noted: (event, { viewer }) => sayIn(viewer.locale)("history.noted", { text: messageInLine(event, viewer) }),
} satisfies HistoryLines<NoteEvent["type"]>;

export const cards = {
  note: ({ by, text }, { ticket, desk, viewer }) => {
    const say = sayIn(viewer.locale);
    const name = nameOf(desk, by);
    return {
      summary: say("message.noteSummary", { name, ticket: ticketName(ticket.number), text: oneLine(text, 120) }),
      parts: [
        { part: "text", lines: [[strong(say("message.noted", { name }))]] },
        { part: "quote", text },
      ],
    };
  },
} satisfies NotificationCards<NoteNotification["type"]>;

export const done = {
  note: ({ say, name }) => say("done.noted", { ticket: name }),
} satisfies DoneSentences<NoteCommand["type"]>;

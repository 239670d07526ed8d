import { encodeAction } from "../chat/action.ts";
import type { Button, CardPart } from "../chat/card.ts";
import type { Desk } from "../domain/desk.ts";
import type { Standing } from "../domain/may.ts";
import type { Event } from "../domain/messages.ts";
import type { Ticket } from "../domain/ticket.ts";
import { quotePart } from "./quote-part.ts";
import type { Reader } from "./reader.ts";
import { faint, moment, plain, strong } from "./spans.ts";
import { transcriptOf, type TranscriptEntry } from "./transcript.ts";
import { sayIn, type Say } from "./words/say.ts";

/** How many messages a page of a conversation has, and how much of each is shown. */
const onePage = 5;
const shownOfEach = 400;

/** The facts of a ticket, and which page of its conversation is wished for; 0 is the latest. */
export interface Conversation {
  readonly events: readonly Event[];
  readonly page: number;
}

export const noConversation: Conversation = { events: [], page: 0 };

const messageParts = ({ who, at, side, words, files }: TranscriptEntry, say: Say): readonly CardPart[] => [
  {
    part: "text",
    lines: [
      [
        strong(who),
        plain(" · "),
        moment(at),
        ...(side === "internal" ? [faint(` · ${say("talk.internal")}`)] : []),
        ...files.map(({ name }) => plain(` · 📎 ${name}`)),
      ],
    ],
  },
  ...(words === null ? [] : [quotePart({ text: words }, shownOfEach)]),
];

/** What was said on a ticket, as far as this reader may read it, a page at a time, and a button for what was said before. */
export const lastMessages = (
  ticket: Ticket,
  { events, page }: Conversation,
  desk: Desk,
  is: Standing["is"],
  reader: Reader,
): { readonly parts: readonly CardPart[]; readonly buttons: readonly Button[] } => {
  const say = sayIn(reader.locale);
  const said = transcriptOf(ticket, events, desk, is, reader, ticket.openedAt).entries.filter(
    // The description stands above, in full.
    ({ kind, words, files }) => kind !== "opened" && (words !== null || files.length > 0),
  );
  const end = Math.max(0, said.length - page * onePage);
  const begin = Math.max(0, end - onePage);
  if (end === 0) return { parts: [], buttons: [] };
  const heading = say("talk.heading", { from: begin + 1, to: end, all: said.length });
  const earlier: Button = {
    action: encodeAction("show", ticket.number, String(page + 1)),
    label: say("talk.earlier", { count: begin }),
  };
  return {
    parts: [
      { part: "divider" },
      { part: "text", lines: [[strong(heading)]] },
      ...said.slice(begin, end).flatMap((entry) => messageParts(entry, say)),
    ],
    buttons: begin > 0 ? [earlier] : [],
  };
};

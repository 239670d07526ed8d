import { encodeAction } from "../../chat/action.ts";
import type { Button, CardPart } from "../../chat/card.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { quoteAndRest } from "../../cards/quote.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { dotted, faint, moment, plain, strong } from "../../i18n/spans.ts";
import type { TranscriptEntry } from "../transcript/index.ts";
import { sayIn, type Say } from "../../i18n/say.ts";
import { numberFormat } from "../../i18n/formats.ts";

/** The number of messages on a page of a conversation, and the length shown of each. */
export const messagesOnPage = 5;
const shownOfEach = 400;

/** A page of the messages that this viewer may read, oldest first; page 0 is the latest. */
export interface ShownConversation {
  readonly messages: readonly TranscriptEntry[];
  readonly page: number;
  /** How many messages come before the page. */
  readonly earlier: number;
  /** How many messages there are on all pages. */
  readonly all: number;
}

export const noConversation: ShownConversation = { messages: [], page: 0, earlier: 0, all: 0 };

/** One message; the hint below the page says where a long one can be read in full. */
const messageParts = (
  { who, at, side, text: words, cut, files }: TranscriptEntry,
  number: number,
  viewer: Viewer,
  say: Say,
): readonly CardPart[] => [
  {
    part: "text",
    lines: [
      dotted(
        [strong(who)],
        [moment(at)],
        side === "internal" ? [faint(say("messages.internal"))] : [],
        ...files.map(({ name }) => [plain(`📎 ${name}`)]),
      ),
    ],
  },
  ...(words === null ? [] : quoteAndRest({ text: words, cut: cut ?? 0 }, shownOfEach, number, viewer).parts),
];

/** A page of a conversation, a button for earlier messages, and the command for all of them. */
export const lastMessages = (
  { number }: Pick<Ticket, "number">,
  { messages, page, earlier: begin, all }: ShownConversation,
  viewer: Viewer,
): { readonly parts: readonly CardPart[]; readonly buttons: readonly Button[] } => {
  const say = sayIn(viewer.locale);
  const end = begin + messages.length;
  if (end === 0) return { parts: [], buttons: [] };
  const figures = numberFormat(viewer.locale);
  const heading = say("messages.heading", {
    from: figures.format(begin + 1),
    to: figures.format(end),
    all: figures.format(all),
  });
  const earlier: Button = {
    action: encodeAction("show", number, String(page + 1)),
    label: say("messages.earlier", { count: begin, messages: figures.format(begin) }),
  };
  const shown = messages.flatMap((entry) => messageParts(entry, number, viewer, say));
  const isCut = shown.some(({ part }) => part === "small");
  return {
    parts: [
      { part: "divider" },
      { part: "text", lines: [[strong(heading)]] },
      ...shown,
      ...(isCut || begin > 0
        ? [
            {
              part: "small",
              line: [faint(say("messages.allInFile", { number }))],
            } as const,
          ]
        : []),
    ],
    buttons: begin > 0 ? [earlier] : [],
  };
};

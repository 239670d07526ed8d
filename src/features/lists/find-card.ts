import { encodeAction } from "../../chat/action.ts";
import type { Button, Card, CardPart, Line, MessageRef } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import { excerptAround } from "../../i18n/excerpt-around.ts";
import { sayIn } from "../../i18n/say.ts";
import { faint, plain } from "../../i18n/spans.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { Principal } from "../../tickets/principal.ts";
import type { StoredTicket } from "../../tickets/ticket.ts";
import type { Stepwise } from "../history/index.ts";
import { openButtons, rowOrUnreadable } from "./list-card.ts";

/** The tickets that a search found. */
export interface ShownSearch {
  readonly words: string;
  readonly tickets: readonly StoredTicket[];
  /** What was written around the words, by number. */
  readonly excerpts: ReadonlyMap<number, string>;
  readonly places: ReadonlyMap<number, MessageRef>;
  /** Where the next page begins; null if this is the last. */
  readonly next: { readonly rank: number; readonly number: number } | null;
  readonly isFirst: boolean;
}

/** How many characters are looked through for the excerpts of one page. */
const mostCharacters = 400_000;

/**
 * What was written around the words, by number: in the description, else in the newest message that has one of them.
 * `texts` holds the newest messages of each ticket, as far as the viewer may read them.
 */
export function* excerptsOf(
  tickets: readonly StoredTicket[],
  texts: ReadonlyMap<number, readonly string[]>,
  words: string,
): Stepwise<ReadonlyMap<number, string>> {
  const excerpts = new Map<number, string>();
  let characters = 0;
  for (const ticket of tickets) {
    if (ticket.status === "unreadable") continue;
    for (const text of [ticket.description, ...(texts.get(ticket.number) ?? [])]) {
      characters += text.length;
      if (characters > mostCharacters) return excerpts;
      const excerpt = excerptAround(text, words);
      yield;
      if (excerpt === null) continue;
      excerpts.set(ticket.number, excerpt);
      break;
    }
  }
  return excerpts;
}

/**
 * The tickets that a search found, each with what was written around the words. The card quotes the words, so that its buttons
 * give them back.
 */
export const findCard = (
  { words, tickets, excerpts, places, next, isFirst }: ShownSearch,
  desk: Desk,
  is: Principal["is"],
  viewer: Viewer,
): Card => {
  const say = sayIn(viewer.locale);
  const rows = tickets.flatMap((ticket): readonly Line[] => {
    const excerpt = excerpts.get(ticket.number);
    const row = rowOrUnreadable(ticket, desk, { is, place: places.get(ticket.number) ?? null }, viewer);
    return excerpt === undefined ? [row] : [row, [faint(excerpt)]];
  });
  const pages: readonly Button[] = [
    ...(isFirst ? [] : [{ action: encodeAction("find"), label: say("find.first"), carries: words }]),
    ...(next === null
      ? []
      : [{ action: encodeAction("find", next.rank, next.number), label: say("list.next"), carries: words }]),
  ];
  const opensTicket: Button = { action: encodeAction("new"), label: say("form.ticketSubmit"), carries: words };
  const buttons = tickets.length === 0 ? [opensTicket] : pages;
  const heading = say("find.heading");
  return {
    summary: heading,
    parts: [
      { part: "heading", text: heading },
      { part: "quote", text: words },
      { part: "text", lines: rows.length === 0 ? [[plain(say("find.nothing"))]] : rows },
      ...openButtons(tickets, say),
      ...(buttons.length === 0 ? [] : [{ part: "buttons", label: say("list.pages"), buttons } satisfies CardPart]),
    ],
  };
};

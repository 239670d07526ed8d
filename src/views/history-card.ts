import type { Card, Line } from "../chat/card.ts";
import type { Desk } from "../domain/desk.ts";
import type { Event } from "../domain/messages.ts";
import type { Instant } from "../domain/refs.ts";
import { ticketName } from "../domain/ticket.ts";
import { eventWords } from "./event-words.ts";
import type { Reader } from "./reader.ts";
import { faint, moment, plain, strong } from "./spans.ts";
import { retold, ticketChanges } from "./ticket-changes.ts";
import { sayIn } from "./words/say.ts";

/** One fact of a ticket's history and the name of who made it; an empty name is the desk's own clock. */
export interface HistoryEntry {
  readonly at: Instant;
  readonly actor: string;
  readonly event: Event;
}

const entriesShown = 30;

const entryLine = (entry: HistoryEntry, changes: readonly string[], desk: Desk, reader: Reader): Line => [
  moment(entry.at),
  plain(" "),
  strong(entry.actor === "" ? sayIn(reader.locale)("history.clock") : entry.actor),
  plain(` ${eventWords(entry.event, desk, reader)}`),
  ...(changes.length === 0 ? [] : [faint(` · ${changes.join("; ")}`)]),
];

/** All that happened to a ticket, who did it and what it changed, oldest first; of a long history the newest part. For staff only. */
export const historyCard = (number: number, entries: readonly HistoryEntry[], desk: Desk, reader: Reader): Card => {
  const say = sayIn(reader.locale);
  const heading = say("history.heading", { ticket: ticketName(number) });
  const told = retold(entries.map(({ event }) => event));
  const lines = entries.map((entry, index) => {
    const found = told[index];
    return entryLine(entry, found === undefined ? [] : ticketChanges(found, desk, reader), desk, reader);
  });
  const shown = lines.slice(-entriesShown);
  const earlier = entries.length - shown.length;
  return {
    summary: heading,
    parts: [
      { part: "heading", text: heading },
      ...(earlier > 0 ? [{ part: "small", line: [faint(say("history.earlier", { count: earlier }))] } as const] : []),
      {
        part: "text",
        lines: shown.length === 0 ? [[plain(say("history.empty"))]] : shown,
      },
    ],
  };
};

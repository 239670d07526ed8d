import type { Card } from "../chat/card.ts";
import type { Desk } from "../domain/desk.ts";
import type { Standing } from "../domain/may.ts";
import type { Ticket } from "../domain/ticket.ts";
import type { Reader } from "./reader.ts";
import { faint, plain } from "./spans.ts";
import { ticketRow } from "./ticket-row.ts";
import { sayIn } from "./words/say.ts";

/** How many rows one card shows. */
const rowsShown = 20;

const named = (
  title: "mine" | "open" | "due" | "all" | "queue",
  tickets: readonly Ticket[],
  total: number,
  desk: Desk,
  is: Standing["is"],
  reader: Reader,
): Card => {
  const say = sayIn(reader.locale);
  const heading = say(`list.${title}`);
  const shown = tickets.slice(0, rowsShown);
  const more = total - shown.length;
  const rows = shown.map((ticket) => ticketRow(ticket, desk, is, reader));
  const empty = [[plain(say(title === "queue" ? "list.emptyQueue" : "list.empty"))]];
  return {
    summary: `${heading} (${total})`,
    parts: [
      { part: "heading", text: heading },
      { part: "text", lines: rows.length === 0 ? empty : rows },
      ...(more > 0 ? [{ part: "small", line: [plain(say("list.more", { count: more }))] } as const] : []),
      ...(rows.length > 0 ? [{ part: "small", line: [faint(say("list.hint"))] } as const] : []),
    ],
  };
};

/** Tickets of a list, in the order given; `total` counts those that were not fetched as well. */
export const listCard = (
  filter: "mine" | "open" | "due" | "all",
  tickets: readonly Ticket[],
  total: number,
  desk: Desk,
  is: Standing["is"],
  reader: Reader,
): Card => named(filter, tickets, total, desk, is, reader);

/** The staff's queue, soonest due first as given. */
export const queueCard = (tickets: readonly Ticket[], total: number, desk: Desk, reader: Reader): Card =>
  named("queue", tickets, total, desk, "staff", reader);

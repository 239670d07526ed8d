import type { Card, CardPart, Line } from "../chat/card.ts";
import type { ClockKind, Desk } from "../domain/desk.ts";
import { breach } from "../domain/ladder.ts";
import type { Standing } from "../domain/may.ts";
import type { Instant } from "../domain/refs.ts";
import { ticketName, type Ticket } from "../domain/ticket.ts";
import { momentWords } from "./moment-words.ts";
import type { Reader } from "./reader.ts";
import { faint, moment, plain, strong } from "./spans.ts";
import { ticketRow } from "./ticket-row.ts";
import { sayIn } from "./words/say.ts";

/** How many rows one card shows. */
const rowsShown = 20;

/** What is counted beyond this is "over 1,000": the total of a longer list is not known. */
const countedAtMost = 1_000;

/** One ticket that was stored wrongly must not hide the others: its row says that it cannot be shown. */
const rowOrRegret = (ticket: Ticket, desk: Desk, is: Standing["is"], reader: Reader): Line => {
  try {
    return ticketRow(ticket, desk, is, reader);
  } catch {
    return [strong(ticketName(ticket.number)), plain(` · ${sayIn(reader.locale)("list.unreadable")}`)];
  }
};

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
  const isOver = total > countedAtMost;
  const counted = new Intl.NumberFormat(reader.locale).format(Math.min(total, countedAtMost));
  const totalWords = isOver ? say("list.over", { total: counted }) : String(total);
  const more = total - shown.length;
  const rows = shown.map((ticket) => rowOrRegret(ticket, desk, is, reader));
  const empty = [[plain(say(title === "queue" ? "list.emptyQueue" : "list.empty"))]];
  return {
    summary: `${heading} (${totalWords})`,
    parts: [
      { part: "heading", text: heading },
      { part: "text", lines: rows.length === 0 ? empty : rows },
      ...(more > 0
        ? [
            {
              part: "small",
              line: [plain(isOver ? say("list.moreOfMany", { total: totalWords }) : say("list.more", { count: more }))],
            } as const,
          ]
        : []),
      ...(rows.length > 0 ? [{ part: "small", line: [faint(say("list.hint"))] } as const] : []),
    ],
  };
};

/** Tickets of a list, in the order given; `total` counts those that were not fetched as well, up to a bound. */
export const listCard = (
  filter: "mine" | "open" | "due" | "all",
  tickets: readonly Ticket[],
  total: number,
  desk: Desk,
  is: Standing["is"],
  reader: Reader,
): Card => named(filter, tickets, total, desk, is, reader);

/** A reminder step that reached nobody; `trying`: it is still on its way. */
export interface Unreached {
  readonly ticket: number;
  readonly clock: ClockKind;
  readonly step: number;
  readonly at: Instant;
  readonly trying: boolean;
}

const unreachedPart = (unreached: readonly Unreached[], reader: Reader): readonly CardPart[] => {
  const say = sayIn(reader.locale);
  const share = new Intl.NumberFormat(reader.locale, { style: "percent" });
  const lines = unreached.slice(0, rowsShown).map(({ ticket, clock, step, at, trying }): Line => [
    plain(
      say("list.unreachedStep", {
        ticket: ticketName(ticket),
        clock: say(`clock.${clock}`),
        share: share.format(step / breach),
      }),
    ),
    moment(at),
    ...(trying ? [plain(say("list.unreachedYet"))] : []),
  ]);
  return lines.length === 0 ? [] : [{ part: "text", lines: [[strong(`⚠ ${say("list.unreached")}`)], ...lines] }];
};

const awayPart = (desk: Desk, now: Instant, reader: Reader): readonly CardPart[] => {
  const lines = Object.values(desk.people).flatMap(({ name, outUntil }): readonly Line[] =>
    outUntil === null || outUntil <= now
      ? []
      : [[plain(sayIn(reader.locale)("list.away", { name, until: momentWords(outUntil, reader) }))]],
  );
  return lines.length === 0 ? [] : [{ part: "text", lines }];
};

/** The staff's queue, soonest due first as given; above it what needs somebody: reminders that reached nobody, and who is out. */
export const queueCard = (
  tickets: readonly Ticket[],
  total: number,
  unreached: readonly Unreached[],
  desk: Desk,
  reader: Reader,
  now: Instant,
): Card => {
  const card = named("queue", tickets, total, desk, "staff", reader);
  const [heading, ...rest] = card.parts;
  return {
    ...card,
    parts: [
      ...(heading === undefined ? [] : [heading]),
      ...unreachedPart(unreached, reader),
      ...rest,
      ...awayPart(desk, now, reader),
    ],
  };
};

import { numberText } from "../../i18n/languages.ts";
import { rich } from "../../i18n/rich.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Card, Line } from "../../chat/card.ts";
import type { Event, EventType, StoredEvent } from "../../tickets/messages.ts";
import { ticketName } from "../../tickets/ticket.ts";
import type { TextContext } from "../../i18n/viewer.ts";
import { dotted, faint, moment, plain, strong } from "../../i18n/spans.ts";
import { changeSteps, ticketChanges, atOnce, type ChunkedWork } from "./ticket-changes.ts";
import { sayIn } from "../../i18n/say.ts";
import { historyLines } from "../surface.ts";
import type { HistoryLine } from "../../cards/feature-views.ts";

const lineFor = <Type extends EventType>(type: Type): HistoryLine<Type> => historyLines[type];

/** What happened, written after the name of the person who acted. */
export const historyLine = (event: Event, context: TextContext): string => lineFor(event.type)(event, context);

/** One event of a ticket and the name of its author; an empty name means the clock. A damaged event has no author. */
export interface HistoryEntry {
  readonly at: Instant;
  readonly actor: string;
  readonly event: StoredEvent;
}

const entriesShown = 30;

const entryLine = (entry: HistoryEntry, changes: readonly string[], context: TextContext): Line => {
  const say = sayIn(context.viewer.locale);
  if (entry.event.type === "unreadable") return dotted([moment(entry.at)], [faint(say("history.unreadable"))]);
  const line = rich(say, "history.line", {
    at: moment(entry.at),
    name: strong(entry.actor === "" ? say("history.clock") : entry.actor),
    what: historyLine(entry.event, context),
  });
  return dotted(line, changes.length === 0 ? [] : [faint(changes.join("; "))]);
};

/**
 * The events of a ticket with their authors and changes, oldest first. Of a long history it shows the newest part and
 * the command for all of it. One step per event. For staff only.
 */
export function* historySteps(
  number: number,
  entries: readonly HistoryEntry[],
  context: TextContext,
): ChunkedWork<Card> {
  const { desk, viewer } = context;
  const say = sayIn(viewer.locale);
  const heading = say("history.heading", { ticket: ticketName(number) });
  const earlier = Math.max(0, entries.length - entriesShown);
  const shown: Line[] = [];
  let at = 0;
  for (const change of changeSteps(entries.map(({ event }) => event))) {
    const entry = entries[at];
    if (at >= earlier && entry !== undefined)
      shown.push(entryLine(entry, ticketChanges(change, desk, viewer), context));
    at += 1;
    yield;
  }
  const counted = numberText(earlier, viewer.locale);
  const leftOut = `${say("history.earlier", { count: earlier, entries: counted })} · ${say("messages.allInFile", { number })}`;
  return {
    summary: heading,
    parts: [
      { part: "heading", text: heading },
      ...(earlier > 0 ? [{ part: "small", line: [faint(leftOut)] } as const] : []),
      {
        part: "text",
        lines: shown.length === 0 ? [[plain(say("history.empty"))]] : shown,
      },
    ],
  };
}

/** The same in one go. */
export const historyCard = (number: number, entries: readonly HistoryEntry[], context: TextContext): Card =>
  atOnce(historySteps(number, entries, context));

import { numberText } from "../../i18n/languages.ts";
import type { ClockKind } from "../../sla/clock-kinds.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Card, CardPart, Line, MessageRef } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import { breach } from "../../tickets/clocks/ladder.ts";
import type { Principal } from "../../tickets/principal.ts";
import { ticketName, type StoredTicket } from "../../tickets/ticket.ts";
import { encodeAction, maxActionLength } from "../../chat/action.ts";
import {
  countedAtMost,
  dueSoonMs,
  lastListPage,
  listPageSize,
  listFilterText,
  listPlaceAt,
  type ListFilter,
} from "../../tickets/list-filter.ts";
import { momentText } from "../../i18n/moment-text.ts";
import type { TextContext, Viewer } from "../../i18n/viewer.ts";
import { rich } from "../../i18n/rich.ts";
import { dotted, faint, moment, plain, strong } from "../../i18n/spans.ts";
import { optionNames } from "../ticket-facts.ts";
import { ticketRow } from "./ticket-row.ts";
import { nameOf } from "../../i18n/directory.ts";
import { sayIn, type Say } from "../../i18n/say.ts";
import { numberFormat } from "../../i18n/formats.ts";

/** One card shows at most this many undelivered reminders. */
const unreachedShown = 20;

/** A page of a list: its tickets, the total (up to a bound), and where each ticket can be opened. */
export interface ShownList {
  readonly filter: ListFilter;
  readonly tickets: readonly StoredTicket[];
  readonly total: number;
  /** Whether more tickets follow. */
  readonly more: boolean;
  readonly places: ReadonlyMap<number, MessageRef>;
}

/** One unreadable ticket must not hide the others: its row says that it cannot be shown. */
export const rowOrUnreadable = (
  ticket: StoredTicket,
  desk: Desk,
  shown: { readonly is: Principal["is"]; readonly place: MessageRef | null },
  viewer: Viewer,
): Line => {
  const unreadableRow: Line = dotted(
    [strong(ticketName(ticket.number))],
    [plain(sayIn(viewer.locale)("list.unreadable"))],
  );
  if (ticket.status === "unreadable") return unreadableRow;
  try {
    return ticketRow(ticket, desk, shown, viewer);
  } catch {
    return unreadableRow;
  }
};

/** The list's name, and its filters. */
const headingOf = (title: "queue" | "list", filter: ListFilter, { desk, viewer }: TextContext): string => {
  const say = sayIn(viewer.locale);
  const which = title === "queue" && filter.which === "open" ? "queue" : filter.which;
  return [
    which === "due" ? say("list.due", { hours: dueSoonMs / 3_600_000 }) : say(`list.${which}`),
    ...(filter.account === null ? [] : [desk.accounts[filter.account]?.name ?? filter.account]),
    ...(filter.person === null ? [] : [nameOf(desk, filter.person)]),
    ...(filter.severity === null ? [] : [say(`severityLabel.${filter.severity}`)]),
    ...optionNames(filter.facts, { desk, viewer }),
    ...(filter.unassigned ? [say("triage.unassigned")] : []),
    ...(filter.tech ? [say("list.withTech")] : []),
  ].join(" · ");
};

/**
 * Buttons to the neighbouring pages. They name the ticket at which the page begins, so that tickets which close meanwhile move
 * none. If a filter is too long for a button, the hint says what to type.
 */
const pageButtons = (title: "queue" | "list", { filter, tickets, more }: ShownList, say: Say): readonly CardPart[] => {
  const buttons = (
    [
      [filter.page > 1, filter.page - 1, "before", "list.previous"],
      [more, filter.page + 1, "after", "list.next"],
    ] as const
  ).flatMap(([isThere, page, side, label]) => {
    const filterText = listFilterText({ ...filter, page, place: listPlaceAt(side, tickets) });
    const fits = [title, ...filterText].join(" ").length <= maxActionLength;
    return isThere && fits ? [{ action: encodeAction(title, ...filterText), label: say(label) }] : [];
  });
  return buttons.length === 0 ? [] : [{ part: "buttons", label: say("list.pages"), buttons }];
};

/** A button for each ticket that can be read: it shows the ticket. */
export const openButtons = (tickets: readonly StoredTicket[], say: Say): readonly CardPart[] => {
  const buttons = tickets.flatMap(({ number, status }) =>
    status === "unreadable"
      ? []
      : [{ action: encodeAction("show", number, 0), label: say("list.openTicket", { ticket: ticketName(number) }) }],
  );
  return buttons.length === 0 ? [] : [{ part: "buttons", label: say("list.openTickets"), buttons }];
};

/** The page, the number of pages, and the number of tickets. */
const countPart = (
  { filter: { page }, tickets, total, more }: ShownList,
  counted: number,
  viewer: Viewer,
): readonly CardPart[] => {
  const say = sayIn(viewer.locale);
  if (tickets.length === total) return [];
  // Tickets that closed meanwhile leave fewer pages than this one's number says.
  const pages = Math.max(counted, page + (more ? 1 : 0));
  const isOver = total > countedAtMost;
  const most = numberText(countedAtMost, viewer.locale);
  const text = isOver ? say("list.pageOfMany", { page, total: most }) : say("list.page", { page, pages, total });
  return [{ part: "small", line: [plain(text)] }];
};

const named = (
  title: "queue" | "list",
  {
    shown,
    desk,
    is,
    viewer,
  }: { readonly shown: ShownList; readonly desk: Desk; readonly is: Principal["is"]; readonly viewer: Viewer },
): Card => {
  const say = sayIn(viewer.locale);
  const { filter, total, places } = shown;
  const tickets = shown.tickets.slice(0, listPageSize);
  const heading = headingOf(title, filter, { desk, viewer });
  const isOver = total > countedAtMost;
  const counted = numberText(Math.min(total, countedAtMost), viewer.locale);
  const pages = isOver ? lastListPage : Math.max(1, Math.ceil(total / listPageSize));
  const rows = tickets.map((ticket) =>
    rowOrUnreadable(ticket, desk, { is, place: places.get(ticket.number) ?? null }, viewer),
  );
  const isWholeQueue = title === "queue" && listFilterText({ ...filter, page: 1 }).join(" ") === "open";
  const empty = [[plain(say(isWholeQueue ? "list.emptyQueue" : "list.empty"))]];
  return {
    summary: `${heading} (${isOver ? say("list.over", { total: counted }) : counted})`,
    parts: [
      { part: "heading", text: heading },
      { part: "text", lines: rows.length === 0 ? empty : rows },
      ...countPart(shown, pages, viewer),
      ...openButtons(tickets, say),
      ...pageButtons(title, shown, say),
      ...(rows.length > 0
        ? [{ part: "small", line: [faint(say(is === "staff" ? "list.hintStaff" : "list.hint"))] } as const]
        : []),
    ],
  };
};

/** A page of a list, its tickets in the given order. */
export const listCard = (shown: ShownList, desk: Desk, is: Principal["is"], viewer: Viewer): Card =>
  named("list", { shown, desk, is, viewer });

/** A reminder step that reached no person. `trying`: Plazo still tries to deliver it. */
export interface UnreachedReminder {
  readonly ticket: number;
  readonly clock: ClockKind;
  readonly step: number;
  readonly at: Instant;
  readonly trying: boolean;
}

const unreachedPart = (unreached: readonly UnreachedReminder[], viewer: Viewer): readonly CardPart[] => {
  const say = sayIn(viewer.locale);
  const share = numberFormat(viewer.locale, { style: "percent" });
  const lines = unreached.slice(0, unreachedShown).map(({ ticket, clock, step, at, trying }): Line => {
    const what = { ticket: ticketName(ticket), clock: say(`clock.${clock}`), share: share.format(step / breach) };
    const line = rich(say, "list.unreachedStep", { ...what, at: moment(at) });
    return dotted(line, trying ? [plain(say("list.unreachedYet"))] : []);
  });
  return lines.length === 0 ? [] : [{ part: "text", lines: [[strong(`⚠ ${say("list.unreached")}`)], ...lines] }];
};

/** A line for each person who is out. */
export const awayLines = (desk: Desk, now: Instant, viewer: Viewer): readonly Line[] =>
  Object.values(desk.people).flatMap(({ name, outUntil }): readonly Line[] =>
    outUntil === null || outUntil <= now
      ? []
      : [[plain(sayIn(viewer.locale)("list.away", { name, until: momentText(outUntil, viewer) }))]],
  );

const awayPart = (desk: Desk, now: Instant, viewer: Viewer): readonly CardPart[] => {
  const lines = awayLines(desk, now, viewer);
  return lines.length === 0 ? [] : [{ part: "text", lines }];
};

/** The staff's queue in the given order. Above it: undelivered reminders; below it: who is out. */
export const queueCard = (
  { unreached, ...shown }: ShownList & { readonly unreached: readonly UnreachedReminder[] },
  desk: Desk,
  viewer: Viewer,
  now: Instant,
): Card => {
  const card = named("queue", { shown, desk, is: "staff", viewer });
  const [heading, ...rest] = card.parts;
  return {
    ...card,
    parts: [
      ...(heading === undefined ? [] : [heading]),
      ...unreachedPart(unreached, viewer),
      ...rest,
      ...awayPart(desk, now, viewer),
    ],
  };
};

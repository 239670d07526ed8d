import type { Instant } from "../../sla/instant.ts";
import { createDeskCache } from "../../tickets/execute/desk-cache.ts";
import { execute } from "../../tickets/execute/execute.ts";
import {
  eventsOfReplan,
  movesOf,
  openTickets,
  replanCommand,
  type TargetMove,
} from "../../tickets/execute/replan-open.ts";
import type { DatabaseHandle } from "../../db/connection/handle.ts";
import { deskOf } from "../../desk/desk-of.ts";
import { type Desk } from "../../desk/desk.ts";
import { ticketName, type Ticket } from "../../tickets/ticket.ts";
import { momentText } from "../../i18n/moment-text.ts";
import { sayIn } from "../../i18n/say.ts";

/** One line for a target of a replanned ticket. */
const lineOf = (ticket: Ticket, { clock, before, after }: TargetMove, desk: Desk): string => {
  const due = (at: Instant): string => momentText(at, { locale: "en", timezone: desk.timezone });
  const name = ticket.account === null ? "account unknown" : (desk.accounts[ticket.account]?.name ?? ticket.account);
  const what = `${ticketName(ticket.number)} (${name}) ${sayIn("en")(`clock.${clock}`)}`;
  if (before === null) return `${what}: new target, due ${after === null ? "" : due(after)}`;
  if (after === null) return `${what}: due ${due(before)}, no longer a target`;
  return before === after
    ? `${what}: stays due ${due(after)}, with new terms`
    : `${what}: due ${due(before)} → ${due(after)}`;
};

/**
 * Makes the targets of open tickets follow the desk in force. Without `apply` it only says what would move: a line for
 * each target, then the total.
 */
export const replan = async (database: DatabaseHandle, now: Instant, apply: boolean): Promise<readonly string[]> => {
  const cache = createDeskCache(deskOf);
  const desk = await cache.read(database.db);
  const { count, tickets } = await openTickets(database);
  const lines: string[] = [];
  let moved = 0;
  let unread = 0;
  for await (const { ticket, pauses } of tickets) {
    if (ticket.status === "unreadable") {
      unread += 1;
      continue;
    }
    const command = replanCommand(now);
    const outcome = apply
      ? await execute({ database, desk: cache }, { key: null, number: ticket.number, command })
      : { ok: true, events: eventsOfReplan({ ticket, pauses }, desk, now) };
    if (!outcome.ok || outcome.events.length === 0) continue;
    moved += 1;
    for (const move of movesOf(ticket, outcome.events)) lines.push(lineOf(ticket, move, desk));
  }
  const sum = `${moved} of ${count} open tickets`;
  const left = unread === 0 ? [] : [`${unread} of ${count} open tickets cannot be read, and keep their targets.`];
  if (moved === 0 && unread === 0) return [`No target moves: all ${count} open tickets follow the desk as it is.`];
  if (moved === 0) return [`No target moves: ${count - unread} open tickets follow the desk as it is.`, ...left];
  return [
    `Times are in ${desk.timezone}.`,
    ...lines,
    apply ? `${sum} follow the desk as it is now.` : `${sum} would change. Put it in force with --apply.`,
    ...left,
  ];
};

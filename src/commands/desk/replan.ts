import { allClockKinds } from "../../sla/clock-kinds.ts";
import type { Instant } from "../../sla/instant.ts";
import { createDeskCache } from "../../tickets/execute/desk-cache.ts";
import { execute } from "../../tickets/execute/execute.ts";
import type { DatabaseHandle } from "../../db/connection/handle.ts";
import { openTicketNumbers } from "../../db/ticket-lists.ts";
import { readPauses } from "../../db/pause-store.ts";
import { readable } from "../../db/ticket-row.ts";
import { readTickets } from "../../db/ticket-store.ts";
import { deskOf } from "../../desk/desk-of.ts";
import { decide } from "../../tickets/decide.ts";
import { type Desk } from "../../desk/desk.ts";
import type { Event } from "../../tickets/messages.ts";
import { runningClocks } from "../../tickets/clocks/plan.ts";

import { ticketName, type Ticket } from "../../tickets/ticket.ts";
import { momentText } from "../../i18n/moment-text.ts";
import { sayIn } from "../../i18n/say.ts";

/** How many tickets are read at once, because a desk may have more open than fit in memory. */
const atOnce = 500;

/** One line for each target of a replanned ticket. */
const movesOf = (ticket: Ticket, event: Extract<Event, { type: "replanned" }>, desk: Desk): readonly string[] => {
  const say = sayIn("en");
  const due = (at: Instant): string => momentText(at, { locale: "en", timezone: desk.timezone });
  const { retargeted, started } = event.clocks;
  const changed = allClockKinds.flatMap((kind) => {
    const target = retargeted[kind];
    const before = runningClocks(ticket).find((clock) => clock.kind === kind)?.target;
    if (target === undefined || before === undefined) return [];
    if (target === null) return [`${say(`clock.${kind}`)}: due ${due(before.due)}, no longer a target`];
    return target.due === before.due
      ? [`${say(`clock.${kind}`)}: stays due ${due(target.due)}, with new terms`]
      : [`${say(`clock.${kind}`)}: due ${due(before.due)} → ${due(target.due)}`];
  });
  const added = started.map(({ kind, target }) => `${say(`clock.${kind}`)}: new target, due ${due(target.due)}`);
  const name = ticket.account === null ? "account unknown" : (desk.accounts[ticket.account]?.name ?? ticket.account);
  return [...changed, ...added].map((move) => `${ticketName(ticket.number)} (${name}) ${move}`);
};

/** Yields these tickets in this order. */
async function* ticketsOf({ db }: DatabaseHandle, numbers: readonly number[]): AsyncGenerator<Ticket, void> {
  for (let from = 0; from < numbers.length; from += atOnce) {
    const some = numbers.slice(from, from + atOnce);
    const found = await readTickets(db, some);
    yield* some.flatMap((number) => found.get(number) ?? []).map(readable);
  }
}

/**
 * Makes the targets of open tickets follow the desk in force. Without `apply` it only says what would move: a line for
 * each target, then the total.
 */
export const replan = async (database: DatabaseHandle, now: Instant, apply: boolean): Promise<readonly string[]> => {
  const cache = createDeskCache(deskOf);
  const desk = await cache.read(database.db);
  const numbers = await openTicketNumbers(database.db);
  const command = { type: "replan", by: { kind: "clock" }, at: now } as const;
  const lines: string[] = [];
  let moved = 0;
  for await (const ticket of ticketsOf(database, numbers)) {
    const outcome = apply
      ? await execute({ database, desk: cache }, { key: null, number: ticket.number, command })
      : decide(
          { ticket, messages: [], unanswered: [], pauses: await readPauses(database.db, ticket.number) },
          command,
          desk,
        );
    if (!outcome.ok) continue;
    moved += 1;
    for (const event of outcome.events) if (event.type === "replanned") lines.push(...movesOf(ticket, event, desk));
  }
  const sum = `${moved} of ${numbers.length} open tickets`;
  if (moved === 0) return [`No target moves: all ${numbers.length} open tickets follow the desk as it is.`];
  return [
    `Times are in ${desk.timezone}.`,
    ...lines,
    apply ? `${sum} follow the desk as it is now.` : `${sum} would change. Put it in force with --apply.`,
  ];
};

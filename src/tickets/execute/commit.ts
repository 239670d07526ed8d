import { sourceKey } from "../conversation-place.ts";
import type { Instant } from "../../sla/instant.ts";
import { appendEvents, wipeOpening, wipeMessage } from "../../db/event-store.ts";
import { forgetFiles } from "../../db/delivery/file-store.ts";
import type { Tx } from "../../db/connection/handle.ts";
import { wipeOutbox, wipeImported } from "../../db/delivery/outbox-store.ts";
import { writeMessages } from "../../db/messages/message-store.ts";
import { syncReminders, setReminderStatus, type ReminderUpdate } from "../../db/reminder-store.ts";
import { insertTicket, updateTickets } from "../../db/ticket-store.ts";
import type { Desk } from "../../desk/desk.ts";
import { evolve } from "../evolve.ts";
import type { Event } from "../messages.ts";
import { plan } from "../clocks/plan.ts";
import type { Ticket, TicketState } from "../ticket.ts";
import { applyEffects } from "./apply-effects.ts";

/** An event, and the ticket after it with the messages at hand. */
interface Step extends TicketState {
  readonly event: Event;
}

/** What is to be written about one ticket; no steps where only its reminder rows were behind. */
export interface Committed {
  readonly before: TicketState | null;
  readonly after: TicketState;
  readonly steps: readonly Step[];
}

/** The ticket after each of these events. */
export const follow = (before: TicketState | null, events: readonly Event[]): readonly Step[] => {
  const steps: Step[] = [];
  for (const event of events) steps.push({ event, ...evolve(steps.at(-1) ?? before, event) });
  return steps;
};

/**
 * Tickets, messages, events, reminders and effects, all or nothing. The tickets' locks must be held; everything happened at
 * `at`. False where a ticket was opened from the same message meanwhile: the transaction must be given up.
 */
export const commit = async (tx: Tx, all: readonly Committed[], desk: Desk, at: Instant): Promise<boolean> => {
  const changed = all.filter(({ steps }) => steps.length > 0);
  for (const { before, after } of changed) if (before === null && !(await insertTicket(tx, after.ticket))) return false;
  await updateTickets(
    tx,
    changed.flatMap(({ before, after }) => (before === null ? [] : [{ before: before.ticket, after: after.ticket }])),
  );
  for (const { before, after } of changed)
    await writeMessages(tx, after.ticket.number, before?.messages ?? [], after.messages);
  const steps = changed.flatMap((each) => each.steps);
  const ids = await appendEvents(
    tx,
    steps.map(({ event, ticket }) => ({ ticket: ticket.number, event })),
  );
  for (const { event, ticket } of steps)
    if (event.type === "fallbackTaken" && event.next === null)
      await setReminderStatus(tx, {
        steps: [{ ticket: ticket.number, key: event.failed }],
        from: ["sending"],
        to: "failed",
        now: at,
      });
  for (const { event, ticket } of steps)
    if (event.type === "messageDeleted" && event.kept !== true) await wipe(tx, event, ticket);
  const facts = steps.map((step, index) => ({ ...step, id: ids[index] ?? 0 }));
  await applyEffects(tx, facts, desk, at);
  await syncReminders(tx, all.map(outlook), at);
  return true;
};

/** Who takes words back takes them from our memory too: neither history nor transcript can show them again. */
const wipe = async (
  tx: Tx,
  { message, wipes = [] }: Extract<Event, { type: "messageDeleted" }>,
  { number, source }: Ticket,
): Promise<void> => {
  await wipeMessage(tx, message);
  await wipeOutbox(tx, message);
  await wipeOpening(tx, number, message, wipes);
  if (source !== null) await wipeImported(tx, sourceKey(source), message);
  await forgetFiles(tx, message);
};

/** What a ticket's reminder rows are to say from now on. */
const outlook = ({ after, steps }: Committed): ReminderUpdate => ({
  ticket: after.ticket.number,
  plan: plan(after.ticket),
  gone: steps.at(-1)?.event.type === "acknowledged" ? "acknowledged" : "cancelled",
  settled: steps.flatMap(({ event }) =>
    event.type === "reminded"
      ? [
          // Where nobody is to be told, all is done.
          { key: event, status: event.notices.length === 0 ? ("sent" as const) : ("sending" as const) },
          ...event.overtaken.map((step) => ({ key: { ...event, step }, status: "overtaken" as const })),
        ]
      : [],
  ),
});

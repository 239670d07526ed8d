import { sourceKey } from "../conversation-place.ts";
import type { Instant } from "../../sla/instant.ts";
import { appendEvents, eraseOpening, eraseMessage } from "../../db/event-store.ts";
import { touchCollectedOf } from "../../db/collected-store.ts";
import { forgetFiles } from "../../db/delivery/file-store.ts";
import type { Tx } from "../../db/connection/handle.ts";
import { eraseInOutbox, eraseImported } from "../../db/delivery/sent-messages.ts";
import { writeMessages } from "../../db/messages/message-store.ts";
import { addPauses } from "../../db/pause-store.ts";
import { writeUnanswered } from "../../db/unanswered-store.ts";
import { syncReminders, setReminderStatus, type ReminderUpdate } from "../../db/reminder-store.ts";
import { insertTicket, updateTickets } from "../../db/ticket-store.ts";
import type { Desk } from "../../desk/desk.ts";
import type { OutcomeChange } from "../clocks/outcomes.ts";
import { endedPause } from "../clocks/pauses.ts";
import { evolve, unansweredChanges } from "../evolve.ts";
import type { Event } from "../messages.ts";
import { plan } from "../clocks/plan.ts";
import type { Ticket, TicketState } from "../ticket.ts";
import { applyEffects } from "./apply-effects.ts";
import { recordOutcomes, type EventOnTicket } from "./outcomes/record-outcomes.ts";

/** An event, and the ticket after it with the messages at hand. */
interface Step extends TicketState {
  readonly event: Event;
}

/** What is to be written about one ticket. Without steps, only its reminder rows are out of date. */
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
 * Writes tickets, messages, events, reminders and effects in one transaction. The caller must hold the tickets' locks;
 * everything happened at `at`. Returns how clocks ended, or null if another transaction opened a ticket from the same message: the caller
 * must roll back.
 */
export const commit = async (
  tx: Tx,
  all: readonly Committed[],
  desk: Desk,
  at: Instant,
): Promise<readonly OutcomeChange[] | null> => {
  const changed = all.filter(({ steps }) => steps.length > 0);
  for (const { before, after } of changed) if (before === null && !(await insertTicket(tx, after.ticket))) return null;
  await updateTickets(
    tx,
    changed.flatMap(({ before, after }) => (before === null ? [] : [{ before: before.ticket, after: after.ticket }])),
  );
  for (const each of changed) await writeTables(tx, each);
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
    if (event.type === "messageDeleted" && !event.textKept) await erase(tx, event, ticket);
  const applied = steps.map((step, index) => ({ ...step, id: ids[index] ?? 0 }));
  const outcomes = await recordOutcomes(tx, changed.map(eventsOn(applied)));
  await applyEffects(tx, applied, desk, at);
  // A collected message names the titles of its tickets.
  await touchCollectedOf(
    tx,
    changed.filter(isRenamed).map(({ after }) => after.ticket.number),
  );
  await syncReminders(tx, all.map(reminderUpdate), at);
  return outcomes;
};

/** The events of one ticket with the tickets around them. */
const eventsOn =
  (applied: readonly (Step & { readonly id: number })[]) =>
  ({ before, after }: Committed): readonly EventOnTicket[] => {
    const own = applied.filter(({ ticket }) => ticket.number === after.ticket.number);
    return own.map(({ ticket, id }, index) => ({
      before: own[index - 1]?.ticket ?? before?.ticket ?? null,
      after: ticket,
      event: id,
    }));
  };

/** Writes what is loaded of a ticket's tables and changed. */
const writeTables = async (tx: Tx, { before, after, steps }: Committed): Promise<void> => {
  const { number } = after.ticket;
  await writeMessages(tx, number, before?.messages ?? [], after.messages);
  const moves = steps.map((step, index) => ({ from: steps[index - 1] ?? before, step }));
  await writeUnanswered(
    tx,
    { number, unanswered: before?.ticket.unanswered ?? null },
    moves.flatMap(({ from, step }) => unansweredChanges(from, step.event)),
  );
  const ended = moves.map(({ from, step }) => (from === null ? null : endedPause(from.ticket, step.ticket)));
  await addPauses(
    tx,
    number,
    ended.filter((pause) => pause !== null),
  );
};

const isRenamed = ({ before, after }: Committed): boolean =>
  before !== null && before.ticket.title !== after.ticket.title;

/**
 * A message that its author deleted is also erased from events, outbox and files, so that no history or transcript can
 * show it again.
 */
const erase = async (
  tx: Tx,
  { message, erases }: Extract<Event, { type: "messageDeleted" }>,
  { number, source }: Ticket,
): Promise<void> => {
  await eraseMessage(tx, message);
  await eraseInOutbox(tx, message);
  await eraseOpening(tx, number, message, erases);
  if (source !== null) await eraseImported(tx, sourceKey(source), message);
  await forgetFiles(tx, message);
};

/** The wanted state of a ticket's reminder rows. */
const reminderUpdate = ({ after, steps }: Committed): ReminderUpdate => ({
  ticket: after.ticket.number,
  plan: plan(after.ticket),
  otherwise: steps.at(-1)?.event.type === "acknowledged" ? "acknowledged" : "cancelled",
  settled: steps.flatMap(({ event }) =>
    event.type === "reminded"
      ? [
          // A step that notifies no person is complete at once.
          { key: event, status: event.notices.length === 0 ? ("sent" as const) : ("sending" as const) },
          ...event.superseded.map((step) => ({ key: { ...event, step }, status: "superseded" as const })),
        ]
      : [],
  ),
});

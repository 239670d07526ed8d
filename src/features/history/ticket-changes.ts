import { accountOf } from "../../tickets/people.ts";
import type { Clock } from "../../sla/clock.ts";
import type { Desk } from "../../desk/desk.ts";
import { evolveTicket } from "../../tickets/evolve.ts";
import type { StoredEvent } from "../../tickets/messages.ts";
import { idOf } from "../../tickets/refs.ts";
import { severityOf, type Ticket } from "../../tickets/ticket.ts";
import { momentText } from "../../i18n/moment-text.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { nameOf } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";
import { factTexts } from "../ticket-facts.ts";

/** An event, and the ticket before and after it. */
export interface TicketChangeStep {
  readonly event: StoredEvent;
  readonly before: Ticket | null;
  readonly after: Ticket | null;
}

/**
 * Events one by one, with the ticket before and after each. Events before the opening have neither. Nor have those from
 * the first damaged one on, because it may have changed anything. Messages are not loaded, because no history line needs
 * them.
 */
export function* changeSteps(events: readonly StoredEvent[]): Generator<TicketChangeStep, undefined> {
  let before: Ticket | null = null;
  for (const event of events) {
    const after: Ticket | null =
      event.type === "unreadable" || (before === null && event.type !== "opened") ? null : evolveTicket(before, event);
    yield { event, before, after };
    before = after;
  }
}

export const allChanges = (events: readonly StoredEvent[]): readonly TicketChangeStep[] => [...changeSteps(events)];

type ChangedFact = readonly [what: string, value: string];

const clockState = (clock: Clock, viewer: Viewer): string => {
  const say = sayIn(viewer.locale);
  return clock.end === null
    ? say("changed.due", { when: momentText(clock.target.due, viewer) })
    : say(`changed.${clock.end.how}`);
};

const clocksOf = (ticket: Ticket | null, viewer: Viewer): ReadonlyMap<string, ChangedFact> =>
  new Map(
    (ticket?.sla.clocks ?? []).map((clock) => [
      `${clock.kind} ${clock.cycle}`,
      [sayIn(viewer.locale)(`clock.${clock.kind}`), clockState(clock, viewer)],
    ]),
  );

const factsOf = (ticket: Ticket, desk: Desk, viewer: Viewer): readonly ChangedFact[] => {
  const say = sayIn(viewer.locale);
  const { conversation } = ticket;
  return [
    [say("fact.status"), say(`status.${ticket.status}`)],
    [say("fact.severity"), say(`severity.${severityOf(ticket)}`)],
    ...factTexts(ticket, { desk, viewer }).map(([label, text]): ChangedFact => [label, text ?? say("changed.none")]),
    [say("fact.account"), accountOf(desk, ticket)?.name ?? ticket.account ?? say("changed.unknown")],
    [say("fact.assignee"), ticket.assignee === null ? say("history.noPerson") : nameOf(desk, ticket.assignee)],
    [
      say("changed.conversation"),
      conversation.kind === "person"
        ? say("changed.inDirect")
        : say("changed.inChannel", { name: idOf(conversation.channel) }),
    ],
  ];
};

/**
 * What an event changed on its ticket, before and after, one short line each; empty if it only added a message. For
 * staff only.
 */
export const ticketChanges = ({ before, after }: TicketChangeStep, desk: Desk, viewer: Viewer): readonly string[] => {
  if (after === null) return [];
  const say = sayIn(viewer.locale);
  const line = (what: string, from: string, to: string): string =>
    say("changed.line", { what, before: from, after: to });
  const old = before === null ? [] : factsOf(before, desk, viewer);
  const facts = factsOf(after, desk, viewer).flatMap(([what, to], index) => {
    const from = old[index]?.[1] ?? to;
    return from === to ? [] : [line(what, from, to)];
  });
  const clocks = clocksOf(before, viewer);
  const targets = [...clocksOf(after, viewer)].flatMap(([key, [what, to]]) => {
    const from = clocks.get(key)?.[1] ?? say("changed.none");
    return from === to ? [] : [line(what, from, to)];
  });
  return [...facts, ...targets];
};
/** Work that pauses after each step, so that its caller can let other work run. */
export type ChunkedWork<T> = Generator<undefined, T>;

/** Runs all steps without a pause. */
export const atOnce = <T>(work: ChunkedWork<T>): T => {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
};

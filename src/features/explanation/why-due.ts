import { accountOf } from "../../tickets/people.ts";
import type { Card, CardPart } from "../../chat/card.ts";
import type { EndedPause } from "../../sla/calendar.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { explain } from "./explain.ts";
import { latestClocks } from "../../cards/due-line.ts";
import type { TicketContext } from "../../i18n/viewer.ts";
import { plain, strong } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** A ticket with its ended pauses, and for whom it is explained. */
export interface ExplainedTicket extends TicketContext {
  readonly pauses: readonly EndedPause[];
}

/**
 * Why a ticket's targets are due at their times: start, target, counted and excluded time, and earlier targets. Running
 * clocks come first.
 */
export const whyDue = ({ ticket, pauses, desk, viewer }: ExplainedTicket): readonly CardPart[] => {
  const say = sayIn(viewer.locale);
  const clocks = latestClocks(ticket)
    .filter((clock) => clock.end?.how !== "cancelled")
    .toSorted((one, other) => Number(one.end !== null) - Number(other.end !== null));
  if (clocks.length === 0) return [];
  const account = accountOf(desk, ticket);
  const heading = say(clocks.some((clock) => clock.end === null) ? "show.why" : "show.whyEnded");
  const plan = account === null ? [] : [[plain(say("show.planNamed", { plan: account.plan }))]];
  return [
    { part: "divider" },
    { part: "text", lines: [[strong(heading)], ...plan] },
    ...clocks.map((clock): CardPart => ({ part: "text", lines: explain(ticket, clock, pauses, viewer) })),
  ];
};

/** The same as an answer of its own. */
export const whyCard = (explained: ExplainedTicket): Card => {
  const { ticket, viewer } = explained;
  const say = sayIn(viewer.locale);
  const heading = say("show.heading", { ticket: ticketName(ticket.number) });
  const why = whyDue(explained);
  return {
    summary: heading,
    parts: [
      { part: "heading", text: heading },
      ...(why.length === 0 ? [{ part: "text", lines: [[plain(say("show.nothing"))]] } as const] : why.slice(1)),
    ],
  };
};

import { severityMarkOf } from "../../cards/ticket-heading.ts";
import type { ReminderNotification } from "../../tickets/routes/notification-route.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Card, Line } from "../../chat/card.ts";
import { severities } from "../../sla/severity.ts";
import { severityOf, ticketName, type Ticket } from "../../tickets/ticket.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import type { TextContext, TicketPlaces } from "../../i18n/viewer.ts";
import { lateness, reminderAbout } from "./reminder-about.ts";
import { rich } from "../../i18n/rich.ts";
import { dotted, momentAndLeft, opening, plain, strong, strongly } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** One reminder of a digest. */
export interface DigestItem {
  readonly notice: ReminderNotification;
  readonly ticket: Ticket;
  readonly places: TicketPlaces;
}

/**
 * Several reminders for one person as one message, in the given order: what is due when, links, and how late they are.
 */
export const digestCard = (items: readonly DigestItem[], context: TextContext, now: Instant): Card => {
  const { viewer } = context;
  const say = sayIn(viewer.locale);
  const about = items.map(({ notice, ticket }) => reminderAbout(notice, { ticket, ...context }));
  const breachedCount = about.filter(({ breached }) => breached).length;
  const heading = say("digest.heading", { count: items.length });
  const lines = items.map(({ ticket }, index): Line => {
    const {
      breached,
      due,
      words: values,
    } = about[index] ?? { breached: false, due: 0, words: { clock: "", account: "" } };
    const left = momentAndLeft(due);
    return dotted(
      [strong(ticketName(ticket.number)), plain(` ${values.account}`)],
      [plain(severityMarkOf(ticket, say))],
      [plain(values.clock)],
      breached ? strongly(rich(say, "list.rowMissed", { due: left })) : rich(say, "list.rowDue", { due: left }),
      [plain(oneLine(ticket.title, 60))],
    );
  });
  // A ticket may occur with two of its clocks.
  const links = new Map(items.map(({ ticket, places }) => [ticket.number, places.triage]));
  const late = lateness(
    items.map(({ notice }) => notice),
    now,
    viewer,
  );
  const before = [...(breachedCount === 0 ? [] : [[strong(say("digest.missed", { count: breachedCount }))]]), ...late];
  const buttons = [...links].flatMap(([number, place]) => opening(ticketName(number), place));
  const highest = severities.find((each) => items.some(({ ticket }) => severityOf(ticket) === each));
  return {
    summary: breachedCount === 0 ? heading : `${heading} ${say("digest.missed", { count: breachedCount })}`,
    ...(highest === undefined ? {} : { severity: highest }),
    parts: [
      { part: "heading", text: heading },
      ...(before.length === 0 ? [] : [{ part: "text", lines: before } as const]),
      { part: "text", lines },
      ...(buttons.length === 0 ? [] : [{ part: "buttons", label: say("digest.open"), buttons } as const]),
      { part: "small", line: [plain(say("digest.why"))] },
    ],
  };
};

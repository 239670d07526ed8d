import type { ReminderNotification } from "../../tickets/routes/notification-route.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Line } from "../../chat/card.ts";
import { breach } from "../../tickets/clocks/ladder.ts";
import { ticketName, type Ticket } from "../../tickets/ticket.ts";
import { durationWords } from "../../i18n/duration-words.ts";
import type { TicketContext, Viewer } from "../../i18n/viewer.ts";
import { rich } from "../../i18n/rich.ts";
import { moment, strongly } from "../../i18n/spans.ts";
import { accountName } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";

/** A reminder that leaves later than this says so. */
const lateFrom = 60_000;

/** When the target of the reminder is due; the moment of the step itself where its clock is gone. */
const dueOf = (notice: ReminderNotification, ticket: Ticket): Instant => {
  const clock = ticket.sla.clocks.find((each) => each.kind === notice.clock && each.cycle === notice.cycle);
  return (clock?.earlier[notice.target] ?? clock?.target)?.due ?? notice.plannedFor;
};

/** What both kinds of reminder say: clock, ticket, account, used share of the target, and when it is or was due. */
export const reminderAbout = (notice: ReminderNotification, { ticket, desk, viewer }: TicketContext) => {
  const say = sayIn(viewer.locale);
  return {
    breached: notice.step >= breach,
    due: dueOf(notice, ticket),
    words: {
      clock: say(`clock.${notice.clock}`),
      ticket: ticketName(ticket.number),
      account: accountName(desk, ticket, say),
      share: new Intl.NumberFormat(viewer.locale, { style: "percent" }).format(notice.step / 100),
    },
  };
};

/** Says so where a reminder leaves more than a minute late. Of several reminders in one message, the latest counts. */
export const lateness = (notices: readonly ReminderNotification[], now: Instant, viewer: Viewer): readonly Line[] => {
  const planned = Math.min(...notices.map(({ plannedFor }) => plannedFor));
  const late = now - planned;
  if (notices.length === 0 || late <= lateFrom) return [];
  const time = durationWords(late, viewer.locale);
  const say = sayIn(viewer.locale);
  const key = notices.length === 1 ? "reminder.sentLate" : "digest.sentLate";
  return [strongly(rich(say, key, { time, at: moment(planned) }))];
};

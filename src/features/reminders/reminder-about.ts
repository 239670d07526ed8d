import { percentText } from "../../i18n/languages.ts";
import type { ReminderNotification } from "../../tickets/routes/notification-route.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Line } from "../../chat/card.ts";
import { breach } from "../../tickets/clocks/ladder.ts";
import { ticketName, type Ticket } from "../../tickets/ticket.ts";
import { durationText } from "../../i18n/duration-text.ts";
import type { TicketContext, Viewer } from "../../i18n/viewer.ts";
import { rich } from "../../i18n/rich.ts";
import { moment, strongly } from "../../i18n/spans.ts";
import { accountName } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";

/** A reminder that is sent later than this says so. */
const lateFrom = 60_000;

/** When the reminder's target is due; the time of the step if its clock is gone. */
const dueOf = (notice: ReminderNotification, ticket: Ticket): Instant => {
  const clock = ticket.sla.clocks.find((each) => each.kind === notice.clock && each.cycle === notice.cycle);
  return (clock?.earlier[notice.target] ?? clock?.target)?.due ?? notice.plannedFor;
};

/** What both kinds of reminder show: clock, ticket, account, used share of the target, and due time. */
export const reminderAbout = (notice: ReminderNotification, { ticket, desk, viewer }: TicketContext) => {
  const say = sayIn(viewer.locale);
  return {
    breached: notice.step >= breach,
    due: dueOf(notice, ticket),
    words: {
      clock: say(`clock.${notice.clock}`),
      ticket: ticketName(ticket.number),
      account: accountName(desk, ticket, say),
      share: percentText(notice.step / 100, viewer.locale),
    },
  };
};

/** A line for reminders that are sent more than a minute late. In a digest, the latest reminder counts. */
export const lateness = (notices: readonly ReminderNotification[], now: Instant, viewer: Viewer): readonly Line[] => {
  const planned = Math.min(...notices.map(({ plannedFor }) => plannedFor));
  const late = now - planned;
  if (notices.length === 0 || late <= lateFrom) return [];
  const time = durationText(late, viewer.locale);
  const say = sayIn(viewer.locale);
  const key = notices.length === 1 ? "reminder.sentLate" : "digest.sentLate";
  return [strongly(rich(say, key, { time, at: moment(planned) }))];
};

import { alwaysEscalates } from "../escalation/index.ts";
import { assigneeLine } from "../../cards/people.ts";
import { severityLabel, severityMarkOf, tonePart } from "../../cards/ticket-heading.ts";
import { managerOf } from "../../tickets/people.ts";
import { encodeAction } from "../../chat/action.ts";
import type { Button, Card, CardPart, MenuItem } from "../../chat/card.ts";
import type { NotifyTarget, ReminderNotification } from "../../tickets/routes/notification-route.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { durationText } from "../../i18n/duration-text.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { lastMessageQuote } from "../../cards/quote.ts";
import { momentText } from "../../i18n/moment-text.ts";
import { replyButton } from "../../cards/staff-buttons.ts";
import type { TicketContext, TicketPlaces, ViewContext, TextContext, Viewer } from "../../i18n/viewer.ts";
import { lateness, reminderAbout } from "./reminder-about.ts";
import { rich } from "../../i18n/rich.ts";
import { dotted, fact, faint, moment, momentAndLeft, opening, plain, strong } from "../../i18n/spans.ts";
import { accountName, nameOf } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";

type Direct = Exclude<NotifyTarget, { how: "mention" }>;

/** Why this person is reminded: the step names their role, or the person before them was unavailable. */
const because = (
  notice: ReminderNotification,
  notifyTarget: Direct,
  { ticket, desk, viewer }: TicketContext,
): string => {
  const say = sayIn(viewer.locale);
  const account = accountName(desk, ticket, say);
  const away = notice.skipped.find((each) => each.why.is !== "failed" && each.to.person !== notifyTarget.person);
  if (away !== undefined && away.to.person !== null) {
    const name = nameOf(desk, away.to.person);
    return away.why.is === "out"
      ? say("reminder.because.insteadOut", { name, until: momentText(away.why.until, viewer) })
      : say("reminder.because.insteadQuiet", { name });
  }
  const instead = notice.skipped.length > 0;
  if (notifyTarget.as === "head" && instead) return say("reminder.because.headInstead");
  if (notifyTarget.as !== "deputy") return say(`reminder.because.${notifyTarget.as}`, { account });
  const manager = managerOf(desk, ticket)?.name;
  if (manager === undefined) return say("reminder.because.deputyUnknown");
  return say(instead ? "reminder.because.deputyInstead" : "reminder.because.deputy", { manager, account });
};

/** For how long reminders can be postponed, in minutes. */
const snoozeMinutes = [15, 60, 240] as const;

const later = (breached: boolean, ticket: Ticket, viewer: Viewer): readonly MenuItem[] => {
  const say = sayIn(viewer.locale);
  return [
    ...(breached
      ? []
      : snoozeMinutes.map((minutes) => ({
          action: encodeAction("snooze", ticket.number, minutes),
          label: say("button.snooze", { time: durationText(minutes * 60_000, viewer.locale) }),
        }))),
    { action: encodeAction("out", "tomorrow"), label: say("button.outTomorrow") },
    { action: encodeAction("why", ticket.number), label: say("button.why") },
  ];
};

/** Acknowledging stops reminders only up to the breach, so a breach does not offer it. */
const buttons = (
  breached: boolean,
  ticket: Ticket,
  { triage }: TicketPlaces,
  { more, desk, viewer }: TextContext & { readonly more: readonly Button[] },
): CardPart => {
  const say = sayIn(viewer.locale);
  const acknowledge: Button = {
    action: encodeAction("acknowledge", ticket.number),
    label: say("button.acknowledge"),
    style: "primary",
  };
  const reply: Button = { ...replyButton({ ticket, desk, viewer }), ...(breached ? { style: "primary" } : {}) };
  const assign: Button = { action: encodeAction("assign", ticket.number), label: say("button.assign") };
  return {
    part: "buttons",
    label: say("button.actions"),
    buttons: [...(breached ? [] : [acknowledge]), reply, assign, ...opening(say("button.openTriage"), triage), ...more],
    menu: { label: say("button.later"), items: later(breached, ticket, viewer) },
  };
};

/** A reminder as a direct message: the facts, the customer's last message, why this person gets it, and the buttons. */
export const reminderDirectCard = (notice: ReminderNotification, notifyTarget: Direct, context: ViewContext): Card => {
  const { ticket, desk, places, viewer, now } = context;
  const say = sayIn(viewer.locale);
  const { breached, due, words: about } = reminderAbout(notice, context);
  const lastMessage = ticket.lastCustomerMessage;
  const quoted = lastMessageQuote(ticket, 280, viewer);
  return {
    summary: say(breached ? "reminder.summaryBreached" : "reminder.summaryNearing", about),
    ...tonePart(ticket),
    parts: [
      { part: "heading", text: say(breached ? "reminder.breached" : "reminder.nearing", about) },
      {
        part: "text",
        lines: [
          dotted(
            rich(say, breached ? "reminder.wasDue" : "reminder.due", { due: momentAndLeft(due) }),
            breached ? [] : [faint(say("reminder.used", about))],
          ),
          ...lateness([notice], now, viewer),
          [strong(oneLine(ticket.title, 150))],
        ],
      },
      {
        part: "facts",
        facts: [
          fact(say("fact.account"), plain(about.account)),
          fact(severityLabel(ticket, say), plain(severityMarkOf(ticket, say))),
          fact(
            say("fact.assignee"),
            ...(ticket.assignee === null ? [strong(say("reminder.unclaimed"))] : assigneeLine(ticket, desk, say)),
          ),
          ...(lastMessage === null
            ? []
            : [fact(say("fact.lastMessage"), ...dotted([plain(lastMessage.by)], [moment(lastMessage.at)]))]),
        ],
      },
      ...quoted.parts,
      buttons(breached, ticket, places, { more: quoted.buttons, desk, viewer }),
      ...(breached
        ? [
            {
              part: "small",
              line: [plain(say(alwaysEscalates(ticket, desk) ? "escalation.allowedAlways" : "escalation.allowed"))],
            } as const,
          ]
        : []),
      { part: "small", line: [faint(because(notice, notifyTarget, context))] },
    ],
  };
};

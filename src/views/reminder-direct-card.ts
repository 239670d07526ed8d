import { encodeAction } from "../chat/action.ts";
import type { Button, Card, CardPart, MenuItem } from "../chat/card.ts";
import type { Desk } from "../domain/desk.ts";
import type { ReminderNotice } from "../domain/messages.ts";
import type { Instant } from "../domain/refs.ts";
import type { Rung } from "../domain/rung.ts";
import { type Ticket } from "../domain/ticket.ts";
import { alwaysEscalates } from "./customer-buttons.ts";
import { durationWords } from "./duration-words.ts";
import { oneLine } from "./excerpt.ts";
import { lastWords } from "./left-out.ts";
import { momentWords } from "./moment-words.ts";
import { readersArgument } from "./readers-argument.ts";
import type { Reader, TicketPlaces } from "./reader.ts";
import { lateness, reminderAbout } from "./reminder-about.ts";
import { fact, faint, moment, momentAndLeft, opening, plain, strong } from "./spans.ts";
import { accountName, managerOf, nameOf } from "./who.ts";
import { assigneeLine } from "./staff-facts.ts";
import { sayIn } from "./words/say.ts";
import { gravityLabel, gravityOf, toneOf } from "./gravity.ts";

type Direct = Exclude<Rung, { how: "mention" }>;

/** Why this person: their role in the step itself, or that somebody before them could not be reached. */
const because = (notice: ReminderNotice, rung: Direct, ticket: Ticket, desk: Desk, reader: Reader): string => {
  const say = sayIn(reader.locale);
  const account = accountName(desk, ticket, say);
  const away = notice.passed.find((each) => each.why.is !== "failed" && each.rung.person !== rung.person);
  if (away !== undefined && away.rung.person !== null) {
    const name = nameOf(desk, away.rung.person);
    return away.why.is === "out"
      ? say("reminder.because.insteadOut", { name, until: momentWords(away.why.until, reader) })
      : say("reminder.because.insteadQuiet", { name });
  }
  const instead = notice.passed.length > 0;
  if (rung.as === "head" && instead) return say("reminder.because.headInstead");
  if (rung.as !== "deputy") return say(`reminder.because.${rung.as}`, { account });
  const manager = managerOf(desk, ticket)?.name;
  if (manager === undefined) return say("reminder.because.deputyUnknown");
  return say(instead ? "reminder.because.deputyInstead" : "reminder.because.deputy", { manager, account });
};

/** For how long reminders can be put off, in minutes. */
const snoozeMinutes = [15, 60, 240] as const;

const later = (breached: boolean, ticket: Ticket, reader: Reader): readonly MenuItem[] => {
  const say = sayIn(reader.locale);
  return [
    ...(breached
      ? []
      : snoozeMinutes.map((minutes) => ({
          action: encodeAction("snooze", ticket.number, minutes),
          label: say("button.snooze", { time: durationWords(minutes * 60_000, reader.locale) }),
        }))),
    { action: encodeAction("out", "tomorrow"), label: say("button.outTomorrow") },
    { action: encodeAction("why", ticket.number), label: say("button.why") },
  ];
};

/** Acknowledging quiets the ladder up to the breach, so a breach no longer offers it. */
const buttons = (
  breached: boolean,
  ticket: Ticket,
  { triage }: TicketPlaces,
  { more, reader }: { readonly more: readonly Button[]; readonly reader: Reader },
): CardPart => {
  const say = sayIn(reader.locale);
  const acknowledge: Button = {
    action: encodeAction("acknowledge", ticket.number),
    label: say("button.acknowledge"),
    style: "primary",
  };
  const reply: Button = {
    action: encodeAction("reply", ticket.number, readersArgument(ticket.conversation)),
    label: say("button.replyShort"),
    style: breached ? "primary" : undefined,
  };
  const assign: Button = { action: encodeAction("assign", ticket.number), label: say("button.assign") };
  return {
    part: "buttons",
    label: say("button.actions"),
    buttons: [...(breached ? [] : [acknowledge]), reply, assign, ...opening(say("button.openTriage"), triage), ...more],
    menu: { label: say("button.later"), items: later(breached, ticket, reader) },
  };
};

/** A reminder as a direct message: the facts, the customer's last words, why this person gets it, and what to press. */
export const reminderDirectCard = (
  notice: ReminderNotice,
  rung: Direct,
  ticket: Ticket,
  desk: Desk,
  places: TicketPlaces,
  reader: Reader,
  now: Instant,
): Card => {
  const say = sayIn(reader.locale);
  const { breached, due, words: about } = reminderAbout(notice, ticket, desk, reader);
  const words = ticket.lastCustomerWords;
  const quoted = lastWords(ticket, 280, reader);
  return {
    summary: say(breached ? "reminder.summaryBreached" : "reminder.summaryNearing", about),
    severity: toneOf(ticket),
    parts: [
      { part: "heading", text: say(breached ? "reminder.breached" : "reminder.nearing", about) },
      {
        part: "text",
        lines: [
          [
            plain(say(breached ? "reminder.wasDue" : "reminder.due")),
            momentAndLeft(due),
            ...(breached ? [] : [faint(say("reminder.used", about))]),
          ],
          ...lateness([notice], now, reader),
          [strong(oneLine(ticket.title, 150))],
        ],
      },
      {
        part: "facts",
        facts: [
          fact(say("fact.account"), plain(about.account)),
          fact(gravityLabel(ticket, say), plain(gravityOf(ticket, say))),
          fact(
            say("fact.assignee"),
            ...(ticket.assignee === null ? [strong(say("reminder.unclaimed"))] : assigneeLine(ticket, desk, say)),
          ),
          ...(words === null ? [] : [fact(say("fact.lastWords"), plain(words.by), plain(" · "), moment(words.at))]),
        ],
      },
      ...quoted.parts,
      buttons(breached, ticket, places, { more: quoted.buttons, reader }),
      ...(breached
        ? [
            {
              part: "small",
              line: [plain(say(alwaysEscalates(ticket, desk) ? "way.mayEscalateAlways" : "way.mayEscalate"))],
            } as const,
          ]
        : []),
      { part: "small", line: [faint(because(notice, rung, ticket, desk, reader))] },
    ],
  };
};

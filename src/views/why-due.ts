import type { CardPart, Line } from "../chat/card.ts";
import type { Desk } from "../domain/desk.ts";
import type { Clock, Promised, Ticket } from "../domain/ticket.ts";
import { calendarWords } from "./calendar-words.ts";
import { latestClocks } from "./promise-line.ts";
import type { Reader } from "./reader.ts";
import { faint, moment, plain, strong } from "./spans.ts";
import { targetWords } from "./target-words.ts";
import { accountOf } from "./who.ts";
import { sayIn } from "./words/say.ts";

const earlierLine = (promise: Promised, reader: Reader): Line => {
  const say = sayIn(reader.locale);
  return [faint(say("show.earlier", { severity: say(`severity.${promise.severity}`) })), moment(promise.due)];
};

const explain = (clock: Clock, reader: Reader): readonly Line[] => {
  const say = sayIn(reader.locale);
  const { target, calendar, severity, due } = clock.promise;
  return [
    [strong(say(`clock.${clock.kind}`))],
    [plain(say("show.started")), moment(clock.startedAt)],
    [
      plain(
        say("show.target", {
          target: targetWords(target, calendar, reader.locale),
          severity: say(`severity.${severity}`),
        }),
      ),
    ],
    [plain(say("show.calendar", { hours: calendarWords(calendar, reader.locale) }))],
    [plain(say("show.due")), moment(due)],
    ...clock.earlier.map((promise) => earlierLine(promise, reader)),
  ];
};

/** Why a ticket's promises are due when they are due: start, target, hours that count, and what was promised before. */
export const whyDue = (ticket: Ticket, desk: Desk, reader: Reader): readonly CardPart[] => {
  const say = sayIn(reader.locale);
  const clocks = latestClocks(ticket).filter((clock) => clock.end?.how !== "dropped");
  if (clocks.length === 0) return [];
  const account = accountOf(desk, ticket);
  const heading = say(clocks.some((clock) => clock.end === null) ? "show.why" : "show.whyEnded");
  const plan = account === null ? [] : [[plain(say("show.planNamed", { plan: account.plan }))]];
  return [
    { part: "divider" },
    { part: "text", lines: [[strong(heading)], ...plan] },
    ...clocks.map((clock): CardPart => ({ part: "text", lines: explain(clock, reader) })),
  ];
};

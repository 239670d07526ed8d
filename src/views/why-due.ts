import type { Card, CardPart, Line } from "../chat/card.ts";
import type { CountedSpan, Pause } from "../domain/calendar.ts";
import type { Desk } from "../domain/desk.ts";
import { pausesOf } from "../domain/pauses-of.ts";
import { standsSince } from "../domain/plan.ts";
import { ticketName, type Clock, type Promised, type Ticket } from "../domain/ticket.ts";
import { countedSpans } from "../domain/working-time.ts";
import { calendarWords } from "./calendar-words.ts";
import { countedDays, datesMet } from "./counted-days.ts";
import { momentWords } from "./moment-words.ts";
import { latestClocks, timeLeft } from "./promise-line.ts";
import type { Reader } from "./reader.ts";
import { faint, moment, plain, strong } from "./spans.ts";
import { targetWords } from "./target-words.ts";
import { accountOf } from "./who.ts";
import { sayIn } from "./words/say.ts";

const earlierLine = (promise: Promised, reader: Reader): Line => {
  const say = sayIn(reader.locale);
  return [faint(say("show.earlier", { severity: say(`severity.${promise.severity}`) })), moment(promise.due)];
};

const overlaps = ({ from, to }: Pause, span: CountedSpan): boolean => from < span.to && (to === null || to > span.from);

const pauseLines = (pauses: readonly Pause[], between: CountedSpan, reader: Reader): readonly Line[] =>
  pauses
    .filter((pause) => overlaps(pause, between))
    .flatMap(({ from, to }): readonly Line[] =>
      to === null
        ? []
        : [
            [
              plain(
                sayIn(reader.locale)("show.stoodStill", {
                  from: momentWords(from, reader),
                  to: momentWords(to, reader),
                }),
              ),
            ],
          ],
    );

/** For a clock that stands still, the due moment is not known yet: only what is left is. */
const dueLine = (ticket: Ticket, clock: Clock, reader: Reader): Line => {
  const say = sayIn(reader.locale);
  const stands = standsSince(ticket, clock);
  return stands === null || stands >= clock.promise.due
    ? [plain(say("show.due")), moment(clock.promise.due)]
    : [plain(say("show.standsStill", { from: momentWords(stands, reader), time: timeLeft(clock, stands, reader) }))];
};

/** Why one clock's promise is due when it is due. */
export const explain = (ticket: Ticket, clock: Clock, reader: Reader): readonly Line[] => {
  const say = sayIn(reader.locale);
  const { target, calendar, severity, due } = clock.promise;
  const stands = standsSince(ticket, clock);
  const between = { from: clock.startedAt, to: stands === null ? due : Math.min(stands, due) };
  const pauses = pausesOf(ticket, clock).filter((pause) => pause.to !== null);
  return [
    [strong(say(`clock.${clock.kind}`))],
    [plain(say("show.started")), moment(clock.startedAt)],
    [
      plain(
        say("show.target", {
          target: targetWords(target, calendar, reader.locale),
          severity: ticket.kind === "consulting" ? say("way.consulting") : say(`severity.${severity}`),
        }),
      ),
    ],
    [plain(say("show.calendar", { hours: calendarWords(calendar, reader.locale) }))],
    ...countedDays(countedSpans(calendar, between.from, between.to, pauses), reader),
    ...pauseLines(pauses, between, reader),
    ...datesMet(calendar, between, reader),
    dueLine(ticket, clock, reader),
    ...(clock.snoozedUntil === null ? [] : [[plain(say("show.snoozed")), moment(clock.snoozedUntil)]]),
    ...clock.earlier.map((promise) => earlierLine(promise, reader)),
  ];
};

/** Why a ticket's promises are due when they are due: start, target, what was counted and what was not, and what was promised before. */
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
    ...clocks.map((clock): CardPart => ({ part: "text", lines: explain(ticket, clock, reader) })),
  ];
};

/** The same as an answer of its own. */
export const whyCard = (ticket: Ticket, desk: Desk, reader: Reader): Card => {
  const say = sayIn(reader.locale);
  const heading = say("show.heading", { ticket: ticketName(ticket.number) });
  const why = whyDue(ticket, desk, reader);
  return {
    summary: heading,
    parts: [
      { part: "heading", text: heading },
      ...(why.length === 0 ? [{ part: "text", lines: [[plain(say("show.nothing"))]] } as const] : why.slice(1)),
    ],
  };
};

import type { Locale } from "../../../src/desk/desk.ts";
import { explain } from "../../../src/features/explanation/explain.ts";
import type { Calendar, EndedPause, Pause } from "../../../src/sla/calendar.ts";
import type { Clock, SlaTarget } from "../../../src/sla/clock.ts";
import { dueWithPauses } from "../../../src/sla/working-time.ts";
import { withSla } from "../../../src/tickets/clocks/evolve-clocks.ts";
import { scheduled } from "../../../src/tickets/clocks/step-times.ts";
import type { Ticket } from "../../../src/tickets/ticket.ts";
import { calendarIn, daily, workdays } from "../../support/clocks/calendars.ts";
import { ticket } from "./sample.ts";
import { cardText } from "./strings-of.ts";

export const minute = 60_000;
export const hour = 60 * minute;

/** The instant of an ISO time. */
export const at = (text: string): number => Date.parse(text);

/** A pause from one ISO time to another; null while it lasts. */
export const pause = (from: string, to: string | null): Pause => ({ from: at(from), to: to === null ? null : at(to) });

/** An office in Madrid with holidays, some of them on Sundays, and dates with other hours or with the same. */
export const office = calendarIn("Europe/Madrid", {
  hours: { ...workdays("09:00-14:00", "15:30-18:30"), sat: ["10:00-13:00"] },
  holidays: ["2026-01-04", "2026-01-06", "2026-12-25"],
  exceptions: { "2026-01-05": ["09:00-13:00"], "2026-01-07": ["09:00-14:00", "15:30-18:30"], "2026-01-11": [] },
});
export const late = calendarIn("Europe/Madrid", { hours: daily("00:00-18:00") });

/** A clock to explain: by default its target counts from the start. */
export interface Case {
  readonly kind?: Clock["kind"];
  readonly calendar: Calendar;
  readonly start: string;
  readonly target: { readonly days?: number; readonly ms?: number };
  readonly pauses?: readonly Pause[];
  /** The due time, if it does not follow from the target alone. */
  readonly due?: string;
  readonly madeAt?: string;
  readonly earlier?: readonly Pick<SlaTarget, "severity" | "madeAt" | "due">[];
  readonly snoozed?: string;
  readonly zone?: string;
}

/** The clock on a ticket. */
export const made = (
  of: Case,
): { readonly about: Ticket; readonly clock: Clock; readonly pauses: readonly EndedPause[] } => {
  const { calendar, pauses = [] } = of;
  const ended = pauses.flatMap(({ from, to }) => (to === null ? [] : [{ from, to }]));
  const [startedAt, target] = [at(of.start), { days: of.target.days ?? 0, ms: of.target.ms ?? 0 }];
  const due = of.due === undefined ? dueWithPauses(calendar, startedAt, target, pauses) : at(of.due);
  const madeAt = of.madeAt === undefined ? startedAt : at(of.madeAt);
  const promise = scheduled(
    { severity: "high", time: target, calendar, ladder: [], madeAt, due },
    { since: startedAt, pauses: ended },
  );
  const clock: Clock = {
    kind: of.kind ?? "resolution",
    cycle: 1,
    startedAt,
    target: promise,
    earlier: (of.earlier ?? []).map((each) => ({ ...promise, ...each })),
    end: null,
    fired: [],
    acknowledged: null,
    snoozed: of.snoozed === undefined ? null : { until: at(of.snoozed), by: "ana", counted: 0 },
  };
  const lasting = {
    since: pauses.find(({ to }) => to === null)?.from ?? null,
    lastEnd: ended.at(-1)?.to ?? null,
  };
  return { about: { ...ticket, ...withSla(ticket, { pauses: lasting, clocks: [clock] }) }, clock, pauses: ended };
};

/** The lines of its explanation. */
export const explained = (of: Case, locale: Locale): readonly string[] => {
  const { about, clock, pauses } = made(of);
  const lines = explain(about, clock, pauses, { locale, timezone: of.zone ?? "Europe/Madrid" });
  return cardText({ summary: "", parts: [{ part: "text", lines }] }).split("\n");
};

/** A case with its whole explanation, as it is read in both languages. */
export type WholeExplanation = Case & { readonly reads: Readonly<Record<"en" | "es", string>> };

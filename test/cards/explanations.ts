import { withSla } from "../../src/tickets/clocks/evolve-clocks.ts";
import type { Clock, SlaTarget } from "../../src/sla/clock.ts";
import type { Calendar, Pause } from "../../src/sla/calendar.ts";
import type { Locale } from "../../src/desk/desk.ts";
import type { Ticket } from "../../src/tickets/ticket.ts";
import { dueWithPauses } from "../../src/sla/working-time.ts";
import { explain } from "../../src/features/explanation/explain.ts";
import { always, calendarIn, daily, workdays } from "../support/calendars.ts";
import { ticket } from "./sample.ts";
import { cardText } from "./strings-of.ts";

const minute = 60_000;
const hour = 60 * minute;
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
const late = calendarIn("Europe/Madrid", { hours: daily("00:00-18:00") });
const newYork = calendarIn("America/New_York", { hours: workdays("09:00-17:00"), holidays: ["2026-01-19"] });

/** A promise that explains itself: the target counted from the start, unless more is said. */
export interface Case {
  readonly kind?: Clock["kind"];
  readonly calendar: Calendar;
  readonly start: string;
  readonly target: { readonly days?: number; readonly ms?: number };
  readonly pauses?: readonly Pause[];
  /** Where it is not what the target alone makes it. */
  readonly due?: string;
  readonly madeAt?: string;
  readonly earlier?: readonly Pick<SlaTarget, "severity" | "madeAt" | "due">[];
  readonly snoozed?: string;
  readonly zone?: string;
}

/** The promise as a ticket has it. */
export const made = (of: Case): { readonly about: Ticket; readonly clock: Clock } => {
  const { calendar, pauses = [] } = of;
  const [startedAt, target] = [at(of.start), { days: of.target.days ?? 0, ms: of.target.ms ?? 0 }];
  const due = of.due === undefined ? dueWithPauses(calendar, startedAt, target, pauses) : at(of.due);
  const madeAt = of.madeAt === undefined ? startedAt : at(of.madeAt);
  const promise: SlaTarget = { severity: "high", time: target, calendar, ladder: [], madeAt, due };
  const clock: Clock = {
    kind: of.kind ?? "resolution",
    cycle: 1,
    startedAt,
    target: promise,
    earlier: (of.earlier ?? []).map((each) => ({ ...promise, ...each })),
    end: null,
    fired: [],
    acknowledged: null,
    snoozed: of.snoozed === undefined ? null : { until: at(of.snoozed), by: "ana" },
  };
  return { about: { ...ticket, ...withSla(ticket, { pauses, clocks: [clock] }) }, clock };
};

/** The lines of its explanation. */
export const explained = (of: Case, locale: Locale): readonly string[] => {
  const { about, clock } = made(of);
  const lines = explain(about, clock, { locale, timezone: of.zone ?? "Europe/Madrid" });
  return cardText({ summary: "", parts: [{ part: "text", lines }] }).split("\n");
};

/** Whole explanations, as they are read in both languages. */
export const explanations: Readonly<Record<string, Case & { readonly reads: Readonly<Record<"en" | "es", string>> }>> =
  {
    "to the second, over a weekend": {
      calendar: late,
      start: "2026-01-09T16:30:15.300Z",
      target: { ms: 90 * minute },
      reads: {
        en: `
Solution
Started [2026-01-09T16:30:15.300Z moment]
Target: 1 hour, 30 minutes of working time (high)
Due [2026-01-10T00:00:15.300Z moment]
Hours that count: Mon–Sun 00:00–18:00 (Europe/Madrid)
Counted: Fri 9 Jan 17:30:15–18:00:00 (29 minutes, 45 seconds)
Counted: Sat 10 Jan 00:00:00–01:00:15 (1 hour, 15 seconds)
In all: 1 hour, 30 minutes
`,
        es: `
Solución
Inicio: [2026-01-09T16:30:15.300Z moment]
Plazo: 1 hora y 30 minutos de horario laboral (alta)
Vence [2026-01-10T00:00:15.300Z moment]
Horario que cuenta: lun–dom 00:00–18:00 (Europe/Madrid)
Contado: vie, 9 ene 17:30:15–18:00:00 (29 minutos y 45 segundos)
Contado: sáb, 10 ene 00:00:00–01:00:15 (1 hora y 15 segundos)
En total: 1 hora y 30 minutos
`,
      },
    },
    "a pause": {
      calendar: office,
      start: "2026-01-12T10:00:00+01:00",
      target: { ms: 4 * hour },
      pauses: [pause("2026-01-12T11:00:00.700+01:00", "2026-01-12T12:30:20.200+01:00")],
      reads: {
        en: `
Solution
Started [2026-01-12T09:00:00.000Z moment]
Target: 4 working hours (high)
Due [2026-01-12T16:00:19.500Z moment]
Hours that count: Mon–Fri 09:00–14:00, 15:30–18:30; Sat 10:00–13:00 (Europe/Madrid)
Counted: Mon 12 Jan 10:00:00–11:00:01, 12:30:20–14:00:00, 15:30:00–17:00:19 (4 hours)
In all: 4 hours
Paused from Mon 12 Jan, 11:00:01 to Mon 12 Jan, 12:30:20
`,
        es: `
Solución
Inicio: [2026-01-12T09:00:00.000Z moment]
Plazo: 4 horas laborables (alta)
Vence [2026-01-12T16:00:19.500Z moment]
Horario que cuenta: lun–vie 09:00–14:00, 15:30–18:30; sáb 10:00–13:00 (Europe/Madrid)
Contado: lun, 12 ene 10:00:00–11:00:01, 12:30:20–14:00:00, 15:30:00–17:00:19 (4 horas)
En total: 4 horas
En pausa de lun, 12 ene, 11:00:01 a lun, 12 ene, 12:30:20
`,
      },
    },
    "a holiday and other hours": {
      calendar: office,
      start: "2026-01-03T12:00:00+01:00",
      target: { ms: 10 * hour },
      reads: {
        en: `
Solution
Started [2026-01-03T11:00:00.000Z moment]
Target: 10 working hours (high)
Due [2026-01-07T13:00:00.000Z moment]
Hours that count: Mon–Fri 09:00–14:00, 15:30–18:30; Sat 10:00–13:00 (Europe/Madrid)
Counted: Sat 3 Jan 12:00–13:00 (1 hour)
Counted: Mon 5 Jan 09:00–13:00 (4 hours)
Counted: Wed 7 Jan 09:00–14:00 (5 hours)
In all: 10 hours
Other hours: Mon 5 Jan 09:00–13:00
Not counted: Tue 6 Jan, closed
`,
        es: `
Solución
Inicio: [2026-01-03T11:00:00.000Z moment]
Plazo: 10 horas laborables (alta)
Vence [2026-01-07T13:00:00.000Z moment]
Horario que cuenta: lun–vie 09:00–14:00, 15:30–18:30; sáb 10:00–13:00 (Europe/Madrid)
Contado: sáb, 3 ene 12:00–13:00 (1 hora)
Contado: lun, 5 ene 09:00–13:00 (4 horas)
Contado: mié, 7 ene 09:00–14:00 (5 horas)
En total: 10 horas
Otro horario: lun, 5 ene 09:00–13:00
No contado: mar, 6 ene, cerrado
`,
      },
    },
    "grace after a change of severity": {
      kind: "firstResponse",
      calendar: always,
      start: "2026-01-12T10:00:00+01:00",
      target: { ms: 4 * hour },
      due: "2026-01-12T14:59:10+01:00",
      madeAt: "2026-01-12T13:59:10+01:00",
      earlier: [
        { severity: "low", madeAt: at("2026-01-12T10:00:00+01:00"), due: at("2026-01-13T10:00:00+01:00") },
        { severity: "medium", madeAt: at("2026-01-12T11:00:00+01:00"), due: at("2026-01-12T18:00:00+01:00") },
      ],
      reads: {
        en: `
First answer
Started [2026-01-12T09:00:00.000Z moment]
Target: 4 hours, day and night (high)
Due [2026-01-12T13:59:10.000Z moment]
Set anew on Mon 12 Jan, 13:59:10: never due before then plus a grace share of the target (1 hour)
Hours that count: day and night, every day
Counted: Mon 12 Jan 10:00:00–14:59:10 (4 hours, 59 minutes, 10 seconds)
Earlier target: medium, due [2026-01-12T17:00:00.000Z moment] · valid until [2026-01-12T12:59:10.000Z moment]
Earlier target: low, due [2026-01-13T09:00:00.000Z moment] · valid until [2026-01-12T10:00:00.000Z moment]
`,
        es: `
Primera respuesta
Inicio: [2026-01-12T09:00:00.000Z moment]
Plazo: 4 horas, de día y de noche (alta)
Vence [2026-01-12T13:59:10.000Z moment]
Fijado de nuevo el lun, 12 ene, 13:59:10: nunca vence antes de ese momento más un margen del plazo (1 hora)
Horario que cuenta: las 24 horas, todos los días
Contado: lun, 12 ene 10:00:00–14:59:10 (4 horas, 59 minutos y 10 segundos)
Plazo anterior: media, vencía [2026-01-12T17:00:00.000Z moment] · válido hasta [2026-01-12T12:59:10.000Z moment]
Plazo anterior: baja, vencía [2026-01-13T09:00:00.000Z moment] · válido hasta [2026-01-12T10:00:00.000Z moment]
`,
      },
    },
    "clocks that go forward": {
      kind: "firstResponse",
      calendar: late,
      start: "2027-03-27T17:00:00+01:00",
      target: { ms: 4.5 * hour },
      reads: {
        en: `
First answer
Started [2027-03-27T16:00:00.000Z moment]
Target: 4 hours, 30 minutes of working time (high)
Due [2027-03-28T02:30:00.000Z moment]
Hours that count: Mon–Sun 00:00–18:00 (Europe/Madrid)
Counted: Sat 27 Mar 17:00–18:00 (1 hour)
Counted: Sun 28 Mar 00:00–04:30 (3 hours, 30 minutes)
In all: 4 hours, 30 minutes
Clocks go forward by 1 hour on Sun 28 Mar (Europe/Madrid)
`,
        es: `
Primera respuesta
Inicio: [2027-03-27T16:00:00.000Z moment]
Plazo: 4 horas y 30 minutos de horario laboral (alta)
Vence [2027-03-28T02:30:00.000Z moment]
Horario que cuenta: lun–dom 00:00–18:00 (Europe/Madrid)
Contado: sáb, 27 mar 17:00–18:00 (1 hora)
Contado: dom, 28 mar 00:00–04:30 (3 horas y 30 minutos)
En total: 4 horas y 30 minutos
Los relojes se adelantan 1 hora el dom, 28 mar (Europe/Madrid)
`,
      },
    },
    "clocks that go back": {
      kind: "firstResponse",
      calendar: always,
      start: "2027-10-31T00:00:00+02:00",
      target: { ms: 6 * hour },
      reads: {
        en: `
First answer
Started [2027-10-30T22:00:00.000Z moment]
Target: 6 hours, day and night (high)
Due [2027-10-31T04:00:00.000Z moment]
Hours that count: day and night, every day
Counted: Sun 31 Oct 00:00–05:00 (6 hours)
Clocks go back by 1 hour on Sun 31 Oct (Europe/Madrid)
`,
        es: `
Primera respuesta
Inicio: [2027-10-30T22:00:00.000Z moment]
Plazo: 6 horas, de día y de noche (alta)
Vence [2027-10-31T04:00:00.000Z moment]
Horario que cuenta: las 24 horas, todos los días
Contado: dom, 31 oct 00:00–05:00 (6 horas)
Los relojes se atrasan 1 hora el dom, 31 oct (Europe/Madrid)
`,
      },
    },
    "a reader in Tokyo, an office in New York": {
      kind: "firstResponse",
      calendar: newYork,
      start: "2026-01-16T15:00:00-05:00",
      target: { ms: 4 * hour },
      zone: "Asia/Tokyo",
      snoozed: "2026-01-28T12:00:00Z",
      reads: {
        en: `
First answer
Started [2026-01-16T20:00:00.000Z moment]
Target: 4 working hours (high)
Due [2026-01-20T16:00:00.000Z moment]
Hours that count: Mon–Fri 09:00–17:00 (America/New_York)
What was counted, in the time of Asia/Tokyo:
Counted: Sat 17 Jan 05:00–07:00 (2 hours)
Counted: Tue 20 Jan 23:00–Wed 21 Jan, 01:00 (2 hours)
In all: 4 hours
Not counted: Mon 19 Jan, closed (America/New_York)
Reminders wait until [2026-01-20T16:00:00.000Z moment]
`,
        es: `
Primera respuesta
Inicio: [2026-01-16T20:00:00.000Z moment]
Plazo: 4 horas laborables (alta)
Vence [2026-01-20T16:00:00.000Z moment]
Horario que cuenta: lun–vie 09:00–17:00 (America/New_York)
Lo que se ha contado, en la hora de Asia/Tokyo:
Contado: sáb, 17 ene 05:00–07:00 (2 horas)
Contado: mar, 20 ene 23:00–mié, 21 ene, 01:00 (2 horas)
En total: 4 horas
No contado: lun, 19 ene, cerrado (America/New_York)
Los recordatorios esperan hasta [2026-01-20T16:00:00.000Z moment]
`,
      },
    },
    "standing still": {
      calendar: office,
      start: "2026-01-12T10:00:00+01:00",
      target: { ms: 4 * hour },
      pauses: [pause("2026-01-12T11:00:20.500+01:00", null)],
      reads: {
        en: `
Solution
Started [2026-01-12T09:00:00.000Z moment]
Target: 4 working hours (high)
Paused since Mon 12 Jan, 11:00:21: 2 hours, 59 minutes, 39 seconds left
Hours that count: Mon–Fri 09:00–14:00, 15:30–18:30; Sat 10:00–13:00 (Europe/Madrid)
Counted: Mon 12 Jan 10:00:00–11:00:21 (1 hour, 21 seconds)
`,
        es: `
Solución
Inicio: [2026-01-12T09:00:00.000Z moment]
Plazo: 4 horas laborables (alta)
En pausa desde lun, 12 ene, 11:00:21: quedan 2 horas, 59 minutos y 39 segundos
Horario que cuenta: lun–vie 09:00–14:00, 15:30–18:30; sáb 10:00–13:00 (Europe/Madrid)
Contado: lun, 12 ene 10:00:00–11:00:21 (1 hora y 21 segundos)
`,
      },
    },
    "other clocks than the reader's, and a closed date that would be closed anyway": {
      kind: "firstResponse",
      calendar: { ...newYork, holidays: ["2026-03-07", "2026-03-09"] } as Calendar,
      start: "2026-03-06T16:00:00-05:00",
      target: { ms: 2 * hour },
      reads: {
        en: `
First answer
Started [2026-03-06T21:00:00.000Z moment]
Target: 2 working hours (high)
Due [2026-03-10T14:00:00.000Z moment]
Hours that count: Mon–Fri 09:00–17:00 (America/New_York)
What was counted, in the time of Europe/Madrid:
Counted: Fri 6 Mar 22:00–23:00 (1 hour)
Counted: Tue 10 Mar 14:00–15:00 (1 hour)
In all: 2 hours
Not counted: Mon 9 Mar, closed (America/New_York)
Clocks go forward by 1 hour on Sun 8 Mar (America/New_York)
`,
        es: `
Primera respuesta
Inicio: [2026-03-06T21:00:00.000Z moment]
Plazo: 2 horas laborables (alta)
Vence [2026-03-10T14:00:00.000Z moment]
Horario que cuenta: lun–vie 09:00–17:00 (America/New_York)
Lo que se ha contado, en la hora de Europe/Madrid:
Contado: vie, 6 mar 22:00–23:00 (1 hora)
Contado: mar, 10 mar 14:00–15:00 (1 hora)
En total: 2 horas
No contado: lun, 9 mar, cerrado (America/New_York)
Los relojes se adelantan 1 hora el dom, 8 mar (America/New_York)
`,
      },
    },
    "more than twelve days, over the new year": {
      kind: "firstResponse",
      calendar: office,
      start: "2026-12-18T09:00:00+01:00",
      target: { ms: 100 * hour },
      reads: {
        en: `
First answer
Started [2026-12-18T08:00:00.000Z moment]
Target: 100 working hours (high)
Due [2027-01-05T11:00:00.000Z moment]
Hours that count: Mon–Fri 09:00–14:00, 15:30–18:30; Sat 10:00–13:00 (Europe/Madrid)
Counted: Fri, 18 Dec 2026 09:00–14:00, 15:30–18:30 (8 hours)
Counted: Sat, 19 Dec 2026 10:00–13:00 (3 hours)
Counted: Mon, 21 Dec 2026 09:00–14:00, 15:30–18:30 (8 hours)
Counted: Tue, 22 Dec 2026 09:00–14:00, 15:30–18:30 (8 hours)
Counted: Wed, 23 Dec 2026 09:00–14:00, 15:30–18:30 (8 hours)
Counted: Thu, 24 Dec 2026 09:00–14:00, 15:30–18:30 (8 hours)
Counted: Sat, 26 Dec 2026 10:00–13:00 (3 hours)
Counted: Mon, 28 Dec 2026 09:00–14:00, 15:30–18:30 (8 hours)
Counted: Tue, 29 Dec 2026 09:00–14:00, 15:30–18:30 (8 hours)
Counted: Wed, 30 Dec 2026 09:00–14:00, 15:30–18:30 (8 hours)
Counted: Thu, 31 Dec 2026 09:00–14:00, 15:30–18:30 (8 hours)
Counted: Fri, 1 Jan 2027 09:00–14:00, 15:30–18:30 (8 hours)
and 3 more days (14 hours)
In all: 100 hours
Not counted: Fri, 25 Dec 2026, closed
`,
        es: `
Primera respuesta
Inicio: [2026-12-18T08:00:00.000Z moment]
Plazo: 100 horas laborables (alta)
Vence [2027-01-05T11:00:00.000Z moment]
Horario que cuenta: lun–vie 09:00–14:00, 15:30–18:30; sáb 10:00–13:00 (Europe/Madrid)
Contado: vie, 18 dic 2026 09:00–14:00, 15:30–18:30 (8 horas)
Contado: sáb, 19 dic 2026 10:00–13:00 (3 horas)
Contado: lun, 21 dic 2026 09:00–14:00, 15:30–18:30 (8 horas)
Contado: mar, 22 dic 2026 09:00–14:00, 15:30–18:30 (8 horas)
Contado: mié, 23 dic 2026 09:00–14:00, 15:30–18:30 (8 horas)
Contado: jue, 24 dic 2026 09:00–14:00, 15:30–18:30 (8 horas)
Contado: sáb, 26 dic 2026 10:00–13:00 (3 horas)
Contado: lun, 28 dic 2026 09:00–14:00, 15:30–18:30 (8 horas)
Contado: mar, 29 dic 2026 09:00–14:00, 15:30–18:30 (8 horas)
Contado: mié, 30 dic 2026 09:00–14:00, 15:30–18:30 (8 horas)
Contado: jue, 31 dic 2026 09:00–14:00, 15:30–18:30 (8 horas)
Contado: vie, 1 ene 2027 09:00–14:00, 15:30–18:30 (8 horas)
y 3 días más (14 horas)
En total: 100 horas
No contado: vie, 25 dic 2026, cerrado
`,
      },
    },
    "a promised update": {
      kind: "update",
      calendar: office,
      start: "2026-01-12T10:00:30+01:00",
      target: { ms: 7 * hour - 30_000 },
      due: "2026-01-12T20:00:00+01:00",
      reads: {
        en: `
Promised update
Started [2026-01-12T09:00:30.000Z moment]
Target: 6 hours, 59 minutes, 30 seconds of working time (high)
Due [2026-01-12T19:00:00.000Z moment]
An agent promised news for that moment: the target is the time until then.
Hours that count: Mon–Fri 09:00–14:00, 15:30–18:30; Sat 10:00–13:00 (Europe/Madrid)
Counted: Mon 12 Jan 10:00:30–14:00:00, 15:30–18:30 (6 hours, 59 minutes, 30 seconds)
In all: 6 hours, 59 minutes, 30 seconds
`,
        es: `
Novedades prometidas
Inicio: [2026-01-12T09:00:30.000Z moment]
Plazo: 6 horas, 59 minutos y 30 segundos de horario laboral (alta)
Vence [2026-01-12T19:00:00.000Z moment]
Un agente prometió novedades para ese momento: el plazo es el tiempo hasta entonces.
Horario que cuenta: lun–vie 09:00–14:00, 15:30–18:30; sáb 10:00–13:00 (Europe/Madrid)
Contado: lun, 12 ene 10:00:30–14:00:00, 15:30–18:30 (6 horas, 59 minutos y 30 segundos)
En total: 6 horas, 59 minutos y 30 segundos
`,
      },
    },
    "a working day": {
      kind: "firstResponse",
      calendar: office,
      start: "2026-01-12T16:00:00+01:00",
      target: { days: 1 },
      reads: {
        en: `
First answer
Started [2026-01-12T15:00:00.000Z moment]
Target: 1 working day (high)
Due [2026-01-13T15:00:00.000Z moment]
Hours that count: Mon–Fri 09:00–14:00, 15:30–18:30; Sat 10:00–13:00 (Europe/Madrid)
Counted: Mon 12 Jan 16:00–18:30 (2 hours, 30 minutes)
Counted: Tue 13 Jan 09:00–14:00, 15:30–16:00 (5 hours, 30 minutes)
In all: 8 hours
`,
        es: `
Primera respuesta
Inicio: [2026-01-12T15:00:00.000Z moment]
Plazo: 1 día laborable (alta)
Vence [2026-01-13T15:00:00.000Z moment]
Horario que cuenta: lun–vie 09:00–14:00, 15:30–18:30; sáb 10:00–13:00 (Europe/Madrid)
Contado: lun, 12 ene 16:00–18:30 (2 horas y 30 minutos)
Contado: mar, 13 ene 09:00–14:00, 15:30–16:00 (5 horas y 30 minutos)
En total: 8 horas
`,
      },
    },
  };

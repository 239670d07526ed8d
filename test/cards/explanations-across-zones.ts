import type { Calendar } from "../../src/sla/calendar.ts";
import { always, calendarIn, workdays } from "../support/clocks/calendars.ts";
import { type WholeExplanation, hour, late, office } from "./samples/explained-case.ts";

const newYork = calendarIn("America/New_York", { hours: workdays("09:00-17:00"), holidays: ["2026-01-19"] });

/** Explanations of long spans, and of clocks that are turned or read in another zone. */
export const acrossZones: Readonly<Record<string, WholeExplanation>> = {
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
};

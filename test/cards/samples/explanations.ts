import { always } from "../../support/clocks/calendars.ts";
import { type WholeExplanation, at, hour, late, minute, office, pause } from "./explained-case.ts";
import { acrossZones } from "../explanations-across-zones.ts";

/** Explanations of clocks in one zone. */
const inOneZone: Readonly<Record<string, WholeExplanation>> = {
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
Set again on Mon 12 Jan, 13:59:10: never due before then plus a grace share of the target (1 hour)
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
An agent promised an update for that moment: the target is the time until then.
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

export const explanations: Readonly<Record<string, WholeExplanation>> = { ...inOneZone, ...acrossZones };

import type { terms as english } from "../en/terms.ts";
import type { Translation } from "../translation.ts";

/** In Spanish: the words for things: severities, states, clocks, facts, lengths of time and promises. */
export const terms: Translation<typeof english> = {
  severity: { critical: "crítica", high: "alta", medium: "media", low: "baja" },
  Severity: { critical: "Crítica", high: "Alta", medium: "Media", low: "Baja" },
  severityMeans: {
    critical: "No funciona algo esencial: acceso, reproducción o pagos",
    high: "Falla una función importante y el negocio se resiente",
    medium: "Poca o ninguna molestia; dudas de uso",
    low: "Detalles estéticos y de la interfaz",
  },
  status: { open: "Abierto", waiting: "A la espera del cliente", resolved: "Resuelto" },
  progress: {
    received: "Recibido: lo miraremos enseguida",
    looking: "Lo estamos mirando",
    waiting: "A la espera de tu respuesta",
    resolved: "Resuelto",
  },
  clock: {
    firstResponse: "Primera respuesta",
    nextResponse: "Siguiente respuesta",
    update: "Novedades prometidas",
    resolution: "Solución",
  },
  fact: {
    account: "Cuenta",
    manager: "Responsable de cuenta",
    askedBy: "Lo pide",
    severity: "Gravedad",
    status: "Estado",
    assignee: "Asignado a",
    lastWords: "Último mensaje del cliente",
  },
  target: {
    workingDays_one: "{{count}} día laborable",
    workingDays_many: "{{count}} de días laborables",
    workingDays_other: "{{count}} días laborables",
    workingHours_one: "{{count}} hora laborable",
    workingHours_many: "{{count}} de horas laborables",
    workingHours_other: "{{count}} horas laborables",
    workingMinutes_one: "{{count}} minuto laborable",
    workingMinutes_many: "{{count}} de minutos laborables",
    workingMinutes_other: "{{count}} minutos laborables",
    workingTime: "{{time}} de horario laboral",
    daysAndTime: "{{days}} y {{time}}",
    dayAndNight: "{{time}}, de día y de noche",
  },
  calendar: { always: "de día y de noche, todos los días", hours: "{{hours}} ({{zone}})" },
  promise: {
    due: "vence ",
    standsStill: "espera al cliente, quedan {{time}}",
    missed: "Incumplido: vencía ",
    met: "A tiempo: ",
    metDue: ", prometido para ",
    late: "{{time}} tarde: ",
    lateDue: " en lugar de ",
    dropped: "Ya no hay nada prometido",
    none: "Este plan no promete nada",
    answered: "Contestado ",
    onIt: "{{name}} se ocupa desde ",
  },
};

import type { explanation as english } from "../en/explanation.ts";
import type { Translation } from "../translation.ts";

/** In Spanish: why a promise is due when it is due. */
export const explanation: Translation<typeof english> = {
  show: {
    why: "Por qué vence en ese momento",
    whyEnded: "Qué se prometió",
    started: "Empezó ",
    target: "Objetivo: {{target}} ({{severity}})",
    planNamed: "Plan {{plan}}",
    calendar: "Horario que cuenta: {{hours}}",
    due: "Vence ",
    chosen: "Prometimos novedades para ese mismo momento: el objetivo es el tiempo hasta entonces.",
    graceAnew:
      "Prometido de nuevo el {{at}}: nunca vence antes de esa hora más un margen de gracia, parte del objetivo ({{time}})",
    graceLate:
      "Prometido tarde, el {{at}}: nunca vence antes de esa hora más un margen de gracia, parte del objetivo ({{time}})",
    earlier: "Prometido antes: {{severity}}, vencía ",
    heldUntil: " · vigente hasta ",
    countedIn: "Lo contado, en la hora de {{zone}}:",
    counted: "Cuenta: {{day}} {{hours}} ({{time}})",
    countedFrom: "Cuenta sin pausa desde {{from}} hasta {{to}} ({{time}})",
    countedMore_one: "y {{count}} día más ({{time}})",
    countedMore_many: "y {{count}} de días más ({{time}})",
    countedMore_other: "y {{count}} días más ({{time}})",
    countedInAll: "En total: {{time}}",
    stoodStill: "Estuvo parado desde {{from}} hasta {{to}}",
    standsStill: "Está parado desde {{from}}: quedan {{time}}",
    holiday: "No cuenta: {{day}}, cerrado",
    exception: "Otro horario: {{day}} {{hours}}",
    inZone: "{{words}} ({{zone}})",
    clocksForward: "Los relojes se adelantan {{time}} el {{day}} ({{zone}})",
    clocksBack: "Los relojes se atrasan {{time}} el {{day}} ({{zone}})",
    snoozed: "Los avisos esperan hasta ",
    nothing: "No hay ni ha habido ningún plazo.",
    heading: "{{ticket}}: por qué vence en ese momento",
  },
};

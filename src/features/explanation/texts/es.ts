import type { Translation } from "../../../i18n/translation.ts";
import type { explanation as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const explanation: Translation<typeof english> = {
  "list.more_one": "y {{count}} más",
  "list.more_many": "y {{count}} más",
  "list.more_other": "y {{count}} más",
  "show.why": "Por qué vence en ese momento",
  "show.whyEnded": "Qué se prometió",
  "show.started": "Empezó ",
  "show.target": "Objetivo: {{target}} ({{severity}})",
  "show.planNamed": "Plan {{plan}}",
  "show.calendar": "Horario que cuenta: {{hours}}",
  "show.due": "Vence ",
  "show.chosen": "Prometimos novedades para ese mismo momento: el objetivo es el tiempo hasta entonces.",
  "show.graceAnew":
    "Prometido de nuevo el {{at}}: nunca vence antes de esa hora más un margen de gracia, parte del objetivo ({{time}})",
  "show.graceLate":
    "Prometido tarde, el {{at}}: nunca vence antes de esa hora más un margen de gracia, parte del objetivo ({{time}})",
  "show.earlier": "Prometido antes: {{severity}}, vencía ",
  "show.heldUntil": " · vigente hasta ",
  "show.countedIn": "Lo contado, en la hora de {{zone}}:",
  "show.counted": "Cuenta: {{day}} {{hours}} ({{time}})",
  "show.countedFrom": "Cuenta sin pausa desde {{from}} hasta {{to}} ({{time}})",
  "show.countedMore_one": "y {{count}} día más ({{time}})",
  "show.countedMore_many": "y {{count}} de días más ({{time}})",
  "show.countedMore_other": "y {{count}} días más ({{time}})",
  "show.countedInAll": "En total: {{time}}",
  "show.stoodStill": "Estuvo parado desde {{from}} hasta {{to}}",
  "show.standsStill": "Está parado desde {{from}}: quedan {{time}}",
  "show.holiday": "No cuenta: {{day}}, cerrado",
  "show.exception": "Otro horario: {{day}} {{hours}}",
  "show.inZone": "{{words}} ({{zone}})",
  "show.clocksForward": "Los relojes se adelantan {{time}} el {{day}} ({{zone}})",
  "show.clocksBack": "Los relojes se atrasan {{time}} el {{day}} ({{zone}})",
  "show.snoozed": "Los avisos esperan hasta ",
  "show.nothing": "No hay ni ha habido ningún plazo.",
  "show.heading": "{{ticket}}: por qué vence en ese momento",
};

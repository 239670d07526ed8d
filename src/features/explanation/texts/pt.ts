import type { Translation } from "../../../i18n/languages.ts";
import type { explanation as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const explanation: Translation<typeof english> = {
  "list.more_one": "e mais {{count}}",
  "list.more_many": "e mais {{count}}",
  "list.more_other": "e mais {{count}}",
  "show.why": "Por que vence nesse momento",
  "show.whyEnded": "O que vencia e quando",
  "show.started": "Início: {{at}}",
  "show.target": "Prazo: {{target}} ({{severity}})",
  "show.planNamed": "Plano {{plan}}",
  "show.calendar": "Horário que conta: {{hours}}",
  "show.due": "Vence {{due}}",
  "show.chosen": "Um agente prometeu notícias para esse momento: o prazo é o tempo até lá.",
  "show.graceAnew": "Definido de novo em {{at}}: nunca vence antes desse momento mais uma margem do prazo ({{time}})",
  "show.graceLate":
    "Definido mais tarde, em {{at}}: nunca vence antes desse momento mais uma margem do prazo ({{time}})",
  "show.earlier": "Prazo anterior: {{severity}}, vencia {{due}} · válido até {{until}}",
  "show.countedIn": "O que foi contado, no horário de {{zone}}:",
  "show.counted": "Contado: {{day}} {{hours}} ({{time}})",
  "show.countedFrom": "Contado sem interrupção de {{from}} a {{to}} ({{time}})",
  "show.countedMore_one": "e mais {{count}} dia ({{time}})",
  "show.countedMore_many": "e mais {{count}} de dias ({{time}})",
  "show.countedMore_other": "e mais {{count}} dias ({{time}})",
  "show.countedInAll": "No total: {{time}}",
  "show.pausedFromTo": "Em pausa de {{from}} a {{to}}",
  "show.pausedSince": "Em pausa desde {{from}}: faltam {{time}}",
  "show.holiday": "Não contado: {{day}}, fechado",
  "show.exception": "Outro horário: {{day}} {{hours}}",
  "show.holidayInZone": "Não contado: {{day}}, fechado ({{zone}})",
  "show.exceptionInZone": "Outro horário: {{day}} {{hours}} ({{zone}})",
  "show.clocksForward": "Os relógios adiantam {{time}} em {{day}} ({{zone}})",
  "show.clocksBack": "Os relógios atrasam {{time}} em {{day}} ({{zone}})",
  "show.snoozed": "Os lembretes esperam até {{until}}",
  "show.nothing": "Este ticket não tem nenhum prazo.",
  "show.heading": "{{ticket}}: por que vence nesse momento",
};

import type { Translation } from "../languages.ts";
import type { charts as english } from "../en/charts.ts";

/** The Spanish sentences of charts and of the tables beside them. */
export const charts = {
  "chart.inTime": "A tiempo",
  "chart.missed": "Incumplidos",
  "chart.total": "Total",
  "chart.share": "Proporción a tiempo",
  "chart.goal": "Objetivo",
  "chart.goalAt": "Objetivo {{share}}",
  "chart.metOf": "{{met}} de {{total}} · {{share}}",
  "chart.none": "sin vencimientos",
  "chart.others": "{{count}} más",
  "chart.asTable": "Cifras en una tabla",
  "chart.tableOf": "{{title}}, en una tabla",
  "chart.empty": "Nada en este periodo",
  "chart.attainment": "A tiempo: {{met}} de {{total}}, {{share}}. Incumplidos: {{breached}}.",
  "chart.lowest": "{{first}} El valor más bajo: {{label}} con {{share}}.",
  "chart.day": "Día",
  "chart.week": "Semana del",
  "chart.month": "Mes",
  "chart.span": "Desde {{first}} hasta {{last}}. {{series}}.",
  "chart.seriesSum": "{{name}}: {{sum}} en total",
  "chart.seriesRange": "{{name}}: entre {{least}} y {{most}}",
  "chart.seriesEmpty": "{{name}}: nada",
  "chart.time": "Tiempo",
  "chart.tickets": "Cantidad",
  "chart.part": "Proporción",
  "chart.underTime": "menos de {{to}}",
  "chart.fromTime": "de {{from}} a {{to}}",
  "chart.overTime": "{{from}} o más",
  "chart.within": "El {{percent}} en {{time}} como máximo",
  "chart.percentile": "El {{percent}} tardó como máximo",
  "chart.distribution": "{{total}} en total. {{marks}}.",
  "chart.hours":
    "{{total}} en total. El máximo: {{day}}, {{hour}}, con {{most}}. Las horas son de la zona horaria {{zone}}.",
  "chart.hourShares": "El valor más bajo: {{day}}, {{hour}}, con {{least}}. Las horas son de la zona horaria {{zone}}.",
} as const satisfies Translation<typeof english>;

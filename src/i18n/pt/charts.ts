import type { Translation } from "../languages.ts";
import type { charts as english } from "../en/charts.ts";

/** The Portuguese sentences of charts and of the tables beside them. */
export const charts = {
  "chart.inTime": "No prazo",
  "chart.missed": "Prazo perdido",
  "chart.total": "Total",
  "chart.share": "Proporção no prazo",
  "chart.goal": "Meta",
  "chart.goalAt": "Meta {{share}}",
  "chart.metOf": "{{met}} de {{total}} · {{share}}",
  "chart.none": "nenhum prazo",
  "chart.others": "mais {{count}}",
  "chart.asTable": "Números em uma tabela",
  "chart.tableOf": "{{title}}, em uma tabela",
  "chart.empty": "Nada neste período",
  "chart.attainment": "No prazo: {{met}} de {{total}}, {{share}}. Prazo perdido: {{breached}}.",
  "chart.lowest": "{{first}} O menor valor: {{label}} com {{share}}.",
  "chart.day": "Dia",
  "chart.week": "Semana de",
  "chart.month": "Mês",
  "chart.span": "De {{first}} a {{last}}. {{series}}.",
  "chart.seriesSum": "{{name}}: {{sum}} no total",
  "chart.seriesRange": "{{name}}: entre {{least}} e {{most}}",
  "chart.seriesEmpty": "{{name}}: nada",
  "chart.time": "Tempo",
  "chart.tickets": "Quantidade",
  "chart.part": "Proporção",
  "chart.underTime": "menos de {{to}}",
  "chart.fromTime": "de {{from}} a {{to}}",
  "chart.overTime": "{{from}} ou mais",
  "chart.within": "{{percent}} em até {{time}}",
  "chart.percentile": "{{percent}} levaram no máximo",
  "chart.distribution": "{{total}} no total. {{marks}}.",
  "chart.hours":
    "{{total}} no total. O máximo: {{day}}, {{hour}}, com {{most}}. As horas são do fuso horário {{zone}}.",
  "chart.hourShares": "O menor valor: {{day}}, {{hour}}, com {{least}}. As horas são do fuso horário {{zone}}.",
} as const satisfies Translation<typeof english>;

import type { Translation } from "../../../i18n/languages.ts";
import type { report as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const report: Translation<typeof english> = {
  "deskReport.everything": "Todas as contas",
  "deskReport.accountsOf": "Contas de {{name}}",
  "deskReport.today": "Hoje",
  "deskReport.yesterday": "Ontem",
  "deskReport.lastYear": "O ano passado",
  "deskReport.met": "{{met}} de {{total}} no prazo ({{share}})",
  "deskReport.row": "{{label}}: {{figures}}",
  "deskReport.rowWithGoal": "{{label}}: {{figures}}, meta {{goal}}",
  "deskReport.nineOfTen": "nove em cada dez em até {{length}}",
  "deskReport.cancelled_one": "{{count}} cancelado",
  "deskReport.cancelled_many": "{{count}} de cancelados",
  "deskReport.cancelled_other": "{{count}} cancelados",
  "deskReport.late": "{{length}} de atraso",
  "deskReport.others_one": "e mais {{count}}",
  "deskReport.others_many": "e mais {{count}}",
  "deskReport.others_other": "e mais {{count}}",
  "deskReport.picture": "O gráfico está aqui ou nas suas mensagens diretas com este bot.",
  "deskReport.open": "Abrir o relatório no painel web",
  "deskReport.reports": "Relatórios",
  "deskReport.document": "Relatório: {{name}}",
  "deskReport.madeAt": "Feito em",
  "deskReport.byAccount": "Por conta",
  "deskReport.chartByAccount": "Prazos cumpridos, por conta",
  "deskReport.chartByClock": "Prazos cumpridos",
  "deskReport.unclear.several": "“{{word}}” corresponde a vários. Qual?",
  "deskReport.unclear.similar": "Nenhuma conta, pessoa ou área se chama “{{word}}”. Você quis dizer:",
  "deskReport.unclear.unknown": "Nenhuma conta, pessoa, área ou período se chama “{{word}}”.",
  "deskReport.unclear.twice":
    "Um relatório trata de um período, uma conta, um gerente, um agente e uma área: “{{word}}” está a mais.",
  "deskReport.unclear.long": "São palavras demais para um relatório. Indique uma conta, pessoa ou área, e um período.",
  "deskReport.unclear.period": "“{{word}}” não é um período.",
  "deskReport.examples":
    "Exemplos: /desk relatório semana passada, /desk relatório acme 2026-10, /desk relatório agente luis 2026-Q3",
  "forecast.line": "Risco {{share}}: {{late}} de {{all}} como este demoraram mais",
  "forecast.clockLine": "{{clock}}, risco {{share}}: {{late}} de {{all}} como este demoraram mais",
  "forecast.like.account":
    "Comparado com prazos do mesmo tipo, gravidade e conta que duraram pelo menos este tempo, começaram na mesma parte da semana e com carga parecida.",
  "forecast.like.planLoad":
    "Comparado com prazos do mesmo tipo, gravidade e plano que duraram pelo menos este tempo, começaram na mesma parte da semana e com carga parecida.",
  "forecast.like.planPart":
    "Comparado com prazos do mesmo tipo, gravidade e plano que duraram pelo menos este tempo e começaram na mesma parte da semana.",
  "forecast.like.plan": "Comparado com prazos do mesmo tipo, gravidade e plano que duraram pelo menos este tempo.",
  "forecast.like.part":
    "Comparado com prazos do mesmo tipo e gravidade que duraram pelo menos este tempo e começaram na mesma parte da semana.",
  "forecast.like.any": "Comparado com prazos do mesmo tipo e gravidade que duraram pelo menos este tempo.",
  "help.report": "/desk relatório [acme] [luis] [área] [semana passada | 2026-10 | 2026-Q3]",
  "help.reportMeans": "{{command}} mostra como os prazos foram cumpridos, com um gráfico; só você vê a resposta",
};

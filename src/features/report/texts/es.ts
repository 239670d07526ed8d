import type { Translation } from "../../../i18n/languages.ts";
import type { report as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const report: Translation<typeof english> = {
  "deskReport.everything": "Todas las cuentas",
  "deskReport.accountsOf": "Cuentas de {{name}}",
  "deskReport.today": "Hoy",
  "deskReport.yesterday": "Ayer",
  "deskReport.lastYear": "El año pasado",
  "deskReport.met": "{{met}} de {{total}} a tiempo ({{share}})",
  "deskReport.row": "{{label}}: {{figures}}",
  "deskReport.rowWithGoal": "{{label}}: {{figures}}, objetivo {{goal}}",
  "deskReport.nineOfTen": "nueve de cada diez en {{length}} o menos",
  "deskReport.cancelled_one": "{{count}} cancelado",
  "deskReport.cancelled_many": "{{count}} de cancelados",
  "deskReport.cancelled_other": "{{count}} cancelados",
  "deskReport.late": "{{length}} de retraso",
  "deskReport.others_one": "y {{count}} más",
  "deskReport.others_many": "y {{count}} más",
  "deskReport.others_other": "y {{count}} más",
  "deskReport.picture": "El gráfico está aquí o en tus mensajes directos con este bot.",
  "deskReport.open": "Abrir el informe en el panel web",
  "deskReport.reports": "Informes",
  "deskReport.document": "Informe: {{name}}",
  "deskReport.madeAt": "Hecho el",
  "deskReport.byAccount": "Por cuenta",
  "deskReport.chartByAccount": "Plazos cumplidos, por cuenta",
  "deskReport.chartByClock": "Plazos cumplidos",
  "deskReport.unclear.several": "«{{word}}» coincide con varios. ¿Cuál?",
  "deskReport.unclear.similar": "Ninguna cuenta, persona o área se llama «{{word}}». ¿Querías decir:",
  "deskReport.unclear.unknown": "Ninguna cuenta, persona, área o periodo se llama «{{word}}».",
  "deskReport.unclear.twice":
    "Un informe trata de un periodo, una cuenta, un gerente, un agente y un área: «{{word}}» sobra.",
  "deskReport.unclear.long":
    "Son demasiadas palabras para un informe. Indica una cuenta, persona o área, y un periodo.",
  "deskReport.unclear.period": "«{{word}}» no es un periodo.",
  "deskReport.examples":
    "Ejemplos: /desk informe semana pasada, /desk informe acme 2026-10, /desk informe agente luis 2026-Q3",
  "forecast.line": "Riesgo {{share}}: {{late}} de {{all}} como este tardaron más",
  "forecast.clockLine": "{{clock}}, riesgo {{share}}: {{late}} de {{all}} como este tardaron más",
  "forecast.like.account":
    "Comparado con plazos del mismo tipo, gravedad y cuenta que duraron al menos este tiempo, empezaron en la misma parte de la semana y con una carga parecida.",
  "forecast.like.planLoad":
    "Comparado con plazos del mismo tipo, gravedad y plan que duraron al menos este tiempo, empezaron en la misma parte de la semana y con una carga parecida.",
  "forecast.like.planPart":
    "Comparado con plazos del mismo tipo, gravedad y plan que duraron al menos este tiempo y empezaron en la misma parte de la semana.",
  "forecast.like.plan": "Comparado con plazos del mismo tipo, gravedad y plan que duraron al menos este tiempo.",
  "forecast.like.part":
    "Comparado con plazos del mismo tipo y gravedad que duraron al menos este tiempo y empezaron en la misma parte de la semana.",
  "forecast.like.any": "Comparado con plazos del mismo tipo y gravedad que duraron al menos este tiempo.",
  "help.report": "/desk informe [acme] [luis] [área] [semana pasada | 2026-10 | 2026-Q3]",
  "help.reportMeans": "{{command}} muestra cómo se cumplieron los plazos, con un gráfico; solo tú ves la respuesta",
};

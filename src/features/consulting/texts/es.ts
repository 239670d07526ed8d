import type { Translation } from "../../../i18n/languages.ts";
import type { consulting as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const consulting: Translation<typeof english> = {
  "history.openedConsulting": "pidió una consultoría",
  "history.consultingRouted": "avisó a {{names}} de la solicitud de consultoría",
  "help.consulting": "/ticket consultoría [tema]",
  "help.consultingMeans": "{{command}} pide al gerente de cuenta hablar de un tema",
  "refusal.consultingHasNone": "{{ticket}} es una solicitud de consultoría y no tiene gravedad.",
  "form.consultingTitle": "Consultoría",
  "form.consultingSubmit": "Pedir consultoría",
  "form.consultingTopic": "¿De qué se trata?",
  "form.consultingWhatFor": "¿Qué quiere conseguir?",
  "form.consultingWhatForHint": "Qué planea, con qué cuenta y qué le gustaría saber",
  "form.consultingTime": "¿Cuándo le gustaría hablar?",
  "form.consultingTimeHint": "Por ejemplo: el martes por la mañana, o por correo electrónico",
  "form.consultingTimeIs": "Le gustaría hablar: {{time}}",
  "form.consultingManager": "La solicitud le llega a {{name}}, gerente de cuenta.",
  "form.consultingTeam": "La solicitud le llega al equipo de soporte.",
  "form.consultingDue": "Respondemos en {{target}}. Si algo no funciona, abra un ticket: /ticket",
  "form.consultingNoTarget": "La respuesta no tiene un plazo fijo. Si algo no funciona, abra un ticket: /ticket",
  "kind.consulting": "Consultoría",
  "fact.kind": "Tipo",
  "consulting.receipt":
    "La consultoría no tiene un plazo fijo de respuesta; el gerente de cuenta o el equipo de soporte se pondrá en contacto.",
  "consulting.heading": "{{ticket}}: {{account}} pide una consultoría",
  "consulting.summary": "{{ticket}} · {{account}} pide una consultoría: {{title}}",
  "consulting.mention": "{{people}}: {{account}} pide una consultoría ({{ticket}}). ¿Quién se pone en contacto?",
  "unreached.consulting":
    "⚠ No se ha podido avisar a {{name}} de que el cliente de {{ticket}} pide una consultoría ({{why}}), y no queda nadie más a quien avisar.",
  "notified.person.consulting": "{{name}} ha recibido el aviso ({{at}}) de su solicitud de consultoría, {{ticket}}.",
  "notified.team.consulting":
    "Nuestro equipo de soporte ha recibido el aviso ({{at}}) de su solicitud de consultoría, {{ticket}}.",
};

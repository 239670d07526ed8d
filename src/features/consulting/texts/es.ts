import type { Translation } from "../../../i18n/translation.ts";
import type { consulting as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const consulting: Translation<typeof english> = {
  "history.openedConsulting": "pidió una consultoría",
  "history.consultingRouted": "avisó de la consultoría a {{names}}",
  "help.consulting": "/ticket consultoría [tema]",
  "help.consultingMeans": " pide a quien lleva tu cuenta hablar de algo con calma",
  "refusal.consultingHasNone": "{{ticket}} es una consultoría: no tiene gravedad.",
  "form.consultingTitle": "Consultoría",
  "form.consultingSubmit": "Solicitar",
  "form.consultingTopic": "¿De qué se trata?",
  "form.consultingWhatFor": "¿Qué quieres conseguir?",
  "form.consultingWhatForHint": "Qué planeas, qué tienes ya, qué te gustaría saber",
  "form.consultingTime": "¿Cuándo te gustaría hablar?",
  "form.consultingTimeHint": "Por ejemplo: el martes por la mañana, o por correo",
  "form.consultingTimeIs": "Le gustaría hablar: {{time}}",
  "form.consultingManager": "Lo recibe {{name}}, responsable de tu cuenta.",
  "form.consultingTeam": "Lo recibe el equipo de soporte.",
  "form.consultingPromise": "Tendrás respuesta en {{target}}. Si algo no funciona, abre mejor un ticket: /ticket",
  "form.consultingNoPromise": "No se promete ningún plazo. Si algo no funciona, abre mejor un ticket: /ticket",
  "way.consulting": "Consultoría",
  "way.kind": "Tipo",
  "way.consultingReceipt": "La consultoría no tiene plazo; quien lleva tu empresa se pondrá en contacto.",
  "way.consultingHeading": "{{ticket}}: {{account}} pide una consultoría",
  "way.consultingSummary": "{{ticket}} · {{account}} pide una consultoría: {{title}}",
  "way.mentionConsulting": ": {{account}} pide una consultoría ({{ticket}}). ¿Quién se pone en contacto?",
  "unreached.consulting":
    "⚠ No se pudo avisar a {{name}} de que el cliente de {{ticket}} pide una consultoría ({{why}}), y no queda nadie a quien avisar.",
  "notified.person.consulting": "{{name}} ya sabe que pides una consultoría, {{ticket}}, desde ",
  "notified.team.consulting": "Nuestro equipo de soporte ya sabe que pides una consultoría, {{ticket}}, desde ",
};

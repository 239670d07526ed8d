import type { Translation } from "../../../i18n/translation.ts";
import type { escalation as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const escalation: Translation<typeof english> = {
  "history.escalated": "lo escaló a la dirección de soporte; avisados: {{names}}",
  "history.escalatedWhy": "lo escaló a la dirección de soporte: {{why}}; avisados: {{names}}",
  "history.told": "avisó a {{name}}",
  "help.escalate": "/ticket escalar 1042 [por qué]",
  "help.escalateMeans":
    " lo escala a la dirección de soporte, si se ha incumplido un plazo o si tu plan lo permite siempre",
  "refusal.notBreached": "Nuestro plazo en {{ticket}} corre hasta el {{due}}. Si no puede esperar: {{contact}}.",
  "refusal.nothingBroken": "En {{ticket}} no se ha incumplido ningún plazo. Si no puede esperar: {{contact}}.",
  "refusal.escalatedAlready":
    "{{ticket}} se escaló a la dirección de soporte el {{at}}. Si no hay respuesta, repítelo después del {{again}}.",
  "done.escalated": "{{ticket}} se ha escalado a la dirección de soporte. En su hilo leerás quién lo sabe.",
  "way.label": "Si necesitas más",
  "way.escalatedHeading": "Te han escalado {{ticket}}",
  "way.escalatedSummary": "{{ticket}} · {{account}}: {{name}} acude a la dirección de soporte",
  "way.escalatedBy": "{{name}} pide que la dirección de soporte lo mire, ",
  "way.broken": "Plazo incumplido: ",
  "way.brokenSince": "{{clock}}, vencía ",
  "way.notBreached": "No hay ningún plazo incumplido; aun así, se ha elevado.",
  "way.whyAsked": "Por qué",
  "way.neverWrote": "Nada desde que se abrió",
  "way.lastReply": "Nuestra última respuesta",
  "way.neverReplied": "Ninguna todavía",
  "way.escalatedInternal": "{{name}} ha escalado {{ticket}} a la dirección de soporte. Avisados: {{names}}.",
  "way.escalatedNobody":
    "{{name}} ha escalado {{ticket}} a la dirección de soporte, y no se puede avisar a nadie con ese papel. Avisados: {{names}}.",
  "way.mentionEscalation":
    ": {{name}} escala {{ticket}} ({{account}}) a la dirección de soporte. Hay que mirarlo ahora.",
  "unreached.escalation":
    "⚠ No se pudo avisar a {{name}} de que {{ticket}} se ha escalado a la dirección de soporte ({{why}}), y no queda nadie a quien avisar.",
  "notified.person.escalation": "{{name}} ya sabe que {{ticket}} no puede esperar, desde ",
  "notified.team.escalation": "Nuestro equipo de soporte ya sabe que {{ticket}} no puede esperar, desde ",
  "way.headOfSupport": "{{name}}, de la dirección de soporte,",
  "way.managerOfAccount": "{{name}}, responsable de tu cuenta,",
  "way.mayEscalate": "El cliente ya puede escalarlo a la dirección de soporte.",
  "way.mayEscalateAlways": "El cliente puede escalarlo a la dirección de soporte, como en cualquier momento.",
  "way.escalated": "Escalado a la dirección de soporte",
  "way.escalatedFact": "por {{name}}, ",
  "way.knows": "{{name}} lo sabe desde ",
  "way.nobodyKnows": "aún no se ha podido avisar a nadie",
};

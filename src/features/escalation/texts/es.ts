import type { Translation } from "../../../i18n/languages.ts";
import type { escalation as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const escalation: Translation<typeof english> = {
  "history.escalated": "escaló el ticket a la dirección de soporte; avisados: {{names}}",
  "history.escalatedWhy": "escaló el ticket a la dirección de soporte: {{why}}; avisados: {{names}}",
  "history.notified": "avisó a {{name}}",
  "help.escalate": "/ticket escalar 1042 [motivo]",
  "help.escalateMeans":
    "{{command}} lo escala a la dirección de soporte, si hemos incumplido un plazo o si el plan lo permite siempre",
  "refusal.notBreached":
    "{{ticket}} todavía está en plazo: vence el {{due}}. Si no puede esperar hasta entonces: {{contact}}.",
  "refusal.nothingBreached": "{{ticket}} está en plazo. Si no puede esperar: {{contact}}.",
  "refusal.escalatedAlready":
    "{{ticket}} ya se escaló a la dirección de soporte el {{at}}. Si no hay respuesta, vuelva a escalarlo después del {{again}}.",
  "done.escalated":
    "{{ticket}} pasa ahora a la dirección de soporte. En el hilo del ticket verá a quién se ha avisado.",
  "buttons.needMore": "Si necesita algo más",
  "escalation.heading": "{{ticket}} se te ha escalado",
  "escalation.summary": "{{ticket}} · {{account}}: {{name}} escala a la dirección de soporte",
  "escalation.askedBy": "{{name}} pidió a la dirección de soporte que lo revise, {{at}}",
  "escalation.breached": "Incumplido: {{clock}}, vencía {{due}}",
  "escalation.notBreached": "Ningún plazo está incumplido; aun así se ha escalado el ticket.",
  "escalation.reason": "Motivo",
  "fact.noCustomerMessage": "Ninguno desde que se abrió el ticket",
  "fact.lastReply": "Nuestra última respuesta",
  "fact.noReplyYet": "Ninguna todavía",
  "escalation.escalated": "{{name}} ha escalado {{ticket}} a la dirección de soporte. Avisados: {{names}}.",
  "escalation.escalatedNoHead":
    "{{name}} ha escalado {{ticket}} a la dirección de soporte, pero no se puede avisar a nadie con ese rol. Avisados: {{names}}.",
  "escalation.mention":
    "{{people}}: {{name}} escala {{ticket}} ({{account}}) a la dirección de soporte. Hay que revisarlo ahora.",
  "unreached.escalation":
    "⚠ No se ha podido avisar a {{name}} de que {{ticket}} se ha escalado a la dirección de soporte ({{why}}), y no queda nadie más a quien avisar.",
  "notified.person.escalation": "{{name}} ha recibido el aviso ({{at}}) de que {{ticket}} no puede esperar.",
  "notified.team.escalation":
    "Nuestro equipo de soporte ha recibido el aviso ({{at}}) de que {{ticket}} no puede esperar.",
  "person.headOfSupport": "{{name}}, de la dirección de soporte,",
  "person.accountManager": "{{name}}, gerente de su cuenta,",
  "escalation.allowed": "El cliente ya puede escalarlo a la dirección de soporte.",
  "escalation.allowedAlways": "El cliente puede escalarlo a la dirección de soporte, como en cualquier momento.",
  "fact.escalated": "Escalado a la dirección de soporte",
  "escalation.by": "por {{name}}, {{at}}",
  "page.notifiedAt": "aviso a {{name}}: {{at}}",
  "page.nobodyNotified": "todavía no se ha avisado a nadie",
};

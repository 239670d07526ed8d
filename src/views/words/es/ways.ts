import type { ways as english } from "../en/ways.ts";
import type { Translation } from "../translation.ts";

/** In Spanish: the customer's ways up, and what the desk makes of them. */
export const ways: Translation<typeof english> = {
  way: {
    label: "Si necesitas más",
    escalate: "Llevarlo a dirección de soporte",
    contactThread: "escribe en el hilo del ticket",
    escalatedHeading: "{{ticket}} ha llegado a ti",
    escalatedSummary: "{{ticket}} · {{account}}: {{name}} acude a la dirección de soporte",
    escalatedBy: "{{name}} pide que la dirección de soporte lo mire, ",
    broken: "Plazo incumplido: ",
    brokenSince: "{{clock}}, vencía ",
    notBroken: "No hay ningún plazo incumplido; aun así, se ha elevado.",
    whyAsked: "Por qué",
    neverWrote: "Nada desde que se abrió",
    lastReply: "Nuestra última respuesta",
    neverReplied: "Ninguna todavía",
    escalatedInternal: "{{name}} ha llevado {{ticket}} a la dirección de soporte. Avisados: {{names}}.",
    escalatedNobody:
      "{{name}} ha llevado {{ticket}} a la dirección de soporte, y no se puede avisar a nadie con ese papel. Avisados: {{names}}.",
    mentionEscalation: ": {{name}} lleva {{ticket}} ({{account}}) a la dirección de soporte. Hay que mirarlo ahora.",
    unreachedEscalation:
      "⚠ No se pudo avisar a {{name}} de que {{ticket}} ha llegado a la dirección de soporte ({{why}}), y no queda nadie a quien avisar.",
    toldEscalation: "{{name}} ya sabe que {{ticket}} no puede esperar, desde ",
    toldEscalationTeam: "Nuestro equipo de soporte ya sabe que {{ticket}} no puede esperar, desde ",
    headOfSupport: "{{name}}, de la dirección de soporte,",
    managerOfAccount: "{{name}}, responsable de tu cuenta,",
    mayEscalate: "El cliente puede llevarlo ya a la dirección de soporte.",
    escalated: "Llevado a dirección de soporte",
    escalatedFact: "por {{name}}, ",
    escalatedTold: "{{name}} lo sabe desde ",
    escalatedUntold: "aún no se ha podido avisar a nadie",
  },
};

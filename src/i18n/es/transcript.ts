import type { transcript as english } from "../en/transcript.ts";
import type { Translation } from "../translation.ts";

/** In Spanish: what a ticket's transcript says, and what a fact changed on a ticket. */
export const transcript: Translation<typeof english> = {
  changed: {
    line: "{{what}}: {{before}} → {{after}}",
    conversation: "Conversación",
    inChannel: "canal {{name}}",
    inDirect: "mensajes directos",
    unknown: "desconocida",
    due: "vence {{when}}",
    met: "cumplido",
    late: "incumplido",
    dropped: "ya sin compromiso",
    none: "sin compromiso",
  },
  transcript: {
    heading: "Transcripción de {{ticket}}: {{title}}",
    madeAt: "Hecha el {{when}}. Las horas son de {{zone}}.",
    leftOut_one:
      "Falta {{count}} entrada anterior, porque la transcripción sería demasiado larga. El equipo de soporte puede exportarla entera.",
    leftOut_many:
      "Faltan {{count}} entradas anteriores, porque la transcripción sería demasiado larga. El equipo de soporte puede exportarla entera.",
    leftOut_other:
      "Faltan {{count}} entradas anteriores, porque la transcripción sería demasiado larga. El equipo de soporte puede exportarla entera.",
    filesElsewhere: "Los archivos mismos están en las transcripciones html y json, si no son demasiado grandes.",
    forStaff: "Solo para el equipo de soporte: incluye las notas internas.",
    askedBy: "Pedido por",
    edited: "lo corrigió:",
    deleted: "se borró un mensaje de {{author}}",
    tookBack: "retiró lo que había escrito",
    gone: "(retirado)",
    internal: "interno",
    customer: "cliente",
    support: "soporte",
    gave: "La transcripción de {{ticket}} está lista: {{name}}, aquí o en tus mensajes directos con este bot.",
    opened: "abrió el ticket con gravedad {{severity}}",
    severity: "cambió la gravedad de {{from}} a {{to}}",
    updatePromised: "prometió noticias para el {{due}}",
    waited: "espera la respuesta del cliente",
    resolved: "lo dio por resuelto",
    reopened: "lo volvió a abrir",
  },
};

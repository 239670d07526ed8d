import type { Translation } from "../../../i18n/translation.ts";
import type { transcript as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const transcript: Translation<typeof english> = {
  "help.transcript": "/ticket transcripción 1042 [md | html | json]",
  "help.transcriptMeansCustomer": " te da la conversación como archivo",
  "help.transcriptMeansStaff": " te lo da todo como archivo, también las notas internas",
  "transcript.heading": "Transcripción de {{ticket}}: {{title}}",
  "transcript.madeAt": "Hecha el {{when}}. Las horas son de {{zone}}.",
  "transcript.leftOut_one":
    "Falta {{count}} entrada anterior, porque la transcripción sería demasiado larga. El equipo de soporte puede exportarla entera.",
  "transcript.leftOut_many":
    "Faltan {{count}} entradas anteriores, porque la transcripción sería demasiado larga. El equipo de soporte puede exportarla entera.",
  "transcript.leftOut_other":
    "Faltan {{count}} entradas anteriores, porque la transcripción sería demasiado larga. El equipo de soporte puede exportarla entera.",
  "transcript.filesElsewhere":
    "Los archivos mismos están en las transcripciones html y json, si no son demasiado grandes.",
  "transcript.forStaff": "Solo para el equipo de soporte: incluye las notas internas.",
  "transcript.askedBy": "Pedido por",
  "transcript.edited": "lo corrigió:",
  "transcript.deleted": "se borró un mensaje de {{author}}",
  "transcript.tookBack": "retiró lo que había escrito",
  "transcript.gone": "(retirado)",
  "transcript.internal": "interno",
  "transcript.customer": "cliente",
  "transcript.support": "soporte",
  "transcript.gave":
    "La transcripción de {{ticket}} está lista: {{name}}, aquí o en tus mensajes directos con este bot.",
  "transcript.opened": "abrió el ticket con gravedad {{severity}}",
  "transcript.severity": "cambió la gravedad de {{from}} a {{to}}",
  "transcript.resolved": "lo dio por resuelto",
  "transcript.reopened": "lo volvió a abrir",
};

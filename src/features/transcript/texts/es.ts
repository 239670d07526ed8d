import type { Translation } from "../../../i18n/languages.ts";
import type { transcript as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const transcript: Translation<typeof english> = {
  "help.transcript": "/ticket transcripción 1042 [md | html | json]",
  "help.transcriptMeansCustomer": "{{command}} le da la conversación en un archivo",
  "help.transcriptMeansStaff": "{{command}} te da el ticket completo en un archivo, con las notas internas",
  "transcript.heading": "Transcripción de {{ticket}}: {{title}}",
  "transcript.madeAt": "Creada el {{when}}. Las horas son de {{zone}}.",
  "transcript.leftOut_one":
    "Falta {{count}} entrada anterior, porque la transcripción sería demasiado larga. El equipo de soporte puede exportarla completa.",
  "transcript.leftOut_many":
    "Faltan {{count}} de entradas anteriores, porque la transcripción sería demasiado larga. El equipo de soporte puede exportarla completa.",
  "transcript.leftOut_other":
    "Faltan {{count}} entradas anteriores, porque la transcripción sería demasiado larga. El equipo de soporte puede exportarla completa.",
  "transcript.filesElsewhere":
    "Los propios archivos están en las transcripciones html y json, si no son demasiado grandes.",
  "transcript.forStaff": "Solo para el equipo de soporte: incluye las notas internas.",
  "transcript.askedBy": "Solicitante",
  "transcript.edited": "cambió el mensaje por:",
  "transcript.deleted": "se eliminó un mensaje de {{author}}",
  "transcript.deletedOwn": "eliminó su mensaje",
  "transcript.textDeleted": "(eliminado)",
  "transcript.internal": "interno",
  "transcript.customer": "cliente",
  "transcript.support": "soporte",
  "transcript.ready":
    "La transcripción de {{ticket}} está lista: {{name}}, aquí o en los mensajes directos con este bot.",
  "transcript.opened": "abrió el ticket con gravedad {{severity}}",
  "transcript.severity": "cambió la gravedad de {{from}} a {{to}}",
  "transcript.resolved": "marcó el ticket como resuelto",
  "transcript.reopened": "volvió a abrir el ticket",
};

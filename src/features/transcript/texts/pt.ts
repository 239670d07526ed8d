import type { Translation } from "../../../i18n/languages.ts";
import type { transcript as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const transcript: Translation<typeof english> = {
  "help.transcript": "/ticket transcrição 1042 [md | html | json]",
  "help.transcriptMeansCustomer": "{{command}} dá a conversa em um arquivo",
  "help.transcriptMeansStaff": "{{command}} dá o ticket completo em um arquivo, com as notas internas",
  "transcript.heading": "Transcrição de {{ticket}}: {{title}}",
  "transcript.madeAt": "Criada em {{when}}. Os horários são de {{zone}}.",
  "transcript.leftOut_one":
    "Falta {{count}} registro anterior, porque a transcrição seria longa demais. A equipe de suporte pode exportá-la completa.",
  "transcript.leftOut_many":
    "Faltam {{count}} de registros anteriores, porque a transcrição seria longa demais. A equipe de suporte pode exportá-la completa.",
  "transcript.leftOut_other":
    "Faltam {{count}} registros anteriores, porque a transcrição seria longa demais. A equipe de suporte pode exportá-la completa.",
  "transcript.filesElsewhere": "Os próprios arquivos estão nas transcrições html e json, se não forem grandes demais.",
  "transcript.forStaff": "Só para a equipe de suporte: inclui as notas internas.",
  "transcript.askedBy": "Solicitante",
  "transcript.edited": "mudou a mensagem para:",
  "transcript.deleted": "uma mensagem de {{author}} foi apagada",
  "transcript.deletedOwn": "apagou a sua mensagem",
  "transcript.textDeleted": "(apagado)",
  "transcript.internal": "interno",
  "transcript.customer": "cliente",
  "transcript.support": "suporte",
  "transcript.ready": "A transcrição de {{ticket}} está pronta: {{name}}, aqui ou nas mensagens diretas com este bot.",
  "transcript.opened": "abriu o ticket com gravidade {{severity}}",
  "transcript.severity": "mudou a gravidade de {{from}} para {{to}}",
  "transcript.resolved": "marcou o ticket como resolvido",
  "transcript.reopened": "abriu o ticket de novo",
};

import type { Translation } from "../../../i18n/translation.ts";
import type { transcript as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const transcript: Translation<typeof english> = {
  "help.transcript": "/ticket transcrição 1042 [md | html | json]",
  "help.transcriptMeansCustomer": " dá-lhe a conversa num ficheiro",
  "help.transcriptMeansStaff": " dá-lhe tudo num ficheiro, incluindo as notas internas",
  "transcript.heading": "Transcrição de {{ticket}}: {{title}}",
  "transcript.madeAt": "Feita em {{when}}. As horas são de {{zone}}.",
  "transcript.leftOut_one":
    "Falta {{count}} entrada anterior, porque a transcrição seria demasiado longa. A equipa de suporte pode exportá-la completa.",
  "transcript.leftOut_many":
    "Faltam {{count}} de entradas anteriores, porque a transcrição seria demasiado longa. A equipa de suporte pode exportá-la completa.",
  "transcript.leftOut_other":
    "Faltam {{count}} entradas anteriores, porque a transcrição seria demasiado longa. A equipa de suporte pode exportá-la completa.",
  "transcript.filesElsewhere":
    "Os próprios ficheiros estão nas transcrições html e json, se não forem demasiado grandes.",
  "transcript.forStaff": "Só para a equipa de suporte: inclui as notas internas.",
  "transcript.askedBy": "Pedido por",
  "transcript.edited": "corrigiu-o:",
  "transcript.deleted": "foi apagada uma mensagem de {{author}}",
  "transcript.tookBack": "retirou o que tinha escrito",
  "transcript.gone": "(retirado)",
  "transcript.internal": "interno",
  "transcript.customer": "cliente",
  "transcript.support": "suporte",
  "transcript.gave":
    "A transcrição de {{ticket}} está pronta: {{name}}, aqui ou nas suas mensagens diretas com este bot.",
  "transcript.opened": "abriu o ticket com gravidade {{severity}}",
  "transcript.severity": "mudou a gravidade de {{from}} para {{to}}",
  "transcript.resolved": "deu-o como resolvido",
  "transcript.reopened": "reabriu-o",
};

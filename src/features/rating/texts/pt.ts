import type { Translation } from "../../../i18n/languages.ts";
import type { rating as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const rating: Translation<typeof english> = {
  "history.rated": "avaliou o nosso trabalho: {{score}}",
  "history.ratedAnew": "avaliou o nosso trabalho: {{score}} (antes: {{before}})",
  "refusal.nothingToRate": "{{ticket}} ainda não pode ser avaliado: vamos perguntar quando estiver resolvido.",
  "refusal.ratedAlready": "Obrigado, essa pergunta já foi respondida.",
  "done.rated": "Obrigado pela sua opinião. Você pode mudar a resposta durante um dia.",
  "rating.question": "Como foi o nosso atendimento?",
  "fact.rating": "Avaliação do cliente",
  "rating.score.good": "Bom",
  "rating.score.ok": "Regular",
  "rating.score.bad": "Ruim",
  "rating.given": "{{name}} avaliou {{ticket}}: {{score}}.",
  "rating.changed": "{{name}} mudou a avaliação de {{ticket}}: {{score}} (antes: {{before}}).",
  "rating.thanks": "Obrigado, {{name}}. Sua resposta: {{score}}.",
  "rating.changeUntil": "Mudou de ideia? Você pode mudar a resposta até {{until}}",
};

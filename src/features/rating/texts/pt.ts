import type { Translation } from "../../../i18n/languages.ts";
import type { rating as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const rating: Translation<typeof english> = {
  "history.rated": "avaliou o nosso trabalho: {{score}}",
  "history.ratedAnew": "avaliou o nosso trabalho: {{score}} (antes: {{before}})",
  "history.ratedWithComment.first": "avaliou o nosso trabalho: {{score}}, e escreveu “{{comment}}”",
  "history.ratedWithComment.changed":
    "avaliou o nosso trabalho: {{score}} (antes: {{before}}), e escreveu “{{comment}}”",
  "history.ratedWithComment.commented": "escreveu sobre a avaliação {{score}}: “{{comment}}”",
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
  "rating.commented": "{{name}} escreveu sobre a avaliação de {{ticket}} ({{score}}):",
  "rating.thanks": "Obrigado, {{name}}. Sua resposta: {{score}}.",
  "rating.thanksForComment":
    "Obrigado, {{name}}. Sua resposta: {{score}}, com um comentário que só a equipe de suporte lê.",
  "rating.quoted": "“{{comment}}”",
  "rating.comment": "Adicionar um comentário",
  "rating.commentAnew": "Escrever outro comentário",
  "rating.formTitle": "Sua avaliação",
  "rating.formSubmit": "Enviar",
  "rating.formNotice": "É sobre {{ticket}}. Só a equipe de suporte lê o seu comentário.",
  "rating.formComment": "Seu comentário",
  "rating.scoreMissing": "Escolha uma das respostas.",
  "rating.changeUntil": "Mudou de ideia? Você pode mudar a resposta até {{until}}",
};

import type { Translation } from "../../../i18n/translation.ts";
import type { resolution as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const resolution: Translation<typeof english> = {
  "resolveUnanswered.title": "Resolver {{ticket}} sem resposta?",
  "resolveUnanswered.text":
    "Ainda ninguém respondeu ao cliente. Será avisado de que está resolvido, e deixa de ser devida uma resposta.",
  "resolveUnread.title": "Resolver {{ticket}}?",
  "resolveUnread.text": "A última mensagem do cliente ainda não tem resposta. Será avisado de que está resolvido.",
  "reopenConfirm.title": "Reabrir {{ticket}}?",
  "reopenConfirm.text": "O cliente é avisado de imediato, e os prazos voltam a contar.",
  "button.resolve": "Resolver",
  "button.reopen": "Reabrir",
  "conversation.howToReopen":
    "Afinal não está resolvido? Responda abaixo desta mensagem ou escreva /ticket reabrir {{number}}",
  "message.resolved":
    "{{ticket}} está resolvido. Se não estiver, responda aqui ou escreva /ticket reabrir {{number}}, e continuamos.",
  "message.reopened": "{{ticket}} está aberto de novo.",
  "history.resolved": "resolveu-o",
  "history.reopened": "reabriu-o",
  "help.close": "/ticket fechar 1042",
  "help.closeMeans": " dá-o como resolvido",
  "help.reopen": "/ticket reabrir 1042",
  "help.reopenMeans": " volta a abri-lo",
  "refusal.resolvedAlready": "{{ticket}} está resolvido. É preciso reabri-lo antes.",
  "refusal.already.resolved": "{{ticket}} já está resolvido.",
  "refusal.already.open": "{{ticket}} já está aberto.",
  "done.resolved": "{{ticket}} fica resolvido.",
  "done.reopened": "{{ticket}} está aberto de novo.",
  "talk.close": "Fechar",
  "talk.closeTitle": "Fechar {{ticket}}?",
  "talk.closeText": "Fica como resolvido. Pode ser reaberto.",
  "talk.reopen": "Reabrir",
  "talk.closed": "Obrigado por avisar. O resto está no tópico do ticket.",
  "talk.reopened": "Feito. Continuamos no tópico do ticket.",
};

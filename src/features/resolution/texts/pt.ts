import type { Translation } from "../../../i18n/languages.ts";
import type { resolution as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const resolution: Translation<typeof english> = {
  "resolveUnanswered.title": "Resolver {{ticket}} sem ter respondido?",
  "resolveUnanswered.text":
    "Nenhum agente respondeu ao cliente ainda. Ele é avisado de que o ticket está resolvido, e nenhuma resposta vence mais.",
  "resolveUnread.title": "Resolver {{ticket}}?",
  "resolveUnread.text":
    "A última mensagem do cliente ainda não tem resposta. Ele é avisado de que o ticket está resolvido.",
  "resolveOwed.title": "Resolver {{ticket}}?",
  "resolveOwed.text": "O cliente é avisado de que o ticket está resolvido. Ele deixa de esperar: {{owed}}.",
  "owed.answer": "uma resposta",
  "owed.update": "uma atualização prometida",
  "owed.call": "uma ligação",
  "owed.escalation": "a intervenção do responsável pelo suporte",
  "owed.tech": "o trabalho da equipe técnica",
  "owed.undelivered": "uma mensagem que talvez não tenha chegado a ele",
  "reopenConfirm.title": "Reabrir {{ticket}}?",
  "reopenConfirm.text": "O cliente é avisado imediatamente, e os prazos do ticket voltam a correr.",
  "button.resolve": "Resolver",
  "button.reopen": "Reabrir",
  "button.close": "Fechar",
  "conversation.howToReopen":
    "Não ficou resolvido? Responda abaixo desta mensagem ou escreva /ticket reabrir {{number}}",
  "message.resolved": "{{ticket}} está resolvido.",
  "message.howToCarryOn":
    "Se ainda precisar de nós, responda aqui ou escreva /ticket reabrir {{number}}, e continuamos.",
  "message.reopened": "{{ticket}} está aberto de novo.",
  "history.resolved": "resolveu o ticket",
  "history.reopened": "reabriu o ticket",
  "help.close": "/ticket fechar 1042",
  "help.closeMeans": "{{command}} marca um ticket como resolvido",
  "help.reopen": "/ticket reabrir 1042",
  "help.reopenMeans": "{{command}} abre de novo um ticket resolvido",
  "refusal.resolvedAlready": "{{ticket}} está resolvido. É preciso reabrir antes.",
  "refusal.already.resolved": "{{ticket}} já está resolvido.",
  "refusal.already.open": "{{ticket}} já está aberto.",
  "done.resolved": "{{ticket}} está resolvido.",
  "done.reopened": "{{ticket}} está aberto de novo.",
  "done.closedByCustomer": "Obrigado por avisar. O resto está na conversa do ticket.",
  "done.reopenedByCustomer": "Pronto. Continuamos na conversa do ticket.",
  "closeConfirm.title": "Fechar {{ticket}}?",
  "closeConfirm.text": "O ticket é marcado como resolvido. Você pode abri-lo de novo.",
};

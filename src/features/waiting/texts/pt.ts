import type { Translation } from "../../../i18n/languages.ts";
import type { waiting as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const waiting: Translation<typeof english> = {
  "button.wait": "Aguardar",
  "message.waiting": "{{ticket}} está aguardando a sua resposta: precisamos dela para continuar.",
  "history.nudged": "perguntou de novo ao cliente",
  "history.inactivityRestarted": "espera a resposta do cliente desde {{since}}",
  "history.autoClosed": "fechou o ticket, porque o cliente não respondeu",
  "history.waitStarted": "está aguardando o cliente",
  "refusal.already.waiting": "{{ticket}} já está aguardando o cliente.",
  "done.waiting": "{{ticket}} está aguardando o cliente.",
  "transcript.waitStarted": "está aguardando a resposta do cliente",
  "fact.closesAt": "Fecha sem resposta",
  "waiting.nudge": "Continuamos aguardando a sua resposta em {{ticket}}. Responda quando puder, por favor.",
  "waiting.nudgeClose":
    "Continuamos aguardando a sua resposta em {{ticket}}. Sem ela, vamos fechá-lo em {{until}}; qualquer mensagem sua o mantém aberto.",
  "waiting.autoClosed": "Não recebemos resposta em {{ticket}}, por isso ele foi fechado.",
};

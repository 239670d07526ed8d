import type { Translation } from "../../../i18n/translation.ts";
import type { waiting as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const waiting: Translation<typeof english> = {
  "button.wait": "Em espera",
  "message.waiting":
    "{{ticket}} está à sua espera: precisamos da sua resposta para continuar. Responda abaixo, por favor.",
  "history.nudged": "voltou a perguntar ao cliente",
  "history.inactivityRestarted": "conta a falta de resposta do cliente desde {{since}}",
  "history.closedSilently": "fechou-o: o cliente não voltou a responder",
  "history.waited": "está à espera do cliente",
  "refusal.already.waiting": "{{ticket}} já está à espera do cliente.",
  "done.waiting": "{{ticket}} fica à espera do cliente.",
  "transcript.waited": "está à espera da resposta do cliente",
  "way.closesAt": "Fecha sem resposta",
  "way.nudge": "Continuamos à espera da sua resposta em {{ticket}}. Responda abaixo quando puder, por favor.",
  "way.nudgeClose":
    "Continuamos à espera da sua resposta em {{ticket}}. Sem ela, fechamo-lo em {{until}}; qualquer mensagem sua abaixo mantém-no aberto.",
  "way.closedSilently":
    "Não tivemos mais notícias sobre {{ticket}}, por isso foi fechado. Se ainda for preciso, responda aqui ou escreva /ticket reabrir {{number}}, e continuamos.",
};

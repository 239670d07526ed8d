import type { Translation } from "../../../i18n/languages.ts";
import type { limits as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const limits: Translation<typeof english> = {
  "refusal.askedTooOften.transcripts":
    "Nenhuma transcrição foi criada: você pediu {{most}} em {{within}}, que é o limite. Você pode pedir a próxima a partir de {{until}}.",
  "refusal.askedTooOften.lookups":
    "Nada foi consultado: você pediu {{most}} tickets ou listas em {{within}}, que é o limite. Você pode consultar de novo a partir de {{until}}.",
  "refusal.limited.tickets.person":
    "Nenhum ticket foi aberto: você abriu {{most}} em {{within}}, que é o limite. Você pode abrir o próximo a partir de {{until}}. Se a sua mensagem é sobre um ticket aberto, você pode escrevê-la agora na conversa desse ticket.",
  "refusal.limited.tickets.account":
    "Nenhum ticket foi aberto: a sua empresa abriu {{most}} em {{within}}, que é o limite. O próximo pode ser aberto a partir de {{until}}. Se a sua mensagem é sobre um ticket aberto, você pode escrevê-la agora na conversa desse ticket.",
  "refusal.limited.messages.person":
    "Esta mensagem não foi enviada à equipe: você escreveu {{most}} mensagens em {{within}}, que é o limite. O que você escrever antes de {{until}} também não será enviado; envie de novo depois, por favor.",
  "refusal.limited.messages.account":
    "Esta mensagem não foi enviada à equipe: a sua empresa escreveu {{most}} mensagens em {{within}}, que é o limite. O que você escrever antes de {{until}} também não será enviado; envie de novo depois, por favor.",
  "collected.one": "1 ticket de uma pessoa sem conta está esperando: {{first}}",
  "collected.many": "{{total}} tickets de pessoas sem conta estão esperando: {{first}} … {{last}}",
  "collected.empty": "Nenhum ticket de pessoas sem conta está mais esperando aqui.",
  "collected.take": "Assumir",
  "collected.show": "Ver",
  "collected.account": "Indicar a conta",
  "collected.moved": "Os tickets de pessoas sem conta agora esperam em outro canal:",
  "collected.more_one":
    "e mais {{count}}: /ticket lista livres mostra esse ticket, e /ticket ver com o número dá um cartão a ele. Ele sobe quando outro ticket sai.",
  "collected.more_many":
    "e mais {{count}}: /ticket lista livres mostra esses tickets, e /ticket ver com um número dá um cartão a um deles. Eles sobem quando outros tickets saem.",
  "collected.more_other":
    "e mais {{count}}: /ticket lista livres mostra esses tickets, e /ticket ver com um número dá um cartão a um deles. Eles sobem quando outros tickets saem.",
  "collected.hint":
    "Muitas pessoas sem conta escreveram em pouco tempo, por isso os tickets delas esperam aqui. Um ticket recebe um cartão próprio quando a equipe o assume, consulta ou responde ou indica a conta, quando o cliente o fecha ou pede para falar com uma pessoa e quando um lembrete chega a este canal.",
};

import type { Translation } from "../../../i18n/translation.ts";
import type { limits as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const limits: Translation<typeof english> = {
  "refusal.askedTooOften.transcripts":
    "Não foi feita nenhuma transcrição: já pediu {{most}} em {{within}} e não são aceites mais de seguida. Poderá pedir a próxima a partir de {{until}}.",
  "refusal.askedTooOften.lookups":
    "Nada foi consultado: já pediu {{most}} tickets ou listas em {{within}} e não são aceites mais consultas de seguida. Poderá voltar a consultar a partir de {{until}}.",
  "refusal.limited.tickets.person":
    "Não foi aberto nenhum ticket: já abriu {{most}} em {{within}} e não são aceites mais de seguida. Poderá abrir o próximo a partir de {{until}}. O que disser respeito a um ticket aberto pode ser escrito já no seu tópico.",
  "refusal.limited.tickets.account":
    "Não foi aberto nenhum ticket: a sua empresa já abriu {{most}} em {{within}} e não são aceites mais de seguida. O próximo poderá ser aberto a partir de {{until}}. O que disser respeito a um ticket aberto pode ser escrito já no seu tópico.",
  "refusal.limited.messages.person":
    "Esta mensagem não chegou à equipa: já escreveu {{most}} em {{within}} e não são aceites mais de seguida. O que escrever antes de {{until}} também não chegará; volte a enviá-lo depois, por favor.",
  "refusal.limited.messages.account":
    "Esta mensagem não chegou à equipa: a sua empresa já escreveu {{most}} em {{within}} e não são aceites mais de seguida. O que escrever antes de {{until}} também não chegará; volte a enviá-lo depois, por favor.",
  "collected.one": "1 ticket de uma pessoa sem conta está à espera: {{first}}",
  "collected.many": "{{total}} tickets de pessoas sem conta estão à espera: {{first}} … {{last}}",
  "collected.empty": "Já não há aqui nenhum ticket de uma pessoa sem conta à espera.",
  "collected.take": "Assumir",
  "collected.show": "Mostrar",
  "collected.account": "Indicar a conta",
  "collected.moved": "Os tickets de pessoas sem conta esperam agora noutro canal:",
  "collected.more_one":
    "e mais {{count}}: /ticket lista livres mostra-o, e /ticket ver com o seu número dá-lhe um cartão. Sobe quando um ticket sai.",
  "collected.more_many":
    "e mais {{count}}: /ticket lista livres mostra-os, e /ticket ver com um número dá um cartão a um deles. Sobem quando saem tickets.",
  "collected.more_other":
    "e mais {{count}}: /ticket lista livres mostra-os, e /ticket ver com um número dá um cartão a um deles. Sobem quando saem tickets.",
  "collected.hint":
    "Muitas pessoas sem conta escreveram em pouco tempo, por isso os seus tickets esperam aqui. Um ticket passa a ter o seu próprio cartão quando a equipa o assume, o mostra, lhe responde ou indica a sua conta, quando o cliente o fecha ou pede para falar com uma pessoa, e quando um lembrete chega a este canal.",
};

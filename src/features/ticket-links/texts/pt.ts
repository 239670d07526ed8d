import type { Translation } from "../../../i18n/languages.ts";
import type { ticketLinks as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const ticketLinks: Translation<typeof english> = {
  "fact.links": "Outros tickets",
  "link.linked": "{{other}}",
  "link.mergedInto": "continua em {{other}}",
  "link.mergedFrom": "{{other}}, unido a este",
  "link.follows": "é continuação de {{other}}",
  "link.followedBy": "continua em {{other}}",
  "link.added.linked": "{{name}} relacionou {{ticket}} com {{other}}.",
  "link.added.mergedInto": "{{name}} uniu {{ticket}} a {{other}}: as mensagens do cliente abaixo dele aparecem lá.",
  "link.added.mergedFrom": "{{name}} uniu {{other}} a este ticket: as mensagens do cliente dele aparecem aqui.",
  "link.added.follows": "{{ticket}} é continuação de {{other}}.",
  "link.added.followedBy":
    "{{name}} escreveu abaixo de {{ticket}}, fechado há tempo demais para reabrir: a mensagem abriu {{other}}.",
  "link.added.neverReopened":
    "{{name}} escreveu abaixo de {{ticket}}, e aqui nenhum ticket é reaberto: a mensagem abriu {{other}}.",
  "history.link.linked": "relacionou o ticket com {{other}}",
  "history.link.mergedFrom": "uniu {{other}} ao ticket",
  "history.link.followedBy": "voltou a escrever e abriu {{other}}",
  "history.link.merged": "uniu o ticket a {{other}}",
  "link.continuesIn.merged":
    "{{ticket}} e {{to}} tratam da mesma coisa, por isso continuamos e respondemos em {{to}}. O que você escrever aqui chega a nós lá.",
  "link.continuesIn.closed": "{{ticket}} foi fechado há algum tempo, por isso abrimos {{to}} com a sua mensagem.",
  "link.continuesIn.neverReopened":
    "{{ticket}} está fechado, e abrimos um ticket novo para o que vem depois: abrimos {{to}} com a sua mensagem.",
  "link.continuesIn.severity":
    "Os prazos que prometemos continuam valendo. Depois disso, {{to}} tem a gravidade {{severity}}: avise-nos se o seu problema for mais urgente.",
  "link.howItGoesOn": "Este ticket continua em {{to}}, e respondemos lá. O que você escrever aqui chega a nós lá.",
  "link.done.merge": "{{ticket}} continua em {{to}}; o cliente é avisado.",
  "link.done.link": "{{ticket}} e {{to}} estão relacionados.",
  "refusal.link.continuesIn": "{{ticket}} foi unido a outro: continua em {{to}}.",
  "refusal.link.sameTicket": "Os dois números são o mesmo ticket.",
  "refusal.link.linkedAlready": "{{ticket}} já está relacionado com {{to}}.",
  "refusal.link.targetResolved":
    "{{to}} está resolvido, por isso {{ticket}} não pode continuar nele. Reabra {{to}} antes ou una {{to}} a {{ticket}}.",
  "refusal.link.otherAccount":
    "{{ticket}} e {{to}} são de clientes diferentes, por isso não podem ser unidos. Você pode relacioná-los.",
  "refusal.link.otherReaders":
    "{{ticket}} e {{to}} são lidos por pessoas diferentes, por isso o cliente de {{ticket}} não veria as respostas em {{to}}. Você pode relacioná-los.",
  "refusal.link.continuesHere": "{{to}} já continua em {{ticket}}. Una {{to}} a {{ticket}}.",
  "refusal.link.mergeWithTech":
    "A equipe técnica está trabalhando em {{ticket}}. Una {{to}} a {{ticket}} ou espere até que ela o devolva.",
  "refusal.link.callInBoth":
    "Os clientes de {{ticket}} e de {{to}} esperam uma ligação. Ligue para um deles, clique em Ligação feita e depois una os tickets.",
  "problem.whichTwo": "Quais são os dois tickets? Por exemplo: /ticket {{word}} 1042 1043",
  "help.merge": "/ticket unir 1042 a 1043",
  "help.mergeMeans": "{{command}} fecha um duplicado, que continua no outro ticket",
  "help.link": "/ticket relacionar 1042 1043",
  "help.linkMeans": "{{command}} indica que os dois tickets estão relacionados",
};

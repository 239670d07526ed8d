import type { Translation } from "../../../i18n/translation.ts";
import type { ticketLinks as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const ticketLinks: Translation<typeof english> = {
  "tie.fact": "Outros tickets",
  "tie.linked": "{{other}}",
  "tie.mergedInto": "continua em {{other}}",
  "tie.mergedFrom": "{{other}}, unido a este",
  "tie.follows": "dá continuidade a {{other}}",
  "tie.followedBy": "continua em {{other}}",
  "tie.told.linked": "{{name}} relacionou {{ticket}} com {{other}}.",
  "tie.told.mergedInto": "{{name}} uniu {{ticket}} a {{other}}: o que o cliente escrever abaixo aparece ali.",
  "tie.told.mergedFrom": "{{name}} uniu {{other}} a este ticket: o que o seu cliente escrever aparece aqui.",
  "tie.told.follows": "{{ticket}} dá continuidade a {{other}}.",
  "tie.told.followedBy":
    "{{name}} escreveu abaixo de {{ticket}}, fechado há demasiado tempo para ser reaberto: agora é {{other}}.",
  "tie.history.linked": "relacionou-o com {{other}}",
  "tie.history.mergedFrom": "uniu-lhe {{other}}",
  "tie.history.followedBy": "voltou a escrever: é {{other}}",
  "tie.history.merged": "uniu-o a {{other}}",
  "tie.continuesIn.merged":
    "{{ticket}} e {{to}} tratam do mesmo, por isso continuamos em {{to}}. O que escrever aqui chega-nos ali.",
  "tie.continuesIn.closed": "{{ticket}} foi fechado há algum tempo, por isso abrimos {{to}} com o que escreveu.",
  "tie.howItGoesOn": "Continua em {{to}}. O que escrever aqui chega-nos ali.",
  "tie.done.merge": "{{ticket}} continua em {{to}}; o seu cliente é avisado.",
  "tie.done.link": "{{ticket}} e {{to}} ficam relacionados.",
  "tie.refusal.continuesIn": "{{ticket}} foi unido a outro: continua em {{to}}.",
  "tie.refusal.sameTicket": "É o mesmo ticket.",
  "tie.refusal.linkedAlready": "{{ticket}} já está relacionado com {{to}}.",
  "tie.refusal.otherAccount":
    "{{ticket}} e {{to}} são de contas diferentes e não podem ser unidos. É possível relacioná-los.",
  "tie.which": "Quais são os dois tickets? Por exemplo: /ticket {{word}} 1042 1043",
  "tie.help.merge": "/ticket unir 1042 a 1043",
  "tie.help.mergeMeans": " fecha um duplicado, que continua no outro",
  "tie.help.link": "/ticket relacionar 1042 1043",
  "tie.help.linkMeans": " regista que estão relacionados",
};

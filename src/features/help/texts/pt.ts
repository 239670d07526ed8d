import type { Translation } from "../../../i18n/translation.ts";
import type { help as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const help: Translation<typeof english> = {
  "help.heading": "{{desk}}: como usar",
  "help.unknown": "«{{word}}» não é uma palavra conhecida.",
  "help.show": "/ticket ver 1042",
  "help.showMeans": " mostra um ticket e o que nele foi dito",
  "help.threads": "Responda no tópico de um ticket para acrescentar detalhes.",
  "help.staffThreads":
    "O tópico de um cartão de triagem é interno; só «Responder ao cliente» e o tópico do próprio cliente são públicos.",
  "help.manual": "Manual",
  "mean.unknown": "«{{word}}» não é um comando.",
  "mean.didYouMean": "Seria antes:",
  "mean.showStaff": " mostra o ticket, com ligações para o seu cartão, onde se assume, se atribui ou se responde",
  "mean.help": "/ticket ajuda",
  "mean.helpMeans": " mostra todos os comandos",
  "mean.orOpen": "Ou pretende abrir um ticket sobre isto?",
  "mean.hint": "/ticket ajuda mostra todos os comandos; /ticket novo e um título abre logo um ticket.",
};

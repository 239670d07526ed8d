import type { Translation } from "../../../i18n/languages.ts";
import type { help as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const help: Translation<typeof english> = {
  "help.heading": "{{desk}}: como usar",
  "help.unknown": "Não conheço “{{word}}”.",
  "help.show": "/ticket ver 1042",
  "help.showMeans": "{{command}} mostra um ticket e as suas mensagens",
  "help.showMeansStaff":
    "{{command}} mostra o ticket, com links para o cartão, onde você pode assumir, atribuir ou responder",
  "help.threads": "Para acrescentar detalhes, responda na conversa do ticket.",
  "help.staffThreads":
    "A conversa de um cartão de triagem é interna; só “Responder ao cliente” e a própria conversa do cliente são públicas.",
  "help.manual": "Manual",
  "help.help": "/ticket ajuda",
  "help.helpMeans": "{{command}} mostra todos os comandos",
  "suggest.unknown": "“{{word}}” não é um comando.",
  "suggest.didYouMean": "Você quis dizer:",
  "suggest.orOpen": "Ou você quer abrir um ticket sobre isto?",
  "suggest.hint": "/ticket ajuda mostra todos os comandos; /ticket novo e um título abre um ticket diretamente.",
};

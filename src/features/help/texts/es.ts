import type { Translation } from "../../../i18n/languages.ts";
import type { help as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const help: Translation<typeof english> = {
  "help.heading": "{{desk}}: cómo usarlo",
  "help.unknown": "No conozco «{{word}}».",
  "help.show": "/ticket ver 1042",
  "help.showMeans": "{{command}} muestra un ticket y sus mensajes",
  "help.showMeansStaff":
    "{{command}} muestra el ticket, con enlaces a su tarjeta, donde puedes asignártelo, asignarlo o responderlo",
  "help.threads": "Para añadir detalles, responda en el hilo del ticket.",
  "help.staffThreads":
    "El hilo de una tarjeta de triaje es interno; solo son públicos «Responder al cliente» y el propio hilo del cliente.",
  "help.manual": "Manual",
  "help.help": "/ticket ayuda",
  "help.helpMeans": "{{command}} muestra todos los comandos",
  "suggest.unknown": "«{{word}}» no es un comando.",
  "suggest.didYouMean": "¿Quería decir…?",
  "suggest.orOpen": "¿O quiere abrir un ticket sobre esto?",
  "suggest.hint": "/ticket ayuda muestra todos los comandos; /ticket nuevo y un título abre un ticket directamente.",
};

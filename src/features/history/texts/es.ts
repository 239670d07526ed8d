import type { Translation } from "../../../i18n/languages.ts";
import type { history as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const history: Translation<typeof english> = {
  "history.heading": "Historial de {{ticket}}",
  "history.empty": "Todavía no ha pasado nada.",
  "history.line": "{{at}} {{name}} {{what}}",
  "history.earlier_one": "No se muestra {{entries}} entrada anterior",
  "history.earlier_many": "No se muestran {{entries}} de entradas anteriores",
  "history.earlier_other": "No se muestran {{entries}} entradas anteriores",
  "history.unreadable": "una entrada que no se puede leer",
  "history.clock": "Plazo",
  "history.triageMention": "el canal de triaje",
  "help.history": "/ticket historial 1042",
  "help.historyMeans": "{{command}} muestra todo lo que ha pasado con un ticket, quién lo hizo y qué cambió",
  "changed.line": "{{what}}: {{before}} → {{after}}",
  "changed.conversation": "Conversación",
  "changed.inChannel": "canal {{name}}",
  "changed.inDirect": "mensajes directos",
  "changed.unknown": "desconocida",
  "changed.due": "vence {{when}}",
  "changed.met": "cumplido",
  "changed.breached": "incumplido",
  "changed.cancelled": "ya sin plazo",
  "changed.none": "sin plazo",
};

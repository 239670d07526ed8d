import type { Translation } from "../../../i18n/translation.ts";
import type { help as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const help: Translation<typeof english> = {
  "help.heading": "{{desk}}: cómo se usa",
  "help.unknown": "No conozco «{{word}}».",
  "help.show": "/ticket ver 1042",
  "help.showMeans": " muestra un ticket y lo que se ha dicho en él",
  "help.threads": "Responde en el hilo de un ticket para añadir detalles.",
  "help.staffThreads":
    "El hilo de una ficha de triaje es interno; solo «Responder al cliente» y el hilo del propio cliente son públicos.",
  "help.manual": "Manual",
  "mean.unknown": "«{{word}}» no es ningún comando.",
  "mean.didYouMean": "¿Querías decir…?",
  "mean.showStaff": " muestra el ticket, con enlaces a su ficha, donde se toma, se asigna o se responde",
  "mean.help": "/ticket ayuda",
  "mean.helpMeans": " muestra todos los comandos",
  "mean.orOpen": "¿O quieres abrir un ticket sobre esto?",
  "mean.hint": "/ticket ayuda muestra todos los comandos; /ticket nuevo y un título abre un ticket directamente.",
};

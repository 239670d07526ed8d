import type { Translation } from "../../../i18n/languages.ts";
import type { unticketed as english } from "./en.ts";

/** The Spanish sentences of this feature. Plural forms end in `_one` and `_other`. */
export const unticketed: Translation<typeof english> = {
  "unticketed.waiting_one": "💬 {{account}} ha escrito un mensaje que no tiene respuesta",
  "unticketed.waiting_many": "💬 {{account}} ha escrito {{count}} mensajes que no tienen respuesta",
  "unticketed.waiting_other": "💬 {{account}} ha escrito {{count}} mensajes que no tienen respuesta",
  "unticketed.over": "💬 {{account}} escribió en su canal",
  "unticketed.firstAtBy": "{{name}} escribió el primero el {{at}} en {{channel}}. No pertenece a ningún ticket.",
  "unticketed.firstAt": "El primero se escribió el {{at}} en {{channel}}. No pertenece a ningún ticket.",
  "unticketed.opensAt":
    "El {{at}} se abre un ticket con él, si antes no eliges o respondes. Los plazos cuentan entonces desde el primer mensaje.",
  "unticketed.whatIsIt": "¿Qué es?",
  "unticketed.look": "Ver el mensaje",
  "unticketed.choose.ticket": "Convertir en ticket",
  "unticketed.choose.elsewhere": "Respondido en otro sitio",
  "unticketed.choose.notRequest": "No es una petición",
  "unticketed.colleague": "Un compañero",
  "unticketed.became.ticket": "Ahora pertenece a {{ticket}}.",
  "unticketed.became.answered": "{{name}} respondió en el canal.",
  "unticketed.became.elsewhere": "{{name}} indicó que se respondió en otro sitio.",
  "unticketed.became.notRequest": "{{name}} indicó que no es una petición.",
  "unticketed.became.deleted": "El cliente borró lo que había escrito.",
  "unticketed.became.unreadable": "Plazo no pudo leerlo y no abrió ningún ticket. Mira en el canal.",
  "unticketed.became.unwatched": "Los mensajes de este canal ya no se vigilan.",
  "unticketed.unknown": "Plazo ya no conoce estos mensajes.",
  "unticketed.thanks": "Gracias. El mensaje de triaje ya lo indica.",
  "unticketed.explained": "💡 La próxima vez puede recibir respuesta antes",
  "unticketed.waysToAsk":
    "Escriba /ticket, mencione a Plazo en su mensaje o añádale el emoji 🎫. Así soporte lo ve enseguida. Lo que escriba aquí sin eso también se lee, pero más tarde.",
  "history.askingExplained": "explicó al cliente cómo preguntar más rápido",
};

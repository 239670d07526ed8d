import type { Translation } from "../../../i18n/languages.ts";
import type { knowledge as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const knowledge: Translation<typeof english> = {
  "message.articlesOffered":
    "Antes de abrir el ticket se ofrecieron al cliente estos artículos del manual: {{titles}}. No resolvieron el problema.",
  "history.articlesOffered": "recibió antes estos artículos del manual: {{titles}}",
  "list.manualSolved_one": "El manual ha resuelto {{count}} solicitud antes de que fuera un ticket.",
  "list.manualSolved_many": "El manual ha resuelto {{count}} de solicitudes antes de que fueran tickets.",
  "list.manualSolved_other": "El manual ha resuelto {{count}} solicitudes antes de que fueran tickets.",
  "offer.articles": "Antes de abrir su ticket: ¿le ayuda alguno de estos artículos?",
  "offer.solved": "Esto lo ha resuelto",
  "offer.openAnyway": "Abrir el ticket",
  "offer.opensByItself": "Si no elige nada, el ticket se abre automáticamente ({{at}}). No se pierde nada.",
  "offer.thanks":
    "Nos alegra que le haya servido. No se ha abierto ningún ticket; si el problema vuelve, escriba /ticket.",
  "offer.over": "Eso ya está decidido.",
  "offer.overTicket": "Eso ya está decidido: forma parte de {{ticket}}.",
  "offer.withdrawn":
    "Has borrado lo que escribiste, así que no se ha enviado nada. Ya no hace falta que respondas a la pregunta.",
  "offer.which": "Tiene un ticket abierto, {{heading}}. ¿Este mensaje es sobre ese ticket?",
  "offer.add": "Añadirlo a {{ticket}}",
  "offer.fresh": "Abrir un ticket nuevo",
  "offer.addsByItself": "Si no elige nada, el mensaje se añade a ese ticket ({{at}}). No se pierde nada.",
  "offer.added": "Añadido a {{ticket}}.",
  "offer.choices": "Su elección",
};

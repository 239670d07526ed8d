import type { Translation } from "../../../i18n/translation.ts";
import type { knowledge as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const knowledge: Translation<typeof english> = {
  "message.articlesOffered": "Antes de abrirlo se ofreció el manual: {{titles}}. No sirvió.",
  "history.articlesOffered": "antes recibió artículos del manual: {{titles}}",
  "list.manualSolved_one": "El manual ha resuelto {{count}} consulta antes de que fuera un ticket.",
  "list.manualSolved_many": "El manual ha resuelto {{count}} consultas antes de que fueran tickets.",
  "list.manualSolved_other": "El manual ha resuelto {{count}} consultas antes de que fueran tickets.",
  "offer.articles": "Antes de abrir tu ticket: ¿te sirve alguno de estos?",
  "offer.solved": "Me ha servido",
  "offer.openAnyway": "Abrir el ticket",
  "offer.opensByItself": "No se pierde nada: si no eliges, el ticket se abre solo a las ",
  "offer.thanks": "Nos alegra que haya servido. No se ha abierto ningún ticket; si vuelve a pasar, escribe /ticket.",
  "offer.over": "Eso ya está decidido.",
  "offer.overTicket": "Eso ya está decidido: forma parte de {{ticket}}.",
  "offer.which": "Tienes un ticket abierto, {{heading}}. ¿Esto tiene que ver con él?",
  "offer.add": "Añadirlo a {{ticket}}",
  "offer.fresh": "Abrir un ticket nuevo",
  "offer.addsByItself": "No se pierde nada: si no eliges, se añade a las ",
  "offer.added": "Añadido a {{ticket}}.",
  "offer.choices": "Tu elección",
};

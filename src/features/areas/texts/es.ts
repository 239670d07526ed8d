import type { Translation } from "../../../i18n/languages.ts";
import type { areas as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const areas: Translation<typeof english> = {
  "fact.area": "Área",
  "button.area": "Cambiar el área",
  "history.areaChosen": "indicó el área {{to}}",
  "history.areaChanged": "cambió el área de {{from}} a {{to}}",
  "history.areaRemoved": "quitó el área {{from}}",
  "done.area": "{{ticket}} está ahora en el área {{area}}.",
  "done.areaRemoved": "{{ticket}} ya no tiene área.",
  "refusal.noSuchArea": "No hay ninguna área «{{name}}».",
  "refusal.sameArea": "{{ticket}} ya está en esa área.",
  "error.areaUnknown": "No hay ninguna área con ese nombre.",
  "form.area": "¿De qué parte del producto se trata?",
  "form.noArea": "Ninguna de estas",
  "form.areaTitle": "Cambiar el área",
  "form.areaSubmit": "Cambiar",
  "form.areaOf": "Área de {{ticket}}",
};

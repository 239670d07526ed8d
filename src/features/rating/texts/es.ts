import type { Translation } from "../../../i18n/languages.ts";
import type { rating as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const rating: Translation<typeof english> = {
  "history.rated": "valoró nuestro trabajo: {{score}}",
  "history.ratedAnew": "valoró nuestro trabajo: {{score}} (antes: {{before}})",
  "history.ratedWithComment.first": "valoró nuestro trabajo: {{score}}, y escribió «{{comment}}»",
  "history.ratedWithComment.changed": "valoró nuestro trabajo: {{score}} (antes: {{before}}), y escribió «{{comment}}»",
  "history.ratedWithComment.commented": "escribió sobre la valoración {{score}}: «{{comment}}»",
  "refusal.nothingToRate": "{{ticket}} todavía no se puede valorar: se lo preguntaremos cuando esté resuelto.",
  "refusal.ratedAlready": "Gracias, esa pregunta ya está respondida.",
  "done.rated": "Gracias por su opinión. Puede cambiar la respuesta durante un día.",
  "rating.question": "¿Qué le ha parecido nuestra atención?",
  "fact.rating": "Valoración del cliente",
  "rating.score.good": "Buena",
  "rating.score.ok": "Regular",
  "rating.score.bad": "Mala",
  "rating.given": "{{name}} ha valorado {{ticket}}: {{score}}.",
  "rating.changed": "{{name}} ha cambiado la valoración de {{ticket}}: {{score}} (antes: {{before}}).",
  "rating.commented": "{{name}} ha escrito sobre la valoración de {{ticket}} ({{score}}):",
  "rating.thanks": "Gracias, {{name}}. Su respuesta: {{score}}.",
  "rating.thanksForComment":
    "Gracias, {{name}}. Su respuesta: {{score}}, con un comentario que solo lee el equipo de soporte.",
  "rating.quoted": "«{{comment}}»",
  "rating.comment": "Añadir un comentario",
  "rating.commentAnew": "Escribir otro comentario",
  "rating.formTitle": "Su valoración",
  "rating.formSubmit": "Enviar",
  "rating.formNotice": "Se trata de {{ticket}}. Su comentario solo lo lee el equipo de soporte.",
  "rating.formComment": "Su comentario",
  "rating.scoreMissing": "Elija una de las respuestas.",
  "rating.changeUntil": "¿Ha cambiado de opinión? Puede cambiar la respuesta hasta {{until}}",
};

import type { Translation } from "../../../i18n/translation.ts";
import type { rating as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const rating: Translation<typeof english> = {
  "history.rated": "lo valoró: {{score}}",
  "history.ratedAnew": "lo valoró: {{score}} (antes: {{before}})",
  "refusal.nothingToRate": "Todavía no hay nada que valorar en {{ticket}}: se pregunta cuando queda resuelto.",
  "refusal.ratedAlready": "Gracias, eso ya estaba contestado.",
  "done.rated": "Gracias por decírnoslo. Puedes cambiarlo durante un día.",
  "way.howWasIt": "¿Qué te ha parecido?",
  "way.rating": "Valoración del cliente",
  "way.score.good": "Bien",
  "way.score.ok": "Regular",
  "way.score.bad": "Mal",
  "way.ratedInternal": "{{name}} sobre {{ticket}}: {{score}}.",
  "way.ratedAnewInternal": "{{name}} sobre {{ticket}}: {{score}}; antes: {{before}}.",
  "turn.thanksFor": "Gracias, {{name}}. Tu respuesta: {{score}}.",
  "turn.changeUntil": "¿Has cambiado de opinión? Puedes decirlo hasta ",
};

import type { Translation } from "../../../i18n/translation.ts";
import type { resolution as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const resolution: Translation<typeof english> = {
  "resolveUnanswered.title": "¿Resolver {{ticket}} sin respuesta?",
  "resolveUnanswered.text":
    "Nadie ha respondido todavía al cliente. Se le dirá que está resuelto y la respuesta dejará de estar pendiente.",
  "resolveUnread.title": "¿Resolver {{ticket}}?",
  "resolveUnread.text": "Lo último que escribió el cliente sigue sin respuesta. Se le dirá que está resuelto.",
  "reopenConfirm.title": "¿Reabrir {{ticket}}?",
  "reopenConfirm.text": "Se avisará al cliente de inmediato, y los plazos prometidos seguirán corriendo.",
  "button.resolve": "Resolver",
  "button.reopen": "Reabrir",
  "conversation.howToReopen":
    "¿No ha quedado resuelto? Responde debajo de este mensaje o escribe /ticket reabrir {{number}}",
  "message.resolved":
    "{{ticket}} está resuelto. Si no es así, responde aquí o escribe /ticket reabrir {{number}}, y seguimos.",
  "message.reopened": "{{ticket}} vuelve a estar abierto.",
  "history.resolved": "lo resolvió",
  "history.reopened": "lo reabrió",
  "help.close": "/ticket cerrar 1042",
  "help.closeMeans": " lo da por resuelto",
  "help.reopen": "/ticket reabrir 1042",
  "help.reopenMeans": " lo vuelve a abrir",
  "refusal.resolvedAlready": "{{ticket}} está resuelto. Hay que reabrirlo antes.",
  "refusal.already.resolved": "{{ticket}} ya está resuelto.",
  "refusal.already.open": "{{ticket}} ya está abierto.",
  "done.resolved": "{{ticket}} queda resuelto.",
  "done.reopened": "{{ticket}} vuelve a estar abierto.",
  "talk.close": "Cerrar",
  "talk.closeTitle": "¿Cerrar {{ticket}}?",
  "talk.closeText": "Queda como resuelto. Puedes volver a abrirlo.",
  "talk.reopen": "Reabrir",
  "talk.closed": "Gracias por avisarnos. Lo demás está en el hilo del ticket.",
  "talk.reopened": "Hecho. Seguimos en el hilo del ticket.",
};

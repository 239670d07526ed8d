import type { Translation } from "../../../i18n/languages.ts";
import type { resolution as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const resolution: Translation<typeof english> = {
  "resolveUnanswered.title": "¿Resolver {{ticket}} sin haber respondido?",
  "resolveUnanswered.text":
    "Ningún agente ha respondido todavía al cliente. Se le avisará de que el ticket está resuelto y ya no vencerá ninguna respuesta.",
  "resolveUnread.title": "¿Resolver {{ticket}}?",
  "resolveUnread.text":
    "El último mensaje del cliente sigue sin respuesta. Se le avisará de que el ticket está resuelto.",
  "resolveOwed.title": "¿Resolver {{ticket}}?",
  "resolveOwed.text": "Se avisará al cliente de que el ticket está resuelto. Dejará de esperar: {{owed}}.",
  "owed.answer": "una respuesta",
  "owed.update": "una novedad prometida",
  "owed.call": "una llamada",
  "owed.escalation": "la intervención del responsable de soporte",
  "owed.tech": "el trabajo del equipo técnico",
  "owed.undelivered": "un mensaje que quizá no le haya llegado",
  "reopenConfirm.title": "¿Reabrir {{ticket}}?",
  "reopenConfirm.text": "Se avisará al cliente de inmediato y los plazos del ticket seguirán corriendo.",
  "button.resolve": "Resolver",
  "button.reopen": "Reabrir",
  "button.close": "Cerrar",
  "conversation.howToReopen":
    "¿No ha quedado resuelto? Responda debajo de este mensaje o escriba /ticket reabrir {{number}}",
  "message.resolved": "{{ticket}} está resuelto.",
  "message.howToCarryOn": "Si todavía nos necesita, responda aquí o escriba /ticket reabrir {{number}}, y continuamos.",
  "message.reopened": "{{ticket}} vuelve a estar abierto.",
  "history.resolved": "resolvió el ticket",
  "history.reopened": "reabrió el ticket",
  "help.close": "/ticket cerrar 1042",
  "help.closeMeans": "{{command}} marca un ticket como resuelto",
  "help.reopen": "/ticket reabrir 1042",
  "help.reopenMeans": "{{command}} vuelve a abrir un ticket resuelto",
  "refusal.resolvedAlready": "{{ticket}} está resuelto. Hay que reabrirlo antes.",
  "refusal.already.resolved": "{{ticket}} ya está resuelto.",
  "refusal.already.open": "{{ticket}} ya está abierto.",
  "done.resolved": "{{ticket}} queda resuelto.",
  "done.reopened": "{{ticket}} vuelve a estar abierto.",
  "done.closedByCustomer": "Gracias por avisarnos. El resto está en el hilo del ticket.",
  "done.reopenedByCustomer": "Hecho. Continuamos en el hilo del ticket.",
  "closeConfirm.title": "¿Cerrar {{ticket}}?",
  "closeConfirm.text": "El ticket se marca como resuelto. Puede volver a abrirlo.",
};

import type { Translation } from "../../../i18n/languages.ts";
import type { waiting as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const waiting: Translation<typeof english> = {
  "button.wait": "En espera",
  "message.waiting": "{{ticket}} está a la espera de su respuesta: la necesitamos para continuar.",
  "history.nudged": "volvió a preguntar al cliente",
  "history.inactivityRestarted": "espera la respuesta del cliente desde el {{since}}",
  "history.autoClosed": "cerró el ticket, porque el cliente no respondió",
  "history.waitStarted": "espera al cliente",
  "refusal.already.waiting": "{{ticket}} ya está a la espera del cliente.",
  "done.waiting": "{{ticket}} queda a la espera del cliente.",
  "transcript.waitStarted": "espera la respuesta del cliente",
  "fact.closesAt": "Se cierra sin respuesta",
  "waiting.nudge": "Seguimos esperando su respuesta en {{ticket}}. Responda cuando pueda, por favor.",
  "waiting.nudgeClose":
    "Seguimos esperando su respuesta en {{ticket}}. Sin ella lo cerraremos el {{until}}; cualquier mensaje suyo lo mantiene abierto.",
  "waiting.autoClosed": "No hemos recibido respuesta en {{ticket}}, así que queda cerrado.",
};

import type { Translation } from "../../../i18n/translation.ts";
import type { waiting as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const waiting: Translation<typeof english> = {
  "button.wait": "En espera",
  "message.waiting":
    "{{ticket}} está a la espera: necesitamos tu respuesta para seguir. Contesta aquí debajo, por favor.",
  "history.nudged": "volvió a preguntar al cliente",
  "history.inactivityRestarted": "espera la respuesta del cliente desde el {{since}}",
  "history.closedSilently": "lo cerró: el cliente no contestó más",
  "history.waited": "espera al cliente",
  "refusal.already.waiting": "{{ticket}} ya está a la espera del cliente.",
  "done.waiting": "{{ticket}} queda a la espera del cliente.",
  "transcript.waited": "espera la respuesta del cliente",
  "way.closesAt": "Se cierra sin respuesta",
  "way.nudge": "Seguimos esperando tu respuesta en {{ticket}}. Contesta aquí debajo cuando puedas, por favor.",
  "way.nudgeClose":
    "Seguimos esperando tu respuesta en {{ticket}}. Sin ella lo cerramos el {{until}}; cualquier mensaje tuyo aquí debajo lo mantiene abierto.",
  "way.closedSilently":
    "No hemos sabido más de {{ticket}}, así que queda cerrado. Si aún lo necesitas, responde aquí o escribe /ticket reabrir {{number}}, y seguimos.",
};

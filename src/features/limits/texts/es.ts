import type { Translation } from "../../../i18n/translation.ts";
import type { limits as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const limits: Translation<typeof english> = {
  "refusal.askedTooOften.transcripts":
    "No se ha hecho ninguna transcripción: ya has pedido {{most}} en {{within}} y no se admiten más tan seguidas. Podrás pedir la siguiente a partir de {{until}}.",
  "refusal.askedTooOften.lookups":
    "No se ha consultado nada: ya has pedido {{most}} tickets o listas en {{within}} y no se admiten más consultas tan seguidas. Podrás volver a consultar a partir de {{until}}.",
  "refusal.limited.tickets.person":
    "No se ha abierto ningún ticket: ya has abierto {{most}} en {{within}} y no se admiten más tan seguidos. Podrás abrir el siguiente a partir de {{until}}. Lo que tenga que ver con un ticket abierto puedes escribirlo ya en su hilo.",
  "refusal.limited.tickets.account":
    "No se ha abierto ningún ticket: tu empresa ya ha abierto {{most}} en {{within}} y no se admiten más tan seguidos. Se podrá abrir el siguiente a partir de {{until}}. Lo que tenga que ver con un ticket abierto puedes escribirlo ya en su hilo.",
  "refusal.limited.messages.person":
    "Este mensaje no ha llegado al equipo: has escrito {{most}} en {{within}} y no se admiten más tan seguidos. Lo que escribas antes de {{until}} tampoco llegará; vuelve a enviarlo después, por favor.",
  "refusal.limited.messages.account":
    "Este mensaje no ha llegado al equipo: tu empresa ha escrito {{most}} en {{within}} y no se admiten más tan seguidos. Lo que escribas antes de {{until}} tampoco llegará; vuelve a enviarlo después, por favor.",
  "collected.one": "Espera 1 ticket de una persona sin cuenta: {{first}}",
  "collected.many": "Esperan {{total}} tickets de personas sin cuenta: {{first}} … {{last}}",
  "collected.empty": "Aquí ya no espera ningún ticket de personas sin cuenta.",
  "collected.take": "Asignármelo",
  "collected.show": "Ver",
  "collected.account": "Indicar la cuenta",
  "collected.moved": "Los tickets de personas sin cuenta esperan ahora en otro canal:",
  "collected.more_one":
    "y {{count}} más: /ticket list unassigned lo muestra en la lista y /ticket show con su número le da una tarjeta. Sube aquí cuando sale otro ticket.",
  "collected.more_many":
    "y {{count}} más: /ticket list unassigned los muestra en la lista y /ticket show con un número le da una tarjeta a uno. Suben aquí cuando salen otros tickets.",
  "collected.more_other":
    "y {{count}} más: /ticket list unassigned los muestra en la lista y /ticket show con un número le da una tarjeta a uno. Suben aquí cuando salen otros tickets.",
  "collected.hint":
    "Muchas personas sin cuenta han escrito en poco tiempo, así que sus tickets esperan aquí. Un ticket recibe su propia tarjeta cuando el equipo se lo asigna, lo ve, lo responde o indica su cuenta, cuando el cliente lo cierra o pide hablar con alguien y cuando llega un recordatorio a este canal.",
};

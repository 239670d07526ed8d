import type { Translation } from "../../../i18n/languages.ts";
import type { limits as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const limits: Translation<typeof english> = {
  "refusal.askedTooOften.transcripts":
    "No se ha creado ninguna transcripción: ha pedido {{most}} en {{within}}, que es el límite. Puede pedir la siguiente a partir del {{until}}.",
  "refusal.askedTooOften.lookups":
    "No se ha consultado nada: ha pedido {{most}} tickets o listas en {{within}}, que es el límite. Puede volver a consultar a partir del {{until}}.",
  "refusal.limited.tickets.person":
    "No se ha abierto ningún ticket: ha abierto {{most}} en {{within}}, que es el límite. Puede abrir el siguiente a partir del {{until}}. Si su mensaje es sobre un ticket abierto, puede escribirlo ahora en el hilo de ese ticket.",
  "refusal.limited.tickets.account":
    "No se ha abierto ningún ticket: su empresa ha abierto {{most}} en {{within}}, que es el límite. El siguiente se puede abrir a partir del {{until}}. Si su mensaje es sobre un ticket abierto, puede escribirlo ahora en el hilo de ese ticket.",
  "refusal.limited.messages.person":
    "Este mensaje no se ha enviado al equipo: ha escrito {{most}} mensajes en {{within}}, que es el límite. Lo que escriba antes del {{until}} tampoco se enviará; vuelva a enviarlo después, por favor.",
  "refusal.limited.messages.account":
    "Este mensaje no se ha enviado al equipo: su empresa ha escrito {{most}} mensajes en {{within}}, que es el límite. Lo que escriba antes del {{until}} tampoco se enviará; vuelva a enviarlo después, por favor.",
  "collected.one": "Espera 1 ticket de una persona sin cuenta: {{first}}",
  "collected.many": "Esperan {{total}} tickets de personas sin cuenta: {{first}} … {{last}}",
  "collected.empty": "Aquí ya no espera ningún ticket de personas sin cuenta.",
  "collected.take": "Asignármelo",
  "collected.show": "Ver",
  "collected.account": "Indicar la cuenta",
  "collected.moved": "Los tickets de personas sin cuenta esperan ahora en otro canal:",
  "collected.more_one":
    "y {{count}} más: /ticket lista libres lo muestra, y /ticket ver con su número le da una tarjeta. Sube cuando sale otro ticket.",
  "collected.more_many":
    "y {{count}} más: /ticket lista libres los muestra, y /ticket ver con un número le da una tarjeta a ese ticket. Suben cuando salen otros tickets.",
  "collected.more_other":
    "y {{count}} más: /ticket lista libres los muestra, y /ticket ver con un número le da una tarjeta a ese ticket. Suben cuando salen otros tickets.",
  "collected.hint":
    "Muchas personas sin cuenta han escrito en poco tiempo, así que sus tickets esperan aquí. Un ticket recibe su propia tarjeta cuando el equipo se lo asigna, lo consulta, lo responde o indica su cuenta, cuando el cliente lo cierra o pide hablar con una persona y cuando llega un recordatorio a este canal.",
};

import type { Translation } from "../translation.ts";
import type { collected as english } from "../en/collected.ts";

/** En español: el mensaje en el que esperan juntos los tickets de personas sin cuenta. */
export const collected: Translation<typeof english> = {
  collected: {
    one: "Espera 1 ticket de una persona sin cuenta: {{first}}",
    many: "Esperan {{total}} tickets de personas sin cuenta: {{first}} … {{last}}",
    empty: "Aquí ya no espera ningún ticket de personas sin cuenta.",
    take: "Asignármelo",
    show: "Ver",
    account: "Indicar la cuenta",
    moved: "Los tickets de personas sin cuenta esperan ahora en otro canal:",
    more_one:
      "y {{count}} más: /ticket list unassigned lo muestra en la lista y /ticket show con su número le da una tarjeta. Sube aquí cuando sale otro ticket.",
    more_many:
      "y {{count}} más: /ticket list unassigned los muestra en la lista y /ticket show con un número le da una tarjeta a uno. Suben aquí cuando salen otros tickets.",
    more_other:
      "y {{count}} más: /ticket list unassigned los muestra en la lista y /ticket show con un número le da una tarjeta a uno. Suben aquí cuando salen otros tickets.",
    hint: "Muchas personas sin cuenta han escrito en poco tiempo, así que sus tickets esperan aquí. Un ticket recibe su propia tarjeta cuando el equipo se lo asigna, lo ve, lo responde o indica su cuenta, cuando el cliente lo cierra o pide hablar con alguien y cuando llega un recordatorio a este canal.",
  },
};

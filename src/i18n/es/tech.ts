import type { tech as english } from "../en/tech.ts";
import type { Translation } from "../translation.ts";

/** In Spanish: what support and the technical team read of each other. */
export const tech: Translation<typeof english> = {
  tech: {
    summary: "Para el equipo técnico · {{heading}}: {{need}}",
    need: "{{name}} necesita:",
    described: "Lo que contó el cliente:",
    threadIsInternal: "Lo que escribas en el hilo de esta ficha llega a soporte, nunca al cliente.",
    asked: "Con el equipo técnico, sin asignar todavía, desde ",
    taken: "Con {{name}}, del equipo técnico; consultado ",
    returned: "Devuelto a soporte ",
    done: "Terminado ",
    closed: "Se cerró con el ticket ",
    said: {
      asked: "{{name}} pregunta al equipo técnico por {{ticket}}:",
      told: "{{name}} al equipo técnico sobre {{ticket}}:",
      took: "{{name}}, del equipo técnico, se ocupa de {{ticket}}.",
      remarked: "{{name}} en el hilo técnico de {{ticket}}:",
      returned: "{{name}} devuelve {{ticket}} a soporte:",
      done: "{{name}}: el equipo técnico ha terminado con {{ticket}}.",
    },
  },
};

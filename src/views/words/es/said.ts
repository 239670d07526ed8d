import type { said as english } from "../en/said.ts";
import type { Translation } from "../translation.ts";

/** In Spanish: the words for what people write in a ticket's threads, as others are told of it. */
export const said: Translation<typeof english> = {
  said: {
    external: " · {{company}} · externo ",
    companyUnknown: "empresa desconocida",
    edited: " · editado ",
    gone: "Retirado ",
    history: {
      editedHeard: "cambió su mensaje a: {{text}}",
      editedReplied: "cambió su respuesta a: {{text}}",
      editedNoted: "cambió su nota a: {{text}}",
      goneHeard: "retiró un mensaje suyo",
      goneReplied: "retiró una respuesta al cliente",
      goneNoted: "retiró una nota",
      wiped: "(retirado después)",
    },
  },
};

import type { said as english } from "../en/said.ts";
import type { Translation } from "../translation.ts";

/** In Spanish: the words for what people write in a ticket's threads, as others are told of it. */
export const said: Translation<typeof english> = {
  said: {
    external: " · {{company}} · externo ",
    companyUnknown: "empresa desconocida",
    edited: " · editado ",
    gone: "Retirado ",
    file: "📎 {{name}} ({{size}})",
    fileNot: "⚠ {{name}} ({{size}}) no se ha traído: {{why}}. Está en el hilo del cliente.",
    why: {
      tooLarge: "pasa de 10 MB",
      program: "no se traen programas",
      tooMany: "de un mensaje se traen diez archivos como mucho",
      noFilesHere: "aquí no se pueden dejar archivos",
    },
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

import type { said as english } from "../en/said.ts";
import type { Translation } from "../translation.ts";

/** In Spanish: the words for what people write in a ticket's threads, as others are told of it. */
export const said: Translation<typeof english> = {
  said: {
    colleague: " · de tu espacio de trabajo, no está en el archivo del desk ",
    notOfTeam: "{{name}} (no es del equipo)",
    external: " · {{company}} · externo ",
    companyUnknown: "empresa desconocida",
    ofUs: " · en el hilo del cliente ",
    openingEdited: "{{name}} ha cambiado el mensaje del que se abrió {{ticket}}:",
    openingGone: "{{name}} ha retirado el mensaje del que se abrió {{ticket}}.",
    edited: " · editado ",
    editedAlone: "Editado ",
    openingDeleted: "{{platform}} avisa de que se ha borrado el mensaje con el que se abrió {{ticket}}.",
    publicDeleted:
      "⚠ {{platform}} avisa de que se ha borrado allí lo que {{name}} dijo al cliente de {{ticket}}, y no indica quién lo hizo. Queda registrado:",
    publicDeletedBy: "{{name}} ha borrado lo que había dicho al cliente de {{ticket}}. Queda registrado:",
    deleted: "Borrado allí; queda registrado desde el ",
    deletedSince: " · borrado allí el ",
    gone: "Retirado ",
    file: "📎 {{name}} ({{size}})",
    fileNot: "⚠ {{name}} ({{size}}) no se ha traído: {{why}}. Está en el hilo del cliente.",
    why: {
      tooLarge: "pasa de 10 MB",
      program: "no se traen programas",
      active: "al abrirlo se puede ejecutar algo",
      archive: "de los archivos comprimidos solo se traen los .zip",
      packed: "el .zip contiene un programa u otro archivo comprimido, o no se puede leer su contenido",
      tooMany: "de un mensaje se traen diez archivos como mucho",
      quota: "su remitente ya ha enviado todo lo que se trae por ahora",
      unseen: "la plataforma no dice qué es",
      noFilesHere: "aquí no se pueden dejar archivos",
    },
    history: {
      editedHeard: "cambió su mensaje a: {{text}}",
      editedReplied: "cambió su respuesta a: {{text}}",
      editedNoted: "cambió su nota a: {{text}}",
      editedOpened: "cambió el mensaje del que se abrió a: {{text}}",
      goneHeard: "retiró un mensaje suyo",
      goneReplied: "retiró una respuesta al cliente",
      goneNoted: "retiró una nota",
      goneOpened: "retiró el mensaje del que se abrió",
      keptByAuthor: "borró lo que había dicho al cliente; queda registrado",
      deletedKept: "avisa de que se ha borrado allí lo que {{author}} dijo al cliente; queda registrado",
      deletedHeard: "avisa de que se ha borrado un mensaje de {{author}}",
      deletedReplied: "avisa de que se ha borrado una respuesta de {{author}} al cliente",
      deletedNoted: "avisa de que se ha borrado una nota de {{author}}",
      deletedOpened: "avisa de que se ha borrado el mensaje de {{author}} con el que se abrió",
      wiped: "(retirado después)",
    },
  },
};

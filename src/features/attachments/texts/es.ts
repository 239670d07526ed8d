import type { Translation } from "../../../i18n/translation.ts";
import type { attachments as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const attachments: Translation<typeof english> = {
  "refusal.filesLimited_one":
    "{{count}} archivo de tu mensaje no se ha pasado al equipo: se admiten {{most}} archivos o {{size}} en {{within}}, y ya está agotado. El equipo sabe cómo se llama.",
  "refusal.filesLimited_many":
    "{{count}} de archivos de tu mensaje no se han pasado al equipo: se admiten {{most}} archivos o {{size}} en {{within}}, y ya está agotado. El equipo sabe cómo se llaman.",
  "refusal.filesLimited_other":
    "{{count}} archivos de tu mensaje no se han pasado al equipo: se admiten {{most}} archivos o {{size}} en {{within}}, y ya está agotado. El equipo sabe cómo se llaman.",
  "said.file": "📎 {{name}} ({{size}})",
  "said.fileNot": "⚠ {{name}} ({{size}}) no se ha traído: {{why}}. Está en el hilo del cliente.",
  "said.why.tooLarge": "pasa de 10 MB",
  "said.why.program": "no se traen programas",
  "said.why.active": "al abrirlo se puede ejecutar algo",
  "said.why.archive": "de los archivos comprimidos solo se traen los .zip",
  "said.why.packed": "el .zip contiene un programa u otro archivo comprimido, o no se puede leer su contenido",
  "said.why.tooMany": "de un mensaje se traen diez archivos como mucho",
  "said.why.quota": "su remitente ya ha enviado todo lo que se trae por ahora",
  "said.why.unseen": "la plataforma no dice qué es",
  "said.why.noFilesHere": "aquí no se pueden dejar archivos",
};

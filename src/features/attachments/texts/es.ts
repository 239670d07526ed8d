import type { Translation } from "../../../i18n/languages.ts";
import type { attachments as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const attachments: Translation<typeof english> = {
  "refusal.filesLimited_one":
    "{{count}} archivo de su mensaje no se ha enviado al equipo: se admiten {{most}} archivos o {{size}} en {{within}}, y ese límite ya se ha alcanzado. El equipo ve el nombre del archivo.",
  "refusal.filesLimited_many":
    "{{count}} de archivos de su mensaje no se han enviado al equipo: se admiten {{most}} archivos o {{size}} en {{within}}, y ese límite ya se ha alcanzado. El equipo ve los nombres de los archivos.",
  "refusal.filesLimited_other":
    "{{count}} archivos de su mensaje no se han enviado al equipo: se admiten {{most}} archivos o {{size}} en {{within}}, y ese límite ya se ha alcanzado. El equipo ve los nombres de los archivos.",
  "file.copied": "📎 {{name}} ({{size}})",
  "file.notCopied": "⚠ {{name}} ({{size}}) no se ha copiado: {{why}}. Está en el hilo del cliente.",
  "file.notCopiedFromPage":
    "⚠ {{name}} ({{size}}) no se ha copiado: {{why}}. Está en la página del ticket, en el panel web.",
  "file.notTaken": "{{name}} ({{size}}) no se puede enviar: {{why}}.",
  "file.why.tooLarge": "ocupa más de 10 MB",
  "file.why.program": "los programas no se copian",
  "file.why.active": "al abrirlo se puede ejecutar algo",
  "file.why.archive": "de los archivos comprimidos solo se copian los .zip",
  "file.why.packed": "el .zip contiene un programa u otro archivo comprimido, o no se puede leer su contenido",
  "file.why.tooMany": "de cada mensaje se copian como máximo diez archivos",
  "file.why.tooManyInThread": "de un hilo anterior se copian como máximo 50 archivos",
  "file.why.quota": "su remitente ha alcanzado por ahora el límite de archivos",
  "file.why.unseen": "la plataforma no indica qué es",
  "file.why.noFilesHere": "este canal no admite archivos",
};

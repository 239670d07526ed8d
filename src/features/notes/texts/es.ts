import type { Translation } from "../../../i18n/languages.ts";
import type { notes as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const notes: Translation<typeof english> = {
  "button.note": "Añadir nota interna",
  "message.noted": "Nota interna de {{name}}",
  "message.noteSummary": "Nota interna de {{name}} en {{ticket}}: {{text}}",
  "history.noted": "escribió una nota interna: {{text}}",
  "done.noted": "Tu nota en {{ticket}} queda guardada.",
  "form.noteTitle": "Nota interna",
  "form.noteSubmit": "Añadir nota",
  "form.noteText": "Nota en {{ticket}}",
  "form.noteNotice": "Solo la leerá el equipo de soporte.",
};

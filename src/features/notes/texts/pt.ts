import type { Translation } from "../../../i18n/languages.ts";
import type { notes as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const notes: Translation<typeof english> = {
  "button.note": "Adicionar nota interna",
  "message.noted": "Nota interna de {{name}}",
  "message.noteSummary": "Nota interna de {{name}} em {{ticket}}: {{text}}",
  "history.noted": "escreveu uma nota interna: {{text}}",
  "done.noted": "A sua nota em {{ticket}} foi salva.",
  "form.noteTitle": "Nota interna",
  "form.noteSubmit": "Adicionar nota",
  "form.noteText": "Nota em {{ticket}}",
  "form.noteNotice": "Só a equipe de suporte vai ler isto.",
};

import type { Translation } from "../../../i18n/languages.ts";
import type { promisedUpdates as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const promisedUpdates: Translation<typeof english> = {
  "button.promiseUpdate": "Prometer novidades",
  "message.updatePromised": "Vamos dar novidades sobre {{ticket}} até {{due}}.",
  "history.updatePromised": "prometeu novidades até {{due}}",
  "error.timeMissing": "Escolha um horário, por favor.",
  "error.timeUnclear": "Escreva o horário assim: 16:30 ou 2026-12-31 16:30.",
  "done.updatePromised": "O cliente de {{ticket}} é avisado de que terá novidades até {{due}}.",
  "form.updateTitle": "Prometer novidades",
  "form.updateSubmit": "Prometer",
  "form.updateWhen": "{{ticket}}: novidades até quando?",
  "form.updateInHours_one": "Em {{count}} hora",
  "form.updateInHours_many": "Em {{count}} de horas",
  "form.updateInHours_other": "Em {{count}} horas",
  "form.updateTomorrow": "No próximo dia útil, neste horário",
  "form.updateOther": "Em outro horário",
  "form.updateAt": "Outro horário",
  "form.updateAtHint": "16:30, ou 2026-12-31 16:30, no fuso horário da conta",
  "form.updateNotice": "O cliente é avisado. Qualquer mensagem nossa cumpre a promessa.",
  "transcript.updatePromised": "prometeu novidades até {{due}}",
};

import type { Translation } from "../../../i18n/translation.ts";
import type { promisedUpdates as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const promisedUpdates: Translation<typeof english> = {
  "button.promiseUpdate": "Prometer notícias",
  "message.updatePromised": "Terá notícias nossas sobre {{ticket}} até ",
  "history.updatePromised": "prometeu notícias até {{due}}",
  "error.timeMissing": "Escolha uma hora, por favor.",
  "error.timeUnclear": "Escreva a hora assim: 16:30 ou 2026-12-31 16:30.",
  "done.updatePromised": "O cliente de {{ticket}} é avisado de que terá notícias até {{due}}.",
  "form.updateTitle": "Prometer notícias",
  "form.updateSubmit": "Prometer",
  "form.updateWhen": "Até quando dará notícias sobre {{ticket}}?",
  "form.updateInHours_one": "Dentro de {{count}} hora",
  "form.updateInHours_many": "Dentro de {{count}} de horas",
  "form.updateInHours_other": "Dentro de {{count}} horas",
  "form.updateTomorrow": "No próximo dia útil, a esta hora",
  "form.updateOther": "A outra hora",
  "form.updateAt": "Outra hora",
  "form.updateAtHint": "16:30, ou 2026-12-31 16:30, na hora da conta",
  "form.updateNotice": "O cliente é avisado. Qualquer mensagem nossa para ele cumpre a promessa.",
  "transcript.updatePromised": "prometeu notícias até {{due}}",
};

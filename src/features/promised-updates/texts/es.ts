import type { Translation } from "../../../i18n/translation.ts";
import type { promisedUpdates as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const promisedUpdates: Translation<typeof english> = {
  "button.promiseUpdate": "Prometer novedades",
  "message.updatePromised": "Tendrás noticias nuestras sobre {{ticket}} antes del ",
  "history.updatePromised": "prometió novedades antes del {{due}}",
  "error.timeMissing": "Elige una hora, por favor.",
  "error.timeUnclear": "Escribe la hora así: 16:30 o 2026-12-31 16:30.",
  "done.updatePromised": "Se avisa al cliente de {{ticket}} de que tendrá novedades antes del {{due}}.",
  "form.updateTitle": "Prometer novedades",
  "form.updateSubmit": "Prometer",
  "form.updateWhen": "¿Para cuándo tendrán noticias de {{ticket}}?",
  "form.updateInHours_one": "Dentro de {{count}} hora",
  "form.updateInHours_many": "Dentro de {{count}} de horas",
  "form.updateInHours_other": "Dentro de {{count}} horas",
  "form.updateTomorrow": "El próximo día laborable, a esta hora",
  "form.updateOther": "A otra hora",
  "form.updateAt": "Otra hora",
  "form.updateAtHint": "16:30, o 2026-12-31 16:30, en la zona horaria de la cuenta",
  "form.updateNotice": "Se avisa al cliente. Cualquier mensaje nuestro cumple la promesa.",
  "transcript.updatePromised": "prometió noticias para el {{due}}",
};

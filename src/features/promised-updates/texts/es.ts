import type { Translation } from "../../../i18n/languages.ts";
import type { promisedUpdates as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const promisedUpdates: Translation<typeof english> = {
  "button.promiseUpdate": "Prometer novedades",
  "message.updatePromised": "Le daremos novedades sobre {{ticket}} a más tardar: {{due}}.",
  "history.updatePromised": "prometió novedades antes del {{due}}",
  "error.timeMissing": "Elige una hora, por favor.",
  "error.timeUnclear": "Escribe la hora así: 16:30 o 2026-12-31 16:30.",
  "done.updatePromised": "Se avisa al cliente de {{ticket}} de que tendrá novedades antes del {{due}}.",
  "form.updateTitle": "Prometer novedades",
  "form.updateSubmit": "Prometer",
  "form.updateWhen": "{{ticket}}: ¿novedades para cuándo?",
  "form.updateInHours_one": "En {{count}} hora",
  "form.updateInHours_many": "En {{count}} de horas",
  "form.updateInHours_other": "En {{count}} horas",
  "form.updateTomorrow": "El próximo día laborable, a esta hora",
  "form.updateOther": "A otra hora",
  "form.updateAt": "Otra hora",
  "form.updateAtHint": "16:30, o 2026-12-31 16:30, en la zona horaria de la cuenta",
  "form.updateNotice": "Se avisa al cliente. Cualquier mensaje nuestro cumple la promesa.",
  "transcript.updatePromised": "prometió novedades antes del {{due}}",
};

import type { Translation } from "../../../i18n/languages.ts";
import type { welcome as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const welcome: Translation<typeof english> = {
  "welcome.title": "👋 Soporte para {{account}}",
  "welcome.ways": "Así se pide ayuda:",
  "welcome.command":
    "Escriba /ticket y unas palabras. Se abre un formulario que dice cuándo recibirá una primera respuesta.",
  "welcome.mention":
    "Mencione a Plazo en un mensaje de este canal o añada el emoji 🎫 a uno. Se convierte en un ticket.",
  "welcome.direct": "Escriba directamente a Plazo si sus compañeros no deben leerlo.",
  "welcome.plainWords": "O simplemente escriba aquí. Si nadie responde, se abre un ticket por sí solo tras {{after}}.",
  "welcome.others":
    "Si no ve /ticket, por ejemplo como invitado o desde otro espacio de trabajo, las demás maneras también le sirven.",
  "welcome.kept": "Plazo mantiene este mensaje al día.",
};

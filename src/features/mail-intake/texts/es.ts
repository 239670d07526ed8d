import type { Translation } from "../../../i18n/languages.ts";
import type { mailIntake as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const mailIntake: Translation<typeof english> = {
  "mail.noSubject": "Correo sin asunto",
};

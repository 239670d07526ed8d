import type { Translation } from "../../../i18n/languages.ts";
import type { customerMail as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const customerMail: Translation<typeof english> = {
  "mail.ticket": "Ticket",
  "mail.continues": "{{name}}, {{ticket}} continúa aquí.",
  "mail.howToAnswer": "Para contestar, responda a este correo.",
  "mail.howToAdd": "Para añadir algo, responda a este correo.",
  "mail.howToReopen": "Si todavía nos necesita, responda a este correo y seguimos con ello.",
  "mail.openTicket": "Ver {{ticket}} en el área de clientes",
  "mail.ratingLinkEnded": "Este enlace ya no funciona. Puede valorar el ticket en el área de clientes.",
};

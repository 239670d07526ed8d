import type { Translation } from "../../../i18n/languages.ts";
import type { customerMail as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const customerMail: Translation<typeof english> = {
  "mail.ticket": "Ticket",
  "mail.continues": "{{name}}, {{ticket}} continua aqui.",
  "mail.howToAnswer": "Para responder, basta responder a este e-mail.",
  "mail.howToAdd": "Para acrescentar algo, basta responder a este e-mail.",
  "mail.howToReopen": "Se ainda precisar de nós, responda a este e-mail e retomamos o atendimento.",
  "mail.openTicket": "Ver {{ticket}} na área do cliente",
  "mail.ratingLinkEnded": "Este link não funciona mais. Você pode avaliar o ticket na área do cliente.",
};

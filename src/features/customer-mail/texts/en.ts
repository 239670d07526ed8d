/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const customerMail = {
  "mail.ticket": "Ticket",
  "mail.continues": "{{name}}, {{ticket}} continues here.",
  "mail.howToAnswer": "To answer, just reply to this mail.",
  "mail.howToAdd": "To add something, just reply to this mail.",
  "mail.howToReopen": "If you still need us, reply to this mail, and we carry on.",
  "mail.openTicket": "See {{ticket}} in the client area",
  "mail.ratingLinkEnded": "This link does not work any more. You can rate the ticket in the client area.",
} as const;

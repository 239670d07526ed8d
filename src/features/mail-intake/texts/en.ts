/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const mailIntake = {
  "mail.noSubject": "Mail without a subject",
} as const;

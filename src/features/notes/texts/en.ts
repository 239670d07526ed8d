/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const notes = {
  "button.note": "Add internal note",
  "message.noted": "Internal note by {{name}}",
  "message.noteSummary": "Internal note on {{ticket}} by {{name}}: {{text}}",
  "history.noted": "wrote an internal note: {{text}}",
  "done.noted": "Your note on {{ticket}} is saved.",
  "form.noteTitle": "Internal note",
  "form.noteSubmit": "Add note",
  "form.noteText": "Note on {{ticket}}",
  "form.noteNotice": "Only the support team will read this.",
} as const;

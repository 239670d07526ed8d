/** In English: the words for what people write in a ticket's threads, as others are told of it. */
export const said = {
  said: {
    external: " · {{company}} · external ",
    companyUnknown: "company unknown",
    ofUs: " · in the customer’s thread ",
    openingEdited: "{{name}} changed the message that {{ticket}} was opened from:",
    openingGone: "{{name}} took back the message that {{ticket}} was opened from.",
    edited: " · edited ",
    editedAlone: "Edited ",
    gone: "Taken back ",
    file: "📎 {{name}} ({{size}})",
    fileNot: "⚠ {{name}} ({{size}}) was not carried: {{why}}. It stands in the customer’s thread.",
    why: {
      tooLarge: "it is larger than 10 MB",
      program: "programs are not carried",
      tooMany: "ten files of a message are carried at most",
      noFilesHere: "this place takes no files",
    },
    history: {
      editedHeard: "changed their message to: {{text}}",
      editedReplied: "changed their reply to: {{text}}",
      editedNoted: "changed their note to: {{text}}",
      editedOpened: "changed the message it was opened from to: {{text}}",
      goneHeard: "took back a message of theirs",
      goneReplied: "took back a reply to the customer",
      goneNoted: "took back a note",
      goneOpened: "took back the message that opened it",
      wiped: "(taken back since)",
    },
  },
} as const;

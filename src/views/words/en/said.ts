/** In English: the words for what people write in a ticket's threads, as others are told of it. */
export const said = {
  said: {
    external: " · {{company}} · external ",
    companyUnknown: "company unknown",
    edited: " · edited ",
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
      goneHeard: "took back a message of theirs",
      goneReplied: "took back a reply to the customer",
      goneNoted: "took back a note",
      wiped: "(taken back since)",
    },
  },
} as const;

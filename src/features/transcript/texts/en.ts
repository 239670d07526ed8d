/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const transcript = {
  "help.transcript": "/ticket transcript 1042 [md | html | json]",
  "help.transcriptMeansCustomer": "{{command}} gives you the conversation as a file",
  "help.transcriptMeansStaff": "{{command}} gives you the whole ticket as a file, with its internal notes",
  "transcript.heading": "Transcript of {{ticket}}: {{title}}",
  "transcript.madeAt": "Made {{when}}. Times are in {{zone}}.",
  "transcript.leftOut_one":
    "{{count}} earlier entry is left out, because the transcript would be too long. The support team can export all of it.",
  "transcript.leftOut_other":
    "{{count}} earlier entries are left out, because the transcript would be too long. The support team can export all of it.",
  "transcript.filesElsewhere": "The files themselves are in the html and json transcripts, if they are small enough.",
  "transcript.forStaff": "For the support team only: internal notes are part of it.",
  "transcript.askedBy": "Asked by",
  "transcript.edited": "changed the message to:",
  "transcript.deleted": "a message by {{author}} was deleted",
  "transcript.deletedOwn": "deleted their message",
  "transcript.textDeleted": "(deleted)",
  "transcript.internal": "internal",
  "transcript.customer": "customer",
  "transcript.support": "support",
  "transcript.ready": "The transcript of {{ticket}} is ready: {{name}}, here or in your direct messages with this bot.",
  "transcript.opened": "opened the ticket as {{severity}}",
  "transcript.severity": "changed the severity from {{from}} to {{to}}",
  "transcript.resolved": "marked the ticket as solved",
  "transcript.reopened": "opened the ticket again",
} as const;

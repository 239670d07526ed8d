/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const transcript = {
  "help.transcript": "/ticket transcript 1042 [md | html | json]",
  "help.transcriptMeansCustomer": " gives you the conversation as a file",
  "help.transcriptMeansStaff": " gives you all of it as a file, internal notes too",
  "transcript.heading": "Transcript of {{ticket}}: {{title}}",
  "transcript.madeAt": "Made {{when}}. Times are in {{zone}}.",
  "transcript.leftOut_one":
    "{{count}} earlier entry is left out, since the transcript would be too long. The support team can export all of it.",
  "transcript.leftOut_other":
    "{{count}} earlier entries are left out, since the transcript would be too long. The support team can export all of it.",
  "transcript.filesElsewhere":
    "The files themselves are in the html and json transcripts, as far as they are small enough.",
  "transcript.forStaff": "For the support team only: internal notes are part of it.",
  "transcript.askedBy": "Asked by",
  "transcript.edited": "edited it:",
  "transcript.deleted": "a message by {{author}} was deleted",
  "transcript.tookBack": "took back what they wrote",
  "transcript.gone": "(taken back)",
  "transcript.internal": "internal",
  "transcript.customer": "customer",
  "transcript.support": "support",
  "transcript.gave": "The transcript of {{ticket}} is ready: {{name}}, here or in your direct messages with this bot.",
  "transcript.opened": "opened the ticket as {{severity}}",
  "transcript.severity": "changed the severity from {{from}} to {{to}}",
  "transcript.resolved": "marked it as solved",
  "transcript.reopened": "opened it again",
} as const;

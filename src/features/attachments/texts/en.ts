/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const attachments = {
  "refusal.filesLimited_one":
    "{{count}} file of your message was not passed on: this desk carries {{most}} files or {{size}} within {{within}}, and that is used up. The team was told what it is called.",
  "refusal.filesLimited_other":
    "{{count}} files of your message were not passed on: this desk carries {{most}} files or {{size}} within {{within}}, and that is used up. The team was told what they are called.",
  "said.file": "📎 {{name}} ({{size}})",
  "said.fileNot": "⚠ {{name}} ({{size}}) was not carried: {{why}}. It stands in the customer’s thread.",
  "said.why.tooLarge": "it is larger than 10 MB",
  "said.why.program": "programs are not carried",
  "said.why.active": "opening it can run something",
  "said.why.archive": "only .zip archives are carried",
  "said.why.packed": "the .zip holds a program or an archive, or cannot be listed",
  "said.why.tooMany": "ten files of a message are carried at most",
  "said.why.quota": "its sender has sent as much as this desk carries for now",
  "said.why.unseen": "the platform does not say what it is",
  "said.why.noFilesHere": "this place takes no files",
} as const;

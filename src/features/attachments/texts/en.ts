/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const attachments = {
  "refusal.filesLimited_one":
    "{{count}} file of your message was not passed on: this desk carries {{most}} files or {{size}} within {{within}}, and that is used up. The team sees its name.",
  "refusal.filesLimited_other":
    "{{count}} files of your message were not passed on: this desk carries {{most}} files or {{size}} within {{within}}, and that is used up. The team sees their names.",
  "file.copied": "📎 {{name}} ({{size}})",
  "file.notCopied": "⚠ {{name}} ({{size}}) was not copied: {{why}}. You find it in the customer’s thread.",
  "file.notCopiedFromPage":
    "⚠ {{name}} ({{size}}) was not copied: {{why}}. You find it on the ticket’s page of the web desk.",
  "file.notTaken": "{{name}} ({{size}}) cannot be sent: {{why}}.",
  "file.why.tooLarge": "it is larger than 10 MB",
  "file.why.program": "programs are not copied",
  "file.why.active": "opening it can run something",
  "file.why.archive": "only .zip archives are copied",
  "file.why.packed": "the .zip holds a program or an archive, or its list of files cannot be read",
  "file.why.tooMany": "at most ten files of a message are copied",
  "file.why.tooManyInThread": "at most 50 files of an earlier thread are copied",
  "file.why.quota": "its sender has reached this desk’s limit for now",
  "file.why.unseen": "the platform does not say what it is",
  "file.why.noFilesHere": "this channel takes no files",
} as const;

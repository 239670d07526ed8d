/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const help = {
  "help.heading": "{{desk}}: how to use it",
  "help.unknown": "I do not know “{{word}}”.",
  "help.show": "/ticket show 1042",
  "help.showMeans": "{{command}} shows one ticket and its messages",
  "help.showMeansStaff": "{{command}} shows the ticket, with links to its card, where you claim, assign or answer it",
  "help.threads": "Reply in a ticket’s thread to add details.",
  "help.staffThreads":
    "A triage card’s thread is internal; only “Reply to customer” and the customer’s own thread are public.",
  "help.manual": "Manual",
  "help.help": "/ticket help",
  "help.helpMeans": "{{command}} lists all commands",
  "suggest.unknown": "“{{word}}” is not a command.",
  "suggest.didYouMean": "Did you mean:",
  "suggest.orOpen": "Or do you want to open a ticket about this?",
  "suggest.hint": "/ticket help lists all commands; /ticket new and a title opens a ticket at once.",
} as const;

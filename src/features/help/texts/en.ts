/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const help = {
  "help.heading": "{{desk}}: how to use it",
  "help.unknown": "I do not know “{{word}}”.",
  "help.show": "/ticket show 1042",
  "help.showMeans": " shows one ticket and what was said on it",
  "help.threads": "Reply in a ticket’s thread to add details.",
  "help.staffThreads":
    "A triage card’s thread is internal; only “Reply to customer” and the customer’s own thread are public.",
  "help.manual": "Manual",
  "mean.unknown": "“{{word}}” is no command.",
  "mean.didYouMean": "Did you mean:",
  "mean.showStaff": " shows the ticket, with links to its card, where you claim, assign or answer it",
  "mean.help": "/ticket help",
  "mean.helpMeans": " lists all commands",
  "mean.orOpen": "Or do you want to open a ticket about this?",
  "mean.hint": "/ticket help lists all commands; /ticket new and a title opens a ticket at once.",
} as const;

/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const ticketLinks = {
  "fact.links": "Other tickets",
  "link.linked": "{{other}}",
  "link.mergedInto": "continues in {{other}}",
  "link.mergedFrom": "{{other}}, merged into this one",
  "link.follows": "continues {{other}}",
  "link.followedBy": "continues in {{other}}",
  "link.added.linked": "{{name}} linked {{ticket}} with {{other}}.",
  "link.added.mergedInto":
    "{{name}} merged {{ticket}} into {{other}}: the customer’s messages below it are shown there.",
  "link.added.mergedFrom": "{{name}} merged {{other}} into this ticket: the messages of its customer are shown here.",
  "link.added.follows": "{{ticket}} continues {{other}}.",
  "link.added.followedBy":
    "{{name}} wrote below {{ticket}}, which was closed too long ago to reopen: the message opened {{other}}.",
  "history.link.linked": "linked the ticket with {{other}}",
  "history.link.mergedFrom": "merged {{other}} into the ticket",
  "history.link.followedBy": "wrote again, which opened {{other}}",
  "history.link.merged": "merged the ticket into {{other}}",
  "link.continuesIn.merged":
    "{{ticket}} and {{to}} are about the same thing, so we carry on in {{to}}. Your messages here reach us there.",
  "link.continuesIn.closed": "{{ticket}} was closed a while ago, so we have opened {{to}} with your message.",
  "link.howItGoesOn": "This ticket continues in {{to}}. Your messages here reach us there.",
  "link.done.merge": "{{ticket}} continues in {{to}}; its customer is notified.",
  "link.done.link": "{{ticket}} and {{to}} are linked.",
  "refusal.link.continuesIn": "{{ticket}} was merged: it continues in {{to}}.",
  "refusal.link.sameTicket": "Both numbers are the same ticket.",
  "refusal.link.linkedAlready": "{{ticket}} is already linked with {{to}}.",
  "refusal.link.targetResolved":
    "{{to}} is resolved, so {{ticket}} cannot go on there. Reopen {{to}} first, or merge {{to}} into {{ticket}}.",
  "refusal.link.otherAccount":
    "{{ticket}} and {{to}} belong to different customers, so they cannot be merged. You can link them.",
  "problem.whichTwo": "Which two tickets? For instance: /ticket {{word}} 1042 1043",
  "help.merge": "/ticket merge 1042 into 1043",
  "help.mergeMeans": "{{command}} ends a duplicate, which continues in the other ticket",
  "help.link": "/ticket link 1042 1043",
  "help.linkMeans": "{{command}} notes that the two tickets are related",
} as const;

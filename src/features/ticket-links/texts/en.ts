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
  "link.added.neverReopened":
    "{{name}} wrote below {{ticket}}, and this desk reopens no ticket: the message opened {{other}}.",
  "history.link.linked": "linked the ticket with {{other}}",
  "history.link.mergedFrom": "merged {{other}} into the ticket",
  "history.link.followedBy": "wrote again, which opened {{other}}",
  "history.link.merged": "merged the ticket into {{other}}",
  "link.continuesIn.merged":
    "{{ticket}} and {{to}} are about the same thing, so we carry on and answer in {{to}}. Your messages here reach us there.",
  "link.continuesIn.closed": "{{ticket}} was closed a while ago, so we have opened {{to}} with your message.",
  "link.continuesIn.neverReopened":
    "{{ticket}} is closed, and we open a new ticket for what comes later: we have opened {{to}} with your message.",
  "link.continuesIn.severity":
    "The times that we promised you still hold. After that, {{to}} has the severity {{severity}}: tell us if your problem is more urgent.",
  "link.howItGoesOn": "This ticket continues in {{to}}, and we answer there. Your messages here reach us there.",
  "link.done.merge": "{{ticket}} continues in {{to}}; its customer is notified.",
  "link.done.link": "{{ticket}} and {{to}} are linked.",
  "refusal.link.continuesIn": "{{ticket}} was merged: it continues in {{to}}.",
  "refusal.link.sameTicket": "Both numbers are the same ticket.",
  "refusal.link.linkedAlready": "{{ticket}} is already linked with {{to}}.",
  "refusal.link.targetResolved":
    "{{to}} is resolved, so {{ticket}} cannot go on there. Reopen {{to}} first, or merge {{to}} into {{ticket}}.",
  "refusal.link.otherAccount":
    "{{ticket}} and {{to}} belong to different customers, so they cannot be merged. You can link them.",
  "refusal.link.otherReaders":
    "{{ticket}} and {{to}} are read by different people, so the customer of {{ticket}} would not see the answers in {{to}}. You can link them.",
  "refusal.link.continuesHere": "{{to}} already continues in {{ticket}}. Merge {{to}} into {{ticket}} instead.",
  "refusal.link.mergeWithTech":
    "The technical team is working on {{ticket}}. Merge {{to}} into {{ticket}} instead, or wait until they return it.",
  "refusal.link.callInBoth":
    "The customers of {{ticket}} and {{to}} both wait for a call. Call one of them and press Call made, then merge.",
  "problem.whichTwo": "Which two tickets? For instance: /ticket {{word}} 1042 1043",
  "help.merge": "/ticket merge 1042 into 1043",
  "help.mergeMeans": "{{command}} ends a duplicate, which continues in the other ticket",
  "help.link": "/ticket link 1042 1043",
  "help.linkMeans": "{{command}} notes that the two tickets are related",
} as const;

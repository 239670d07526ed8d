/** In English: what is said of tickets that have to do with each other. */
export const links = {
  tie: {
    fact: "Other tickets",
    linked: "{{other}}",
    mergedInto: "goes on in {{other}}",
    mergedFrom: "{{other}}, merged into this one",
    follows: "goes on from {{other}}",
    followedBy: "goes on in {{other}}",
    told: {
      linked: "{{name}} linked {{ticket}} with {{other}}.",
      mergedInto: "{{name}} merged {{ticket}} into {{other}}: what the customer writes below it is told there.",
      mergedFrom: "{{name}} merged {{other}} into this ticket: what its customer writes is told here.",
      follows: "{{ticket}} goes on from {{other}}.",
      followedBy:
        "{{name}} wrote below {{ticket}}, which was closed too long ago to be opened again: that is {{other}} now.",
    },
    history: {
      linked: "linked it with {{other}}",
      mergedFrom: "merged {{other}} into it",
      followedBy: "wrote again: that is {{other}}",
      merged: "merged it into {{other}}",
    },
    continuesIn: {
      merged:
        "{{ticket}} and {{to}} are about the same thing, so we carry on in {{to}}. What you write here reaches us there.",
      closed: "{{ticket}} was closed a while ago, so we have opened {{to}} with what you wrote.",
    },
    howItGoesOn: "It goes on in {{to}}. What you write here reaches us there.",
    done: {
      merge: "{{ticket}} goes on in {{to}}; its customer is told.",
      link: "{{ticket}} and {{to}} are linked.",
    },
    refusal: {
      continuesIn: "{{ticket}} was merged: it goes on in {{to}}.",
      sameTicket: "That is one and the same ticket.",
      linkedAlready: "{{ticket}} already has to do with {{to}}.",
      otherAccount: "{{ticket}} and {{to}} belong to different accounts, so they cannot become one. You can link them.",
    },
    which: "Which two tickets? For instance: /ticket {{word}} 1042 1043",
    help: {
      merge: "/ticket merge 1042 into 1043",
      mergeMeans: " ends a duplicate, which goes on in the other",
      link: "/ticket link 1042 1043",
      linkMeans: " notes that they have to do with each other",
    },
  },
} as const;

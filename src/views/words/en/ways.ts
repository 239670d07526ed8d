/** In English: the customer's ways up, and what the desk makes of them. */
export const ways = {
  way: {
    label: "If you need more",
    escalate: "Take it to the head of support",
    contactThread: "write in the ticket’s thread",
    escalatedHeading: "{{ticket}} was taken to you",
    escalatedSummary: "{{ticket}} · {{account}}: {{name}} turns to the head of support",
    escalatedBy: "{{name}} asks the head of support to look at it, ",
    broken: "Broken promise: ",
    brokenSince: "{{clock}}, was due ",
    notBroken: "No promise is broken; it was taken up all the same.",
    whyAsked: "Why",
    neverWrote: "Nothing since it was opened",
    lastReply: "Our last answer",
    neverReplied: "None yet",
    escalatedInternal: "{{name}} took {{ticket}} to the head of support. Told: {{names}}.",
    escalatedNobody:
      "{{name}} took {{ticket}} to the head of support, and nobody with that role can be told. Told: {{names}}.",
    mentionEscalation: ": {{name}} takes {{ticket}} ({{account}}) to the head of support. Please look at it now.",
    unreachedEscalation:
      "⚠ {{name}} could not be told that {{ticket}} was taken to the head of support ({{why}}), and nobody is left to try.",
    toldEscalation: "{{name}} has been told that {{ticket}} cannot wait, ",
    toldEscalationTeam: "Our support team has been told that {{ticket}} cannot wait, ",
    headOfSupport: "{{name}}, head of support,",
    managerOfAccount: "{{name}}, your account manager,",
    mayEscalate: "The customer may now take it to the head of support.",
    escalated: "Taken to the head of support",
    escalatedFact: "by {{name}}, ",
    escalatedTold: "{{name}} knows since ",
    escalatedUntold: "nobody has been told yet",
  },
} as const;

/** In English: whose a ticket is now, and what customers said of it. */
export const turns = {
  turn: {
    yours: "{{ticket}} is yours now",
    givenBy: "{{name}} gave it to you.",
    inTurn: "It was your turn.",
    untoldOut: "{{name}}, who has {{ticket}} now, was not told: out until {{until}}.",
    untoldQuiet: "{{name}}, who has {{ticket}} now, was not told: these are their quiet hours.",
    untoldFailed: ", who has {{ticket}} now, could not be told in private ({{why}}).",
    thanksFor: "Thank you, {{name}}. You said: {{score}}.",
    contactInThread: "write to {{name}} in the ticket’s thread",
    noWay: "Write in the thread of your ticket, or open one with /ticket: {{name}} and the team are told of every one.",
    tried: "tried again where the customer could not be told before",
    passedOver: "{{why}}; next: {{next}}",
    reachedElsewhere: "{{name}} was told, but not where they were looked for first ({{why}})",
    changeUntil: "Changed your mind? You can say so until ",
  },
  notice: {
    customer: "The customer wrote on {{ticket}}, which is yours.",
    tech: "The technical team wrote on {{ticket}}, which is yours.",
    reopened: "{{ticket}}, which was yours, is open again.",
    instead: "You get this because you stand in for {{assignee}}, who is out.",
    standsIn: "(for {{assignee}}, who is out)",
    outUntil: " · out until ",
  },
} as const;

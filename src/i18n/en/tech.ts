/** In English: what support and the technical team read of each other. */
export const tech = {
  tech: {
    summary: "For the technical team · {{heading}}: {{need}}",
    need: "{{name}} needs:",
    described: "What the customer described:",
    threadIsInternal: "What you write in this card’s thread goes to support, never to the customer.",
    asked: "With the technical team, taken by nobody yet, since ",
    taken: "With {{name}} of the technical team, asked ",
    returned: "Given back to support ",
    done: "Done ",
    closed: "Ended with the ticket ",
    said: {
      asked: "{{name}} asks the technical team about {{ticket}}:",
      told: "{{name}} to the technical team about {{ticket}}:",
      took: "{{name}} of the technical team has taken {{ticket}}.",
      remarked: "{{name}} in the technical team’s thread of {{ticket}}:",
      returned: "{{name}} gives {{ticket}} back to support:",
      done: "{{name}}: the technical team is done with {{ticket}}.",
    },
  },
} as const;

/** The English sentences of this feature. */
export const welcome = {
  "welcome.title": "👋 Support for {{account}}",
  "welcome.ways": "This is how you ask for help:",
  "welcome.command": "Type /ticket and a few words. A form opens, and says how soon you get a first answer.",
  "welcome.mention": "Mention Plazo in a message here, or add the emoji 🎫 to one. It becomes a ticket.",
  "welcome.direct": "Write to Plazo directly if your colleagues should not read along.",
  "welcome.plainWords": "Just write here. If you get no answer, a ticket opens by itself after {{after}}.",
  "welcome.others":
    "If you do not see /ticket, for example as a guest or from another workspace, the other ways work for you, too.",
  "welcome.kept": "Plazo keeps this message up to date.",
} as const;

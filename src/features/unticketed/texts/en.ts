/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const unticketed = {
  "unticketed.waiting_one": "💬 {{account}} wrote a message that has no answer",
  "unticketed.waiting_other": "💬 {{account}} wrote {{count}} messages that have no answer",
  "unticketed.over": "💬 {{account}} wrote in their channel",
  "unticketed.firstAtBy": "{{name}} wrote the first one at {{at}} in {{channel}}. It belongs to no ticket.",
  "unticketed.firstAt": "The first one was written at {{at}} in {{channel}}. It belongs to no ticket.",
  "unticketed.opensAt":
    "A ticket opens from it at {{at}}, unless you choose or answer before. The deadlines then count from the first message.",
  "unticketed.whatIsIt": "What is it?",
  "unticketed.look": "Look at the message",
  "unticketed.choose.ticket": "Make it a ticket",
  "unticketed.choose.elsewhere": "Answered elsewhere",
  "unticketed.choose.notRequest": "Not a request",
  "unticketed.colleague": "A colleague",
  "unticketed.became.ticket": "It belongs to {{ticket}} now.",
  "unticketed.became.answered": "{{name}} answered in the channel.",
  "unticketed.became.elsewhere": "{{name}} said that it was answered elsewhere.",
  "unticketed.became.notRequest": "{{name}} said that it is not a request.",
  "unticketed.became.deleted": "The customer deleted what they wrote.",
  "unticketed.became.unreadable": "Plazo could not read it, so no ticket was opened. Look in the channel.",
  "unticketed.became.unwatched": "Messages in this channel are not watched any more.",
  "unticketed.unknown": "Plazo does not know these messages any more.",
  "unticketed.thanks": "Thank you. The message in triage says so now.",
  "unticketed.explained": "💡 Next time, you can get an answer sooner",
  "unticketed.waysToAsk":
    "Type /ticket, mention Plazo in your message, or add the emoji 🎫 to it. Then support sees it at once. What you write here without that is also read, but later.",
  "history.askingExplained": "showed the customer how to ask faster",
} as const;

/** In English: a ticket's conversation as a card shows it, and what customers press on theirs. */
export const talk = {
  talk: {
    heading: "Messages {{from}} to {{to}} of {{all}}",
    earlier_one: "{{messages}} earlier message",
    earlier_other: "{{messages}} earlier messages",
    allInFile: "All of it, as a file: {{command}}",
    internal: "internal",
    close: "Close",
    closeTitle: "Close {{ticket}}?",
    closeText: "It is marked as solved. You can open it again.",
    reopen: "Reopen",
    closed: "Thank you for telling us. The rest is in the ticket’s thread.",
    reopened: "Done. We carry on in the ticket’s thread.",
    inThread: "We talk about it in the thread where it was opened, in ",
    notIn: "The bot is not allowed to write in ",
    soInDirect: ", so we talk about it in your direct messages with this bot.",
    soNowhere: ", so the customer does not see the ticket there yet. Ask whoever runs Plazo to allow it.",
    whole: "All of it is in the file {{name}}.",
  },
} as const;

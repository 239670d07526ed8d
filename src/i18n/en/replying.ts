/** In English: public replies on their way to the customer, and waiting for what they ask. */
export const replying = {
  replying: {
    waitTitle: "Ask the customer",
    waitSubmit: "Send and wait",
    waitText: "What do you need from them?",
    waitNotice: "It is sent as our answer. Then the ticket waits for the customer.",
    waitHintAsked: "Leave it empty if your last message asked for it already.",
    leaves: "Sending ",
    sentAt: "It was sent ",
    editReply: "Edit and send again",
    waitsThen: "Then the ticket waits for the customer.",
    weNeedYou: "We need your answer to carry on: please reply below.",
    nothingAsked:
      "Nothing was asked of the customer of {{ticket}} since they wrote last. Press Waiting again and write what you need.",
    cannedHint: "What you type goes below it. You see it filled in before it leaves",
    dueMissing:
      "Nothing has been sent. The reply on {{ticket}} says by when the customer hears from us, and no promise runs on after it that could be named. Choose a time.",
    dueMissingButton: "Choose a time",
    dueNeedsTime: "The text says {due}: choose by when they hear from us.",
  },
} as const;

/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const resolution = {
  "resolveUnanswered.title": "Resolve {{ticket}} unanswered?",
  "resolveUnanswered.text":
    "No agent has answered the customer yet. The customer is notified that the ticket is solved, and no answer is due any more.",
  "resolveUnread.title": "Resolve {{ticket}}?",
  "resolveUnread.text":
    "The customer’s last message has no answer yet. The customer is notified that the ticket is solved.",
  "reopenConfirm.title": "Reopen {{ticket}}?",
  "reopenConfirm.text": "The customer is notified at once, and the ticket’s clocks keep running.",
  "button.resolve": "Resolve",
  "button.reopen": "Reopen",
  "button.close": "Close",
  "conversation.howToReopen": "Not solved after all? Reply below this message, or type /ticket reopen {{number}}",
  "message.resolved":
    "{{ticket}} is solved. If it is not, reply here or type /ticket reopen {{number}}, and we carry on.",
  "message.reopened": "{{ticket}} is open again.",
  "history.resolved": "resolved the ticket",
  "history.reopened": "reopened the ticket",
  "help.close": "/ticket close 1042",
  "help.closeMeans": "{{command}} marks a ticket as solved",
  "help.reopen": "/ticket reopen 1042",
  "help.reopenMeans": "{{command}} opens a solved ticket again",
  "refusal.resolvedAlready": "{{ticket}} is resolved. Reopen it first.",
  "refusal.already.resolved": "{{ticket}} is already resolved.",
  "refusal.already.open": "{{ticket}} is already open.",
  "done.resolved": "{{ticket}} is resolved.",
  "done.reopened": "{{ticket}} is open again.",
  "done.closedByCustomer": "Thank you for telling us. The rest is in the ticket’s thread.",
  "done.reopenedByCustomer": "Done. We carry on in the ticket’s thread.",
  "closeConfirm.title": "Close {{ticket}}?",
  "closeConfirm.text": "The ticket is marked as solved. You can open it again.",
} as const;

/** The English buttons, refusals and platform problems that several features share. Plural forms end in `_one` and `_other`. */
export const common = {
  "button.actions": "Ticket",
  "button.openConversation": "Open customer’s thread",
  "button.openTriage": "Open",
  "mention.before": "{{people}}: {{sentence}}",
  "refusal.notAllowed": "That is for the support team. If you need something, type /ticket.",
  "refusal.noSuchTicket": "There is no such ticket for you. /ticket list shows the tickets you can see.",
  "refusal.theTicket": "the ticket",
  "problem.broken": "Something went wrong on our side. Nothing you entered was lost; please look again in a moment.",
  "problem.oldButton":
    "This button is from an older version and does nothing any more. /ticket list shows the tickets.",
  "problem.noWords": "What are you looking for? For instance: /ticket find PayPal",
  "problem.whichTicket": "Which ticket? For instance: /ticket {{word}} 1042",
  "problem.badNumber": "“{{text}}” is not a ticket number. For instance: /ticket {{word}} 1042",
  "error.tooLong": "The text is too long: at most {{max}} characters.",
  "error.textMissing": "Please write something.",
  "form.cancel": "Cancel",
  "trouble.archived": "the channel is archived: {{code}}",
  "trouble.locked": "the thread is archived, locked or gone: {{code}}",
  "trouble.notIn": "the bot is no longer in the channel, or may not write there: {{code}}",
  "trouble.personGone": "the person has left or was deactivated: {{code}}",
  "trouble.noDirect": "the person takes no direct messages from the bot: {{code}}",
  "trouble.restricted": "only some people may write there: {{code}}",
  "trouble.filtered": "the platform’s filter refused the text: {{code}}",
  "trouble.otherReaders": "other people would read it",
  "trouble.moved":
    "⚠ Plazo cannot write to the customer of {{ticket}} in their channel ({{why}}). The conversation continues in their direct messages; nothing was lost.",
} as const;

/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const open = {
  "message.threadImported": "Messages in the thread before {{ticket}} was opened:",
  "message.threadImportedMore": "There are more messages: the thread has them all.",
  "message.threadFilesLeftOut_one": "{{count}} file of this thread was not copied, because there are too many.",
  "message.threadFilesLeftOut_other": "{{count}} files of this thread were not copied, because there are too many.",
  "message.by": "{{name}} {{at}}",
  "message.bySupport": "{{name}} (our team) {{at}}",
  "receipt.summary": "{{ticket}} is open",
  "receipt.heading": "{{ticket}} is open",
  "receipt.noTarget": "We have your ticket and will answer as soon as we can.",
  "receipt.inChannel": "The ticket has its own thread in {{channel}}.",
  "receipt.inThread": "The conversation continues in the thread where the ticket was opened, in {{channel}}.",
  "receipt.inDirect": "The conversation continues in your direct messages with this bot.",
  "receipt.directInstead":
    "The bot is not allowed to write in {{channel}}, so the conversation continues in your direct messages with this bot.",
  "receipt.nowhereYet":
    "The bot is not allowed to write in {{channel}}, so the customer does not see the ticket there yet. Ask your Plazo administrator to allow it.",
  "receipt.accountUnknown": "We do not know your company yet; the support team will add it.",
  "history.opened": "opened the ticket as {{severity}}",
  "history.openedFrom.picked": "opened the ticket as {{severity}} from a message of {{author}}",
  "history.openedFrom.mentioned": "opened the ticket by mentioning the bot; taken as {{severity}}",
  "history.openedFrom.reacted": "opened the ticket with a 🎫 on a message of {{author}}; taken as {{severity}}",
  "history.openedFrom.direct": "opened the ticket by direct message; taken as {{severity}}",
  "history.threadImported_one": "imported {{count}} message from its thread",
  "history.threadImported_other": "imported {{count}} messages from its thread",
  "help.open": "/ticket [title]",
  "help.openMeans": "{{command}} opens a ticket",
  "refusal.messageOfAnother":
    "This message is from {{name}}, so another account must not read it. Type /ticket to open a ticket for the other account.",
  "refusal.alreadyTicket": "That message is already {{ticket}}. Write in its thread to add to it.",
  "problem.nothingToTake": "That message has no text to open a ticket from. /ticket opens one with a form.",
  "problem.unreadable":
    "I cannot read that message, so I could not open a ticket from it. /ticket opens one with a form.",
  "problem.tooManyMarked":
    "🎫 opened no ticket: you or your colleagues marked too many messages in a short time. Remove it from the message and set it again from {{until}}, or open a ticket with /ticket now.",
  "problem.notACustomersChannel":
    "Mentions do not open tickets here: this channel is not linked to a customer. /ticket opens a ticket anywhere.",
  "problem.notOfThisCustomer":
    "Mentions do not open tickets for you here: the support team does not count you among this customer’s people. /ticket opens a ticket of your own anywhere.",
  "problem.staffDirect":
    "This stays between you and Plazo: no customer reads it, and it opens no ticket. To answer a customer, press Reply on the ticket or write in the customer’s thread. /ticket opens a ticket for an account; /desk shows the queue.",
  "problem.noAccounts": "This desk has no accounts yet. An admin can add them to the desk file.",
  "error.titleMissing": "Please give it a title.",
  "error.titleTooLong": "The title is too long: at most {{max}} characters.",
  "error.descriptionMissing": "Please say what happens.",
  "form.ticketTitle": "New ticket",
  "form.ticketSubmit": "Open ticket",
  "form.title": "What is it about?",
  "form.titleHint": "One line, for instance: no video on smart TVs",
  "form.severity": "How bad is it?",
  "form.severityStranger":
    "The support team does not know your company yet. It raises your ticket to critical once it has checked that it is.",
  "form.severityChoice": "{{severity}}: first answer within {{target}}",
  "form.description": "What happens?",
  "form.descriptionHint": "What did you do, what did you expect, what happened instead? Since when?",
  "form.account": "For which account?",
  "opening.edited": "{{name}} changed the message that {{ticket}} was opened from:",
  "opening.deleted": "{{name}} deleted the message that {{ticket}} was opened from.",
  "opening.deletedOnPlatform": "{{platform}} reports that the message that {{ticket}} was opened from was deleted.",
  "opening.editedAt": "Edited {{at}}",
  "publicMessage.deletedOnPlatform":
    "⚠ {{platform}} reports that {{name}}’s message to the customer of {{ticket}} was deleted there, and does not say by whom. It stays on record:",
  "publicMessage.deletedByAuthor": "{{name}} deleted their message to the customer of {{ticket}}. It stays on record:",
  "message.keptOnRecord": "Deleted there, kept on record since {{at}}",
  "message.deletedThereAt": "deleted there {{at}}",
} as const;

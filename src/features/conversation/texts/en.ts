/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const conversation = {
  "button.showAll": "Show all",
  "button.dismiss": "No answer needed",
  "message.colleagueHint":
    "This message started no clock. Add its author to “people” in the desk file if they are staff, or to “contacts” of an account if they are a customer.",
  "message.closedForOthers":
    "The ticket of this thread is closed, and it is not a ticket of your company. So your message did not reach the team. /ticket opens a ticket of your own.",
  "message.wroteInArea": "{{name}} wrote on {{ticket}} in the client area:",
  "message.onlyThanks": "A thank you: it needs no answer.",
  "message.customerWroteSummary": "{{name}} wrote on {{ticket}}: {{text}}",
  "elsewhere.summary": "{{ticket}} continues in another place",
  "elsewhere.channel": "Your message reached us. {{ticket}} continues in {{channel}}: our answers are there.",
  "elsewhere.direct":
    "Your message reached us. {{ticket}} continues in your direct messages with us: our answers are there.",
  "elsewhere.directOther":
    "Your message reached us. {{ticket}} continues in the direct messages of {{name}}, who gets our answers there.",
  "elsewhere.notTaken":
    "Your message was not taken: the conversation of this ticket is no longer here. For a new request, type /ticket or send me a new direct message.",
  "conversation.movedToChannel":
    "⚠ The conversation of {{ticket}} could not stay where it was ({{why}}). It continues in {{channel}}.",
  "history.customerWrote": "wrote: {{text}}",
  "history.dismissed": "marked the customer’s message as needing no answer",
  "history.conversationMoved": "moved the conversation ({{why}})",
  "history.conversationRetried": "sent again the messages that had not reached the customer",
  "done.dismissed": "{{ticket}}: that message needs no answer.",
  "author.colleague": "{{name}} · of your workspace, not in the desk file · {{at}}",
  "author.external": "{{name}} · {{company}} · external · {{at}}",
  "author.companyUnknown": "company unknown",
  "author.staff": "{{name}} · in the customer’s thread · {{at}}",
  "message.editedAt": "edited {{at}}",
  "message.directGone": "A message that was quoted here was deleted. You no longer follow {{ticket}}.",
  "message.deletedAt": "Deleted {{at}}",
  "text.more_one": "… {{characters}} more character",
  "text.more_other": "… {{characters}} more characters",
  "text.moreInTranscript_one": "… {{characters}} more character · all of it, as a file: /ticket transcript {{number}}",
  "text.moreInTranscript_other":
    "… {{characters}} more characters · all of it, as a file: /ticket transcript {{number}}",
  "text.leftOut":
    "Not shown here: lines: {{lines}}, characters: {{characters}}. All of it, as a file: /ticket transcript {{number}}",
  "text.wholeInFile": "All of it is in the file {{name}}.",
  "history.edited.customerWrote": "changed their message to: {{text}}",
  "history.edited.replied": "changed their reply to: {{text}}",
  "history.edited.noted": "changed their note to: {{text}}",
  "history.edited.opened": "changed the message that the ticket was opened from to: {{text}}",
  "history.edited.openedAndTitle":
    "changed the message that the ticket was opened from to: {{text}}. The title is now: {{title}}",
  "history.deletedOwn.customerWrote": "deleted a message of their own",
  "history.deletedOwn.replied": "deleted a reply to the customer",
  "history.deletedOwn.noted": "deleted a note",
  "history.deletedOwn.opened": "deleted the message that opened the ticket",
  "history.deletedOwnKept": "deleted their message to the customer; it stays on record",
  "history.deletedOnPlatformKept":
    "reports that {{author}}’s message to the customer was deleted there; it stays on record",
  "history.deletedOnPlatform.customerWrote": "reports that a message by {{author}} was deleted",
  "history.deletedOnPlatform.replied": "reports that a reply by {{author}} to the customer was deleted",
  "history.deletedOnPlatform.noted": "reports that a note by {{author}} was deleted",
  "history.deletedOnPlatform.opened": "reports that the message by {{author}} that opened the ticket was deleted",
  "history.textDeleted": "(deleted since)",
  "messages.heading": "Messages {{from}} to {{to}} of {{all}}",
  "messages.earlier_one": "{{messages}} earlier message",
  "messages.earlier_other": "{{messages}} earlier messages",
  "messages.allInFile": "All of it, as a file: /ticket transcript {{number}}",
  "messages.internal": "internal",
} as const;

/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const reply = {
  "button.reply": "Reply to customer",
  "button.replyShort": "Reply",
  "button.undoReply": "Undo",
  "button.releaseReply": "Send now",
  "button.resend": "Send again",
  "button.markDelivered": "It arrived",
  "message.replied": "{{name}} · {{desk}}",
  "message.replySummary": "{{name}} replied on {{ticket}}: {{text}}",
  "message.replyPending": "{{name}} replies to the customer of {{ticket}}. The reply can be undone until it is sent",
  "message.replySent": "{{name}} replied to the customer of {{ticket}}",
  "message.replyUndone": "{{name}} undid the reply: the customer of {{ticket}} saw nothing of it",
  "message.replyReturned": "The reply of {{name}} was not sent: the customer of {{ticket}} saw nothing of it",
  "replying.returned.audienceChanged":
    "{{person}}, your reply on {{ticket}} was not sent: the conversation has moved since you wrote it, and other people would read it.",
  "replying.returned.noReader":
    "{{person}}, your reply on {{ticket}} was not sent: it is in direct messages, and its requester may no longer read it.",
  "replying.returned.dueChanged":
    "{{person}}, your reply on {{ticket}} was not sent: the due time that it names no longer holds.",
  "history.replyReturned.audienceChanged":
    "wrote a reply that was not sent, because other people would have read it: {{text}}",
  "history.replyReturned.noReader": "wrote a reply that was not sent, because no customer could read it: {{text}}",
  "history.replyReturned.dueChanged":
    "wrote a reply that was not sent, because the due time that it names no longer held: {{text}}",
  "undelivered.withheld":
    "⚠ {{person}}, this message did not go to the customer of {{ticket}}: the conversation has moved since you wrote it, and other people would read it.",
  "undelivered.otherReaders":
    "Nothing was sent: the conversation of {{ticket}} has moved since this was written. Look who would read it now.",
  "undelivered.noReader":
    "No customer can read {{ticket}} any more: it is in the direct messages of {{name}}, who lost the right to it. To write to the account, please open a new ticket for it.",
  "message.undelivered":
    "⚠ This message did not reach the customer of {{ticket}} ({{why}}). Please find another way to tell them.",
  "message.deliveryUnknown":
    "⚠ Delivery unknown: Plazo cannot tell whether this message reached the customer of {{ticket}} ({{why}}). Look into their thread before you send it again.",
  "undelivered.resent": "{{name}} sends it again.",
  "undelivered.arrived": "{{name}} checked: the message did arrive.",
  "undelivered.resentByItself":
    "{{ticket}}: the customer wrote again, so the messages that had not reached them are sent now.",
  "history.replied": "replied to the customer: {{text}}",
  "history.replyPending": "is about to reply: {{text}}",
  "history.replyUndone": "undid a reply: {{text}}",
  "history.requeued": "put off the {{share}} reminder of “{{clock}}”, because the clock is paused",
  "history.undelivered": "could not reach the customer ({{why}})",
  "history.deliveryUnknown": "cannot tell whether the customer was reached ({{why}})",
  "history.resent": "sent again a message that may not have arrived",
  "history.markedDelivered": "found that the message did arrive",
  "help.reply": "/ticket reply 1042 [text]",
  "help.replyMeans": "{{command}} writes to the customer",
  "refusal.noLongerPending": "That reply is no longer pending: it has been sent or undone.",
  "refusal.handledAlready": "A colleague has already dealt with that message.",
  "refusal.internalMention": "That cannot go to the customer: “{{found}}” is internal. Please say it without.",
  "refusal.nothingUnanswered": "No message of the customer of {{ticket}} waits for an answer.",
  "refusal.emptyText": "There is nothing to send: the text is empty.",
  "refusal.customerElsewhere":
    "Your message did not answer the customer of {{ticket}}: they no longer read this thread. Use “{{button}}” on the ticket’s card.",
  "refusal.noReader":
    "Nothing was sent: no customer can read {{ticket}} any more. It is in the direct messages of a person who lost the right to it. To write to the account, please open a new ticket for it.",
  "refusal.audienceChanged":
    "Nothing was sent: the conversation of {{ticket}} has moved, so other people would read it. Open the reply again to see who.",
  "problem.replyTooLong": "Nothing was sent: the canned reply and your text are more than {{max}} characters together.",
  "error.cannedUnknown": "There is no such canned reply. Choose another.",
  "done.replied": "Your reply on {{ticket}} is on its way to the customer.",
  "done.undone": "Undone: the customer of {{ticket}} sees nothing of it.",
  "done.resent": "Sent again to the customer of {{ticket}}.",
  "done.markedDelivered": "Noted: it did reach the customer of {{ticket}}.",
  "form.replyTitle": "Reply to customer",
  "form.replySubmit": "Send to customer",
  "form.replyText": "Your reply",
  "form.replyChannel": "Read by everybody in {{channel}}",
  "form.replyChannelOf": "Read by everybody in {{channel}} ({{account}})",
  "form.replyPerson": "Read only by the person who opened {{ticket}}, as a direct message",
  "form.replyPersonOf": "Read only by the person who opened {{ticket}} ({{account}}), as a direct message",
  "form.replyArea": "Read in the client area by the person who opened {{ticket}}",
  "form.replyAreaOf": "Read by everybody at {{account}}, in the client area",
  "form.replyUnnamed":
    "Read by everybody who reads the conversation of {{ticket}}. You see who that is before the reply is sent; you can still undo it then.",
  "form.replyNews": "Promise the next update?",
  "form.replyNoNews": "No promise",
  "form.canned": "Canned reply",
  "form.noCanned": "None",
  "form.replyPublic": "It is public: it counts as our answer on {{ticket}}.",
  "form.replyFindings": "The technical team wrote this for the support team only. Say it in your own words:",
  "replying.waitTitle": "Ask the customer",
  "replying.waitSubmit": "Send and wait",
  "replying.waitText": "What do you need from them?",
  "replying.waitNotice": "It is sent as our answer. Then the ticket waits for the customer.",
  "replying.waitHintAsked": "Leave it empty if your last message already asked for it.",
  "replying.sendsAt": "It is sent {{at}}",
  "replying.sentAt": "It was sent {{at}}",
  "replying.editReply": "Edit and send again",
  "replying.waitsThen": "Then the ticket waits for the customer.",
  "replying.weNeedYou": "We need your answer to carry on.",
  "replying.nothingAsked":
    "The customer of {{ticket}} wrote last, and no question of ours follows. Press Waiting again and write what you need.",
  "replying.cannedHint": "Your text goes below it. You see the whole reply before it is sent",
  "replying.dueMissing":
    "Nothing has been sent. The reply on {{ticket}} says by when the customer hears from us, but after it nothing is due that it could name. Choose a time.",
  "replying.dueMissingButton": "Choose a time",
  "replying.dueNeedsTime": "The text says {due}: choose by when the customer hears from us.",
} as const;

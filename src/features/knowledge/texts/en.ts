/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const knowledge = {
  "message.articlesOffered":
    "Before the ticket was opened, the customer was offered these manual articles: {{titles}}. They did not help.",
  "history.articlesOffered": "was first offered these manual articles: {{titles}}",
  "list.manualSolved_one": "The manual has solved {{count}} request before it became a ticket.",
  "list.manualSolved_other": "The manual has solved {{count}} requests before they became tickets.",
  "offer.articles": "Before we open your ticket: does one of these articles help?",
  "offer.solved": "This solved it",
  "offer.openAnyway": "Open the ticket",
  "offer.opensByItself": "If you choose nothing, the ticket opens by itself ({{at}}). Nothing is lost.",
  "offer.thanks": "Glad that helped. No ticket was opened; if the problem comes back, type /ticket.",
  "offer.over": "That is already decided.",
  "offer.overTicket": "That is already decided: it is part of {{ticket}}.",
  "offer.withdrawn": "You deleted what you wrote, so nothing was passed on. The question needs no answer any more.",
  "offer.which": "You have an open ticket, {{heading}}. Does this message belong to it?",
  "offer.add": "Add it to {{ticket}}",
  "offer.fresh": "Open a new ticket",
  "offer.addsByItself": "If you choose nothing, the message is added to it ({{at}}). Nothing is lost.",
  "offer.added": "Added to {{ticket}}.",
  "offer.choices": "Your choice",
} as const;

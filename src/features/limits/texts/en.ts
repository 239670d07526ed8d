/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const limits = {
  "refusal.askedTooOften.transcripts":
    "No transcript was made: you have asked for {{most}} within {{within}}, which is this desk’s limit. You can ask for the next one from {{until}}.",
  "refusal.askedTooOften.lookups":
    "Nothing was looked up: you have asked for {{most}} tickets or lists within {{within}}, which is this desk’s limit. You can ask again from {{until}}.",
  "refusal.limited.tickets.person":
    "No ticket was opened: you have opened {{most}} within {{within}}, which is this desk’s limit. You can open the next one from {{until}}. If your message is about an open ticket, you can write it in that ticket’s thread now.",
  "refusal.limited.tickets.account":
    "No ticket was opened: your company has opened {{most}} within {{within}}, which is this desk’s limit. The next one can be opened from {{until}}. If your message is about an open ticket, you can write it in that ticket’s thread now.",
  "refusal.limited.messages.person":
    "This message was not passed on to the team: you wrote {{most}} messages within {{within}}, which is this desk’s limit. Messages that you write before {{until}} are not passed on either; please send them again then.",
  "refusal.limited.messages.account":
    "This message was not passed on to the team: your company wrote {{most}} messages within {{within}}, which is this desk’s limit. Messages that you write before {{until}} are not passed on either; please send them again then.",
  "collected.one": "1 ticket of a person without an account waits: {{first}}",
  "collected.many": "{{total}} tickets of people without an account wait: {{first}} … {{last}}",
  "collected.empty": "No ticket of a person without an account waits here any more.",
  "collected.take": "Take",
  "collected.show": "Show",
  "collected.account": "Name the account",
  "collected.moved": "Tickets of people without an account wait in another channel now:",
  "collected.more_one":
    "and {{count}} more: /ticket list unassigned lists it, and /ticket show with its number gives it a card. It moves up when a ticket leaves.",
  "collected.more_other":
    "and {{count}} more: /ticket list unassigned lists them, and /ticket show with a number gives one a card. They move up when tickets leave.",
  "collected.hint":
    "Many people without an account wrote in a short time, so their tickets wait here. A ticket gets a card of its own when staff take, show or answer it or name its account, when its customer closes it or asks for a person, and when a reminder comes to this channel.",
} as const;

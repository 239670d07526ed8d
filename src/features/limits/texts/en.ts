/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const limits = {
  "refusal.askedTooOften.transcripts":
    "No transcript was made: you have asked for {{most}} within {{within}}, and this desk makes no more at once. You can ask for the next one from {{until}}.",
  "refusal.askedTooOften.lookups":
    "Nothing was looked up: you have asked for {{most}} tickets or lists within {{within}}, and this desk shows no more at once. You can ask again from {{until}}.",
  "refusal.limited.tickets.person":
    "No ticket was opened: you have opened {{most}} within {{within}}, and this desk takes no more at once. You can open the next one from {{until}}. What belongs to an open ticket can go into its thread now.",
  "refusal.limited.tickets.account":
    "No ticket was opened: your company has opened {{most}} within {{within}}, and this desk takes no more at once. The next one can be opened from {{until}}. What belongs to an open ticket can go into its thread now.",
  "refusal.limited.messages.person":
    "This was not passed on to the team: you wrote {{most}} messages within {{within}}, and this desk takes no more at once. Nothing that you write before {{until}} is passed on; please send it again then.",
  "refusal.limited.messages.account":
    "This was not passed on to the team: your company wrote {{most}} messages within {{within}}, and this desk takes no more at once. Nothing that you write before {{until}} is passed on; please send it again then.",
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

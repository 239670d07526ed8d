/** In English: the message in which tickets of people without an account wait together. */
export const collected = {
  collected: {
    one: "1 ticket of a person without an account waits: {{first}}",
    many: "{{total}} tickets of people without an account wait: {{first}} … {{last}}",
    empty: "No ticket of a person without an account waits here any more.",
    take: "Take",
    show: "Show",
    account: "Name the account",
    moved: "Tickets of people without an account wait in another channel now:",
    more_one:
      "and {{count}} more: /ticket list unassigned lists it, and /ticket show with its number gives it a card. It moves up when a ticket leaves.",
    more_other:
      "and {{count}} more: /ticket list unassigned lists them, and /ticket show with a number gives one a card. They move up when tickets leave.",
    hint: "Many people without an account wrote in a short time, so their tickets wait here. A ticket gets a card of its own when staff take, show or answer it or name its account, when its customer closes it or asks for a person, and when a reminder comes to this channel.",
  },
};

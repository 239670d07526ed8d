import type { Desk } from "../domain/desk.ts";
import type { Audience } from "../domain/effect.ts";
import type { Ticket } from "../domain/ticket.ts";
import type { Reader } from "./reader.ts";
import { accountOf, personOf } from "./who.ts";

/** The reader of what the staff share: the desk's own language and zone. */
export const deskReader = (desk: Desk): Reader => ({ locale: desk.locale, timezone: desk.timezone });

/** The reader of what one of the staff is told: their own language and zone, else the desk's. */
export const staffReader = (desk: Desk, key: string): Reader => {
  const person = personOf(desk, key);
  return { locale: person?.locale ?? desk.locale, timezone: person?.timezone ?? desk.timezone };
};

/** The reader on the customer's side of a ticket: their account's language and zone, else the desk's. */
export const customerReader = (desk: Desk, ticket: Pick<Ticket, "account">): Reader => {
  const account = accountOf(desk, ticket);
  return account === null ? deskReader(desk) : { locale: account.locale, timezone: account.timezone };
};

/** For whom a message of a ticket is worded. */
export const readerFor = (audience: Audience, ticket: Pick<Ticket, "account">, desk: Desk): Reader => {
  switch (audience.kind) {
    case "conversation":
      return customerReader(desk, ticket);
    case "internal":
    case "tech":
      return deskReader(desk);
    case "person":
    case "email":
      return staffReader(desk, audience.person);
  }
};

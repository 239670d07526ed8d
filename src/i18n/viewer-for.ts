import { accountOf, personOf } from "../tickets/people.ts";
import type { Desk } from "../desk/desk.ts";
import type { Audience } from "../tickets/effect.ts";
import type { Ticket } from "../tickets/ticket.ts";
import type { Viewer } from "./viewer.ts";

/** The reader of what the staff share: the desk's own language and zone. */
export const deskViewer = (desk: Desk): Viewer => ({ locale: desk.locale, timezone: desk.timezone });

/** The viewer of a message for a member of staff: their own language and zone, else the desk's. */
export const staffViewer = (desk: Desk, key: string): Viewer => {
  const person = personOf(desk, key);
  return { locale: person?.locale ?? desk.locale, timezone: person?.timezone ?? desk.timezone };
};

/** The reader on the customer's side of a ticket: their account's language and zone, else the desk's. */
export const customerViewer = (desk: Desk, ticket: Pick<Ticket, "account">): Viewer => {
  const account = accountOf(desk, ticket);
  return account === null ? deskViewer(desk) : { locale: account.locale, timezone: account.timezone };
};

/** For whom a message of a ticket is worded. */
export const viewerFor = (audience: Audience, ticket: Pick<Ticket, "account">, desk: Desk): Viewer => {
  switch (audience.kind) {
    case "conversation":
    case "contact":
      return customerViewer(desk, ticket);
    case "internal":
    case "tech":
      return deskViewer(desk);
    case "person":
    case "email":
      return staffViewer(desk, audience.person);
  }
};

import type { NewCommand, Refusal } from "../../tickets/messages.ts";
import { contactsKnownAs } from "../../db/access/contact-store.ts";
import type { Database } from "../../db/connection/handle.ts";
import { platformOf } from "../../tickets/refs.ts";

type Opening = Extract<NewCommand, { type: "open" }>;

/**
 * The command with the contact for whom an agent opens the ticket, if it names one. An address stands for the contact who has it: their
 * tickets are those of their identity in the client area, where mail is a way in. A refusal if no contact has the address, or contacts
 * of several accounts.
 */
export const withContact = async (db: Database, command: Opening): Promise<Opening | Refusal> => {
  const { contact } = command;
  if (contact === undefined || platformOf(contact.user) !== "email") return command;
  const [only, ...others] = (await contactsKnownAs(db, contact.user)).filter(({ how }) => how === "invited");
  return only === undefined || others.length > 0
    ? { reason: "noContact", name: contact.name }
    : { ...command, contact: { user: only.user, name: only.name } };
};

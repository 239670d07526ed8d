import type { UserRef } from "../tickets/refs.ts";
import type { MailKind, SenderVerdict } from "./reading/read-mail.ts";

/** A contact as whom a sender may write: their identity in the client area, and their account (a key of the desk). */
export interface MailContact {
  readonly user: UserRef;
  readonly account: string;
  readonly name: string;
}

/** What the desk knows of the sender. */
export type KnownSender =
  | { readonly is: "nobody" }
  | { readonly is: "staff" }
  /** One contact for each account that has the address; empty for an unknown address. */
  | { readonly is: "person"; readonly contacts: readonly MailContact[]; readonly isMuted: boolean };

/** The ticket that the mail names by its signed address, its references or its words. */
export interface NamedTicket {
  readonly number: number;
  readonly account: string | null;
  /** The contacts among the sender's who may write on it. */
  readonly writers: readonly MailContact[];
  /** The mail names it by what only this sender was sent. */
  readonly isSigned: boolean;
  readonly isEscalated: boolean;
}

/** Everything that decides what becomes of a mail. */
export interface MailFacts {
  readonly kind: MailKind;
  /** It is a mail of this desk that came back as it was. */
  readonly isOurs: boolean;
  readonly verdict: SenderVerdict["is"];
  readonly sender: KnownSender;
  readonly ticket: NamedTicket | null;
  /** Whether the head's address is among the recipients, or among the copied ones only. */
  readonly head: "recipient" | "copied" | null;
  /** How many mails of this sender came within the last hour. */
  readonly sentLately: number;
  /** Whether the address of a contact is enough where no server vouches for the sender. */
  readonly trustsUnverified: boolean;
  /** The account that the staff chose; null if they were not asked. */
  readonly chosen: string | null;
}

/** Why a mail waits for the staff. */
export type StrangerWhy =
  | "unknown"
  | "notVerified"
  | "forged"
  | "severalAccounts"
  | "staff"
  | "noAuthor"
  | "mailingList"
  | "refused"
  | "flood";

/** What becomes of a mail. */
export type MailBecomes =
  | {
      readonly becomes: "onTicket";
      readonly ticket: number;
      readonly contact: MailContact;
      readonly escalates: boolean;
    }
  | { readonly becomes: "opens"; readonly contact: MailContact; readonly escalates: boolean }
  | { readonly becomes: "bounce" }
  /** A machine wrote it. It is shown to the staff where it belongs to a ticket, and never answered. */
  | { readonly becomes: "automatic"; readonly ticket: number | null; readonly kind: MailKind }
  | { readonly becomes: "stranger"; readonly why: StrangerWhy; readonly accounts: readonly string[] }
  /** It is kept, and no person is told of it. */
  | { readonly becomes: "refused"; readonly why: "loop" | "muted" };

/** More mails of one sender within an hour wait for the staff: a program may have gone wrong. None is lost. */
export const floodsAt = 60;

const stranger = (why: StrangerWhy, accounts: readonly string[] = []): MailBecomes => ({
  becomes: "stranger",
  why,
  accounts,
});

/** Whether a person is to be told: a mail to the head, or a copy to them of a ticket that was not escalated yet. */
const escalates = ({ head, ticket }: MailFacts): boolean =>
  head === "recipient" || (head === "copied" && ticket?.isEscalated !== true);

/** Why the sender's words do not count as those of a contact; null if they do. */
const whyNotTheirs = ({ sender, verdict, ticket, trustsUnverified, chosen }: MailFacts): StrangerWhy | null => {
  if (sender.is === "nobody") return "noAuthor";
  if (sender.is === "staff") return "staff";
  // The staff looked at the mail and vouched for it.
  if (chosen !== null) return null;
  if (verdict === "failed") return "forged";
  const isVouchedFor = verdict === "verified" || trustsUnverified || ticket?.isSigned === true;
  return isVouchedFor || sender.contacts.length === 0 ? null : "notVerified";
};

/** The contact as whom the sender opens a ticket; null if there is none, or if there are several. */
const opener = (contacts: readonly MailContact[], chosen: string | null): MailContact | null => {
  const fitting = chosen === null ? contacts : contacts.filter(({ account }) => account === chosen);
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
};

/** Decides what becomes of a mail. */
export const whatMailBecomes = (facts: MailFacts): MailBecomes => {
  const { kind, isOurs, sender, ticket, sentLately, chosen } = facts;
  if (isOurs) return { becomes: "refused", why: "loop" };
  if (kind === "bounce") return { becomes: "bounce" };
  if (sender.is === "person" && sender.isMuted) return { becomes: "refused", why: "muted" };
  const isOfMachine = kind === "automatic" || kind === "outOfOffice" || kind === "receipt";
  const contacts = sender.is === "person" ? sender.contacts : [];
  // A newsletter has no known author, and no person waits for an answer to it.
  if (isOfMachine || (kind === "mailingList" && contacts.length === 0 && chosen === null))
    return { becomes: "automatic", ticket: ticket !== null && ticket.writers.length > 0 ? ticket.number : null, kind };
  const why = sentLately >= floodsAt && chosen === null ? "flood" : whyNotTheirs(facts);
  if (why !== null)
    return stranger(
      why,
      contacts.map(({ account }) => account),
    );
  const writer = ticket?.writers.find(({ account }) => account === ticket.account) ?? ticket?.writers[0];
  if (ticket !== null && writer !== undefined)
    return { becomes: "onTicket", ticket: ticket.number, contact: writer, escalates: escalates(facts) };
  if (contacts.length === 0) return stranger("unknown");
  if (kind === "mailingList" && chosen === null)
    return stranger(
      "mailingList",
      contacts.map(({ account }) => account),
    );
  const contact = opener(contacts, chosen);
  return contact === null
    ? stranger(
        "severalAccounts",
        contacts.map(({ account }) => account),
      )
    : { becomes: "opens", contact, escalates: escalates(facts) };
};

import { rememberMail } from "../../db/mail/mail-thread-store.ts";
import { messageIdOfMail, sendBackToStaff, setTicketOfMail } from "../../db/mail/mail-store.ts";
import { contactsOfAccount } from "../../db/access/contact-store.ts";
import { readRequest } from "../../db/request-store.ts";
import { readTicket } from "../../db/ticket-store.ts";
import type { BehindMail, InboundEvent } from "../../chat/inbound-event.ts";
import type { WorkDeps } from "../../jobs/deps.ts";
import type { Intent } from "../../requests/intent.ts";
import { execute, executeWith } from "../../tickets/execute/execute.ts";
import type { Refusal } from "../../tickets/messages.ts";
import type { NotYet } from "../process-inbox.ts";

type Deps = Pick<WorkDeps, "database" | "desk" | "now" | "onEvents" | "onOutcomes" | "onRefusal">;
type OpenByMail = Extract<Intent, { kind: "openByMail" }>;

/**
 * What a refusal means for a mail. Its author cannot press again: beyond a limit it waits until the limit has room. Else the mail goes
 * back to the staff, so that no word is lost.
 */
export const afterRefusal = async (
  { database: { db } }: Pick<Deps, "database">,
  { id }: BehindMail,
  refusal: Refusal,
): Promise<NotYet | null> => {
  if (refusal.reason === "limited") return { notYet: refusal.until };
  await sendBackToStaff(db, id);
  return null;
};

/** The customer's escalation: their mail is for the head of support. If it was escalated already, nothing more happens. */
const escalate = async (deps: Deps, inboundEvent: InboundEvent, number: number): Promise<void> => {
  const { by, channel, at } = inboundEvent;
  const actor = { kind: "person", user: by.user, name: by.name, channel } as const;
  const command = { type: "escalate", by: actor, at, why: null, byMail: true } as const;
  await execute(deps, { key: `${inboundEvent.key} escalate`, number, command });
};

/** Shows the team whom a mail copied, on the ticket that took it. */
export const reportCopied = async (
  deps: Deps,
  { key, by }: InboundEvent,
  { copied = [] }: BehindMail,
): Promise<void> => {
  const number = copied.length === 0 ? null : await readRequest(deps.database.db, key);
  const ticket = number === null ? null : await readTicket(deps.database.db, number);
  if (number === null || ticket === null) return;
  const hearing = new Set([ticket.requester, ...ticket.followers].map(({ user }) => user));
  const contacts = ticket.account === null ? [] : await contactsOfAccount(deps.database.db, ticket.account);
  const known = new Set(contacts.filter(({ user }) => hearing.has(user)).map(({ knownAs }) => knownAs));
  const people = copied.filter(({ address }) => !known.has(`email:${address}`));
  const command = { type: "reportCopied", by: { kind: "clock" }, at: deps.now(), name: by.name, people } as const;
  if (people.length > 0) await execute(deps, { key: `${key} copied`, number, command });
};

/** Escalates the ticket that took a mail for the head. */
export const escalateTaken = async (
  deps: Deps,
  inboundEvent: InboundEvent,
  { escalates }: BehindMail,
): Promise<void> => {
  if (!escalates) return;
  const number = await readRequest(deps.database.db, inboundEvent.key);
  if (number !== null) await escalate(deps, inboundEvent, number);
};

/**
 * Opens a ticket from a mail. The transaction also says which ticket the mail opened, and how the answers to it are threaded in its
 * author's mail program.
 */
export const openByMail = async (
  deps: Deps,
  inboundEvent: InboundEvent,
  { command, mail }: OpenByMail,
): Promise<NotYet | null> => {
  const { key, by, at } = inboundEvent;
  const messageId = await messageIdOfMail(deps.database.db, mail.id);
  const done = await executeWith<never>(deps, { key, number: null, command }, async (tx) => {
    const number = await readRequest(tx, key);
    if (number === null) return null;
    await setTicketOfMail(tx, mail.id, number);
    if (messageId !== null) await rememberMail(tx, { ticket: number, contact: by.user, messageId, at });
    return null;
  });
  const outcome = "rollback" in done ? done.rollback : done.commit;
  if (!outcome.ok) return afterRefusal(deps, mail, outcome.refusal);
  await escalateTaken(deps, inboundEvent, mail);
  await reportCopied(deps, inboundEvent, mail);
  return null;
};

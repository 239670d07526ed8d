import { rememberMail } from "../../db/mail/mail-thread-store.ts";
import { messageIdOfMail, setTicketOfMail } from "../../db/mail/mail-store.ts";
import { readRequest } from "../../db/request-store.ts";
import type { BehindMail, InboundEvent } from "../../chat/inbound-event.ts";
import type { WorkDeps } from "../../jobs/deps.ts";
import type { Intent } from "../../requests/intent.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import { askerOf, oneTicket } from "../../tickets/execute/queries.ts";
import { receiveCustomerMessage } from "../customer-message.ts";
import type { NotYet } from "../process-inbox.ts";
import { afterRefusal, escalateTaken, reportCopied } from "./open-by-mail.ts";

type Deps = Pick<WorkDeps, "database" | "desk" | "now" | "onEvents" | "onOutcomes" | "onRefusal">;

/** A message that came by mail. */
export type MailedMessage = Extract<InboundEvent, { kind: "message" }> & { readonly mail: BehindMail };

/**
 * Takes a mail into its ticket, if its author may still see that. A closed ticket is opened again or followed up, as if they had
 * written on its page.
 */
export const writeByMail = async (
  deps: Deps,
  inboundEvent: MailedMessage,
  { number, text }: Extract<Intent, { kind: "writeOnTicket" }>,
  context: RequestContext,
): Promise<NotYet | null> => {
  const { db } = deps.database;
  const { key, by, at, mail } = inboundEvent;
  const found = await oneTicket(db, context.desk, askerOf(inboundEvent), { number });
  if (!found.ok) return afterRefusal(deps, mail, found.refusal);
  const place = { below: number, text, context, arrival: "arrived" } as const;
  const { refusal } = await receiveCustomerMessage(deps, inboundEvent, place);
  if (refusal !== null) return afterRefusal(deps, mail, refusal);
  const taken = await readRequest(db, key);
  const messageId = await messageIdOfMail(db, mail.id);
  // It may be a follow-up, or the ticket into which this one was merged.
  if (taken !== null && taken !== number) {
    await setTicketOfMail(db, mail.id, taken);
    if (messageId !== null) await rememberMail(db, { ticket: taken, contact: by.user, messageId, at });
  }
  await escalateTaken(deps, inboundEvent, mail);
  await reportCopied(deps, inboundEvent, mail);
  return null;
};

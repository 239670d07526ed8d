import { attemptOf, type Delivery } from "../../chat/delivery.ts";
import { claimNotices, postponeNotice, settleNotice, type OwedNotice } from "../../db/statements/notice-store.ts";
import { readStatementRow } from "../../db/statements/statement-store.ts";
import { areaStatementPath, statementNoticeCard } from "../../features/statements/index.ts";
import { minute, second, type Instant } from "../../sla/instant.ts";
import { customerOf, periodText } from "../../statements/statement-document.ts";
import { areaPlatform } from "../../tickets/contact.ts";
import { seesWholeAccount } from "../../tickets/principal.ts";
import type { Step, WorkDeps } from "../deps.ts";

/** How many contacts are told at once, and for how long a process keeps their notices. */
const batch = 10;
const leaseMs = 2 * minute;

/** After so many tries (some hours) a contact is not told any more. The statement stays in the client area. */
const mostTries = 20;

/** When a notice that failed is tried again: later and later, at most after half an hour. */
const retryAt = (now: Instant, tries: number): Instant => now + Math.min(30 * minute, 30 * second * 2 ** (tries - 1));

/** Tells one contact. A string says why they cannot be delivery. */
const tell = async (deps: WorkDeps, { statement: id, contact, tries }: OwedNotice): Promise<Delivery | string> => {
  const { db } = deps.database;
  const port = deps.ports.get(areaPlatform);
  if (port === undefined || deps.webUrl === undefined) return "the client area is not served";
  const statement = await readStatementRow(db, id);
  const desk = await deps.desk.read(db);
  const account =
    statement !== null && Object.hasOwn(desk.accounts, statement.account)
      ? desk.accounts[statement.account]
      : undefined;
  if (statement === null || account === undefined) return "the desk no longer has the account";
  // The desk file or a colleague may have narrowed what they see since.
  if (!account.contacts.includes(contact) || !seesWholeAccount(contact, account))
    return "the contact may not read the statements of the account";
  const period = periodText(statement, customerOf(account));
  const card = statementNoticeCard({ account, desk, period }, deps.webUrl(areaStatementPath(id)));
  // The client area stores a message under its key once, and tells of it once.
  return port.tell(contact, card, attemptOf(`statement:${id}:${contact}`, tries > 1 ? statement.sentAt : null));
};

/**
 * Tells the contacts of an account that a statement was sent. The message goes where messages of the client area go: into it, and
 * from there to the contact's mail or chat. Several processes may do so at once.
 */
export const sendStatementNotices =
  (deps: WorkDeps): Step =>
  async () => {
    const { db } = deps.database;
    const now = deps.now();
    const owed = await claimNotices(db, { now, until: now + leaseMs, most: batch });
    for (const notice of owed) {
      const delivery = await tell(deps, notice);
      const at = deps.now();
      if (typeof delivery === "string") await settleNotice(db, notice, { at, why: delivery });
      else if (delivery.ok) await settleNotice(db, notice, { at, why: delivery.notMailed?.why ?? null });
      else {
        const { failure } = delivery;
        deps.log.warn({ failure: failure.kind, err: failure.why, statement: notice.statement }, "statement.not-told");
        if (failure.kind === "waitUntil") await postponeNotice(db, notice, failure.until);
        else if (failure.kind === "recipientGone" || notice.tries >= mostTries)
          await settleNotice(db, notice, { at, why: failure.why });
        else await postponeNotice(db, notice, retryAt(at, notice.tries));
      }
    }
    return owed.length;
  };

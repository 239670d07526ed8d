import type { InboundEvent } from "../../chat/inbound-event.ts";
import { storeMailFile } from "../../db/access/area-file-store.ts";
import type { Tx } from "../../db/connection/handle.ts";
import { storeArrivals } from "../../db/inbox-store.ts";
import { forgetMailFailure } from "../../db/mail/mail-failure-store.ts";
import { acknowledgeOnce } from "../../db/mail/waiting-mail-store.ts";
import { announceWaitingMail } from "../../db/staff-reports/mails-report-store.ts";
import { settleMail, type MailRow, type SettledMail } from "../../db/mail/mail-store.ts";
import { rememberMail } from "../../db/mail/mail-thread-store.ts";
import { takeFailedMail } from "../../delivery/report-delivered.ts";
import { laneOf, sanitize } from "../../inbox/receive.ts";
import type { MailBecomes } from "../../mail/becomes.ts";
import type { ReadMail, Unreadable } from "../../mail/reading/read-mail.ts";
import type { WorkDeps } from "../deps.ts";
import { acknowledge } from "./acknowledge.ts";
import type { TagOwner } from "../../mail/ticket-tag.ts";
import { copiedBy, eventOfMail, filesOfMail } from "./mail-event.ts";

/** A mail that this process claimed. */
export interface LeasedMail {
  readonly row: MailRow;
  readonly token: string;
}

/** The words of a contact. */
type Words = Extract<MailBecomes, { becomes: "onTicket" | "opens" }>;

const aboutMail = ({
  messageId,
  from,
  subject,
}: ReadMail): Pick<SettledMail, "messageId" | "sender" | "senderName" | "subject"> => ({
  messageId,
  sender: from?.address ?? null,
  senderName: from?.name ?? null,
  subject,
});

const nothingRead: Pick<SettledMail, "messageId" | "sender" | "senderName" | "subject" | "ticket" | "contact"> = {
  messageId: null,
  sender: null,
  senderName: null,
  subject: null,
  ticket: null,
  contact: null,
};

/**
 * Settles a mail, with what else belongs to the same transaction. Returns the result of that; null if another process has settled the
 * mail.
 */
const settle = async <T>(
  { database: { db }, now, metrics }: WorkDeps,
  { row, token }: LeasedMail,
  settled: SettledMail,
  also: (tx: Tx) => Promise<T>,
): Promise<T | null> => {
  const done = await db.transaction(async (tx) =>
    (await settleMail(tx, row.id, { ...settled, token, at: now() })) ? { result: await also(tx) } : null,
  );
  if (done === null) return null;
  metrics.mailRead(settled.state === "setAside" ? "setAside" : (settled.became ?? settled.state));
  return done.result;
};

const nothingElse = async (): Promise<void> => {};

/** Sets a mail aside that cannot be read. It is kept, and triage gets a message about it. */
export const setMailAside = async (deps: WorkDeps, leased: LeasedMail, why: Unreadable | "givenUp"): Promise<void> => {
  deps.log.warn({ mail: leased.row.id, reason: why }, "mail.set-aside");
  const { channels } = await deps.desk.read(deps.database.db);
  await settle(deps, leased, { ...nothingRead, state: "setAside", became: null, why }, (tx) =>
    announceWaitingMail(tx, leased.row.id, channels.triage, deps.now()),
  );
};

/** Stores the event for the inbox, which this process does not claim: the step that processes the inbox may be another one's. */
const storeEvent = async (tx: Tx, inboundEvent: InboundEvent, at: number): Promise<void> => {
  const event = sanitize(inboundEvent);
  const lease = { token: "mail", until: at };
  await storeArrivals(tx, [{ inboundEvent: event, lane: laneOf(event), at, lease, isRepeat: true }]);
};

/** What a contact wrote goes to the inbox, in the transaction that settles the mail. Its files are stored before. */
const handOver = async (deps: WorkDeps, leased: LeasedMail, mail: ReadMail, words: Words): Promise<void> => {
  const { db } = deps.database;
  const { id, receivedAt } = leased.row;
  const { contact, becomes, escalates } = words;
  const files = filesOfMail(id, mail);
  const ticket = words.becomes === "onTicket" ? words.ticket : null;
  for (const { ref, bytes } of files)
    if (bytes !== null) await storeMailFile(db, { id: ref.id, bytes, owner: contact.user, at: deps.now() });
  const copied = copiedBy(mail, await deps.desk.read(db));
  const event = eventOfMail(mail, { id, at: receivedAt, contact, ticket, escalates, copied, files });
  await settle(
    deps,
    leased,
    { ...aboutMail(mail), state: "done", became: becomes, why: null, ticket, contact: contact.user },
    async (tx) => {
      // Their address works: a mail of theirs came from it.
      await forgetMailFailure(tx, contact.user);
      if (ticket !== null && mail.messageId !== null)
        await rememberMail(tx, { ticket, contact: contact.user, messageId: mail.messageId, at: receivedAt });
      await storeEvent(tx, event, deps.now());
    },
  );
  deps.metrics.inboxStored();
};

/**
 * Lets a mail wait for the staff, and owes triage a message about it. An unknown sender whose domain vouches for the mail gets one
 * answer, ever: a forged one would go to a person who wrote nothing. If the process ends before it is sent, there is none.
 */
const letWait = async (deps: WorkDeps, leased: LeasedMail, settled: SettledMail, mail: ReadMail): Promise<void> => {
  const { database, desk: cache, now } = deps;
  const desk = await cache.read(database.db);
  const { sender, why } = settled;
  const mayAnswer = why === "unknown" && mail.kind === "person" && mail.verdict.is === "verified" && sender !== null;
  const isFirst = await settle(deps, leased, settled, async (tx) => {
    await announceWaitingMail(tx, leased.row.id, desk.channels.triage, now());
    return mayAnswer && acknowledgeOnce(tx, sender, now());
  });
  if (isFirst === true) await acknowledge(deps, desk, mail);
};

/** Notifies the team of a mail that came back. Returns what the transaction that settles the report stores; nothing if it is no mail of ours. */
const whatReturned = async (
  deps: WorkDeps,
  { row: { id, receivedAt } }: LeasedMail,
  { bounce }: ReadMail,
  returned: TagOwner | null,
): Promise<(tx: Tx) => Promise<void>> =>
  bounce === null || returned === null
    ? nothingElse
    : takeFailedMail(deps, { key: `report ${id}`, ...returned, report: bounce, at: receivedAt });

/** What becomes of a mail. `returned`: of a report about a mail that came back, that mail's ticket and contact. */
export interface DecidedMail {
  readonly decided: MailBecomes;
  readonly returned: TagOwner | null;
}

/** Does what was decided about a mail. */
export const actOnMail = async (
  deps: WorkDeps,
  leased: LeasedMail,
  mail: ReadMail,
  { decided, returned }: DecidedMail,
): Promise<void> => {
  const about = { ...nothingRead, ...aboutMail(mail) };
  switch (decided.becomes) {
    case "onTicket":
    case "opens":
      return handOver(deps, leased, mail, decided);
    case "stranger":
      return letWait(deps, leased, { ...about, state: "waiting", became: "stranger", why: decided.why }, mail);
    case "automatic":
      await settle(
        deps,
        leased,
        { ...about, state: "done", became: "automatic", why: decided.kind, ticket: decided.ticket },
        nothingElse,
      );
      return;
    case "bounce":
      await settle(
        deps,
        leased,
        {
          ...about,
          state: "done",
          became: "bounce",
          why: mail.bounce?.action ?? null,
          ticket: returned?.ticket ?? null,
          contact: returned?.contact ?? null,
        },
        await whatReturned(deps, leased, mail, returned),
      );
      return;
    case "refused":
      await settle(deps, leased, { ...about, state: "done", became: "refused", why: decided.why }, nothingElse);
      return;
  }
};

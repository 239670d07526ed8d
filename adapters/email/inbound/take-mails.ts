import type { ImapFlow } from "imapflow";
import type { Core, Log } from "../../../src/chat/port.ts";
import type { Instant } from "../../../src/sla/instant.ts";
import { largestMail } from "./mail-endpoint.ts";
import { mailboxTrouble } from "./mailbox-errors.ts";

/** Where mails go once they are decided on. */
export interface MailFolders {
  readonly done: string;
  readonly failed: string;
}

/** What is known of the mails of one connection, by their numbers in the mailbox. */
export interface MailboxState {
  /** Stored, and not moved yet: the number of the desk's mail. */
  readonly taken: Map<number, number>;
  /** Older than the desk, or not to be fetched or moved now. A later connection looks at them again. */
  readonly left: Set<number>;
}

export const freshState = (): MailboxState => ({ taken: new Map(), left: new Set() });

type Deps = {
  readonly core: Required<Pick<Core, "acceptMail" | "mailOutcomes">>;
  readonly log: Log;
  readonly now: () => Instant;
};

const dayMs = 24 * 60 * 60_000;

/** Makes `Plazo/Done` and `Plazo/Failed`, with the separator of the server. */
export const makeFolders = async (client: ImapFlow): Promise<MailFolders> => ({
  done: (await client.mailboxCreate(["Plazo", "Done"])).path,
  failed: (await client.mailboxCreate(["Plazo", "Failed"])).path,
});

/** One mail of the mailbox, which stays as it is. Null if it is gone, or older than `since`. */
const fetchMail = async (client: ImapFlow, uid: number, since: Instant, now: Instant) => {
  const about = await client.fetchOne(String(uid), { uid: true, size: true, internalDate: true }, { uid: true });
  if (about === false) return null;
  const receivedAt = about.internalDate === undefined ? now : new Date(about.internalDate).getTime();
  if (receivedAt < since) return null;
  const size = about.size ?? 0;
  const isWhole = size <= largestMail;
  const parts = isWhole ? ({ source: true } as const) : ({ headers: true } as const);
  const fetched = await client.fetchOne(String(uid), parts, { uid: true });
  const raw = fetched === false ? undefined : isWhole ? fetched.source : fetched.headers;
  return raw === undefined ? null : { raw, receivedAt, size: Math.max(size, raw.byteLength), isWhole };
};

/**
 * Stores the mails that are in the mailbox and not stored yet. `renew` is called between mails. A mail that the server does not give is left
 * for a later connection, so that it holds up no other; if the desk cannot store one, this rejects.
 */
export const takeMails = async (
  client: ImapFlow,
  { taken, left }: MailboxState,
  { since, renew }: { readonly since: Instant; readonly renew: () => Promise<boolean> },
  { core, log, now }: Deps,
): Promise<void> => {
  // The server compares days of its own zone.
  const found = await client.search({ since: new Date(since - dayMs), deleted: false }, { uid: true });
  if (!Array.isArray(found)) return;
  for (const uid of found) {
    if (taken.has(uid) || left.has(uid)) continue;
    if (!(await renew())) return;
    let mail: Awaited<ReturnType<typeof fetchMail>>;
    try {
      mail = await fetchMail(client, uid, since, now());
    } catch (error) {
      if (!client.usable) throw error;
      log.warn({ err: mailboxTrouble(error) }, "mailbox.mail-unread");
      left.add(uid);
      continue;
    }
    if (mail === null) {
      left.add(uid);
      continue;
    }
    const { raw, ...arriving } = mail;
    const arrived = { ...arriving, source: "imap", sentTo: [] } as const;
    taken.set(uid, await core.acceptMail(Uint8Array.from(raw), arrived));
  }
};

/** Marks the mails that are decided on as seen, and moves them to their folder. Returns how many are still to be decided on. */
export const moveMails = async (
  client: ImapFlow,
  { taken, left }: MailboxState,
  folders: MailFolders,
  { core, log }: Deps,
): Promise<number> => {
  const outcomes = await core.mailOutcomes([...taken.values()]);
  for (const [uid, id] of taken) {
    const outcome = outcomes.get(id);
    if (outcome === undefined) continue;
    taken.delete(uid);
    try {
      await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
      await client.messageMove(String(uid), folders[outcome], { uid: true });
    } catch (error) {
      if (!client.usable) throw error;
      log.warn({ err: mailboxTrouble(error) }, "mailbox.mail-unmoved");
    }
    // If it could not be moved, it stays until the next connection: the desk has it.
    left.add(uid);
  }
  return taken.size;
};

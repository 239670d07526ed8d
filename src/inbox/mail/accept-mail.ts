import { webcrypto } from "node:crypto";
import { storeMail } from "../../db/mail/mail-store.ts";
import type { ArrivingMail, Core } from "../../chat/port.ts";
import type { WorkDeps } from "../../jobs/deps.ts";

/** In bytes. The head of a mail is shorter; the digest needs no more of it. */
const longestHead = 256 * 1024;

const digestOf = async (...parts: readonly Uint8Array[]): Promise<string> => {
  const hashes = await Promise.all(parts.map((part) => webcrypto.subtle.digest("SHA-256", Uint8Array.from(part))));
  const all = Buffer.concat(hashes.map((each) => Buffer.from(each)));
  return Buffer.from(await webcrypto.subtle.digest("SHA-256", all)).toString("base64url");
};

/** The lines of the head that servers on the way leave as they are. */
const ofAuthor = ["Message-ID", "From", "Date", "Subject"];

/** Where the body begins; the whole mail if it has no head. */
const bodyStart = (raw: Buffer): number => {
  const ends = ["\r\n\r\n", "\n\n"].flatMap((end) => {
    const at = raw.indexOf(end);
    return at === -1 ? [] : [at + end.length];
  });
  return Math.min(...ends, raw.byteLength);
};

/**
 * A digest of message id and content. Servers add lines to the head on the way, so of the head only what the author wrote counts: a mail
 * that comes by two ways has one key. Without a message id all bytes count.
 */
export const mailKeyOf = async (raw: Uint8Array): Promise<string> => {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const start = bodyStart(bytes);
  const head = bytes
    .subarray(0, Math.min(start, longestHead))
    .toString("latin1")
    .replaceAll(/\r?\n[ \t]+/g, " ");
  const line = (name: string): string => new RegExp(`^${name}[ \\t]*:(.*)$`, "im").exec(head)?.[1]?.trim() ?? "";
  const [id = "", ...others] = ofAuthor.map(line);
  return id === ""
    ? digestOf(bytes)
    : digestOf(Buffer.from([id, ...others].join("\n"), "latin1"), bytes.subarray(start));
};

type Deps = Pick<WorkDeps, "database" | "now" | "metrics" | "log">;

/**
 * Takes a mail in: it is stored and committed when this resolves. The same mail is stored once. Nothing of it is read here but what
 * its key needs.
 */
export const acceptMail =
  ({ database, now, metrics, log }: Deps): NonNullable<Core["acceptMail"]> =>
  async (raw: Uint8Array, { source, receivedAt, sentTo, size, isWhole }: ArrivingMail) => {
    const at = now();
    const { id, isNew } = await storeMail(database.db, {
      key: await mailKeyOf(raw),
      source,
      // A server's clock may be ahead; no mail is from the future.
      receivedAt: Math.min(receivedAt, at),
      storedAt: at,
      size,
      sentTo,
      raw,
      setAside: isWhole ? null : "tooLarge",
    });
    metrics.mailTaken(isNew ? "new" : "repeated");
    log.debug({ source, isNew, size }, "mail.taken");
    return id;
  };

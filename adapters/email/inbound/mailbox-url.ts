import { isLoopback } from "../../../src/chat/platform-manifest.ts";

/** A mailbox from which mails are fetched. */
export interface MailboxSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; else the connection must change to TLS, unless it is to this machine. */
  readonly isSecure: boolean;
  readonly mustUpgrade: boolean;
  readonly user: string;
  readonly password: string;
  /** The folder in which mails arrive. */
  readonly folder: string;
  /** What the desk calls the mailbox: without the password. */
  readonly name: string;
}

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

/** Reads `imaps://user:password@host:993/INBOX`; null for another text. Signs of user and password are escaped as in any address. */
export const mailboxOf = (text: string): MailboxSettings | null => {
  const url = URL.parse(text);
  if (url === null || !["imap:", "imaps:"].includes(url.protocol) || url.hostname === "") return null;
  const [user, password] = [decoded(url.username), decoded(url.password)];
  const folder = decoded(url.pathname.slice(1));
  if (user === null || password === null || folder === null || user === "" || password === "") return null;
  if (url.search !== "" || url.hash !== "") return null;
  const isSecure = url.protocol === "imaps:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const inFolder = folder === "" ? "INBOX" : folder;
  const port = url.port === "" ? (isSecure ? 993 : 143) : Number(url.port);
  return {
    host,
    port,
    isSecure,
    mustUpgrade: !isSecure && !isLoopback(host),
    user,
    password,
    folder: inFolder,
    name: `${user}@${host}:${port}/${inFolder}`,
  };
};

import type { AddressInfo, Server } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** An e-mail as it was sent. */
export interface ReceivedMail {
  /** The sender of the envelope, to whom reports of a failed delivery go. */
  readonly sender: string;
  readonly to: readonly string[];
  /** Header lines, unfolded. */
  readonly headers: readonly string[];
  readonly raw: string;
}

/** A mail as a mail program shows it. */
export interface ReadMail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const ofQuotedPrintable = (text: string): string =>
  Buffer.from(
    text
      .replaceAll(/=\r?\n/g, "")
      .replaceAll(/=([\dA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    "latin1",
  ).toString("utf8");

const ofBase64 = (text: string): string => Buffer.from(text, "base64").toString("utf8");

/** The words of a header, which are coded where they are not plain ASCII. */
const words = (header: string): string =>
  header
    .replaceAll(/\?=\s+=\?/g, "?==?")
    .replaceAll(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, coded: string, text: string) =>
      coded.toUpperCase() === "B" ? ofBase64(text) : ofQuotedPrintable(text.replaceAll("_", " ")),
    );

/** The value of a header with this name, without its coding; null if there is none. */
export const headerOf = ({ headers }: Pick<ReceivedMail, "headers">, name: string): string | null => {
  const line = headers.find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}: `));
  return line === undefined ? null : words(line.slice(name.length + 2));
};

/** Reads a mail as a mail program does: its subject, and both parts without their coding. */
export const readMail = ({ to, headers, raw }: ReceivedMail): ReadMail => {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] ?? "";
  const partOf = (type: string): string => {
    const part = raw.split(`--${boundary}`).find((each) => new RegExp(`^Content-Type: ${type}`, "im").test(each)) ?? "";
    const [head = "", ...body] = part.trimStart().split("\r\n\r\n");
    const text = body.join("\r\n\r\n");
    const decoded = /encoding: base64/i.test(head)
      ? ofBase64(text)
      : /encoding: quoted-printable/i.test(head)
        ? ofQuotedPrintable(text)
        : text;
    return decoded.replaceAll("\r\n", "\n").trim();
  };
  const subject = headers.find((each) => each.startsWith("Subject: ")) ?? "";
  return {
    to,
    subject: words(subject.slice("Subject: ".length)),
    text: partOf("text/plain"),
    html: partOf("text/html"),
  };
};

/** A mail server that stores what it gets. Tests may replace its handlers with faulty ones. */
export interface MailServer {
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** The listener itself, for tests that break its connections. */
  readonly raw: Server;
  stop(): Promise<void>;
}

const received = (raw: string, { sender, to }: Pick<ReceivedMail, "sender" | "to">): ReceivedMail => ({
  sender,
  to,
  headers: (raw.split("\r\n\r\n")[0] ?? "").replace(/\r\n[ \t]+/g, " ").split("\r\n"),
  raw,
});

/** A refusal with a reply code, as a mail server makes it. */
export const refusing = (text: string, responseCode: number): Error => Object.assign(new Error(text), { responseCode });

/** Starts a mail server on a free local port, without encryption and by default without passwords. */
export const startMailServer = async (options: SMTPServerOptions = {}): Promise<MailServer> => {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    closeTimeout: 100,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const { mailFrom } = session.envelope;
        const sender = mailFrom === false ? "" : mailFrom.address;
        mails.push(received(Buffer.concat(chunks).toString("utf8"), { sender, to }));
        done();
      });
    },
    ...options,
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    raw: server.server,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
};

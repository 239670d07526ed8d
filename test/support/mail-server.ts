import type { AddressInfo, Server } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** An e-mail as it was sent. */
export interface ReceivedMail {
  readonly to: readonly string[];
  /** Header lines, unfolded. */
  readonly headers: readonly string[];
  readonly raw: string;
}

/** A mail server that stores what it gets. Tests may replace its handlers with faulty ones. */
export interface MailServer {
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** The listener itself, for tests that break its connections. */
  readonly raw: Server;
  stop(): Promise<void>;
}

const received = (raw: string, to: readonly string[]): ReceivedMail => ({
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
        mails.push(received(Buffer.concat(chunks).toString("utf8"), to));
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

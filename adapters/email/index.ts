import { createTransport } from "nodemailer";
import { isLoopback } from "../../src/chat/platform-manifest.ts";
import type { Adapter, AdapterDeps } from "../../src/chat/port.ts";
import { failureOf } from "./errors.ts";
import type { MailboxSettings } from "./inbound/mailbox-url.ts";
import type { WatchedMailbox } from "./inbound/read-mailbox.ts";
import { mailEndpoint } from "./inbound/mail-endpoint.ts";
import { webhookKey } from "./inbound/signed-request.ts";
import { createOutbound } from "./outbound.ts";

/** The mail server (`smtp://user:password@host:587`, or `smtps://`) and the sender (`Desk <desk@example.com>`). */
export interface EmailSettings {
  readonly url: string;
  readonly from: string;
  /** The secret with which a server signs the mails that it posts (Standard Webhooks). Without one no mail is taken over HTTP. */
  readonly secret?: string;
  /** The mailbox from which mails are fetched. Without one none are. */
  readonly mailbox?: MailboxSettings;
}

/** The time limits (ms). Longer ones would outlast the lease on a message. */
const patience = { dnsTimeout: 3_000, connectionTimeout: 4_000, greetingTimeout: 4_000, socketTimeout: 8_000 };

/**
 * Creates the e-mail adapter. It sends, and takes mails in where a mailbox or a secret is set. The desk is ready even if the server does not answer: mail waits, and chat
 * goes on.
 */
export const createEmail = (
  settings: EmailSettings,
  {
    log,
    now,
    linkTo,
    core,
    refused,
  }: Pick<AdapterDeps, "log" | "now" | "linkTo" | "refused"> & Partial<Pick<AdapterDeps, "core">>,
): Adapter => {
  const key = settings.secret === undefined ? null : webhookKey(settings.secret);
  const { hostname, protocol, password } = new URL(settings.url);
  const transport = createTransport({
    url: settings.url,
    // A password must not be sent unencrypted, except to this machine.
    requireTLS: protocol === "smtp:" && password !== "" && !isLoopback(hostname),
    disableFileAccess: true,
    disableUrlAccess: true,
    ...patience,
  });
  let mailbox: WatchedMailbox | null = null;
  /** The library for mailboxes is loaded only where one is fetched from. */
  const opened = async (): Promise<WatchedMailbox | null> => {
    const { acceptMail, mailOutcomes, holdMailbox, releaseMailbox } = core ?? {};
    if (settings.mailbox === undefined || acceptMail === undefined || mailOutcomes === undefined) return null;
    if (holdMailbox === undefined || releaseMailbox === undefined) return null;
    const { watchMailbox } = await import("./inbound/read-mailbox.ts");
    return watchMailbox(settings.mailbox, {
      core: { acceptMail, mailOutcomes, holdMailbox, releaseMailbox },
      log,
      now,
    });
  };
  return {
    platform: "email",
    port: createOutbound({
      send: (mail) => transport.sendMail(mail),
      from: settings.from,
      now,
      log,
      linkTo: linkTo ?? (() => null),
    }),
    ...(key === null || core === undefined
      ? {}
      : { http: mailEndpoint(key, { core, log, now, ...(refused === undefined ? {} : { refused }) }) }),
    start: async () => {
      mailbox = await opened();
      mailbox?.start();
    },
    stop: async () => {
      await mailbox?.stop();
      transport.close();
    },
    notReady: () => mailbox?.notReady() ?? null,
    probe: async () => {
      const { mailbox: own } = settings;
      const ofMailbox = own === undefined ? [] : await (await import("./inbound/read-mailbox.ts")).probeMailbox(own);
      try {
        await transport.verify();
        return ofMailbox;
      } catch (error) {
        return [`the mail server at ${hostname} does not take us: ${failureOf(error).why}`, ...ofMailbox];
      }
    },
  };
};

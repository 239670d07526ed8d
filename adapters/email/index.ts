import { createTransport } from "nodemailer";
import { isLoopback } from "../../src/chat/platform-manifest.ts";
import type { Adapter, AdapterDeps } from "../../src/chat/port.ts";
import { failureOf } from "./errors.ts";
import { mailEndpoint } from "./inbound/mail-endpoint.ts";
import { webhookKey } from "./inbound/signed-request.ts";
import { createOutbound } from "./outbound.ts";

/** The mail server (`smtp://user:password@host:587`, or `smtps://`) and the sender (`Desk <desk@example.com>`). */
export interface EmailSettings {
  readonly url: string;
  readonly from: string;
  /** The secret with which a server signs the mails that it posts (Standard Webhooks). Without one no mail is taken over HTTP. */
  readonly secret?: string;
}

/** The time limits (ms). Longer ones would outlast the lease on a message. */
const patience = { dnsTimeout: 3_000, connectionTimeout: 4_000, greetingTimeout: 4_000, socketTimeout: 8_000 };

/**
 * Creates the e-mail adapter. It sends, and takes mails over HTTP where a secret is set. The desk is ready even if the server does not answer: mail waits, and chat
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
    start: async () => {},
    stop: async () => transport.close(),
    notReady: () => null,
    probe: async () => {
      try {
        await transport.verify();
        return [];
      } catch (error) {
        return [`the mail server at ${hostname} does not take us: ${failureOf(error).why}`];
      }
    },
  };
};

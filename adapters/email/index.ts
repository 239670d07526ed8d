import { createTransport } from "nodemailer";
import { isLoopback } from "../../src/chat/addresses.ts";
import type { Adapter, AdapterDeps } from "../../src/chat/port.ts";
import { failureOf } from "./errors.ts";
import { createOutbound } from "./outbound.ts";

/** The server to hand mail to (`smtp://user:password@host:587`, or `smtps://`), and who it is from (`Desk <desk@example.com>`). */
export interface EmailSettings {
  readonly url: string;
  readonly from: string;
}

/** Longer waits would outlast the claim on a message. */
const patience = { dnsTimeout: 3_000, connectionTimeout: 4_000, greetingTimeout: 4_000, socketTimeout: 8_000 };

/**
 * E-mail: tells people, and hears nobody. A server that does not answer makes it no less ready: its messages wait, and chat
 * goes on.
 */
export const createEmail = (
  settings: EmailSettings,
  { log, now, linkTo }: Pick<AdapterDeps, "log" | "now" | "linkTo">,
): Adapter => {
  const { hostname, protocol, password } = new URL(settings.url);
  const transport = createTransport({
    url: settings.url,
    // A password must not travel in clear, except to this very machine.
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

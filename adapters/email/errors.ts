import { z } from "zod";
import type { DeliveryFailure } from "../../src/chat/delivery.ts";

/** The parts of a nodemailer error: its own code, the server's code, and the command that the server answered. */
const mailError = z.object({
  code: z
    .string()
    .regex(/^[A-Z0-9_]{2,40}$/)
    .optional()
    .catch(undefined),
  responseCode: z.int().min(100).max(999).optional().catch(undefined),
  response: z.string().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
  syscall: z.string().optional().catch(undefined),
});

/** Mail servers name no time for a later attempt. */
type Kind = Exclude<DeliveryFailure["kind"], "waitUntil">;

const kindOf = ({ code, responseCode, command, syscall }: z.output<typeof mailError>): Kind => {
  // The server answered, so it certainly did not accept the mail.
  if (responseCode !== undefined && responseCode >= 400 && responseCode < 500) return "tryAgain";
  if (responseCode !== undefined && responseCode >= 500) {
    if (command === "RCPT TO") return "recipientGone";
    return command === "DATA" ? "ourBug" : "installBroken";
  }
  switch (code) {
    case "EAUTH":
    case "ENOAUTH":
    case "EOAUTH2":
    case "ETLS":
    case "ECONFIG":
      return "installBroken";
    case "EENVELOPE":
    case "EMESSAGE":
    case "ESTREAM":
      return "ourBug";
    case "EDNS":
      return "tryAgain";
    default:
      return syscall === "connect" || syscall === "getaddrinfo" ? "tryAgain" : "doubtful";
  }
};

/** After its three digits a server may add an enhanced code: 5.1.1 means an unknown address. */
const status = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/;

/**
 * Returns the codes only, such as `EENVELOPE 550 5.1.1`, because the server's text may quote addresses or the message.
 */
const codesOf = ({ code, responseCode, response }: z.output<typeof mailError>): string =>
  [code ?? "EUNKNOWN", responseCode, status.exec(response ?? "")?.[1]].filter((each) => each !== undefined).join(" ");

/** Maps an error of the mail server to a failure. */
export const failureOf = (error: unknown): DeliveryFailure => {
  const read = mailError.safeParse(error);
  if (!read.success) return { kind: "doubtful", why: "EUNKNOWN" };
  return { kind: kindOf(read.data), why: codesOf(read.data) };
};

import { z } from "zod";
import type { DeliveryFailure } from "../../src/chat/delivery.ts";

/** What nodemailer says of a failure: its own code, and the server's with the command it answered. */
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

/** A mail server that wants us to wait names no time. */
type Kind = Exclude<DeliveryFailure["kind"], "waitUntil">;

const kindOf = ({ code, responseCode, command, syscall }: z.output<typeof mailError>): Kind => {
  // The server's own answers are certain: it did not take the mail.
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

/** Behind its three digits a server may say more in three numbers: 5.1.1 is an address that it does not have. */
const status = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/;

/** `EENVELOPE 550 5.1.1`: the codes alone, since the server's words hold addresses and may quote what was sent. */
const codesOf = ({ code, responseCode, response }: z.output<typeof mailError>): string =>
  [code ?? "EUNKNOWN", responseCode, status.exec(response ?? "")?.[1]].filter((each) => each !== undefined).join(" ");

/** Every error of the mail server as a failure of ours. */
export const failureOf = (error: unknown): DeliveryFailure => {
  const read = mailError.safeParse(error);
  if (!read.success) return { kind: "doubtful", why: "EUNKNOWN" };
  return { kind: kindOf(read.data), why: codesOf(read.data) };
};

import { z } from "zod";

/** The parts of an error of the IMAP library that hold no text of the server: it may quote addresses and subjects. */
const imapError = z.object({
  code: z
    .string()
    .regex(/^[A-Za-z0-9_]{2,40}$/)
    .optional()
    .catch(undefined),
  serverResponseCode: z
    .string()
    .regex(/^[A-Z]{2,30}$/)
    .optional()
    .catch(undefined),
  responseStatus: z.enum(["NO", "BAD"]).optional().catch(undefined),
  authenticationFailed: z.boolean().optional().catch(undefined),
});

/** What went wrong with a mailbox, as codes: `AUTHENTICATIONFAILED`, `ECONNREFUSED`, `NO OVERQUOTA`. */
export const mailboxTrouble = (error: unknown): string => {
  const { data } = imapError.safeParse(error);
  if (data?.authenticationFailed === true) return "AUTHENTICATIONFAILED";
  const codes = [data?.responseStatus, data?.serverResponseCode, data?.code].filter((each) => each !== undefined);
  return codes.length === 0 ? "UNKNOWN" : codes.join(" ");
};

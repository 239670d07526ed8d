import type { Instant } from "../sla/instant.ts";

/** What a delivery report (RFC 3464) says about one recipient. */
export interface DeliveryReport {
  /** `failed` is final: the recipient did not get the mail. `delayed`: the server still tries. The others are no failures. */
  readonly action: "failed" | "delayed" | "delivered" | "relayed" | "expanded";
  /** The status code of RFC 3463, such as `5.1.1`; null if the report names none. */
  readonly status: string | null;
}

/** Mails to a contact that came back. */
export interface MailFailure {
  readonly status: string;
  readonly lastAt: Instant;
  /** How many came back. */
  readonly mails: number;
  /** Since when no mail is sent to them; null: they still get mail. */
  readonly failingSince: Instant | null;
}

/** What a report means. */
export interface ReturnMeans {
  /** Whether the team is notified; `certain`: the contact certainly did not get the mail. */
  readonly notified: { readonly certain: boolean } | null;
  /** Whether the contact gets no more mail until the address works again. */
  readonly fails: boolean;
}

const nothing: ReturnMeans = { notified: null, fails: false };

/** The address is wrong, or its mailbox is closed: another mail would come back too. */
const addressIsWrong = /^5\.(?:1\.\d{1,3}|2\.1)$/;

/** A second failure within this time (ms) is no accident. */
const repeatMs = 7 * 24 * 60 * 60 * 1_000;

/** The code that is kept for a report without one. */
export const statusOf = ({ action, status }: DeliveryReport): string =>
  status !== null && /^[245]\.\d{1,3}\.\d{1,3}$/.test(status) ? status : action === "delayed" ? "4.0.0" : "5.0.0";

/**
 * What to do about a report. The team is notified at once of a mail that was lost, and of a delay only if it repeats: most delays end by
 * themselves. A contact gets no more mail once the address is known to be wrong, or when a second mail is lost within a week: a full
 * mailbox or a filter may let the next one through.
 */
export const meansOfReport = (report: DeliveryReport, before: MailFailure | null, at: Instant): ReturnMeans => {
  const repeats = before !== null && at - before.lastAt <= repeatMs;
  if (report.action === "failed")
    return { notified: { certain: true }, fails: repeats || addressIsWrong.test(statusOf(report)) };
  return report.action === "delayed" && repeats ? { notified: { certain: false }, fails: false } : nothing;
};

/** The status code (RFC 3463) in a server's answer, such as `5.1.1`; null if there is none. */
export const statusIn = (text: string): string | null => /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(text)?.[0] ?? null;

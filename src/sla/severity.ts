/** How badly a customer is hurt, worst first. */
export const severities = ["critical", "high", "medium", "low"] as const;

export type Severity = (typeof severities)[number];

/** How loud a severity looks, loudest first. Each platform has one colour per tone. */
export type SeverityTone = "danger" | "warning" | "notice" | "muted";

/** What the rest of Plazo needs to know about one severity. */
export interface SeverityTraits {
  readonly emoji: string;
  readonly tone: SeverityTone;
  /** Its reminders ignore quiet hours, if its calendar never closes, and leave before those of other severities. */
  readonly wakesPeople: boolean;
}

export const severityTraits: Readonly<Record<Severity, SeverityTraits>> = {
  critical: { emoji: "🚨", tone: "danger", wakesPeople: true },
  high: { emoji: "🔺", tone: "warning", wakesPeople: false },
  medium: { emoji: "🔶", tone: "notice", wakesPeople: false },
  low: { emoji: "▫️", tone: "muted", wakesPeople: false },
};

/** Whether this is less than what was confirmed, where anything was. */
export const lowers = (confirmed: Severity | null, to: Severity): boolean =>
  confirmed !== null && severities.indexOf(to) > severities.indexOf(confirmed);

/** Whether a ticket of one severity becomes a worse one. */
export const raises = (from: Severity, to: Severity): boolean => severities.indexOf(to) < severities.indexOf(from);

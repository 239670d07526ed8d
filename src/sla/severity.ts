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
  /** Whether a person without an account may claim it. What wakes people is left to triage, because anybody could claim it. */
  readonly openToStrangers: boolean;
  /** Whether articles of the manual are offered before the ticket opens. They would only delay an urgent one. */
  readonly offersArticles: boolean;
}

export const severityTraits: Readonly<Record<Severity, SeverityTraits>> = {
  critical: { emoji: "🚨", tone: "danger", wakesPeople: true, openToStrangers: false, offersArticles: false },
  high: { emoji: "🔺", tone: "warning", wakesPeople: false, openToStrangers: true, offersArticles: true },
  medium: { emoji: "🔶", tone: "notice", wakesPeople: false, openToStrangers: true, offersArticles: true },
  low: { emoji: "▫️", tone: "muted", wakesPeople: false, openToStrangers: true, offersArticles: true },
};

/** Whether this is less than what was confirmed, where anything was. */
export const lowers = (confirmed: Severity | null, to: Severity): boolean =>
  confirmed !== null && severities.indexOf(to) > severities.indexOf(confirmed);

/** Whether a ticket of one severity becomes a worse one. */
export const raises = (from: Severity, to: Severity): boolean => severities.indexOf(to) < severities.indexOf(from);

/** The severities that a person without an account may claim, worst first. */
export const openToStrangers: readonly Severity[] = severities.filter((each) => severityTraits[each].openToStrangers);

/** A severity as a person without an account may claim it: the worst one that they may, if it is worse. */
export const asStranger = (severity: Severity): Severity =>
  openToStrangers.includes(severity) ? severity : (openToStrangers[0] ?? severity);

/** How severe a problem is, worst first. */
export const severities = ["critical", "high", "medium", "low"] as const;

export type Severity = (typeof severities)[number];

/** How prominent a severity looks, most prominent first. Each platform has one colour per tone. */
export type SeverityTone = "danger" | "warning" | "notice" | "muted";

/** What the other rooms need to know about one severity. */
export interface SeverityTraits {
  readonly emoji: string;
  readonly tone: SeverityTone;
  /** Its reminders ignore quiet hours, if its calendar never closes, and leave before those of other severities. */
  readonly wakesPeople: boolean;
  /**
   * Whether a person without an account may claim it. Triage decides on a severity that wakes people, because anyone
   * could claim it.
   */
  readonly openToStrangers: boolean;
  /** Whether manual articles are offered before the ticket opens. They would only delay an urgent one. */
  readonly offersArticles: boolean;
}

export const severityTraits: Readonly<Record<Severity, SeverityTraits>> = {
  critical: { emoji: "🚨", tone: "danger", wakesPeople: true, openToStrangers: false, offersArticles: false },
  high: { emoji: "🔺", tone: "warning", wakesPeople: false, openToStrangers: true, offersArticles: true },
  medium: { emoji: "🔶", tone: "notice", wakesPeople: false, openToStrangers: true, offersArticles: true },
  low: { emoji: "▫️", tone: "muted", wakesPeople: false, openToStrangers: true, offersArticles: true },
};

/** The least severe one, as which consulting counts. */
export const leastSevere: Severity = "low";

/** The severities whose messages and cards leave before those of others. */
export const severitiesThatGoFirst: readonly Severity[] = severities.filter((each) => severityTraits[each].wakesPeople);

/** Whether this severity is lower than the confirmed one; false if none is confirmed. */
export const lowers = (confirmed: Severity | null, to: Severity): boolean =>
  confirmed !== null && severities.indexOf(to) > severities.indexOf(confirmed);

/** Whether the change from one severity to another makes the ticket more severe. */
export const raises = (from: Severity, to: Severity): boolean => severities.indexOf(to) < severities.indexOf(from);

/** The severities that a person without an account may claim, worst first. */
export const openToStrangers: readonly Severity[] = severities.filter((each) => severityTraits[each].openToStrangers);

/** The severity as a person without an account may claim it: the worst allowed one, if theirs is worse. */
export const asStranger = (severity: Severity): Severity =>
  openToStrangers.includes(severity) ? severity : (openToStrangers[0] ?? severity);

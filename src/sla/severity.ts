/** How badly a customer is hurt, worst first. */
export const severities = ["critical", "high", "medium", "low"] as const;

export type Severity = (typeof severities)[number];

/** Whether this is less than what was confirmed, where anything was. */
export const lowers = (confirmed: Severity | null, to: Severity): boolean =>
  confirmed !== null && severities.indexOf(to) > severities.indexOf(confirmed);

/** Whether a ticket of one severity becomes a worse one. */
export const raises = (from: Severity, to: Severity): boolean => severities.indexOf(to) < severities.indexOf(from);

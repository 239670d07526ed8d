/** The four promises a customer is given. */
export const clockKinds = ["firstResponse", "nextResponse", "update", "resolution"] as const;

/** These, and the one the technical team gives the desk, which no customer ever sees. */
export const allClockKinds = [...clockKinds, "tech"] as const;

export type CustomerClockKind = (typeof clockKinds)[number];

export type ClockKind = (typeof allClockKinds)[number];

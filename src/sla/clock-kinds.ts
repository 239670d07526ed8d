/** The clocks whose targets are promised to a customer. */
export const clockKinds = ["firstResponse", "nextResponse", "update", "resolution"] as const;

/** These, and the clock of the technical team, which no customer ever sees. */
export const allClockKinds = [...clockKinds, "tech"] as const;

export type CustomerClockKind = (typeof clockKinds)[number];

export type ClockKind = (typeof allClockKinds)[number];

/** What the other rooms need to know about one kind of clock. */
export interface ClockTraits {
  /** Whether the target is promised to the customer or to the desk. Customers never see a clock of the desk. */
  readonly audience: "customer" | "desk";
  readonly startsOn: "opening" | "customerMessage" | "promisedUpdate" | "handoff";
  /** What meets the target: a public message of staff, resolving the ticket, or the technical team returning it. */
  readonly endsOn: "reply" | "resolving" | "return";
  /** Whether resolving the ticket meets it. If not, resolving cancels the clock. */
  readonly metByResolving: boolean;
  /** Whether the clock is paused while the ticket waits for the customer or is resolved. */
  readonly pausable: boolean;
  /**
   * The kind of target: a length of working time from the plan, or a moment that an agent promised. No plan moves a
   * promised moment.
   */
  readonly target: "workingTime" | "moment";
}

export const clockTraits: Readonly<Record<ClockKind, ClockTraits>> = {
  firstResponse: {
    audience: "customer",
    startsOn: "opening",
    endsOn: "reply",
    metByResolving: false,
    pausable: false,
    target: "workingTime",
  },
  nextResponse: {
    audience: "customer",
    startsOn: "customerMessage",
    endsOn: "reply",
    metByResolving: true,
    pausable: false,
    target: "workingTime",
  },
  update: {
    audience: "customer",
    startsOn: "promisedUpdate",
    endsOn: "reply",
    metByResolving: false,
    pausable: false,
    target: "moment",
  },
  resolution: {
    audience: "customer",
    startsOn: "opening",
    endsOn: "resolving",
    metByResolving: true,
    pausable: true,
    target: "workingTime",
  },
  tech: {
    audience: "desk",
    startsOn: "handoff",
    endsOn: "return",
    metByResolving: false,
    pausable: false,
    target: "workingTime",
  },
};

/** Whether the target is promised to the customer. */
export const isForCustomer = (kind: ClockKind): kind is CustomerClockKind => clockTraits[kind].audience === "customer";

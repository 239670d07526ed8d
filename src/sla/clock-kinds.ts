/** The clocks whose targets are promised to a customer. */
export const clockKinds = ["firstResponse", "nextResponse", "update", "resolution"] as const;

/** These, and the clock of the technical team, which no customer ever sees. */
export const allClockKinds = [...clockKinds, "tech"] as const;

export type CustomerClockKind = (typeof clockKinds)[number];

export type ClockKind = (typeof allClockKinds)[number];

/** What the rest of Plazo needs to know about one kind of clock. */
export interface ClockTraits {
  /** To whom the target is promised: to the customer, or to the desk, so that no customer sees it. */
  readonly audience: "customer" | "desk";
  readonly startsOn: "opening" | "customerMessage" | "promisedUpdate" | "handoff";
  /** What meets it: a public message of staff, resolving the ticket, or the technical team giving it back. */
  readonly endsOn: "reply" | "resolving" | "return";
  /** Whether resolving the ticket meets it. If not, the clock is cancelled then. */
  readonly metByResolving: boolean;
  /** Whether it stands still while the ticket waits for the customer or is resolved. */
  readonly pausable: boolean;
  /** What its target is: a length of working time, by the plan; or a moment, which an agent promised, so that no plan moves it. */
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

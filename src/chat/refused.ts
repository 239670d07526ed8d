/** Why a request of a platform or a wish of a person was turned away. A closed list: it is the label of a counter. */
export const refusedReasons = [
  /** The platform's signature is missing, or was not made with our secret. */
  "wrongSignature",
  /** The time of the signature is too far from this machine's. */
  "oldSignature",
  "otherApp",
  "otherWorkspace",
  /** A server without a channel of the desk. */
  "otherServer",
  /** A payload that is nested too deep, or holds too much. */
  "tooComplex",
  /** The table of permissions does not grant it. */
  "notAllowed",
  /** A customer named a ticket that is not theirs, or is not there. */
  "notYours",
  /** More than the desk takes of a customer. */
  "limited",
] as const;
export type RefusedReason = (typeof refusedReasons)[number];

/** What can be given to a person that holds much of a ticket at once. A closed list: it is the label of a counter. */
export const disclosures = ["history", "transcript"] as const;
export type Disclosure = (typeof disclosures)[number];

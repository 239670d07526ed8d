import type { UserRef } from "../tickets/refs.ts";

/** Why a platform's request or a person's command was refused. The list is closed because it labels a counter. */
export const refusedReasons = [
  /** The platform's signature is missing, or was not made with our secret. */
  "wrongSignature",
  /** The time of the signature differs too much from this machine's time. */
  "oldSignature",
  "otherApp",
  "otherWorkspace",
  /** The request comes from a server without a channel of the desk. */
  "otherServer",
  /** The payload is nested too deeply or too large. */
  "tooComplex",
  /** The permission table does not allow it. */
  "notAllowed",
  /** A customer named a ticket that is not theirs or does not exist. */
  "notYours",
  /** The customer exceeded a limit of the desk. */
  "limited",
] as const;
export type RefusedReason = (typeof refusedReasons)[number];

/** What gives a person much at once: records of a ticket, or the clocks of many tickets as a file. The list is closed because it labels a counter. */
export const disclosures = ["history", "transcript", "report"] as const;
export type Disclosure = (typeof disclosures)[number];

/** What a browser asked for in vain. */
export interface RefusedPage {
  readonly reason: RefusedReason;
  readonly what: "ticket" | "file" | "message" | "page" | "form" | "signIn" | "otherOrigin";
  /** Null if no one is signed in: then the address says who. */
  readonly user: UserRef | null;
  readonly address: string;
}

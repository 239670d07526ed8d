import type { Calendar, Target } from "./calendar.ts";
import type { ChannelRef, UserRef } from "./refs.ts";
import type { Severity } from "./severity.ts";

export const locales = ["es", "en"] as const;
export type Locale = (typeof locales)[number];

/** What somebody on the desk's staff may be. Everybody else is a customer. */
export const staffRoles = ["agent", "manager", "tech", "head", "admin"] as const;
export type StaffRole = (typeof staffRoles)[number];

/** The four promises a ticket can carry. */
export const clockKinds = ["firstResponse", "nextResponse", "update", "resolution"] as const;
export type ClockKind = (typeof clockKinds)[number];

export type Targets = Readonly<Partial<Record<ClockKind, Target>>>;

/** The support contract of an account. */
export interface SupportPlan {
  readonly key: string;
  readonly calendar: string;
  readonly targets: Readonly<Record<Severity, Targets>>;
  /** Severities that may ask for a phone call. */
  readonly phone: readonly Severity[];
}

export const recipients = ["manager", "deputy", "assignee", "head"] as const;
export type Recipient = (typeof recipients)[number];

/** One step of the ladder: at this share (percent) of the target, these are told. 100 is the breach. */
export interface LadderStep {
  readonly at: number;
  readonly tell: readonly Recipient[];
  readonly email: readonly Recipient[];
  readonly mention: "triage" | null;
}

/** Somebody on the staff. */
export interface Person {
  readonly key: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  /** The person's identities, the preferred one first. */
  readonly identities: readonly UserRef[];
  readonly email: string | null;
  readonly phone: string | null;
  /** Who stands in, a key of `people`. */
  readonly deputy: string | null;
  readonly locale: Locale | null;
  readonly timezone: string | null;
}

/** A client company. */
export interface Account {
  readonly key: string;
  readonly name: string;
  readonly plan: string;
  /** The account manager, a key of `people`. */
  readonly manager: string | null;
  readonly locale: Locale;
  readonly timezone: string;
  readonly channels: readonly ChannelRef[];
  readonly users: readonly UserRef[];
}

/** One deployment as decided by its desk file: everything a rule may ask about people, plans and time. */
export interface Desk {
  /** Rises by one with each applied change. */
  readonly version: number;
  readonly name: string;
  readonly locale: Locale;
  readonly timezone: string;
  readonly manual: string | null;
  readonly calendars: Readonly<Record<string, Calendar>>;
  /** Targets where no plan says otherwise; also those of a ticket whose account is unknown. */
  readonly severities: Readonly<Record<Severity, Targets>>;
  readonly plans: Readonly<Record<string, SupportPlan>>;
  readonly ladder: readonly LadderStep[];
  readonly channels: { readonly triage: readonly ChannelRef[]; readonly tech: readonly ChannelRef[] };
  readonly people: Readonly<Record<string, Person>>;
  readonly accounts: Readonly<Record<string, Account>>;
  /** After a severity change a promise is never due before now plus this share of the new target. */
  readonly grace: number;
}

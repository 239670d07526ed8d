import type { LadderStep } from "../sla/ladder-step.ts";
import type { ClockKind } from "../sla/clock-kinds.ts";
import type { Instant } from "../sla/instant.ts";
import type { Calendar, Interval, TargetTime } from "../sla/calendar.ts";
import type { CustomerLimits } from "../tickets/limits.ts";
import type { Former } from "./former.ts";
import type { ChannelRef, UserRef } from "../tickets/refs.ts";
import type { Severity } from "../sla/severity.ts";

export const locales = ["es", "en", "pt"] as const;
export type Locale = (typeof locales)[number];

/** What somebody on the desk's staff may be. Everybody else is a customer. */
export const staffRoles = ["agent", "manager", "tech", "head", "admin"] as const;
export type StaffRole = (typeof staffRoles)[number];

export type Targets = Readonly<Partial<Record<ClockKind, TargetTime>>>;

/** What a plan promises at one severity: the targets, and the key of the calendar in which they count. */
export interface PlanTerms {
  readonly calendar: string;
  readonly targets: Targets;
}

/** The support contract of an account. */
export interface SupportPlan {
  readonly key: string;
  /** The key of the calendar for tickets without a severity, such as consulting. */
  readonly calendar: string;
  readonly terms: Readonly<Record<Severity, PlanTerms>>;
  /** Severities that may ask for a phone call. */
  readonly phone: readonly Severity[];
  /** When customers may turn to the head of support. */
  readonly escalate: "always" | "broken";
}

/** An article of the user manual, and the words by which it is found; null is for readers of every language. */
export interface Article {
  readonly title: string;
  readonly url: string;
  readonly keywords: readonly string[];
  readonly locale: Locale | null;
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
  /** Wall times in the person's zone (else the desk's) in which they are not to be notify target; `to` before `from` is over midnight. */
  readonly quiet: Interval | null;
  /** Whether they are notified of what is written on their tickets; left out: as the desk says. */
  readonly notify?: boolean | undefined;
  /** The same, as they chose themselves. It stands before `notify`. */
  readonly notifyChoice?: boolean | undefined;
  /** They said they are out until then, and who stands in is told instead; null: they are in. */
  readonly outUntil: Instant | null;
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
  readonly contacts: readonly UserRef[];
}

/** A text in every language. */
export type Translated = Readonly<Record<Locale, string>>;

/** An answer that is written once and sent often; its text has placeholders such as {customer}. */
export interface CannedReply {
  readonly key: string;
  readonly title: Translated;
  readonly text: Translated;
}

/** What a canned reply may leave open, to be filled in from the ticket. */
export const placeholders = ["customer", "ticket", "manager", "account", "due"] as const;
export type Placeholder = (typeof placeholders)[number];

/** One deployment as decided by its desk file: everything a rule may ask about people, plans and time. */
export interface Desk {
  /** Rises by one with each applied change. */
  readonly version: number;
  readonly name: string;
  readonly locale: Locale;
  readonly timezone: string;
  readonly manual: string | null;
  /** What consulting is promised, whatever the plan. */
  readonly consulting: Targets;
  /** How long the desk waits for a customer before it asks again, and before it closes; null: for ever. */
  readonly waiting: { readonly nudge: TargetTime | null; readonly close: TargetTime | null } | null;
  /** The number customers may ring; null: their account manager's. */
  readonly phone: string | null;
  readonly articles: readonly Article[];
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
  /** How long (milliseconds) a public reply waits, in which it can be taken back; 0: not at all. */
  readonly undo: number;
  /** Who gets a new ticket: nobody until somebody takes it, or the agents in turn. */
  readonly assignment: "manual" | "roundRobin";
  /** Whether assignees are notified of what customers and the technical team write on their tickets. */
  readonly notifyAssignee: boolean;
  readonly replies: Readonly<Record<string, CannedReply>>;
  /** How long after a ticket was closed its customer's words open it again; null: never. */
  readonly reopen: TargetTime | null;
  /** Words that say thank you here, besides those everybody knows. */
  readonly thanks: readonly string[];
  /** What customers may ask for in so much time. */
  readonly limits: CustomerLimits;
  /** Who and what earlier desk files named. */
  readonly former: Former;
}

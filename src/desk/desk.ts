import type { LadderStep } from "../sla/ladder-step.ts";
import type { ClockKind, CustomerClockKind } from "../sla/clock-kinds.ts";
import type { Instant } from "../sla/instant.ts";
import type { Calendar, Interval, TargetTime, Weekday } from "../sla/calendar.ts";
import type { CustomerLimits } from "../tickets/limits.ts";
import type { Former } from "./former.ts";
import type { ChannelRef, UserRef } from "../tickets/refs.ts";
import type { Severity } from "../sla/severity.ts";

export const locales = ["es", "en", "pt"] as const;
export type Locale = (typeof locales)[number];

/** The roles of staff. All other people are customers. */
export const staffRoles = ["agent", "manager", "tech", "head", "admin"] as const;
export type StaffRole = (typeof staffRoles)[number];

export type Targets = Readonly<Partial<Record<ClockKind, TargetTime>>>;

/** The terms of a plan at one severity: the targets, and the key of the calendar in which they count. */
export interface PlanTerms {
  readonly calendar: string;
  readonly targets: Targets;
}

/**
 * How long a customer's message that belongs to no ticket waits for an answer, in working time of the plan's calendar. Then triage is
 * asked what it is; later a ticket opens from it. `openAfter` null: none does by itself.
 */
export interface WatchTerms {
  readonly askAfter: TargetTime;
  readonly openAfter: TargetTime | null;
}

/** The support contract of an account. */
export interface SupportPlan {
  readonly key: string;
  /** The key of the calendar for tickets without a severity, such as consulting. */
  readonly calendar: string;
  readonly terms: Readonly<Record<Severity, PlanTerms>>;
  /** Severities that may ask for a phone call. */
  readonly phone: readonly Severity[];
  /** When customers may escalate to the head of support. */
  readonly escalate: "always" | "broken";
  /** The share of each clock that must be met in a period, above 0 and at most 1. A clock without a goal is not named. */
  readonly attainment: Readonly<Partial<Record<CustomerClockKind, number>>>;
  /** Null: messages in the channels of accounts with this plan are not watched. */
  readonly watch: WatchTerms | null;
}

/** An article of the user manual with its keywords. `locale` null: for all languages. */
export interface Article {
  readonly title: string;
  readonly url: string;
  readonly keywords: readonly string[];
  readonly locale: Locale | null;
}

/** A member of the staff. */
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
  /** Quiet hours in the person's zone (else the desk's). If `to` is before `from`, they span midnight. */
  readonly quiet: Interval | null;
  /** Whether they are notified of messages on their tickets; null: as the desk says. */
  readonly notify: boolean | null;
  /** The person's own choice, which overrides `notify`; null if they made none. */
  readonly notifyChoice: boolean | null;
  /** Whether they get the reports that come by themselves. */
  readonly reports: boolean;
  /** They are out until then, and their deputy is notified instead; null: they are in. */
  readonly outUntil: Instant | null;
}

/** What Plazo reports to the heads of support and the account managers by itself. */
export interface ReportSettings {
  /** When the digest of the last week comes; null: never. `minute` counts from midnight. */
  readonly weekly: { readonly day: Weekday; readonly minute: number } | null;
  /** The minute of the first working day of a month at which drafts of statements are made; null: never. */
  readonly statements: number | null;
  /** Whether people are told that the goal of a plan is about to be missed. */
  readonly alerts: boolean;
}

/** The addresses that customers write to, and those that their answers go to. */
export interface MailAddresses {
  /** The support team's address: customers write to it, and it is the sender of what Plazo mails to them. */
  readonly support: string | null;
  /** The address of the head of support, for customers who were not answered. */
  readonly head: string | null;
  /** Where answers go: an address in which `*` stands for the tag of a ticket. Null without a support address. */
  readonly answers: string | null;
  /** Whether the address of a contact is enough where no mail server vouches for the sender. */
  readonly trustUnverified: boolean;
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
  /** The contacts who may let people of the account into the client area, and withdraw their access. */
  readonly accessManagers: readonly UserRef[];
  /** The contacts who see only the tickets that they asked for, and not those of their colleagues. */
  readonly ownTicketsOnly: readonly UserRef[];
  /** Contacts with an identity in chat and one in the client area: each of the two, with the other. */
  readonly sameContact: Readonly<Record<UserRef, UserRef>>;
}

/** A text in every language. */
export type Translated = Readonly<Record<Locale, string>>;

/** An answer that is written once and sent often, with placeholders such as {customer}. */
export interface CannedReply {
  readonly key: string;
  readonly title: Translated;
  readonly text: Translated;
}

/** The placeholders of a canned reply, which are replaced with values of the ticket. */
export const placeholders = ["customer", "ticket", "manager", "account", "due"] as const;
export type Placeholder = (typeof placeholders)[number];

/** One deployment as its desk file defines it: people, plans, calendars and settings. */
export interface Desk {
  /** Rises by one with each applied change. */
  readonly version: number;
  readonly name: string;
  readonly locale: Locale;
  readonly timezone: string;
  readonly manual: string | null;
  /** The targets of consulting under every plan. */
  readonly consulting: Targets;
  /** How long the desk waits for a customer before it asks again, and before it closes; null: without limit. */
  readonly waiting: { readonly nudge: TargetTime | null; readonly close: TargetTime | null } | null;
  /** The number that customers may call; null: their account manager's. */
  readonly phone: string | null;
  readonly articles: readonly Article[];
  readonly calendars: Readonly<Record<string, Calendar>>;
  /** Targets that apply if the plan names none, and for tickets whose account is unknown. */
  readonly severities: Readonly<Record<Severity, Targets>>;
  /** What each severity means, as the vendor describes it; null: as Plazo describes it. */
  readonly severityMeans: Readonly<Record<Severity, Translated | null>>;
  readonly plans: Readonly<Record<string, SupportPlan>>;
  readonly ladder: readonly LadderStep[];
  readonly channels: { readonly triage: readonly ChannelRef[]; readonly tech: readonly ChannelRef[] };
  readonly people: Readonly<Record<string, Person>>;
  readonly accounts: Readonly<Record<string, Account>>;
  /** After a severity change, a target is never due before now plus this share of the new target. */
  readonly grace: number;
  /** The undo window (milliseconds) of a public reply; 0: none. */
  readonly undo: number;
  /** `manual`: a new ticket waits until an agent takes it. `roundRobin`: the agents get tickets in turn. */
  readonly assignment: "manual" | "roundRobin";
  /** Whether assignees are notified of messages from customers and the technical team on their tickets. */
  readonly notifyAssignee: boolean;
  /** Whether the bot posts a message in each customer's channel that says how to ask, and keeps it true. */
  readonly welcome: boolean;
  readonly reports: ReportSettings;
  readonly mail: MailAddresses;
  readonly replies: Readonly<Record<string, CannedReply>>;
  /** How long after closing a customer's message reopens the ticket; null: never. */
  readonly reopen: TargetTime | null;
  /** The desk's own thank-you texts, in addition to the built-in ones. */
  readonly thanks: readonly string[];
  /** The limits for customers' requests. */
  readonly limits: CustomerLimits;
  /** People and accounts that earlier desk files named. */
  readonly former: Former;
}

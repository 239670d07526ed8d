import type { Instant } from "../../sla/instant.ts";
import { addWorkingTime } from "../../sla/working-time.ts";
import type { Account, Desk, WatchTerms } from "../../desk/desk.ts";
import { identify } from "../principal.ts";
import type { ChannelRef, UserRef } from "../refs.ts";

/**
 * Where customers' messages that belong to no ticket are: they wait, triage was asked what they are, a ticket is being opened from
 * them, or it is over.
 */
export type UnticketedStatus = "waiting" | "asked" | "opening" | "ended";

/**
 * How it ended: in a ticket; a member of the staff answered in the channel; an agent said that it was answered elsewhere, or that it
 * is no request; the messages were deleted; Plazo cannot read them; the plan does not watch the channel any more.
 */
export type UnticketedOutcome =
  | "ticket"
  | "answered"
  | "elsewhere"
  | "notRequest"
  | "deleted"
  | "unreadable"
  | "unwatched";

/** What an agent in triage can choose about messages that belong to no ticket. */
export const unticketedChoices = ["ticket", "elsewhere", "notRequest"] as const;

export type UnticketedChoice = (typeof unticketedChoices)[number];

/** A customer's message in a channel that belongs to no ticket. */
export interface UnticketedMessage {
  readonly channel: ChannelRef;
  readonly message: string;
  readonly author: UserRef;
  /** When it was written, by the platform's time. */
  readonly at: Instant;
}

/** How messages in the channels of an account are watched; null: they are not. */
export const watchOf = (account: Account, desk: Desk): WatchTerms | null => desk.plans[account.plan]?.watch ?? null;

/** When triage is asked about a message that was written then, and when a ticket opens from it; null: not by itself. */
export const watchTimes = (
  account: Account,
  at: Instant,
  desk: Desk,
): { readonly askAt: Instant; readonly openAt: Instant | null } | null => {
  const watch = watchOf(account, desk);
  const calendar = desk.calendars[desk.plans[account.plan]?.calendar ?? ""];
  if (watch === null || calendar === undefined) return null;
  return {
    askAt: addWorkingTime(calendar, at, watch.askAfter),
    openAt: watch.openAfter === null ? null : addWorkingTime(calendar, at, watch.openAfter),
  };
};

/** The name of the member of the staff who answered or decided; null if the desk names nobody. */
export const deciderOf = (
  { channel, decidedBy }: { readonly channel: ChannelRef; readonly decidedBy: UserRef | null },
  desk: Desk,
): string | null => {
  const principal = decidedBy === null ? null : identify(decidedBy, channel, desk);
  return principal?.is === "staff" ? principal.person.name : null;
};

/** The request under which a ticket opens from a row of messages, by an agent or by itself: it opens once. */
export const openingKeyOf = ({ id }: { readonly id: number }): string => `unticketed ${id}`;

import type { Instant } from "../sla/instant.ts";
import type { FileRef, UserRef } from "./refs.ts";

/** What is counted of a customer: opened tickets, and messages and other requests about a ticket. */
export const countedActs = ["tickets", "messages"] as const;
export type CountedAct = (typeof countedActs)[number];

/** What is counted of a customer's reading: transcripts, and single tickets and lists. */
export const countedReads = ["transcripts", "lookups"] as const;
export type CountedRead = (typeof countedReads)[number];

/** At most this many within a length of time (ms). */
export interface Limit {
  readonly most: number;
  readonly withinMs: number;
}

/** The desk's limits for its customers. Staff are not limited. */
export interface CustomerLimits {
  readonly tickets: { readonly person: Limit; readonly account: Limit };
  readonly messages: { readonly person: Limit; readonly account: Limit };
  /**
   * How many tickets of people without an account get a triage card of their own; further ones are collected in one
   * message.
   */
  readonly strangers: Limit;
  /** Files that are copied to the team, per account, or per person without one. */
  readonly files: { readonly most: number; readonly bytes: number; readonly withinMs: number };
  /** Limits per person. */
  readonly transcripts: Limit;
  readonly lookups: Limit;
}

/** How many files, and how many bytes, may still be copied. */
export interface FilesLeft {
  readonly count: number;
  readonly bytes: number;
}

/** Shared files, and the customer's remaining allowance; undefined if unlimited. */
export interface SharedFiles {
  readonly files?: readonly FileRef[];
  readonly filesLeft?: FilesLeft;
}

/** A customer as limits count them: a person, and the account they belong to. */
export interface CountedCustomer {
  readonly person: UserRef;
  /** A key of the desk's accounts. */
  readonly account: string | null;
}

/**
 * Until when a limit applies; null if it does not. `latest` are the times of the latest grants, newest first, as many
 * as the limit allows.
 */
export const limitedUntil = ({ most, withinMs }: Limit, latest: readonly Instant[], at: Instant): Instant | null => {
  const oldest = latest[most - 1];
  if (oldest === undefined || oldest + withinMs <= at) return null;
  return oldest + withinMs;
};
/**
 * Orders items round by round: the first of each group comes before the second of any. Order within a round and a group
 * stays. A group with very many items delays itself, and others by one place per round.
 */
export const fairOrder = <Item>(items: readonly Item[], groupOf: (item: Item) => string): readonly Item[] => {
  const counts = new Map<string, number>();
  return items
    .map((item) => {
      const group = groupOf(item);
      const round = counts.get(group) ?? 0;
      counts.set(group, round + 1);
      return { item, turn: round };
    })
    .toSorted((one, other) => one.turn - other.turn)
    .map(({ item }) => item);
};

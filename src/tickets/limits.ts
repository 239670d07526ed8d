import type { Instant } from "../sla/instant.ts";
import type { FileRef, UserRef } from "./refs.ts";

/** What is counted of a customer: tickets they open, and messages they write or other things they ask of a ticket. */
export const countedActs = ["tickets", "messages"] as const;
export type CountedAct = (typeof countedActs)[number];

/** What is counted of what a customer reads: transcripts, and single tickets and lists of them. */
export const countedReads = ["transcripts", "lookups"] as const;
export type CountedRead = (typeof countedReads)[number];

/** At most so many within a length of time (ms). */
export interface Limit {
  readonly most: number;
  readonly withinMs: number;
}

/** What a desk takes from its customers. Staff are not limited. */
export interface CustomerLimits {
  readonly tickets: { readonly person: Limit; readonly account: Limit };
  readonly messages: { readonly person: Limit; readonly account: Limit };
  /** Tickets of people without an account that get a triage card of their own at once; further ones wait in one message. */
  readonly strangers: Limit;
  /** Files that are carried to the team, of an account, or of a person without one. */
  readonly files: { readonly most: number; readonly bytes: number; readonly withinMs: number };
  /** What one person reads. */
  readonly transcripts: Limit;
  readonly lookups: Limit;
}

/** How many files, and how many bytes of them, may still be carried. */
export interface FilesLeft {
  readonly count: number;
  readonly bytes: number;
}

/** Files that somebody shared, and what of them the customer's limit still allows; undefined where nothing limits them. */
export interface SharedFiles {
  readonly files?: readonly FileRef[] | undefined;
  readonly filesLeft?: FilesLeft | undefined;
}

/** A customer as limits count them: a person, and the account they belong to. */
export interface CountedCustomer {
  readonly person: UserRef;
  /** A key of the desk's accounts. */
  readonly account: string | null;
}

/**
 * Until when a limit holds something back; null where it does not. `latest` are the times of what was granted before, the
 * newest first, as many as the limit allows.
 */
export const limitedUntil = ({ most, withinMs }: Limit, latest: readonly Instant[], at: Instant): Instant | null => {
  const oldest = latest[most - 1];
  if (oldest === undefined || oldest + withinMs <= at) return null;
  return oldest + withinMs;
};
/**
 * Takes turns between groups: the first of each group comes before the second of any. Within a turn, and within a group, the
 * order stays. A group that sends very much delays itself, and others by one place each turn.
 */
export const fairOrder = <Item>(items: readonly Item[], groupOf: (item: Item) => string): readonly Item[] => {
  const counts = new Map<string, number>();
  return items
    .map((item) => {
      const group = groupOf(item);
      const turn = counts.get(group) ?? 0;
      counts.set(group, turn + 1);
      return { item, turn };
    })
    .toSorted((one, other) => one.turn - other.turn)
    .map(({ item }) => item);
};

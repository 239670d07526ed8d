import type { ChannelRef } from "../tickets/refs.ts";

/**
 * Messages that the desk has: of a thread (those of its ticket in the whole channel), those from which tickets were opened in a
 * channel (`roots`), or all of a channel and its threads (`whole`), also of direct messages.
 */
export type StoredIn =
  | { readonly is: "thread"; readonly channel: ChannelRef; readonly thread: string }
  | { readonly is: "roots" | "whole"; readonly channel: ChannelRef };

/** A message that a ticket or a prompt has. */
export interface StoredMessage {
  readonly id: string;
  /** The threads of the channel in which the message may be, besides the channel itself. */
  readonly threads: readonly string[];
}

/** The most stored messages that are returned at once. */
export const mostStored = 500;

/** Messages from the id `from` on, before the id `before`; both are open if they are empty. */
export interface IdRange {
  readonly from: string;
  readonly before: string;
}

/** A thread of a ticket: the channel, and the message that began the thread. */
export interface ThreadInUse {
  readonly channel: ChannelRef;
  readonly thread: string;
}

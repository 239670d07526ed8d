import type { Instant } from "../../src/sla/instant.ts";
import type { MessageRef } from "../../src/chat/card.ts";
import type { Adapter, Core } from "../../src/chat/port.ts";
import type { ChannelRef, UserRef } from "../../src/tickets/refs.ts";

/** A message as people see it: all its texts in one. */
export interface SeenMessage {
  readonly ref: MessageRef;
  readonly text: string;
}

/** A dialog as the person sees it. */
export interface SeenForm {
  readonly title: string;
  /** Field names, in order. */
  readonly fields: readonly string[];
  /** The errors by field name; empty before a refused submission. */
  readonly errors: Readonly<Record<string, string>>;
}

/** A platform with an adapter connected to it and people acting on it. */
export interface Stage {
  readonly adapter: Adapter;
  readonly now: () => Instant;
  /** A channel that the bot is in, and a person in it. */
  readonly channel: ChannelRef;
  readonly user: UserRef;
  /** A channel and a person that do not exist. */
  readonly nowhere: ChannelRef;
  readonly nobody: UserRef;
  /** Messages of a channel or direct conversation with their replies, oldest first. */
  messages(channel: ChannelRef): Promise<readonly SeenMessage[]>;
  /** How often each person was notified since the start. */
  notified(): Promise<Readonly<Record<UserRef, number>>>;
  /** The private messages to this person, oldest first. */
  private(user: UserRef): Promise<readonly string[]>;
  /** The dialog open in front of a person. */
  form(user: UserRef): Promise<SeenForm | null>;
  types(user: UserRef, channel: ChannelRef, command: string): Promise<void>;
  writes(user: UserRef, channel: ChannelRef, text: string, thread?: string): Promise<void>;
  /** A typed text without its formatting marks; the whole text on a platform without such marks. */
  words?(typed: string): string;
  /** Presses a button, or chooses an entry of a menu, by its label. */
  presses(user: UserRef, message: MessageRef, label: string): Promise<void>;
  submits(user: UserRef, values: Readonly<Record<string, string>>): Promise<void>;
  /** Delivers the person's last action once more, as after a lost acknowledgement. */
  redeliver?(): Promise<void>;
  stop(): Promise<void>;
}

/** What the contract needs to know of a platform. `open` starts the adapter with the given core. */
export interface PlatformUnderTest {
  readonly platform: string;
  /** `onPages`: people act on Plazo's own pages, and no code of the adapter receives it. By default the adapter does. */
  readonly receives?: "onPages";
  /** `always`: the one reader of a place is notified of each message. By default only people whom a card mentions are. */
  readonly notifies?: "always";
  open(core: Core): Promise<Stage>;
}

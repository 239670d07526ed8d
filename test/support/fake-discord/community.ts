import type { Json } from "./json.ts";

/** A dialog that is open for a person. */
export interface FakeForm {
  readonly data: Json;
  readonly channel: string;
  /** The message whose button opened it. */
  readonly message: FakeMessage | null;
}

export interface FakePerson {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
  locale: string;
  /** May see commands that are hidden from ordinary members. */
  moderator: boolean;
  /** The error of direct messages to this person; null if they arrive. */
  refuses: number | null;
  form: FakeForm | null;
  /** Messages that only this person sees, oldest first. */
  readonly privates: FakeMessage[];
  /** Error messages that Discord itself showed this person. */
  readonly complaints: string[];
}

export interface FakeFile {
  readonly name: string;
  readonly content: string;
}

export interface FakeMessage {
  readonly id: string;
  readonly channel: string;
  readonly author: string;
  readonly type: number;
  flags: number;
  content: string;
  components: readonly Json[];
  readonly embeds: readonly Json[];
  files?: readonly FakeFile[];
  /** Further fields of the message: what its author forwarded, a poll, stickers. */
  readonly shows?: Json;
  readonly nonce: string | null;
  readonly answers: string | null;
  edits: number;
  /** The id of its thread; the message's own. */
  thread: boolean;
  /** Emoji, each with the people who added it. */
  reactions?: Map<string, Set<string>>;
}

/** A tag of a forum; only moderators may choose a moderated one. */
export interface FakeTag {
  readonly id: string;
  readonly name: string;
  readonly moderated: boolean;
}

export interface FakeConversation {
  readonly id: string;
  readonly name: string;
  readonly kind: "text" | "voice" | "forum" | "dm" | "thread";
  /** The channel of a thread. */
  readonly parent: string | null;
  /** Who started a thread. */
  readonly owner: string | null;
  /** The other person of a direct conversation. */
  readonly recipient: string | null;
  readonly messages: FakeMessage[];
  /** For a thread: the people who are notified of its messages. */
  readonly members: Set<string>;
  archived: boolean;
  locked: boolean;
  /** The tags of a forum, and whether a post there must have one. */
  tags: readonly FakeTag[];
  needsTag: boolean;
  /** The permissions that the bot is denied here although its role has them; Discord's bits. */
  denied: bigint;
}

/** Whom a message notified: a user's id, or `everyone`. */
export interface FakePing {
  readonly channel: string;
  readonly user: string;
  readonly message: string;
}

/** A text of the app that a channel or person was given to read, in its first form. */
export interface FakeShowing {
  /** A channel, thread or direct conversation, or the one person who sees it. */
  readonly to: string;
  readonly what: unknown;
}

/** A server with its people, and their direct conversations with the bot. */
export interface Community {
  readonly guild: string;
  readonly botUser: string;
  readonly application: string;
  readonly people: Map<string, FakePerson>;
  readonly conversations: Map<string, FakeConversation>;
  readonly pings: FakePing[];
  readonly shown: FakeShowing[];
  /** What the bot was invited with; Discord's bits. */
  readonly granted: bigint;
  commands: readonly Json[];
  /** Another server in which people act from now on; null for this server. */
  actingIn?: string | null;
  /** Where attachments are stored; in reality on another host. */
  filesAt: string;
  now(): number;
  nextId(): string;
}

const epoch = 1_420_070_400_000n;

/** Rising ids. */
export const snowflakes = (now: () => number): (() => string) => {
  let last = 0n;
  return () => {
    const fresh = (BigInt(Math.floor(now())) - epoch) << 22n;
    last = fresh > last ? fresh : last + 1n;
    return String(last);
  };
};

/** An empty server. */
export const createCommunity = (now: () => number, granted: bigint): Community => {
  const nextId = snowflakes(now);
  return {
    guild: "400000000000000001",
    botUser: "400000000000000002",
    application: "400000000000000003",
    people: new Map(),
    conversations: new Map(),
    pings: [],
    shown: [],
    granted,
    commands: [],
    filesAt: "",
    now,
    nextId,
  };
};

/** A new conversation without exceptions to the bot's role. */
export const conversation = (
  id: string,
  name: string,
  kind: FakeConversation["kind"],
  how: Partial<Pick<FakeConversation, "parent" | "owner" | "recipient">> = {},
): FakeConversation => ({
  id,
  name,
  kind,
  parent: how.parent ?? null,
  owner: how.owner ?? null,
  recipient: how.recipient ?? null,
  messages: [],
  members: new Set(),
  archived: false,
  locked: false,
  tags: [],
  needsTag: false,
  denied: 0n,
});

/** The direct conversation of a person with the bot; created if missing. */
export const directWith = (community: Community, user: string): FakeConversation => {
  for (const each of community.conversations.values()) if (each.recipient === user) return each;
  const begun = conversation(community.nextId(), "", "dm", { recipient: user });
  community.conversations.set(begun.id, begun);
  return begun;
};

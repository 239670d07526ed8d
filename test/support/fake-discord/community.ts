import type { Json } from "./json.ts";

/** A dialog in front of a person. */
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
  /** The error that direct messages to this person meet; null while they arrive. */
  refuses: number | null;
  form: FakeForm | null;
  /** Messages that only this person sees, oldest first. */
  readonly privates: FakeMessage[];
  /** What Discord itself complained about to this person. */
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
  /** Emoji, each with who put it there. */
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
  /** The channel that a thread hangs in. */
  readonly parent: string | null;
  /** Who began a thread. */
  readonly owner: string | null;
  /** The other end of a direct conversation. */
  readonly recipient: string | null;
  readonly messages: FakeMessage[];
  /** Who is notified of what is written there, where it is a thread. */
  readonly members: Set<string>;
  archived: boolean;
  locked: boolean;
  /** The tags of a forum, and whether a post there must have one. */
  tags: readonly FakeTag[];
  needsTag: boolean;
  /** What the bot is denied there, although its role allows it; Discord's bits. */
  denied: bigint;
}

/** Whose bell a message rang: a user's id, or `everyone`. */
export interface FakePing {
  readonly channel: string;
  readonly user: string;
  readonly message: string;
}

/** Something of the app's that a place or one person was given to read, as it came: it may have changed since. */
export interface FakeShowing {
  /** A channel (a thread's too) or direct conversation, or the one person who sees it. */
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
  /** Another server, in which people act from now on; null in the one that is told of. */
  actingIn?: string | null;
  /** Where attachments are kept: another host in truth. */
  filesAt: string;
  now(): number;
  nextId(): string;
}

const epoch = 1_420_070_400_000n;

/** Ids of one clock, each larger than the last. */
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

/** A new conversation of a kind, without exceptions to what the bot's role allows. */
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

/** The direct conversation of a person with the bot; begun where there is none. */
export const directWith = (community: Community, user: string): FakeConversation => {
  for (const each of community.conversations.values()) if (each.recipient === user) return each;
  const begun = conversation(community.nextId(), "", "dm", { recipient: user });
  community.conversations.set(begun.id, begun);
  return begun;
};

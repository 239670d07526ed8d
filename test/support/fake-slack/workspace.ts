import type { Json } from "./json.ts";

/** A message as the fake keeps it. */
export interface FakeMessage {
  readonly channel: string;
  readonly ts: string;
  readonly thread: string | null;
  /** Who wrote it. */
  readonly user: string;
  readonly bot: boolean;
  text: string;
  blocks: readonly Json[];
  /** What was shared with it. */
  readonly files?: readonly Json[];
  /** What hangs below it: messages that its author forwarded, and previews of web pages. */
  readonly attachments?: readonly Json[];
  readonly metadata: Json | null;
  edits: number;
}

/** The emoji on a message, by name. */
export const reactionsOn = (message: FakeMessage): Map<string, Set<string>> => {
  const found = reactions.get(message) ?? new Map<string, Set<string>>();
  reactions.set(message, found);
  return found;
};
const reactions = new WeakMap<FakeMessage, Map<string, Set<string>>>();

/** Something only one person sees. */
export interface FakePrivate {
  readonly channel: string;
  readonly text: string;
  readonly blocks: readonly Json[];
}

/** A dialog in front of a person. */
export interface FakeView {
  readonly id: string;
  hash: string;
  view: Json;
  /** What `response_action: errors` said, by block id. */
  errors: Readonly<Record<string, string>>;
  /** What the person has filled in so far. */
  typed: Readonly<Record<string, string>>;
}

export interface FakePerson {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
  /** Another workspace, from which they take part by Slack Connect. */
  team?: string;
  /** A full member of the workspace; else a guest of single channels. */
  member?: boolean;
  /** The error that a direct message to them meets, if any. */
  refuses: string | null;
  /** The dialogs before them, the topmost last. */
  readonly views: FakeView[];
  readonly privates: FakePrivate[];
  /** What Slack itself complained about to them: no answer in time, a dialog it could not show. */
  readonly complaints: string[];
}

export interface FakeConversation {
  readonly id: string;
  readonly name: string;
  readonly kind: "channel" | "group" | "im";
  readonly members: Set<string>;
  archived: boolean;
  readonly messages: FakeMessage[];
}

/** Somebody's bell rang because a message named them. */
export interface FakePing {
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
}

/** One thing the world could have observed. */
export type FakeObservation =
  | { readonly kind: "post" | "edit"; readonly channel: string; readonly ts: string; readonly text: string }
  | { readonly kind: "ephemeral"; readonly channel: string; readonly user: string; readonly text: string }
  | { readonly kind: "view"; readonly user: string; readonly title: string }
  /** `host`: by which name of this machine Slack was called, which tells one process from another. */
  | { readonly kind: "call"; readonly method: string; readonly outcome: string; readonly host: string };

/** Something of the app's that a place or one person was given to read, as it came: it may have changed since. */
export interface FakeShowing {
  /** A conversation, or the one person who sees it. */
  readonly to: string;
  readonly what: unknown;
}

/** The memory of one workspace. */
export interface Workspace {
  readonly team: string;
  readonly botUser: string;
  readonly botId: string;
  readonly appId: string;
  readonly people: Map<string, FakePerson>;
  readonly conversations: Map<string, FakeConversation>;
  readonly pings: FakePing[];
  readonly log: FakeObservation[];
  readonly shown: FakeShowing[];
  readonly now: () => number;
  /** A new, rising message timestamp. */
  nextTs(): string;
  nextId(prefix: string): string;
}

/** An empty workspace with the bot in it. */
export const createWorkspace = (now: () => number): Workspace => {
  let last = 0;
  let ids = 0;
  return {
    team: "T0FAKE",
    botUser: "U0PLAZO",
    botId: "B0PLAZO",
    appId: "A0PLAZO",
    people: new Map(),
    conversations: new Map(),
    pings: [],
    log: [],
    shown: [],
    now,
    nextTs: () => {
      last = Math.max(last + 1, now() * 1000);
      const micros = Math.floor(last);
      return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, "0")}`;
    },
    nextId: (prefix) => `${prefix}${String(++ids).padStart(6, "0")}`,
  };
};

/** The direct conversation of the bot with a person, opened where there is none yet. */
export const directWith = (workspace: Workspace, user: string): FakeConversation => {
  const id = `D0${user.slice(2)}`;
  const known = workspace.conversations.get(id);
  if (known !== undefined) return known;
  const opened: FakeConversation = {
    id,
    name: "directmessage",
    kind: "im",
    members: new Set([user, workspace.botUser]),
    archived: false,
    messages: [],
  };
  workspace.conversations.set(id, opened);
  return opened;
};

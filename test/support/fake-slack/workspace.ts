import type { Json } from "./json.ts";

/** A message as the fake stores it. */
export interface FakeMessage {
  readonly channel: string;
  readonly ts: string;
  readonly thread: string | null;
  /** The author. */
  readonly user: string;
  readonly bot: boolean;
  text: string;
  blocks: readonly Json[];
  /** The files shared with it. */
  readonly files?: readonly Json[];
  /** Its attachments: forwarded messages, and previews of web pages. */
  readonly attachments?: readonly Json[];
  readonly metadata: Json | null;
  edits: number;
  /** The last edit by its author. */
  edited?: Json;
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

/** A dialog that is open for a person. */
export interface FakeView {
  readonly id: string;
  hash: string;
  view: Json;
  /** The texts of `response_action: errors`, by block id. */
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
  /** A full member of the workspace, or else a guest of single channels. */
  member?: boolean;
  /** The error of direct messages to them, if any. */
  refuses: string | null;
  /** Their open dialogs, the topmost last. */
  readonly views: FakeView[];
  readonly privates: FakePrivate[];
  /** Error messages that Slack itself showed them: no answer in time, or a dialog it could not show. */
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

/** A person was notified because a message named them. */
export interface FakePing {
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
}

/** One observable event. */
export type FakeObservation =
  | { readonly kind: "post" | "edit"; readonly channel: string; readonly ts: string; readonly text: string }
  | { readonly kind: "ephemeral"; readonly channel: string; readonly user: string; readonly text: string }
  | { readonly kind: "view"; readonly user: string; readonly title: string }
  /** `host`: the host name by which Slack was called, which tells processes apart. */
  | { readonly kind: "call"; readonly method: string; readonly outcome: string; readonly host: string };

/** A text of the app that a channel or person was given to read, in its first form. */
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

/** The bot's direct conversation with a person; created if missing. */
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

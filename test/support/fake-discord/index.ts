import {
  conversation,
  createCommunity,
  directWith,
  type FakeConversation,
  type FakeMessage,
  type FakePing,
  type FakeShowing,
  type FakeTag,
} from "./community.ts";
import { createFaults, type Fault } from "./faults.ts";
import { createGateway, type Gateway } from "./gateway.ts";
import { createInteractions } from "./interactions.ts";
import { inside, type Json } from "./json.ts";
import { createMessages } from "./messages.ts";
import { channelPayload, messageEvent, reactionEvent } from "./payloads.ts";
import { bits, type Permission } from "./permissions.ts";
import { actAs, type FakeUser } from "./people.ts";
import { readMessage } from "./readable.ts";
import { createRoutes } from "./routes.ts";
import { startServer, type Observed } from "./server.ts";

/** A message as its readers see it. */
export interface ShownMessage {
  /** The channel, thread or direct conversation of the message. */
  readonly channel: string;
  readonly id: string;
  readonly author: string;
  /** All text of it, with buttons in brackets. */
  readonly text: string;
  readonly edits: number;
  /** The message that it answers. */
  readonly answers: string | null;
  /** The emoji on it, each with the people who added it. */
  readonly reactions: Readonly<Record<string, readonly string[]>>;
  readonly components: readonly Json[];
  readonly raw: FakeMessage;
}

export interface FakeChannel {
  readonly id: string;
  readonly name: string;
  readonly messages: readonly ShownMessage[];
  /** For a thread: the people who are notified of its messages. */
  readonly members: readonly string[];
  /** Archives threads; a locked one takes no more messages. */
  archive(): void;
  lock(): void;
  /** A person deletes it. */
  remove(): void;
  /** A person deletes a message in it. */
  removeMessage(id: string): void;
  /** What the bot may do in it from now on. */
  allow(what: Partial<Readonly<Record<Permission, boolean>>>): void;
}

export interface FakeDiscordOptions {
  /** Milliseconds since 1970; by default the machine's clock. */
  readonly now?: () => number;
  readonly users?: readonly {
    readonly id: string;
    readonly name: string;
    readonly bot?: boolean;
    readonly moderator?: boolean;
    readonly locale?: string;
  }[];
  readonly channels?: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind?: FakeConversation["kind"];
    readonly tags?: readonly FakeTag[];
    readonly needsTag?: boolean;
  }[];
  /** The permissions of the invitation, Discord's bits as a number; by default those of docs/discord.md. */
  readonly permissions?: bigint;
  /** Whether the Message Content Intent is on; the default is yes. */
  readonly contentIntent?: boolean;
  /** How long people wait for an answer; three seconds on Discord. */
  readonly patience?: number;
}

/** A Discord with memory on a free port of 127.0.0.1. It behaves, and refuses, like the real one. */
export interface FakeDiscord {
  readonly apiUrl: string;
  readonly token: string;
  readonly botUser: string;
  readonly application: string;
  readonly guild: string;
  /** People act in another server from now on; null: in this one again. */
  actIn(guild: string | null): void;
  readonly now: () => number;
  user(id: string): FakeUser;
  channel(id: string): FakeChannel;
  /** The thread of a message; null if there is none. */
  thread(root: string): FakeChannel | null;
  /** The posts of a forum, oldest first. */
  posts(forum: string): readonly { readonly id: string; readonly owner: string | null }[];
  /** The direct conversation of a person with the bot. */
  dm(user: string): FakeChannel;
  /** Direct messages to this person fail with this error from now on: 50007 closed, 50278 no server in common. */
  closeDm(user: string, code?: number): void;
  /** Makes the next calls of an operation fail. */
  fail(operation: string, fault: Fault, how?: { readonly times?: number; readonly channel?: string }): void;
  /** Calls before Retry-After was over. */
  readonly violations: readonly { readonly operation: string; readonly channel: string | null }[];
  readonly pings: readonly FakePing[];
  /** All texts of the app that anyone was given to read: messages, edits, forms, private answers, choices, files. */
  readonly shown: readonly FakeShowing[];
  /** Every call so far. */
  readonly calls: readonly Observed[];
  /** Faults in bodies so far. */
  readonly refusals: readonly string[];
  readonly commands: readonly Json[];
  readonly gateway: Gateway;
  /** Sends the last act of a person again, as a resume may. */
  deliverAgain(): void;
  /** Resolves when the app has processed all events and no call is running. */
  quiet(): Promise<void>;
  stop(): Promise<void>;
}

/** The number in the invitation that docs/discord.md gives. */
const invitation = 309_237_713_984n;

const guildMessages = 1 << 9;
const directMessages = 1 << 12;
const directReactions = 1 << 13;
const guildReactions = 1 << 10;

const cast: NonNullable<FakeDiscordOptions["users"]> = [
  { id: "210000000000000001", name: "ana", moderator: true },
  { id: "210000000000000002", name: "luis", moderator: true },
  { id: "210000000000000003", name: "eva", moderator: true },
  { id: "210000000000000004", name: "carla" },
  { id: "210000000000000009", name: "otherbot", bot: true },
];
const rooms: NonNullable<FakeDiscordOptions["channels"]> = [
  { id: "310000000000000001", name: "triage" },
  { id: "310000000000000002", name: "acme" },
];

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Starts a fake Discord. */
export const startFakeDiscord = async (options: FakeDiscordOptions = {}): Promise<FakeDiscord> => {
  const now = options.now ?? Date.now;
  const community = createCommunity(now, options.permissions ?? invitation);
  const faults = createFaults(now);
  const token = `fake-bot-of-nobody.fake.${crypto.randomUUID()}`;
  const refusals: string[] = [];
  const observed: Observed[] = [];
  for (const { id, name, bot = false, moderator = false, locale = "en-GB" } of options.users ?? cast)
    community.people.set(id, {
      id,
      name,
      bot,
      moderator,
      locale,
      refuses: null,
      form: null,
      privates: [],
      complaints: [],
    });
  for (const { id, name, kind = "text", tags = [], needsTag = false } of options.channels ?? rooms)
    community.conversations.set(id, { ...conversation(id, name, kind), tags, needsTag });

  let url = "";
  const tell = (event: string, message: FakeMessage): void => {
    const isDirect = community.conversations.get(message.channel)?.kind === "dm";
    gateway.dispatch(event, isDirect ? directMessages : guildMessages, (readable) =>
      messageEvent(community, message, readable || isDirect || message.author === community.botUser),
    );
  };
  /** Of a deleted message Discord tells only its place. */
  const tellChange = (event: "MESSAGE_UPDATE" | "MESSAGE_DELETE", message: FakeMessage): void => {
    if (event === "MESSAGE_UPDATE") return tell(event, message);
    const { id, channel } = message;
    const isDirect = community.conversations.get(channel)?.kind === "dm";
    gateway.dispatch(event, isDirect ? directMessages : guildMessages, () => ({
      id,
      channel_id: channel,
      ...(isDirect ? {} : { guild_id: community.guild }),
    }));
  };
  const tellChannel = (event: string, place: FakeConversation): void =>
    gateway.dispatch(event, 1, () => ({ ...channelPayload(community, place), newly_created: true }));
  const tellReaction = (user: string, message: FakeMessage, emoji: string): void => {
    const isDirect = community.conversations.get(message.channel)?.kind === "dm";
    gateway.dispatch("MESSAGE_REACTION_ADD", isDirect ? directReactions : guildReactions, () =>
      reactionEvent(community, user, message, emoji),
    );
  };
  const messages = createMessages(community, refusals, tell, tellChannel, tellReaction);
  const interactions = createInteractions(community, refusals);
  const routes = createRoutes({
    community,
    messages,
    interactions,
    gatewayUrl: () => url,
    refusals,
    content: options.contentIntent ?? true,
  });
  const { server, port, open } = await startServer({
    routes,
    faults,
    token,
    observed,
    attachment: (channel, id, index) =>
      community.conversations.get(channel)?.messages.find((each) => each.id === id)?.files?.[index]?.content ?? null,
  });
  community.filesAt = `http://127.0.0.1:${port}`;
  url = `ws://127.0.0.1:${port}`;
  const gateway = createGateway({
    server: () => server,
    url: () => url,
    community,
    token,
    content: options.contentIntent ?? true,
  });
  gateway.start();

  const show = (message: FakeMessage): ShownMessage => ({
    channel: message.channel,
    id: message.id,
    author: message.author,
    text: readMessage(message.content, message.components),
    edits: message.edits,
    answers: message.answers,
    reactions: Object.fromEntries([...(message.reactions ?? [])].map(([emoji, by]) => [emoji, [...by]])),
    components: message.components,
    raw: message,
  });
  const handle = (place: FakeConversation): FakeChannel => ({
    id: place.id,
    name: place.name,
    get messages() {
      return place.messages.map(show);
    },
    get members() {
      return [...place.members];
    },
    archive: () => void (place.archived = true),
    lock: () => {
      place.archived = true;
      place.locked = true;
    },
    remove: () => void community.conversations.delete(place.id),
    removeMessage: (id) =>
      void place.messages.splice(
        place.messages.findIndex((message) => message.id === id),
        1,
      ),
    allow: (what) => {
      for (const [name, allowed] of Object.entries(what))
        place.denied = allowed ? place.denied & ~bits[name as Permission] : place.denied | bits[name as Permission];
    },
  });

  const quiet = async (): Promise<void> => {
    for (let seen = -1; seen !== observed.length || open() > 0;) {
      seen = observed.length;
      await gateway.flushed();
      for (let n = 0; n < 3; n++) await turn();
      if (open() > 0) await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };

  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    token,
    botUser: community.botUser,
    application: community.application,
    guild: community.guild,
    actIn: (guild) => void (community.actingIn = guild),
    now,
    user: (id) => {
      const person = community.people.get(id);
      if (person === undefined) throw new Error(`there is no ${id}`);
      const patience = options.patience ?? 3000;
      const dispatchInteraction = (payload: Json) => gateway.dispatch("INTERACTION_CREATE", 0, () => payload);
      const dispatchMessage = (message: FakeMessage) => tell("MESSAGE_CREATE", message);
      return actAs(
        {
          community,
          interactions,
          dispatchInteraction,
          dispatchMessage,
          dispatchChange: tellChange,
          dispatchThread: (thread) => tellChannel("THREAD_CREATE", thread),
          dispatchReaction: tellReaction,
          patience,
        },
        person,
      );
    },
    channel: (id) => {
      const found = community.conversations.get(id);
      if (found === undefined) throw new Error(`there is no channel ${id}`);
      return handle(found);
    },
    thread: (root) => {
      const found = community.conversations.get(root);
      return found === undefined ? null : handle(found);
    },
    posts: (forum) => [...community.conversations.values()].filter(({ parent }) => parent === forum),
    dm: (user) => handle(directWith(community, user)),
    closeDm: (user, code = 50007) => {
      const person = community.people.get(user);
      if (person !== undefined) person.refuses = code;
    },
    fail: (operation, fault, how = {}) => faults.plan(operation, fault, how.times ?? 1, how.channel ?? null),
    violations: faults.violations,
    pings: community.pings,
    shown: community.shown,
    calls: observed,
    refusals,
    get commands() {
      return community.commands;
    },
    gateway,
    deliverAgain: () =>
      gateway.repeat(
        (t, d) =>
          t === "INTERACTION_CREATE" || (t === "MESSAGE_CREATE" && inside(d, "author")["id"] !== community.botUser),
      ),
    quiet,
    stop: async () => {
      gateway.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

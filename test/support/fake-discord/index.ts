import { conversation, createCommunity, directWith, type FakeConversation, type FakeMessage } from "./community.ts";
import { createFaults } from "./faults.ts";
import { createGateway } from "./gateway.ts";
import { createInteractions } from "./interactions.ts";
import type { FakeChannel, FakeDiscord, FakeDiscordOptions, ShownMessage } from "./interface.ts";
import { inside, type Json } from "./json.ts";
import { createMessages } from "./messages.ts";
import { channelPayload, messageEvent, reactionEvent } from "./payloads.ts";
import { actAs } from "./people.ts";
import { bits, type Permission } from "./permissions.ts";
import { actionsIn, readMessage } from "./readable.ts";
import { createRoutes } from "./routes.ts";
import { startServer, type Observed } from "./server.ts";

/** The permissions in the invitation of docs/discord.md. */
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
  { id: "310000000000000003", name: "north" },
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
    isDown: () => faults.isDown,
  });
  gateway.start();

  const show = (message: FakeMessage): ShownMessage => ({
    channel: message.channel,
    id: message.id,
    author: message.author,
    text: readMessage(message.content, message.components),
    actions: actionsIn(message.components),
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
    remove: () => {
      community.conversations.delete(place.id);
      // The threads of a channel are deleted with it; Discord tells only of the channel.
      for (const { id, parent } of community.conversations.values())
        if (parent === place.id) community.conversations.delete(id);
      gateway.dispatch(place.kind === "thread" ? "THREAD_DELETE" : "CHANNEL_DELETE", 1, () =>
        channelPayload(community, place),
      );
    },
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
    goesDown: () => {
      faults.isDown = true;
      gateway.drop();
    },
    comesUp: () => void (faults.isDown = false),
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

import { errorKind, OperatorError } from "../../../src/chat/error-kind.ts";
import { Client, Events, GatewayDispatchEvents, GatewayIntentBits, Options } from "discord.js";
import { z } from "zod";
import type { Log } from "../../../src/chat/port.ts";
import { restOptions } from "../api.ts";
import type { AttemptPause } from "../../shared/waiting.ts";
import type { BotRoles } from "./bot-roles.ts";
import { channelSchema, channelInfoOf, type ChannelDirectory } from "./channels.ts";
import type { GatewayNames } from "./gateway-names.ts";
import { isUnreadableForLibrary } from "../unreadable-for-library.ts";

/** The bot's own ids, as Discord reports them. */
export interface BotIdentity {
  readonly user: string;
  readonly application: string;
}

interface GatewayDeps {
  readonly token: string;
  readonly apiUrl: string;
  readonly log: Log;
  readonly pause: AttemptPause;
  readonly channels: ChannelDirectory;
  readonly botRoles: BotRoles;
  readonly names: GatewayNames;
  readonly onInteraction: (body: unknown) => void;
  readonly onMessage: (body: unknown) => void;
  readonly onReaction: (body: unknown) => void;
  readonly onEdit: (body: unknown) => void;
  readonly onDeletion: (body: unknown) => void;
  /** A new session began. Events before it are not delivered. */
  readonly onSession: (identity: BotIdentity, guilds: readonly string[]) => void;
}

/** The connection on which Discord sends events. The library resumes and reconnects by itself. */
export interface Gateway {
  /** Resolves with the first session; rejects if Discord refuses the bot for good. */
  open(): Promise<void>;
  close(): Promise<void>;
  /** Null while connected, else one sentence. */
  notReady(): string | null;
}

/** The fewest intents that work. Message Content is needed, because messages in a ticket's thread are relayed. */
const intents =
  GatewayIntentBits.Guilds |
  GatewayIntentBits.GuildMessages |
  GatewayIntentBits.GuildMessageReactions |
  GatewayIntentBits.DirectMessages |
  GatewayIntentBits.MessageContent;

/** Close codes after which reconnecting is useless, with what the operator must do. */
const hopeless = new Map([
  [4004, "Discord refuses DISCORD_TOKEN"],
  [4010, "Discord refuses our shard"],
  [4011, "the bot is in too many servers for one process"],
  [4013, "Discord does not know the intents we ask for"],
  [4014, "switch on the Message Content Intent (Discord Developer Portal, your application, Bot)"],
]);

const readySchema = z.object({
  user: z.object({ id: z.string() }),
  application: z.object({ id: z.string() }),
  guilds: z.array(z.object({ id: z.string() })),
});
const guildSchema = z.object({
  id: z.string(),
  channels: z.array(channelSchema).default([]),
  threads: z.array(channelSchema).default([]),
  roles: z.array(z.unknown()).default([]),
});
const roleSchema = z.object({ role: z.unknown() });

/** Prepares the connection. Plazo reads the raw events and does not need the library's objects. */
export const createGateway = (deps: GatewayDeps): Gateway => {
  const { log, pause, channels, botRoles, names } = deps;
  let client: Client | null = null;
  let state = "Discord is not connected yet";

  const learn = (body: unknown): void => {
    const channel = channelSchema.safeParse(body).data;
    if (channel !== undefined) channels.learn(channel.id, channelInfoOf(channel));
    names.learnChannel(body);
  };
  const learnGuild = (body: unknown): void => {
    const guild = guildSchema.safeParse(body).data;
    for (const channel of [...(guild?.channels ?? []), ...(guild?.threads ?? [])])
      channels.learn(channel.id, channelInfoOf({ ...channel, guild_id: guild?.id }));
    for (const role of guild?.roles ?? []) botRoles.learn(role);
    names.learnGuild(body);
  };
  const learnRole = (body: unknown): void => {
    botRoles.learn(roleSchema.safeParse(body).data?.role);
    names.learnRole(body);
  };

  const build = (): { readonly client: Client; readonly refusal: () => string | null } => {
    let refusal: string | null = null;
    const made = new Client({
      intents,
      rest: restOptions(deps.apiUrl),
      makeCache: Options.cacheWithLimits({
        MessageManager: 0,
        ReactionManager: 0,
        PresenceManager: 0,
        UserManager: 100,
      }),
    });
    made.on(Events.Error, (error) => log.warn({ err: errorKind(error) }, "discord.library-error"));
    made.on(Events.ShardError, (error) => log.warn({ err: errorKind(error) }, "discord.connection-failed"));
    made.on(Events.ShardReconnecting, () => (state = "the connection to Discord is lost"));
    made.on(Events.ShardDisconnect, ({ code }) => {
      refusal = hopeless.get(code) ?? `Discord closed the connection for good (${code})`;
      state = refusal;
      log.error({ code, reason: refusal }, "discord.disconnected");
    });
    const { ws } = made;
    ws.on(GatewayDispatchEvents.Ready, (body: unknown) => {
      const { user, application, guilds } = readySchema.parse(body);
      state = "";
      deps.onSession(
        { user: user.id, application: application.id },
        guilds.map(({ id }) => id),
      );
    });
    ws.on(GatewayDispatchEvents.Resumed, () => (state = ""));
    ws.on(GatewayDispatchEvents.GuildCreate, learnGuild);
    ws.on(GatewayDispatchEvents.GuildRoleCreate, learnRole);
    ws.on(GatewayDispatchEvents.GuildRoleUpdate, learnRole);
    for (const event of [
      GatewayDispatchEvents.ChannelCreate,
      GatewayDispatchEvents.ChannelUpdate,
      GatewayDispatchEvents.ThreadCreate,
      GatewayDispatchEvents.ThreadUpdate,
    ])
      ws.on(event, learn);
    const ofPeople = new Map<GatewayDispatchEvents, (body: unknown) => void>([
      [GatewayDispatchEvents.InteractionCreate, deps.onInteraction],
      [GatewayDispatchEvents.MessageCreate, deps.onMessage],
      [GatewayDispatchEvents.MessageUpdate, deps.onEdit],
      [GatewayDispatchEvents.MessageDelete, deps.onDeletion],
      [GatewayDispatchEvents.MessageDeleteBulk, deps.onDeletion],
      [GatewayDispatchEvents.MessageReactionAdd, deps.onReaction],
    ]);
    for (const [event, take] of ofPeople) ws.on(event, take);
    isUnreadableForLibrary(ws, new Set(ofPeople.keys()), (event, error) =>
      log.warn({ dispatch: event, err: errorKind(error) }, "discord.event-unread"),
    );
    return { client: made, refusal: () => refusal };
  };

  return {
    open: async () => {
      for (let failures = 0; !pause.ended(); failures++) {
        const attempt = build();
        client = attempt.client;
        try {
          await client.login(deps.token);
          return;
        } catch (error) {
          const why = errorKind(error);
          const refused = attempt.refusal() ?? (isTokenRefusal(error) ? "Discord refuses DISCORD_TOKEN" : null);
          await client.destroy().catch(() => {});
          if (refused !== null) throw new OperatorError(refused, { cause: error });
          log.warn({ err: why }, "discord.unreachable");
          await pause(Math.min(30_000, 500 * 2 ** failures));
        }
      }
    },
    close: async () => {
      state = "Discord is not connected any more";
      await client?.destroy();
    },
    notReady: () => (state === "" ? null : state),
  };
};

const isTokenRefusal = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "TokenInvalid";

import type { Instant } from "../../src/sla/instant.ts";
import type { Adapter, AdapterDeps, LinkTo } from "../../src/chat/port.ts";
import { createRefusals } from "../../src/chat/refusals.ts";
import { idOf, platformOf } from "../../src/tickets/refs.ts";
import { createApi, type ApiSettings } from "./api.ts";
import { createBotRoles } from "./gateway/bot-roles.ts";
import { createCanPost } from "./gateway/can-post.ts";
import { createCatchUp } from "./gateway/catch-up.ts";
import { registerCommands } from "./inbound/commands.ts";
import { createDirects } from "./outbound/directs.ts";
import { createDirectory } from "./inbound/directory.ts";
import { createDrafts } from "./inbound/drafts.ts";
import { createFindGone } from "./gateway/find-gone.ts";
import { createFileReader } from "./inbound/fetch-file.ts";
import { createForumPosts } from "./inbound/forum-posts.ts";
import { createGatewayNames } from "./gateway/gateway-names.ts";
import { createGateway, type BotIdentity } from "./gateway/gateway.ts";
import { createIsHome } from "./gateway/homes.ts";
import { createLatestRoot } from "./inbound/latest-root.ts";
import { createListener } from "./gateway/listen.ts";
import { createMark } from "./outbound/react.ts";
import { createOutbound } from "./outbound/outbound.ts";
import { createRetry } from "../shared/retry.ts";
import { createPause } from "../shared/waiting.ts";
import { failureOf } from "./errors.ts";
import { createProbe } from "./diagnostics.ts";
import { completed, createNames } from "./inbound/complete.ts";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import { createReadThread } from "./inbound/read-thread.ts";
import { createButtonQuestions } from "./outbound/questions.ts";
import { createReplies } from "./outbound/replies.ts";
import { createChannelDirectory } from "./gateway/channels.ts";
import { createThreads } from "./outbound/threads.ts";
import { withinBounds } from "./gateway/listener.ts";

/** The longest time (ms) for which missed messages are read back. */
const longestAbsence = 24 * 60 * 60_000;
const clockMargin = 60_000;

/** Discord as one of Plazo's platforms. */
export const createDiscord = (settings: ApiSettings, deps: AdapterDeps): Adapter => {
  const { core, log, now, linkTo: elsewhere } = deps;
  const refusals = createRefusals(deps);
  const pause = createPause();
  const retry = createRetry({ log, event: "discord.retry", failureOf, now, pause });
  const api = createApi(settings, now);
  const channels = createChannelDirectory(api);
  const botRoles = createBotRoles();
  const names = createGatewayNames();
  const threads = createThreads(api, channels);
  const { resolve: complete, nameOf } = createNames({ api, core, channels, names, now });
  const posts = createForumPosts(api, () => identity?.user ?? null);
  const directs = createDirects(api, channels, now);
  const questions = createButtonQuestions();
  const under = new Set<Promise<unknown>>();
  let identity: BotIdentity | null = null;
  let servers: readonly string[] = [];
  let lastEventAt: Instant | null = null;

  const self = () => identity?.user ?? null;
  const ownRoles = () => botRoles.of(identity?.user ?? "");
  const ownLink: LinkTo = ({ channel, id, thread }) => {
    const info = channels.known(idOf(channel));
    if (info === null) return null;
    const above = info.is === "forum" ? id : idOf(channel);
    const place = info.is === "direct" ? `@me/${idOf(channel)}` : `${info.guild}/${thread ?? above}`;
    return `https://discord.com/channels/${place}/${id}`;
  };
  const linkTo: LinkTo = (ref) => (platformOf(ref.channel) === "discord" ? ownLink(ref) : (elsewhere?.(ref) ?? null));
  const { tellAnswer, ...outbound } = createOutbound({
    api,
    channels,
    threads,
    posts,
    directs,
    log,
    now,
    linkTo,
    self,
    fetchFile: createFileReader(api, settings.apiUrl, now),
    questions,
  });
  const port = {
    ...outbound,
    linkTo: ownLink,
    readThread: createReadThread({ api, channels, self, ownRoles, complete, now }),
    complete: (inboundEvent: InboundEvent) => completed(inboundEvent, complete),
    nameOf,
    ...createDirectory({ api, channels, core, now, guilds: () => servers }),
    canPost: createCanPost(api, self, now),
    mark: createMark(api, channels, log),
  };
  const replies = createReplies({ api, tell: tellAnswer, log, linkTo, now, pause, questions });
  const everything = createListener({
    core,
    replies,
    drafts: createDrafts(now),
    questions,
    channels,
    directs,
    latestRoot: createLatestRoot(api, self),
    log,
    now,
    pause,
    retry,
    self,
    ownRoles,
    isHome: createIsHome(core, channels, now, () => refusals("otherServer", {}, "discord.other-server")),
  });
  const listener = withinBounds(everything, refusals);
  const findGone = createFindGone({ core, api, channels, listener, retry, pause });
  const catchUp = createCatchUp({ core, api, channels, listener, findGone, log, retry, pause, self });

  const follow = (work: Promise<unknown>): void => {
    under.add(work);
    void work.finally(() => under.delete(work));
  };
  const tracked = (take: (body: unknown) => Promise<void>) => (body: unknown) => {
    lastEventAt = now();
    follow(take(body));
  };

  const register = async (application: string): Promise<void> => {
    const registered = await retry("to know our commands", () => registerCommands(api, application));
    if (registered === true) log.info({}, "discord.commands-registered");
    if (registered === null && !pause.ended()) log.error({}, "discord.commands-unregistered");
  };

  const gateway = createGateway({
    ...settings,
    log,
    pause,
    channels,
    botRoles,
    names,
    onInteraction: tracked(listener.interaction),
    onMessage: tracked(listener.message),
    onReaction: tracked(listener.reaction),
    onEdit: tracked(listener.edit),
    onDeletion: tracked(listener.deletion),
    onSession: (who, guilds) => {
      identity = who;
      servers = guilds;
      const since = lastEventAt === null ? now() - longestAbsence : lastEventAt - clockMargin;
      lastEventAt = now();
      follow(catchUp(guilds, since));
    },
  });

  return {
    platform: "discord",
    port,
    start: async () => {
      await gateway.open();
      if (identity !== null) follow(register(identity.application));
    },
    stop: async () => {
      pause.end();
      await gateway.close();
      await Promise.allSettled(under);
      api.close();
    },
    notReady: gateway.notReady,
    probe: createProbe(api, now),
  };
};

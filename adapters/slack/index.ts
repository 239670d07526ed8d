import { App } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import type { Instant } from "../../src/sla/instant.ts";
import { cappedFetch } from "../../src/chat/reading/capped-fetch.ts";
import { createWarnOncePerMinute, createRefusals } from "../../src/chat/refusals.ts";
import { OperatorError } from "../../src/chat/error-kind.ts";
import type { Adapter, AdapterDeps, LinkTo } from "../../src/chat/port.ts";
import { idOf, platformOf } from "../../src/tickets/refs.ts";
import { failureOf } from "./errors.ts";
import { createFileReader } from "./inbound/files.ts";
import { listen } from "./receive/listen.ts";
import { sdkLogger } from "./logger.ts";
import { createHome } from "./outbound/home.ts";
import { createMark, createOutbound } from "./outbound/outbound.ts";
import { createDirectory } from "./inbound/directory.ts";
import { createChannelNames } from "./inbound/channel-names.ts";
import { completed, createResolveDetails } from "./inbound/complete.ts";
import { createProfiles } from "./inbound/names.ts";
import type { Home } from "./receive/origin.ts";
import { allSettledSoon, createPause } from "../shared/waiting.ts";
import { createProbe } from "./diagnostics.ts";
import { messageUrl } from "./outbound/render-card.ts";
import { noticeSuspension } from "./receive/suspension.ts";
import { createRefusedEvents, slackRepeatsMs } from "./receive/refused-events.ts";
import { createHttpReceiver, maxBody } from "./receive/receiver-http.ts";
import { createCatchUp, longestAbsence } from "./catch-up/catch-up.ts";
import { createReadThread } from "./inbound/read-thread.ts";
import { createSocketReceiver } from "./receive/receiver-socket.ts";

/** How to reach a Slack workspace: over sockets with an app token, else over HTTP with a signing secret. */
export interface SlackSettings {
  readonly botToken: string;
  readonly appToken: string | null;
  readonly signingSecret: string | null;
  /** The base of the Web API, `https://slack.com/api/`. */
  readonly apiUrl: string;
}

/** The bot's identity in the workspace, as Slack reports it at the start. */
export interface WorkspaceIdentity {
  /** The address of the workspace. */
  readonly url: string;
  readonly home: Home;
  readonly botUser: string;
  readonly botId: string;
}

const path = "/slack/events";

/** The longest time (ms) for which missed messages are read back. */
const clockMargin = 60_000;

/** Slack as one of Plazo's platforms. */
export const createSlack = (settings: SlackSettings, deps: AdapterDeps): Adapter => {
  const { core, log, now, linkTo: elsewhere } = deps;
  const clientOptions = {
    slackApiUrl: settings.apiUrl,
    // The library's own retries would post twice, and its queue would delay calls that are not limited.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    // An attempt makes at most three calls, which together must end before its lease does (15 s).
    timeout: 4000,
    allowAbsoluteUrls: false,
    fetch: cappedFetch(),
    logger: sdkLogger(log),
  };
  const client = new WebClient(settings.botToken, clientOptions);
  const pause = createPause();
  let identity: WorkspaceIdentity | null = null;
  let started = false;

  const home = (): Home | null => identity?.home ?? null;
  const admit = (isRepeated: boolean) => (core.admit === undefined ? () => {} : core.admit(isRepeated));
  const readBack = (since: Instant): Promise<void> => catchUp.since(since - clockMargin);
  const refusedEvents = createRefusedEvents({ now, pause, noticesSilence: settings.appToken === null, readBack });
  const back = (lostAt: Instant): void => {
    if (now() - lostAt > slackRepeatsMs) refusedEvents.readBack(lostAt);
  };
  const checks = { log, home, now, admit, refusals: createRefusals(deps), refusedEvents };
  const sockets =
    settings.appToken === null
      ? null
      : createSocketReceiver({
          appToken: settings.appToken,
          apiUrl: settings.apiUrl,
          checks,
          pause,
          back,
        });
  const http = sockets === null ? createHttpReceiver(settings.signingSecret ?? "", checks) : null;
  const receiver = sockets ?? http;
  const app = new App({
    ...(receiver === null ? {} : { receiver }),
    // Known from the start, so that no request waits for another call to Slack.
    authorize: async () => ({
      botToken: settings.botToken,
      botId: identity?.botId ?? "",
      botUserId: identity?.botUser ?? "",
    }),
    convoStore: false,
    logger: sdkLogger(log),
    clientOptions,
  });
  const ownLink: LinkTo = (ref) => messageUrl(identity?.url ?? null, ref);
  const linkTo: LinkTo = (ref) => (platformOf(ref.channel) === "slack" ? ownLink(ref) : (elsewhere?.(ref) ?? null));
  const warn = createWarnOncePerMinute(log, now);
  const { profileOf, mentioned } = createProfiles({ client, warn, now }, home);
  const channelNames = createChannelNames({ client, warn, now });
  const complete = createResolveDetails({ client, warn, now }, { profileOf, mentioned, channelNames, core });

  const takes = listen(app, {
    core,
    client,
    log,
    now,
    linkTo,
    botUser: () => identity?.botUser ?? null,
    profileOf,
    home,
    apiUrl: settings.apiUrl,
  });

  const catchUp = createCatchUp({
    core,
    client,
    takes,
    team: () => identity?.home.team ?? "",
    botUser: () => identity?.botUser ?? null,
    log,
    now,
    pause,
  });

  /** Returns the app of the bot. Without it, only the workspace of a payload is checked. */
  const appOf = async (bot: string): Promise<string | null> => {
    try {
      return (await client.bots.info({ bot })).bot?.app_id ?? null;
    } catch (error) {
      log.warn({ err: failureOf(error, now()).why }, "slack.app-unknown");
      return null;
    }
  };

  /** Asks Slack for the bot's identity until it answers. A refused token ends the start. */
  const identifyBot = async (): Promise<void> => {
    for (let failures = 0; ; failures++) {
      try {
        const self = await client.auth.test();
        const botId = self.bot_id ?? "";
        identity = {
          url: self.url ?? "https://slack.com/",
          home: { team: self.team_id ?? "", enterprise: self.enterprise_id ?? null, app: await appOf(botId) },
          botUser: self.user_id ?? "",
          botId,
        };
        return;
      } catch (error) {
        const failure = failureOf(error, now());
        if (failure.kind === "installBroken" || failure.kind === "ourBug")
          throw new OperatorError(`Slack refuses SLACK_BOT_TOKEN: ${failure.why}`, { cause: error });
        log.warn({ err: failure.why }, "slack.unreachable");
        await pause(Math.min(30_000, 500 * 2 ** failures));
      }
    }
  };

  return {
    platform: "slack",
    port: {
      linkTo: ownLink,
      ...createOutbound({ client, log, now, linkTo, fetchFile: createFileReader(client, settings, now) }),
      readThread: createReadThread({
        client,
        profileOf,
        complete,
        home,
        botUser: () => identity?.botUser ?? null,
        now,
      }),
      complete: (inboundEvent) => completed(inboundEvent, complete),
      nameOf: async (named) =>
        "channel" in named
          ? channelNames.nameOf(idOf(named.channel))
          : ((await profileOf(idOf(named.user)))?.name ?? null),
      ...createDirectory(client, now),
      mark: createMark(client, log),
      home: createHome({ client, log, now, linkTo, profileOf }),
    },
    ...(http === null ? {} : { http: { path, largestBody: maxBody, refuses: http.refuses, handle: http.handle } }),
    start: async () => {
      if (settings.appToken === null && (settings.signingSecret ?? "") === "")
        throw new OperatorError("Slack needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)");
      await identifyBot();
      await app.start();
      started = true;
      refusedEvents.readBack(now() - longestAbsence);
      if (http !== null) void noticeSuspension({ now, pause, back });
    },
    stop: async () => {
      started = false;
      pause.end();
      await app.stop();
      await allSettledSoon([catchUp.ended()]);
    },
    probe: createProbe(client, settings.appToken, now),
    notReady: () => {
      if (!started) return "Slack is not connected yet";
      return sockets !== null && sockets.open() === 0 ? "every connection to Slack is lost" : null;
    },
  };
};

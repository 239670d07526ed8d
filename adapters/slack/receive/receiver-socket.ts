import type { Instant } from "../../../src/sla/instant.ts";
import { cappedFetch } from "../../../src/chat/reading/capped-fetch.ts";
import { errorKind } from "../../../src/chat/error-kind.ts";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { App, Receiver } from "@slack/bolt";
import { SocketModeClient } from "@slack/socket-mode";
import { receive, type PayloadChecks } from "./receive.ts";
import { sdkLogger } from "../logger.ts";
import type { AttemptPause } from "../../shared/waiting.ts";
import { allSettledSoon } from "../../shared/waiting.ts";

interface SocketReceiverDeps {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly checks: PayloadChecks;
  readonly pause: AttemptPause;
  /** Called when a connection is open again after all were lost. `lostAt`: when Slack was last seen on one of them. */
  readonly back: (lostAt: Instant) => void;
}

/** Two connections, so that one is open while the other is renewed. */
const connections = 2;
const patience = 8000;
const slowest = 30_000;
/** Where Slack's client reports pings and pongs, which come every few seconds. Plazo uses its sockets for Slack only. */
const signsOfLife = ["undici:websocket:ping", "undici:websocket:pong"] as const;
/** A connection that lived this long (ms) counts as stable. */
const steady = 10_000;

interface SlackEnvelope {
  readonly body: unknown;
  readonly retry_num?: number;
  ack(response?: unknown): Promise<void>;
}

/** Receives over Slack's sockets. */
export interface SocketReceiver extends Receiver {
  /** The number of open connections. */
  open(): number;
}

/**
 * Bolt's receiver for Socket Mode. Slack's client closes a connection before it opens the next and waits five seconds
 * in between. So automatic reconnecting is off, two connections are kept, and a lost one is replaced at once.
 */
export const createSocketReceiver = ({ appToken, apiUrl, checks, pause, back }: SocketReceiverDeps): SocketReceiver => {
  const { log } = checks;
  let app: App | null = null;
  const stopped = new AbortController();
  const live = new Set<SocketModeClient>();
  const underway = new Set<Promise<unknown>>();
  /** Since when no connection is open; null if one is, or none was yet. */
  let lostAt: Instant | null = null;
  /** When Slack was last seen. A machine that was suspended notices the loss only after it wakes. */
  let seenAt: Instant = checks.now();
  const seen = (): void => {
    seenAt = checks.now();
  };

  const take = async ({ body, retry_num, ack }: SlackEnvelope): Promise<void> => {
    if (app === null || stopped.signal.aborted) return;
    // Slack numbers its first try 0.
    const receipt = await receive(app, checks, { body, retry: retry_num === 0 ? null : (retry_num ?? null) });
    if (receipt.kind === "failed") return;
    if (receipt.kind === "malformed") log.warn({}, "slack.payload-unknown");
    try {
      await ack(receipt.kind === "received" ? receipt.response : undefined);
    } catch (error) {
      // The connection closed in the meantime. Slack sends the event again, and the inbox knows its key.
      log.warn({ err: errorKind(error) }, "slack.acknowledgement-failed");
    }
  };

  const track = (work: Promise<unknown>): void => {
    underway.add(work);
    void work.finally(() => underway.delete(work));
  };

  const createClient = (): SocketModeClient => {
    const client = new SocketModeClient({
      appToken,
      autoReconnectEnabled: false,
      logger: sdkLogger(log),
      clientOptions: {
        slackApiUrl: apiUrl,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        timeout: patience,
        allowAbsoluteUrls: false,
        fetch: cappedFetch(),
      },
    });
    // The client's own handler rejects without a listener if an envelope has an unexpected shape.
    const handlers = client.listeners("ws_message") as ((...args: unknown[]) => unknown)[];
    client.removeAllListeners("ws_message");
    client.on("ws_message", (...args: unknown[]) => {
      seen();
      for (const handler of handlers)
        track(Promise.resolve(handler(...args)).catch(() => log.warn({}, "slack.envelope-unread")));
    });
    client.on("slack_event", (envelope: SlackEnvelope) => track(take(envelope)));
    return client;
  };

  /** Opens one connection. Resolves when it is open; `lost` is called once when it closes. */
  const connect = async (closed: () => void): Promise<void> => {
    const client = createClient();
    const opening = client.start();
    const late = AbortSignal.timeout(patience);
    await Promise.race([
      opening,
      new Promise((_, reject) =>
        late.addEventListener("abort", () => reject(new Error("Slack said no hello in time")), { once: true }),
      ),
    ]).catch((error: unknown) => {
      opening.catch(() => {});
      void client.disconnect().catch(() => {});
      throw error;
    });
    live.add(client);
    if (lostAt !== null) back(lostAt);
    lostAt = null;
    client.on("disconnected", () => {
      live.delete(client);
      if (live.size === 0) lostAt = Math.min(seenAt, checks.now());
      closed();
    });
    if (stopped.signal.aborted) await client.disconnect();
  };

  /** Keeps one connection open: reopens at once, and ever slower if Slack does not keep it. */
  const keepOpen = async (firstOpen: () => void): Promise<void> => {
    for (let failures = 0; !stopped.signal.aborted;) {
      let openedAt: number | null = null;
      try {
        await new Promise<void>((closed, failed) => {
          connect(closed).then(() => {
            openedAt = performance.now();
            firstOpen();
          }, failed);
        });
      } catch (error) {
        log.warn({ err: errorKind(error) }, "slack.connection-failed");
      }
      failures = openedAt !== null && performance.now() - openedAt > steady ? 0 : failures + 1;
      // Slack renews connections every few hours, so a first loss needs no pause.
      if (failures > 2 || (openedAt === null && failures > 0)) await pause(Math.min(slowest, 250 * 2 ** failures));
    }
  };

  return {
    init: (given) => {
      app = given;
    },
    start: async () => {
      for (const sign of signsOfLife) subscribe(sign, seen);
      await Promise.all(Array.from({ length: connections }, () => new Promise<void>((open) => void keepOpen(open))));
    },
    stop: async () => {
      stopped.abort();
      for (const sign of signsOfLife) unsubscribe(sign, seen);
      pause.end();
      await allSettledSoon(underway);
      await allSettledSoon([...live].map((client) => client.disconnect()));
    },
    open: () => live.size,
  };
};

import { cappedFetch } from "../../../src/chat/reading/capped-fetch.ts";
import { errorKind } from "../../../src/chat/error-kind.ts";
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
}

/** Two, so that one is open while the other is renewed. */
const connections = 2;
const patience = 8000;
const slowest = 30_000;
/** A connection that lived so long was a good one. */
const steady = 10_000;

interface SlackEnvelope {
  readonly body: unknown;
  readonly retry_num?: number | undefined;
  ack(response?: unknown): Promise<void>;
}

/** Receives over Slack's own sockets. */
export interface SocketReceiver extends Receiver {
  /** How many connections are open. */
  open(): number;
}

/**
 * Bolt's receiver for Socket Mode. Slack's client closes a connection before it opens the next and waits five seconds in
 * between; so it may not reconnect by itself, two of them are kept, and each one that is lost is replaced at once.
 */
export const createSocketReceiver = ({ appToken, apiUrl, checks, pause }: SocketReceiverDeps): SocketReceiver => {
  const { log } = checks;
  let app: App | null = null;
  const stopped = new AbortController();
  const live = new Set<SocketModeClient>();
  const underway = new Set<Promise<unknown>>();

  const take = async ({ body, retry_num, ack }: SlackEnvelope): Promise<void> => {
    if (app === null || stopped.signal.aborted) return;
    const receipt = await receive(app, checks, { body, retry: retry_num ?? null });
    if (receipt.kind === "failed") return;
    if (receipt.kind === "malformed") log.warn({}, "slack.payload-unknown");
    try {
      await ack(receipt.kind === "received" ? receipt.response : undefined);
    } catch (error) {
      // The connection went meanwhile. Slack brings an event again, and the inbox knows it.
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
    // The client's own handler rejects, with nobody listening, when an envelope has not the expected shape.
    const handlers = client.listeners("ws_message") as ((...args: unknown[]) => unknown)[];
    client.removeAllListeners("ws_message");
    client.on("ws_message", (...args: unknown[]) => {
      for (const handler of handlers)
        track(Promise.resolve(handler(...args)).catch(() => log.warn({}, "slack.envelope-unread")));
    });
    client.on("slack_event", (envelope: SlackEnvelope) => track(take(envelope)));
    return client;
  };

  /** One connection: resolves when it is open; `lost` is called once when it is gone. */
  const connect = async (lost: () => void): Promise<void> => {
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
    client.on("disconnected", () => {
      live.delete(client);
      lost();
    });
    if (stopped.signal.aborted) await client.disconnect();
  };

  /** Keeps one connection open for as long as we run: at once where it can, ever slower where Slack does not keep it. */
  const keepOpen = async (firstOpen: () => void): Promise<void> => {
    for (let failures = 0; !stopped.signal.aborted;) {
      let openedAt: number | null = null;
      try {
        await new Promise<void>((lost, failed) => {
          connect(lost).then(() => {
            openedAt = performance.now();
            firstOpen();
          }, failed);
        });
      } catch (error) {
        log.warn({ err: errorKind(error) }, "slack.connection-failed");
      }
      failures = openedAt !== null && performance.now() - openedAt > steady ? 0 : failures + 1;
      // A first loss is what Slack does every few hours: renewed without a pause.
      if (failures > 2 || (openedAt === null && failures > 0)) await pause(Math.min(slowest, 250 * 2 ** failures));
    }
  };

  return {
    init: (given) => {
      app = given;
    },
    start: async () => {
      await Promise.all(Array.from({ length: connections }, () => new Promise<void>((open) => void keepOpen(open))));
    },
    stop: async () => {
      stopped.abort();
      pause.end();
      await allSettledSoon(underway);
      await allSettledSoon([...live].map((client) => client.disconnect()));
    },
    open: () => live.size,
  };
};

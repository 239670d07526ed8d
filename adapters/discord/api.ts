import type { Instant } from "../../src/sla/instant.ts";
import { REST, RESTEvents, type RESTOptions, type RequestData, type RouteLike } from "discord.js";
import type { z } from "zod";
import { cappedFetch } from "../../src/chat/reading/capped-fetch.ts";
import { createInvalidRequestCounter, type InvalidRequestCounter } from "./gateway/invalid-requests.ts";
import { KnownFailure } from "../shared/attempts.ts";
import { failureOf } from "./errors.ts";

/** One call of Discord's REST API. */
export interface Call extends Omit<RequestData, "signal"> {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  readonly route: RouteLike;
  /**
   * The route that Discord limits separately, as far as it says: `post 3000…`. A call without one is never delayed.
   */
  readonly limit?: string;
}

/** Discord's REST API. It repeats no call, and no call waits in a queue for a rate limit. */
export interface Api {
  call<T>(call: Call, schema: z.ZodType<T>): Promise<T>;
  close(): void;
}

const capped: NonNullable<RESTOptions["makeRequest"]> = (url, { dispatcher: _, ...init }) =>
  cappedFetch()(url, init as unknown as RequestInit);

/**
 * The options of the library's REST client. Its own retries would post twice, and its queue would delay calls that are
 * not limited.
 */
export const restOptions = (apiUrl: string) =>
  ({
    api: apiUrl.replace(/\/+$/, ""),
    version: "10",
    retries: 0,
    timeout: 8_000,
    rejectOnRateLimit: () => true,
    makeRequest: capped,
  }) as const;

/** What the REST API needs to know. */
export interface ApiSettings {
  readonly token: string;
  /** The base of the REST API without its version, `https://discord.com/api`. */
  readonly apiUrl: string;
  /** How many calls with the bot's token Discord accepts in one second, for the whole bot. */
  readonly callsPerSecond?: number;
}

/** Discord's limit for a bot, https://docs.discord.com/developers/topics/rate-limits#global-rate-limit. */
const callsPerSecond = 50;

/** Whether a call asks for the name of a person by an id that another person may have written. */
const isForName = (route: string): boolean => /^\/users\/\d+$/.test(route);

/** Opens the REST API for one bot. */
export const createApi = (
  settings: ApiSettings,
  now: () => Instant,
  invalidRequests: InvalidRequestCounter = createInvalidRequestCounter(now),
): Api => {
  const clientFor = (globalRequestsPerSecond: number): REST => {
    const client = new REST({ ...restOptions(settings.apiUrl), globalRequestsPerSecond });
    client.on(RESTEvents.Response, ({ path }, { status, headers }) =>
      invalidRequests.count(status, headers.get("x-ratelimit-scope"), isForName(path)),
    );
    return client;
  };
  const asBot = clientFor(settings.callsPerSecond ?? callsPerSecond).setToken(settings.token);
  // Answers to interactions carry no token of the bot. Discord does not count them for the limit of the whole bot, so
  // a busy bot must still answer the person who pressed a button.
  const withoutToken = clientFor(Number.POSITIVE_INFINITY);
  const limitedUntil = new Map<string, Instant>();

  const refuseWhileLimited = (limit: string, route: RouteLike): void => {
    const still = isForName(route) ? invalidRequests.namesStillUntil() : invalidRequests.stillUntil();
    if (still !== null)
      throw new KnownFailure({ kind: "waitUntil", until: still, why: "Discord refused too much recently" });
    const until = limitedUntil.get(limit) ?? 0;
    if (until > now()) throw new KnownFailure({ kind: "waitUntil", until, why: "rate limited" });
    limitedUntil.delete(limit);
  };

  return {
    call: async ({ method, route, limit, ...data }, schema) => {
      if (limit !== undefined) refuseWhileLimited(limit, route);
      try {
        // The library's time limit ends with the headers, but a body can hang as well.
        const signal = AbortSignal.timeout(10_000);
        const client = data.auth === false ? withoutToken : asBot;
        const answered: unknown = await client[method](route, { ...data, signal });
        const parsed = schema.safeParse(answered);
        if (!parsed.success) throw new KnownFailure({ kind: "doubtful", why: "an answer that is not Discord's" });
        return parsed.data;
      } catch (error) {
        const failure = failureOf(error, now());
        if (limit !== undefined && failure.kind === "waitUntil" && !(error instanceof KnownFailure))
          limitedUntil.set(limit, failure.until);
        throw error;
      }
    },
    close: () => {
      for (const client of [asBot, withoutToken]) {
        client.clearHashSweeper();
        client.clearHandlerSweeper();
      }
    },
  };
};

/** Discord's ids count milliseconds since the beginning of 2015, above 22 other bits. */
const epoch = 1_420_070_400_000n;

/** The smallest id of that moment. */
export const snowflakeAt = (at: Instant): string => {
  const since = BigInt(Math.floor(at)) - epoch;
  return String((since > 0n ? since : 0n) << 22n);
};

/** The moment at which an id was created. */
export const instantOf = (snowflake: string): Instant => Number((BigInt(snowflake) >> 22n) + epoch);

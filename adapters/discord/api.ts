import { RateLimitError, REST, RESTEvents, type RequestData, type RouteLike } from "discord.js";
import type { z } from "zod";
import type { Instant } from "../../src/domain/refs.ts";
import { failureOf, Known } from "./errors.ts";

/** One call of Discord's REST API. */
export interface Call extends Omit<RequestData, "signal"> {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  readonly route: RouteLike;
  /** What is limited on its own, as far as Discord lets us know: `post 3000…`. Calls without one are never held back. */
  readonly limit?: string;
}

/** Discord's REST API with our own patience: nothing is repeated, and nothing waits in a queue for a limit to pass. */
export interface Api {
  call<T>(call: Call, schema: z.ZodType<T>): Promise<T>;
  close(): void;
}

/** How the library must be set up: its own retries would post twice, and its waiting would hold up what is not limited. */
export const restOptions = (apiUrl: string) =>
  ({
    api: apiUrl.replace(/\/+$/, ""),
    version: "10",
    retries: 0,
    timeout: 8_000,
    rejectOnRateLimit: () => true,
  }) as const;

const window = 10 * 60_000;
/** Discord bans an address for 10,000 refused calls within ten minutes; others may share ours. */
const maxRefused = 2_500;

/** Counts 401, 403 and 429, and says until when to keep still where there were too many. */
const createCensus = (now: () => Instant) => {
  let since = 0;
  let refused = 0;
  return {
    count: (): void => {
      if (now() - since >= window) {
        since = now();
        refused = 0;
      }
      refused += 1;
    },
    stillUntil: (): Instant | null => (refused >= maxRefused && now() - since < window ? since + window : null),
  };
};

/** Opens the REST API for one bot. */
export const createApi = (settings: { readonly token: string; readonly apiUrl: string }, now: () => Instant): Api => {
  const rest = new REST(restOptions(settings.apiUrl)).setToken(settings.token);
  const census = createCensus(now);
  const held = new Map<string, Instant>();
  const everywhere = "";
  rest.on(RESTEvents.Response, (_, { status, headers }) => {
    const shared = status === 429 && headers.get("x-ratelimit-scope") === "shared";
    if ((status === 401 || status === 403 || status === 429) && !shared) census.count();
  });

  const refuseWhileHeld = (limit: string): void => {
    const still = census.stillUntil();
    if (still !== null) throw new Known({ kind: "waitUntil", until: still, why: "Discord refused too much of late" });
    for (const key of [everywhere, limit]) {
      const until = held.get(key) ?? 0;
      if (until > now()) throw new Known({ kind: "waitUntil", until, why: "rate limited" });
      held.delete(key);
    }
  };

  return {
    call: async ({ method, route, limit, ...data }, schema) => {
      if (limit !== undefined) refuseWhileHeld(limit);
      try {
        // The library's patience ends with the headers; a body can hang as well.
        const signal = AbortSignal.timeout(10_000);
        const answered: unknown = await rest[method](route, { ...data, signal });
        const parsed = schema.safeParse(answered);
        if (!parsed.success) throw new Known({ kind: "doubtful", why: "an answer that is not Discord's" });
        return parsed.data;
      } catch (error) {
        const failure = failureOf(error, now());
        if (limit !== undefined && failure.kind === "waitUntil" && !(error instanceof Known))
          held.set(error instanceof RateLimitError && error.global ? everywhere : limit, failure.until);
        throw error;
      }
    },
    close: () => {
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
    },
  };
};

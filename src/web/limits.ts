import type { MiddlewareHandler } from "hono";
import { addressKey, createRateLimit, senderOf } from "../http/rate-limit.ts";
import type { WebEnv, WebRates } from "./deps.ts";
import { plainPage } from "./pages/plain-page.ts";

export const usualRates: WebRates = {
  perAddress: { atOnce: 1_000, perMinute: 3_000 },
  signIns: { atOnce: 20, perMinute: 20 },
  perPerson: { atOnce: 300, perMinute: 600 },
  acts: { atOnce: 60, perMinute: 120 },
};

/** The limits of the web pages: `byAddress` before it is known who asks, `byPerson` afterwards. */
export interface WebLimits {
  readonly byAddress: MiddlewareHandler<WebEnv>;
  readonly byPerson: MiddlewareHandler<WebEnv>;
}

const isSigningIn = (path: string): boolean => ["/sign-in", "/area/sign-in"].some((each) => path.startsWith(each));

export const createWebLimits = (rates: WebRates, now: () => number): WebLimits => {
  const address = createRateLimit(rates.perAddress, now);
  const signIn = createRateLimit(rates.signIns, now);
  const person = createRateLimit(rates.perPerson, now);
  const act = createRateLimit(rates.acts, now);
  return {
    byAddress: async (context, next) => {
      const sender = senderOf(context.env.address, context.req.raw.headers);
      context.set("address", sender);
      const key = addressKey(sender);
      const wait = Math.max(address(key), isSigningIn(context.req.path) ? signIn(key) : 0);
      return wait > 0 ? plainPage("tooMany", context.req.raw, wait) : next();
    },
    byPerson: async (context, next) => {
      const { user } = context.get("visitor") ?? context.get("guest");
      const wait = Math.max(person(user), context.req.method === "GET" ? 0 : act(user));
      return wait > 0 ? plainPage("tooMany", context.req.raw, wait) : next();
    },
  };
};

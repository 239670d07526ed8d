import type { Context, MiddlewareHandler } from "hono";
import type { RefusedPage, RefusedReason } from "../chat/refused.ts";
import { addressKey } from "../http/rate-limit.ts";
import type { WebEnv } from "./deps.ts";

type Refused = Pick<RefusedPage, "reason" | "what">;

/** What a contact asked for that is not theirs or does not exist. Null for a page that no one has. */
const notTheirs = (path: string, method: string): Refused | null => {
  const reason: RefusedReason = "notYours";
  if (path === "/area/live") return { reason, what: "ticket" };
  if (!path.startsWith("/area/tickets/")) return null;
  return { reason, what: path.includes("/files/") ? "file" : method === "POST" ? "message" : "ticket" };
};

/** What kind of request an answer refuses; null if it refuses none, as for a number that an agent mistyped. */
const refusedBy = (context: Context<WebEnv>): Refused | null => {
  const { status } = context.res;
  const { path, method } = context.req;
  const isSigningIn = /^\/(?:area\/)?sign-in\b/.test(path);
  if (status === 429) return { reason: "limited", what: isSigningIn ? "signIn" : "page" };
  const marked = context.get("refused");
  if (marked !== undefined) return { reason: "notAllowed", what: marked };
  if (isSigningIn) return status === 410 || status === 403 ? { reason: "notAllowed", what: "signIn" } : null;
  if (status === 403) return { reason: "notAllowed", what: method === "POST" ? "form" : "page" };
  return status === 404 && context.get("guest") !== undefined ? notTheirs(path, method) : null;
};

/**
 * Leaves a trace of each request that the pages refuse, as commands in chat do: who sent it and what kind it is. The path
 * and the fields are left out, because they may hold a secret or what a person wrote.
 */
export const traceRefused =
  (refused: (page: RefusedPage) => void): MiddlewareHandler<WebEnv> =>
  async (context, next) => {
    await next();
    const found = refusedBy(context);
    if (found === null) return;
    const user = (context.get("visitor") ?? context.get("guest"))?.user ?? null;
    refused({ ...found, user, address: addressKey(context.get("address") ?? null) });
  };

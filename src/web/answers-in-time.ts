import type { MiddlewareHandler } from "hono";
import type { WebEnv } from "./deps.ts";
import { plainPage } from "./pages/plain-page.ts";

/** Longer than a statement of a page and the answer to an act may take, and shorter than a person waits. */
const usualMs = 9_000;

/**
 * Answers with a plain page if the real one takes too long, because a database that hangs must not leave a browser
 * waiting.
 */
export const answersInTime =
  (mostMs = usualMs): MiddlewareHandler<WebEnv> =>
  async (context, next) => {
    const { promise: late, resolve } = Promise.withResolvers<"late">();
    const timer = setTimeout(() => resolve("late"), mostMs);
    const made = next();
    try {
      if ((await Promise.race([made, late])) !== "late") return undefined;
    } finally {
      clearTimeout(timer);
    }
    context.set("isLate", true);
    // A failure that comes later has no request to be answered with.
    made.catch(() => {});
    return plainPage(context.req.method === "GET" ? "late" : "maybeDone", context.req.raw);
  };

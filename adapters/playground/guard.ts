import { timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";

const ourNames = new Set(["127.0.0.1", "localhost", "[::1]"]);

const same = (a: string, b: string): boolean => {
  const [given, wanted] = [Buffer.from(a), Buffer.from(b)];
  return given.byteLength === wanted.byteLength && timingSafeEqual(given, wanted);
};

/**
 * Keeps other machines and websites out of a server on the visitor's machine. A foreign Host (DNS rebinding), a foreign
 * Origin, or an API call without this start's token gets 403. The listener itself refuses forwarded requests.
 */
export const guard =
  (token: string): MiddlewareHandler =>
  async (c, next) => {
    const host = c.req.header("host") ?? "";
    const url = URL.parse(`http://${host}`);
    if (url === null || !ourNames.has(url.hostname)) return c.text("Not for this host.", 403);
    const origin = c.req.header("origin");
    const safe = c.req.method === "GET" || c.req.method === "HEAD";
    // The port in Host is the bound port, or the request would not have arrived.
    if (origin === undefined ? !safe : origin !== `http://${host}`) return c.text("Not from this origin.", 403);
    if (c.req.path.startsWith("/api/")) {
      // An EventSource cannot send headers.
      const given = c.req.header("x-playground-token") ?? c.req.query("token") ?? "";
      if (!same(given, token)) return c.json({ error: "token" }, 403);
    }
    return next();
  };

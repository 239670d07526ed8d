import type { MiddlewareHandler } from "hono";
import { compress } from "hono/compress";
import type { RefusedPage } from "../chat/refused.ts";
import { isLoopback } from "../chat/platform-manifest.ts";

/** Nothing runs on a page but our own files, and nothing is loaded from elsewhere. */
const contentPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Headers of every page. Pages hold customers' texts, so no cache keeps them. */
export const safeHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  // A file of a ticket has a stricter one.
  if (context.res.headers.get("content-security-policy") === null)
    context.header("Content-Security-Policy", contentPolicy);
  context.header("X-Content-Type-Options", "nosniff");
  context.header("Referrer-Policy", "same-origin");
  context.header("Cross-Origin-Opener-Policy", "same-origin");
  context.header("Cross-Origin-Resource-Policy", "same-origin");
  if (context.res.headers.get("cache-control") === null) context.header("Cache-Control", "no-store");
};

const pack = compress({ encoding: "gzip", contentTypeFilter: /^text\/html\b/ });

/**
 * Compresses pages. An attacker's site that opens our pages could learn what they hold from the length of a compressed
 * answer (BREACH), so a page is compressed only if our own page or the person asks for it.
 */
export const packPages: MiddlewareHandler = (context, next) => {
  const from = context.req.header("sec-fetch-site");
  return from === "same-origin" || from === "none" ? pack(context, next) : next();
};

/** The web desk's own origin, `https://plazo.example.com`, and whether browsers reach it safely. */
export interface Origin {
  readonly origin: string;
  /** Over HTTPS. */
  readonly isEncrypted: boolean;
  /** No third person can read what is sent: it goes over HTTPS, or stays on this machine. */
  readonly isPrivate: boolean;
}

/** The address of this machine's own listener. One that listens on every address is reached on this machine, too. */
export const localAddress = (host: string, port: number): string => {
  const name = ["0.0.0.0", "::", "[::]"].includes(host) ? "127.0.0.1" : host;
  return `http://${name.includes(":") && !name.startsWith("[") ? `[${name}]` : name}:${port}`;
};

/** Reads the address under which people reach Plazo. */
export const originOf = (address: string): Origin => {
  const { origin, protocol, hostname } = new URL(address);
  const isEncrypted = protocol === "https:";
  return { origin, isEncrypted, isPrivate: isEncrypted || isLoopback(hostname.replace(/^\[|\]$/g, "")) };
};

/**
 * Sends a browser to the HTTPS address if its first proxy says that it came without TLS (`X-Forwarded-Proto: http`), and
 * refuses a form that was sent so. Plazo believes a proxy that does not send this header.
 */
export const onlyEncrypted =
  (own: () => Origin): MiddlewareHandler =>
  async (context, next) => {
    const { origin, isEncrypted } = own();
    const scheme = context.req.header("x-forwarded-proto")?.split(",")[0]?.trim().toLowerCase() ?? "https";
    if (!isEncrypted || scheme !== "http") return next();
    if (!isReading(context.req.method)) return context.text(`Plazo takes forms only over HTTPS: ${origin}`, 403);
    const { pathname, search } = new URL(context.req.url);
    return context.redirect(`${origin}${pathname}${search}`, 308);
  };

const isReading = (method: string): boolean => method === "GET" || method === "HEAD";

/**
 * Refuses requests that change something and come from a page of another site. A browser names the origin of every such
 * request, so one without an origin is no browser's. (OWASP, Cross-Site Request Forgery Prevention.)
 */
export const fromOwnPages =
  (own: () => Origin): MiddlewareHandler<{ Variables: { refused?: RefusedPage["what"] } }> =>
  async (context, next) => {
    if (isReading(context.req.method) || context.req.header("origin") === own().origin) return next();
    context.set("refused", "otherOrigin");
    return context.text("Not from this origin.", 403);
  };

/**
 * A path of this part of the site to return to; the part's first page for anything else. `//evil.example` and
 * `/\evil.example` are addresses of other sites.
 */
export const ownPath = (given: string | undefined, part: "/desk" | "/area" = "/desk"): string =>
  given !== undefined &&
  given.length <= 500 &&
  given.startsWith(part) &&
  /^(?:[/?][\w\-./?=&%+,:]*)?$/.test(given.slice(part.length)) &&
  !given.includes("//") &&
  !given.includes("..")
    ? given
    : part;

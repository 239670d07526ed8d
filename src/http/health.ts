import type { HttpBindings } from "@hono/node-server";
import { Hono, type Context } from "hono";
import { bearsToken, isAskedLocally, isOwnHost } from "./asked-locally.ts";

/** Why the desk is not ready: a fixed sentence that everyone may read, and details for the operator. */
export interface NotReady {
  readonly reason: string;
  readonly details: readonly string[];
}

/** The state of the desk. */
export interface Health {
  readonly notReady: readonly NotReady[];
  /** One sentence for each thing that the operator should look at; the desk is ready all the same. */
  readonly attention: readonly string[];
}

export interface HealthSettings {
  readonly health: () => Promise<Health> | Health;
  readonly metrics: { text(): Promise<string>; readonly contentType: string };
  /** A request with this token may read details from any machine. */
  readonly token: string | null;
  /** The host names of this desk, in lower case. */
  readonly hostNames: readonly string[];
  /** A proxy forwards requests of others. It may add nothing to them, so details need the token even on this machine. */
  readonly isPublic: boolean;
}

type Asking = Context<{ Bindings: HttpBindings }>;

const publicHint = "PUBLIC_URL is set, so details are shown only to a request with METRICS_TOKEN as a bearer token.";
const localHint =
  "Details are shown on this machine, to a request that no proxy forwarded, or with METRICS_TOKEN as a bearer token.";
const foreignHost =
  "This host name does not belong to this desk. Use its IP address or the host of PUBLIC_URL, or send METRICS_TOKEN.";

const sentences = ({ reason, details }: NotReady): readonly string[] =>
  details.length === 0 ? [reason] : details.map((detail) => `${reason}: ${detail}`);

/**
 * The three endpoints for monitoring. Everyone may read whether the desk is ready; details need the token, or
 * this machine if there is no PUBLIC_URL.
 */
export const healthRoutes = ({
  health,
  metrics,
  token,
  hostNames,
  isPublic,
}: HealthSettings): Hono<{ Bindings: HttpBindings }> => {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const mayKnow = ({ env, req }: Asking): boolean =>
    bearsToken(req.raw.headers, token) ||
    (!isPublic &&
      isAskedLocally({
        peer: env.incoming.socket.remoteAddress ?? null,
        httpVersion: env.incoming.httpVersion,
        headers: req.raw.headers,
      }));
  const detailsHint = isPublic ? publicHint : localHint;
  for (const path of ["/healthz", "/readyz", "/metrics"])
    app.use(path, async (context, next) => {
      context.header("cache-control", "no-store");
      const isOurs = isOwnHost(context.env.incoming.headers.host, hostNames);
      if (!isOurs && !bearsToken(context.req.raw.headers, token)) return context.text(foreignHost, 421);
      await next();
    });
  app.get("/healthz", (context) => context.json({ ok: true }));
  app.get("/readyz", async (context) => {
    const { notReady, attention } = await health();
    const ready = notReady.length === 0;
    const answer = mayKnow(context)
      ? { ready, reasons: notReady.flatMap(sentences), attention }
      : { ready, reasons: [...new Set(notReady.map(({ reason }) => reason))], more: detailsHint };
    return context.json(answer, ready ? 200 : 503);
  });
  app.get("/metrics", async (context) => {
    if (!mayKnow(context)) return context.text(detailsHint, 401, { "www-authenticate": "Bearer" });
    return context.body(await metrics.text(), 200, { "content-type": metrics.contentType });
  });
  return app;
};

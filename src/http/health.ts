import type { HttpBindings } from "@hono/node-server";
import { Hono, type Context } from "hono";
import { bearsToken, isAskedLocally, isOwnHost } from "./asked-locally.ts";

/** Why the desk is not ready: a fixed sentence that anybody may read, and details for the operator. */
export interface NotReady {
  readonly reason: string;
  readonly details: readonly string[];
}

/** How the desk is. */
export interface Health {
  readonly notReady: readonly NotReady[];
  /** One sentence for each thing a person should see to; the desk is ready all the same. */
  readonly attention: readonly string[];
}

export interface HealthSettings {
  readonly health: () => Promise<Health> | Health;
  readonly metrics: { text(): Promise<string>; readonly contentType: string };
  /** Who bears it is told details from anywhere. */
  readonly token: string | null;
  /** Names, in lower case, under which this desk is reached. */
  readonly hostNames: readonly string[];
}

type Asking = Context<{ Bindings: HttpBindings }>;

const howToBeTold =
  "Details are told on the machine itself, to a request that no proxy forwarded, or with METRICS_TOKEN as a bearer token.";
const foreignHost =
  "This host name is not one of this desk. Ask by its IP address or by the host of PUBLIC_URL, or bear METRICS_TOKEN.";

const sentences = ({ reason, details }: NotReady): readonly string[] =>
  details.length === 0 ? [reason] : details.map((detail) => `${reason}: ${detail}`);

/** The three addresses for those who watch over the desk. Anybody is told yes or no; details need the machine or the token. */
export const healthRoutes = ({
  health,
  metrics,
  token,
  hostNames,
}: HealthSettings): Hono<{ Bindings: HttpBindings }> => {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const mayKnow = ({ env, req }: Asking): boolean =>
    bearsToken(req.raw.headers, token) ||
    isAskedLocally({
      peer: env.incoming.socket.remoteAddress ?? null,
      httpVersion: env.incoming.httpVersion,
      headers: req.raw.headers,
    });
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
    const told = mayKnow(context)
      ? { ready, reasons: notReady.flatMap(sentences), attention }
      : { ready, reasons: [...new Set(notReady.map(({ reason }) => reason))], more: howToBeTold };
    return context.json(told, ready ? 200 : 503);
  });
  app.get("/metrics", async (context) => {
    if (!mayKnow(context)) return context.text(howToBeTold, 401, { "www-authenticate": "Bearer" });
    return context.body(await metrics.text(), 200, { "content-type": metrics.contentType });
  });
  return app;
};

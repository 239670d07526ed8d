import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Adapter, Log } from "./chat/port.ts";
import type { Metrics } from "./metrics.ts";

export interface HttpSettings {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly metrics: Pick<Metrics, "text" | "contentType">;
  /** One sentence for each reason not to be ready; none means ready. */
  readonly notReady: () => Promise<readonly string[]> | readonly string[];
  /** One sentence for each thing a person should see to; the desk is ready all the same. */
  readonly attention: () => Promise<readonly string[]> | readonly string[];
  readonly mounts: readonly NonNullable<Adapter["http"]>[];
  readonly log: Log;
}

/** The running listener. */
export interface Listener {
  readonly port: number;
  /** Takes no new connection, lets requests finish for at most `limit` milliseconds, then cuts them off. */
  close(limit?: number): Promise<void>;
}

/** Slack's largest payload is far below this; the playground's largest form, too. */
const LARGEST_BODY = 2 * 1024 * 1024;

/** Opens the process's one HTTP listener: health, metrics, and whatever the adapters serve. Rejects where the port is taken. */
export const listen = async (settings: HttpSettings): Promise<Listener> => {
  const server = createAdaptorServer({ fetch: routes(settings).fetch });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: Error) =>
      reject(new Error(`Cannot listen on ${settings.host}:${settings.port}: ${error.message}`, { cause: error })),
    );
    server.listen(settings.port, settings.host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : settings.port,
    close: async (limit = 3_000) => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const cut = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), limit);
      if ("closeIdleConnections" in server) server.closeIdleConnections();
      await closed;
      clearTimeout(cut);
    },
  };
};

const routes = ({ metrics, notReady, attention, mounts, log }: HttpSettings): Hono => {
  const app = new Hono();
  app.get("/healthz", (context) => context.json({ ok: true }));
  app.get("/readyz", async (context) => {
    const reasons = await notReady();
    const body = { ready: reasons.length === 0, reasons, attention: await attention() };
    return context.json(body, reasons.length === 0 ? 200 : 503);
  });
  app.get("/metrics", async (context) =>
    context.body(await metrics.text(), 200, { "content-type": metrics.contentType }),
  );
  const limited = bodyLimit({ maxSize: LARGEST_BODY, onError: (context) => context.text("That is too large.", 413) });
  // The longest path first: "/" takes what nobody else wants.
  for (const mount of mounts.toSorted((one, other) => other.path.length - one.path.length)) {
    const below = mount.path.endsWith("/") ? `${mount.path}*` : `${mount.path}/*`;
    app.all(below, limited, (context) => mount.handle(context.req.raw));
  }
  app.onError((error, context) => {
    log.error({ error, path: context.req.path }, "a request failed");
    return context.text("Something went wrong on our side.", 500);
  });
  return app;
};

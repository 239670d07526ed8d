import type { Server } from "node:http";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { Hono, type Context } from "hono";
import { errorKind } from "../chat/error-kind.ts";
import type { Adapter, Log } from "../chat/port.ts";
import { createBodyBudget, type BodyBudget } from "./body-budget.ts";
import { applyBrakes, serverLimits, usualBrakes, type Brakes } from "./brakes.ts";
import { isAskedLocally } from "./asked-locally.ts";
import { healthRoutes, type HealthSettings } from "./health.ts";
import type { Metrics } from "./metrics.ts";

export interface HttpSettings extends Pick<HealthSettings, "health" | "token" | "hostNames"> {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly metrics: Pick<Metrics, "text" | "contentType" | "httpRefused">;
  readonly mounts: readonly NonNullable<Adapter["http"]>[];
  readonly log: Log;
  readonly brakes?: Brakes;
  /** In bytes, all bodies that are being read or worked on. */
  readonly bodyBudget?: number;
  /** In milliseconds, for a request to be whole. */
  readonly requestTimeout?: number;
}

/** The running listener. */
export interface Listener {
  readonly port: number;
  /** Takes no new connection, lets requests finish for at most `limit` milliseconds, then cuts them off. */
  close(limit?: number): Promise<void>;
}

/** The playground's largest form; Slack's largest payload is far below this, and its adapter takes less. */
const LARGEST_BODY = 2 * 1024 * 1024;
const ALL_BODIES = 32 * 1024 * 1024;

type Bindings = { Bindings: HttpBindings };

/** Opens the process's one HTTP listener: health, metrics, and whatever the adapters serve. Rejects where the port is taken. */
export const listen = async (settings: HttpSettings): Promise<Listener> => {
  const { requestTimeout = serverLimits.requestTimeout } = settings;
  const server = createAdaptorServer({
    fetch: routes(settings).fetch,
    serverOptions: {
      ...serverLimits,
      requestTimeout,
      headersTimeout: Math.min(serverLimits.headersTimeout, requestTimeout),
    },
  }) as Server;
  applyBrakes(server, settings.brakes ?? usualBrakes, settings.metrics.httpRefused);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: Error) =>
      reject(new Error(`Cannot listen on ${settings.host}:${settings.port}: ${error.message}`, { cause: error })),
    );
    server.listen(settings.port, settings.host, resolve);
  });
  const address = server.address();
  let closing = false;
  // Node would keep a connection whose last request was answered while it closes, for as long as it keeps any other.
  server.on("request", (_, response) =>
    response.once("close", () => setImmediate(() => (closing ? server.closeIdleConnections() : undefined))),
  );
  return {
    port: typeof address === "object" && address !== null ? address.port : settings.port,
    close: async (limit = 3_000) => {
      closing = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const cut = setTimeout(() => server.closeAllConnections(), limit);
      server.closeIdleConnections();
      await closed;
      clearTimeout(cut);
    },
  };
};

const routes = (settings: HttpSettings): Hono<Bindings> => {
  const { mounts, log } = settings;
  const app = new Hono<Bindings>();
  app.route("/", healthRoutes(settings));
  const budget = createBodyBudget(settings.bodyBudget ?? ALL_BODIES);
  // The longest path first: "/" takes what nobody else wants.
  for (const mount of mounts.toSorted((one, other) => other.path.length - one.path.length)) {
    const below = mount.path.endsWith("/") ? `${mount.path}*` : `${mount.path}/*`;
    app.all(below, (context) => serve(context, mount, budget, settings));
  }
  app.onError((error, context) => {
    // The rest of an address is what the sender chose.
    const place = mounts.find(({ path }) => context.req.path.startsWith(path))?.path ?? "/";
    log.error({ err: error, path: place }, "http.failed");
    return context.text("Something went wrong on our side.", 500);
  });
  return app;
};

/**
 * The same answer, which calls `broke` where its body fails. The HTTP library would print that error on standard error, and
 * send its message to the client.
 */
const cutWhereBroken = (answer: Response, broke: (error: unknown) => void): Response => {
  if (answer.body === null) return answer;
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  let hasLeft = false;
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const read = await reader.read().catch((error: unknown) => {
        if (!hasLeft) broke(error);
        return { done: true, value: undefined } as const;
      });
      // A client that went away has closed the stream already.
      if (hasLeft) return;
      if (read.done) controller.close();
      else controller.enqueue(read.value);
    },
    cancel: (why) => {
      hasLeft = true;
      return reader.cancel(why);
    },
  });
  const { status, statusText, headers } = answer;
  return new Response(body, { status, statusText, headers });
};

const endsConnection = { connection: "close" } as const;

/** Hands a request to an adapter: refused by its headers where it can be, its body read within what all bodies may take. */
const serve = async (
  context: Context<Bindings>,
  mount: NonNullable<Adapter["http"]>,
  budget: BodyBudget,
  { metrics, log }: Pick<HttpSettings, "metrics" | "log">,
): Promise<Response> => {
  const request = context.req.raw;
  const { socket, httpVersion } = context.env.incoming;
  const asked = { peer: socket.remoteAddress ?? null, httpVersion, headers: request.headers };
  if (mount.isLocalOnly === true && !isAskedLocally(asked))
    return context.text(
      "The playground answers this machine only, and nothing that a proxy forwards.",
      403,
      endsConnection,
    );
  if (request.method === "GET" || request.method === "HEAD") {
    const answer = await mount.handle(request);
    return cutWhereBroken(answer, (error) => {
      log.warn({ err: errorKind(error), path: mount.path }, "http.answer-broken");
      context.env.outgoing.destroy();
    });
  }
  const refusal = mount.refuses?.(request.headers) ?? null;
  if (refusal !== null) {
    metrics.httpRefused("headers");
    return context.body(null, refusal, endsConnection);
  }
  const most = Math.min(mount.largestBody ?? LARGEST_BODY, LARGEST_BODY);
  const isDeclaredTooLarge = Number(request.headers.get("content-length") ?? 0) > most;
  const read = isDeclaredTooLarge ? ({ kind: "tooLarge" } as const) : await budget.read(request.body, most);
  if (read.kind !== "read") {
    metrics.httpRefused(read.kind);
    // A client that goes away in the middle is of no interest to an operator.
    log.debug({ path: mount.path, reason: read.kind }, "http.unread");
    if (read.kind === "tooLarge") return context.text("That is too large.", 413, endsConnection);
    if (read.kind === "crowded") return context.text("Too much is being sent at once.", 503, endsConnection);
    return context.body(null, 400, endsConnection);
  }
  try {
    const { method, headers, signal } = request;
    return await mount.handle(new Request(request.url, { method, headers, signal, body: read.bytes }));
  } finally {
    read.release();
  }
};

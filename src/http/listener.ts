import {
  createServer,
  type RequestListener,
  type Server,
  type ServerOptions,
  type ServerResponse,
  type IncomingMessage,
} from "node:http";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { Hono, type Context } from "hono";
import { errorKind } from "../chat/error-kind.ts";
import type { Adapter, Log } from "../chat/port.ts";
import { createBodyBudget, type BodyBudget } from "./body-budget.ts";
import { applyBrakes, oneAtATime, serverLimits, usualBrakes, type Brakes } from "./brakes.ts";
import { isLoopbackHost, whyNotLocal, type LocalRequest } from "./asked-locally.ts";
import { healthRoutes, type HealthSettings } from "./health.ts";
import type { Metrics } from "./metrics.ts";

export interface HttpSettings extends Pick<HealthSettings, "health" | "token" | "hostNames" | "isPublic"> {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly metrics: Pick<Metrics, "text" | "contentType" | "httpRefused">;
  readonly mounts: readonly NonNullable<Adapter["http"]>[];
  readonly log: Log;
  readonly brakes?: Brakes;
  /** The most bytes of all bodies that are being read or processed. */
  readonly bodyBudget?: number;
  /** How long (ms) a request may take to arrive. */
  readonly requestTimeout?: number;
}

/** The running listener. */
export interface Listener {
  readonly port: number;
  /** Accepts no new connection, lets requests finish for at most `limit` ms, then closes them. */
  close(limit?: number): Promise<void>;
}

/**
 * Large enough for the playground's largest form. Slack's largest payload is far smaller, and its adapter accepts less.
 */
const LARGEST_BODY = 2 * 1024 * 1024;
/** No endpoint reads more, whoever sends it. */
const LARGEST_OF_KNOWN = 12 * 1024 * 1024;
const ALL_BODIES = 32 * 1024 * 1024;
/** Large bodies have a budget of their own, so that they never cut a platform off. */
const LARGE_BODIES = 36 * 1024 * 1024;

/** The largest mail, and the budget of those that are being read. */
const LARGEST_MAIL = 25 * 1024 * 1024;
const ALL_MAILS = 2 * LARGEST_MAIL;

type Bindings = { Bindings: HttpBindings };

/** Opens the process's HTTP listener: health, metrics, and the endpoints of adapters. Rejects if the port is taken. */
export const listen = async (settings: HttpSettings): Promise<Listener> => {
  const { requestTimeout = serverLimits.requestTimeout } = settings;
  const server = createAdaptorServer({
    fetch: routes(settings).fetch,
    createServer: guardedServer(settings.metrics.httpRefused) as typeof createServer,
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
  // While it closes, Node would keep an idle connection as long as any other is open.
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

/**
 * Creates the server. It answers one request of a connection at a time, and refuses two kinds itself: TRACE, which would
 * repeat a request with its headers and which the platform's `Request` cannot hold, and unknown expectations.
 */
const guardedServer =
  (refused: (why: string) => void) =>
  (options: ServerOptions, answer: RequestListener): Server => {
    const server = createServer(
      options,
      oneAtATime(
        (request, response) =>
          request.method === "TRACE"
            ? response.writeHead(405, { allow: "GET, HEAD, POST", connection: "close" }).end()
            : answer(request, response),
        refused,
      ),
    );
    // Node would answer these by itself, as many as one packet holds.
    return server.on("checkExpectation", (_, response: ServerResponse) =>
      response.writeHead(417, endsConnection).end(),
    );
  };

const routes = (settings: HttpSettings): Hono<Bindings> => {
  const { mounts, log } = settings;
  const app = new Hono<Bindings>();
  app.route("/", healthRoutes(settings));
  const budgets = {
    usual: createBodyBudget(settings.bodyBudget ?? ALL_BODIES),
    large: createBodyBudget(settings.bodyBudget ?? LARGE_BODIES),
    mails: createBodyBudget(settings.bodyBudget ?? ALL_MAILS),
  };
  // The longest path comes first, because "/" matches everything.
  for (const mount of mounts.toSorted((one, other) => other.path.length - one.path.length)) {
    const below = mount.path.endsWith("/") ? `${mount.path}*` : `${mount.path}/*`;
    app.all(below, (context) => serve(context, mount, budgets, settings));
  }
  app.onError((error, context) => {
    // The rest of the path is chosen by the sender, so it is not logged.
    const place = mounts.find(({ path }) => context.req.path.startsWith(path))?.path ?? "/";
    log.error({ err: error, path: place }, "http.failed");
    return context.text("Something went wrong on our side.", 500);
  });
  return app;
};

/**
 * Returns the same answer, but calls `broke` if its body fails. Otherwise the HTTP library prints the error on standard
 * error and sends its message to the client.
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
      // If the client disconnected, the stream is already closed.
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

/** Returns why a page for this machine alone refuses a request; null if it answers. */
const whyRefusedLocally = (asked: LocalRequest, { headers, socket }: IncomingMessage): string | null =>
  whyNotLocal(asked) ??
  (isLoopbackHost(headers.host, socket.localPort)
    ? null
    : `its header "host" does not name this machine and the port, as in 127.0.0.1:${socket.localPort ?? 0}`);

/** A body that gives out these bytes themselves. A request that is made of bytes copies them. */
const inOneChunk = (bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream(
    {
      pull: (controller) => {
        if (bytes.byteLength > 0) controller.enqueue(bytes);
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );

const endsConnection = { connection: "close" } as const;

/**
 * Passes a request to an adapter. It may refuse the request by its headers; the body is read within the budget of all
 * bodies.
 */
const serve = async (
  context: Context<Bindings>,
  mount: NonNullable<Adapter["http"]>,
  budgets: Readonly<Record<"usual" | "large" | "mails", BodyBudget>>,
  { metrics, log }: Pick<HttpSettings, "metrics" | "log">,
): Promise<Response> => {
  const request = context.req.raw;
  const { socket, httpVersion } = context.env.incoming;
  const asked = { peer: socket.remoteAddress ?? null, httpVersion, headers: request.headers };
  const notLocal = mount.isLocalOnly === true ? whyRefusedLocally(asked, context.env.incoming) : null;
  if (notLocal !== null)
    return context.text(
      `The playground only answers requests from this machine that no proxy forwarded, and this one was refused: ${notLocal}.`,
      403,
      endsConnection,
    );
  if (request.method === "GET" || request.method === "HEAD") {
    const answer = await mount.handle(request, asked.peer);
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
  const usual = Math.min(mount.largestBody ?? LARGEST_BODY, mount.isLarge === true ? LARGEST_MAIL : LARGEST_BODY);
  const declared = Number(request.headers.get("content-length") ?? 0);
  const ofSender = declared > usual ? ((await mount.bodyFor?.(request.headers)) ?? usual) : usual;
  const most = mount.isLarge === true ? usual : Math.min(ofSender, LARGEST_OF_KNOWN);
  const budget = mount.isLarge === true ? budgets.mails : most > usual ? budgets.large : budgets.usual;
  const read = declared > most ? ({ kind: "tooLarge" } as const) : await budget.read(request.body, most);
  if (read.kind !== "read") {
    metrics.httpRefused(read.kind);
    // A client that disconnects early is no concern of the operator.
    log.debug({ path: mount.path, reason: read.kind }, "http.unread");
    if (read.kind === "tooLarge") return context.text("That is too large.", 413, endsConnection);
    if (read.kind === "crowded")
      return context.text("Too many large requests at once. Try again.", 503, endsConnection);
    return context.body(null, 400, endsConnection);
  }
  try {
    const { method, headers, signal } = request;
    const init = { method, headers, signal, body: inOneChunk(read.bytes), duplex: "half" } as const;
    return await mount.handle(new Request(request.url, init), asked.peer);
  } finally {
    read.release();
  }
};

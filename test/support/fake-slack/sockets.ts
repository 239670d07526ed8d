import type { Server } from "node:http";
import { WebSocketServer, type WebSocket } from "ws";
import { isJson, textOf, type Json } from "./json.ts";
import type { Attempt, Outcome } from "./delivery.ts";

/** The Socket Mode side: up to ten connections, each envelope to exactly one of them. */
export interface Sockets {
  /** How many connections have said hello. */
  count(): number;
  /** Resolves as soon as this many are open. */
  opened(count: number): Promise<void>;
  /** Connections opened since the start. */
  total(): number;
  /** Asks a connection to reconnect, as Slack sometimes does; `index` counts from the oldest, 0. */
  refresh(index: number, reason?: "warning" | "refresh_requested" | "link_disabled"): void;
  /** Breaks a connection. */
  drop(index: number): void;
  /** Sends any text to a connection, for malformed envelopes. */
  send(index: number, text: string): void;
  deliver(attempt: Attempt): Promise<Outcome>;
  url(): string;
  stop(): void;
}

const envelopeTypes = { event: "events_api", command: "slash_commands", interactive: "interactive" } as const;

/** Opens the WebSocket side on the fake's HTTP server. */
export const createSockets = (
  server: () => Server,
  url: () => string,
  ackTimeout: number,
  lifetime: number,
): Sockets => {
  const open: WebSocket[] = [];
  const waiting = new Map<string, { readonly socket: WebSocket; readonly done: (outcome: Outcome) => void }>();
  const watchers: { readonly count: number; readonly done: () => void }[] = [];
  let turn = 0;
  let total = 0;
  let sockets: WebSocketServer | null = null;
  const tickets = new Set<string>();

  const gone = (socket: WebSocket): void => {
    const index = open.indexOf(socket);
    if (index >= 0) open.splice(index, 1);
    for (const [id, pending] of waiting)
      if (pending.socket === socket) {
        waiting.delete(id);
        pending.done({ acked: false, why: "connection_failed" });
      }
  };

  const greet = (socket: WebSocket): void => {
    if (open.length >= 10) return socket.close();
    open.push(socket);
    total += 1;
    socket.on("message", (data) => {
      const message: unknown = JSON.parse((data as Buffer).toString("utf8"));
      if (!isJson(message)) return;
      const pending = waiting.get(textOf(message["envelope_id"]));
      waiting.delete(textOf(message["envelope_id"]));
      pending?.done({ acked: true, body: isJson(message["payload"]) ? message["payload"] : {} });
    });
    socket.on("close", () => gone(socket));
    socket.send(
      JSON.stringify({
        type: "hello",
        num_connections: open.length,
        connection_info: { app_id: "A0PLAZO" },
        debug_info: { host: "fake", approximate_connection_time: lifetime },
      }),
    );
    for (const each of watchers) if (open.length >= each.count) each.done();
  };

  const listen = (): void => {
    sockets = new WebSocketServer({ noServer: true });
    const accepting = sockets;
    server().on("upgrade", (request, socket, head) => {
      const ticket = new URL(request.url ?? "/", "http://fake").searchParams.get("ticket") ?? "";
      if (!tickets.delete(ticket)) return void socket.destroy();
      accepting.handleUpgrade(request, socket, head, greet);
    });
  };

  return {
    count: () => open.length,
    total: () => total,
    opened: (count) =>
      open.length >= count ? Promise.resolve() : new Promise((done) => watchers.push({ count, done })),
    refresh: (index, reason = "refresh_requested") =>
      open[index]?.send(JSON.stringify({ type: "disconnect", reason, debug_info: { host: "fake" } })),
    drop: (index) => open[index]?.terminate(),
    send: (index, text) => open[index]?.send(text),
    url: () => {
      if (sockets === null) listen();
      const ticket = crypto.randomUUID();
      tickets.add(ticket);
      return `${url()}?ticket=${ticket}`;
    },
    deliver: ({ kind, payload, retry }) =>
      new Promise((resolve) => {
        const socket = open[turn++ % Math.max(open.length, 1)];
        if (socket === undefined) return resolve({ acked: false, why: "connection_failed" });
        const id = crypto.randomUUID();
        const timer = setTimeout(() => {
          waiting.delete(id);
          resolve({ acked: false, why: "timeout" });
        }, ackTimeout);
        waiting.set(id, {
          socket,
          done: (outcome) => {
            clearTimeout(timer);
            resolve(outcome);
          },
        });
        const first: Json = kind === "event" ? { retry_attempt: 0, retry_reason: "" } : {};
        const more: Json = retry === null ? first : { retry_attempt: retry.num, retry_reason: retry.reason };
        socket.send(
          JSON.stringify({
            type: envelopeTypes[kind],
            envelope_id: id,
            payload,
            accepts_response_payload: kind !== "event",
            ...more,
          }),
        );
      }),
    stop: () => {
      for (const socket of open) socket.terminate();
      sockets?.close();
    },
  };
};

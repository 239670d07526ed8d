import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach } from "vitest";
import type { Log } from "../../src/chat/port.ts";
import { listen, type HttpSettings, type Listener } from "../../src/http/listener.ts";
import { createMetrics } from "../../src/http/metrics.ts";

export const quiet: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

let opened: Listener[] = [];
afterEach(async () => {
  await Promise.all(opened.map((each) => each.close(0)));
  opened = [];
});

/** A listener on a free port of the loopback, closed after the test. */
export const listenerWith = async (settings: Partial<HttpSettings> = {}): Promise<Listener> => {
  const listener = await listen({
    host: "127.0.0.1",
    port: 0,
    metrics: createMetrics(),
    health: () => ({ notReady: [], attention: [] }),
    token: null,
    hostNames: ["127.0.0.1"],
    isPublic: false,
    mounts: [],
    log: quiet,
    ...settings,
  });
  opened.push(listener);
  return listener;
};

/** The port of such a listener. */
export const openListener = async (settings: Partial<HttpSettings> = {}): Promise<number> =>
  (await listenerWith(settings)).port;

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Sends a request with any headers, even those that `fetch` sets itself. */
export const ask = (port: number, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asking = request({ host: "127.0.0.1", port, path, headers, agent: false }, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
    });
    asking.once("error", reject).end();
  });

/** A connection that sends these bytes and waits. */
export const sends = (port: number, bytes: string): Socket => {
  const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
  socket.on("error", () => {});
  socket.resume();
  return socket;
};

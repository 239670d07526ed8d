import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { mayBeProxy } from "./asked-locally.ts";

/** How much the port takes. */
export interface Brakes {
  /** Connections in all. */
  readonly connections: number;
  /** Requests of one address that are not whole yet. A proxy of our own network speaks for everybody, and is not counted. */
  readonly unfinishedPerAddress: number;
}

export const usualBrakes: Brakes = { connections: 1_000, unfinishedPerAddress: 64 };

/**
 * What Node itself closes. Slack sends a request within a moment and waits three seconds for the answer. Proxies keep
 * connections for a minute, and must not find one closed that they are about to use.
 */
export const serverLimits = {
  requestTimeout: 10_000,
  headersTimeout: 5_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16 * 1024,
} as const;

interface Connection {
  readonly address: string;
  request: IncomingMessage | null;
  /** Whether its last request was answered and no other begun. */
  isResting: boolean;
}

/**
 * Keeps the port open to who sends whole requests. Where there are too many connections, those that rest go first, then the
 * one that has been sending its request for the longest time. Platforms send at once, so theirs are never that one.
 */
export const applyBrakes = (server: Server, brakes: Brakes, closed: (why: string) => void): void => {
  const all = new Map<Socket, Connection>();

  const isUnfinished = ({ request }: Connection): boolean => request === null || !request.complete;
  const drop = (socket: Socket): void => {
    all.delete(socket);
    socket.destroy();
  };
  const close = (socket: Socket, why: string): void => {
    drop(socket);
    closed(why);
  };

  /** The oldest connections come first, for a Map keeps the order in which they came. */
  const unfinished = (address: string | null): readonly Socket[] =>
    [...all].flatMap(([socket, each]) =>
      isUnfinished(each) && (address === null || each.address === address) ? [socket] : [],
    );

  server.on("connection", (socket: Socket) => {
    const address = socket.remoteAddress ?? "";
    if (all.size >= brakes.connections) for (const [known, { isResting }] of all) if (isResting) drop(known);
    if (all.size >= brakes.connections) {
      const [oldest] = unfinished(null);
      if (oldest === undefined) {
        socket.destroy();
        closed("tooManyConnections");
        return;
      }
      close(oldest, "tooManyConnections");
    }
    all.set(socket, { address, request: null, isResting: false });
    socket.once("close", () => all.delete(socket));
    if (mayBeProxy(address)) return;
    const [oldest, ...others] = unfinished(address);
    if (oldest !== undefined && others.length >= brakes.unfinishedPerAddress) close(oldest, "tooManyOfOneAddress");
  });
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const known = all.get(request.socket);
    if (known === undefined) return;
    known.request = request;
    known.isResting = false;
    response.once("finish", () => (known.isResting = true));
  });
};

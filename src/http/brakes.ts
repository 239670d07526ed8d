import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { mayBeProxy } from "./asked-locally.ts";

/** The limits of the port. */
export interface Brakes {
  /** All connections. */
  readonly connections: number;
  /**
   * Incomplete requests of one address. Addresses of private networks are not limited, because a proxy connects for
   * many clients.
   */
  readonly unfinishedPerAddress: number;
}

export const usualBrakes: Brakes = { connections: 1_000, unfinishedPerAddress: 64 };

/**
 * The limits that Node applies itself. Slack sends a request at once and waits three seconds for the answer. Proxies
 * keep connections for a minute, and must not find one closed that they are about to use.
 */
export const serverLimits = {
  requestTimeout: 10_000,
  headersTimeout: 5_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16 * 1024,
} as const;

/**
 * Answers one request of a connection at a time, and closes a connection that sends another one before the answer. No
 * platform, browser or proxy sends requests in advance (pipelining), but thousands of them in one packet would all be
 * processed at once. So the requests in progress are at most as many as the connections.
 */
export const oneAtATime = (answer: RequestListener, closed: (why: string) => void): RequestListener => {
  const unanswered = new WeakSet<Socket>();
  return (request, response) => {
    const { socket } = request;
    // The rest of the packet that closed the connection.
    if (socket.destroyed) return;
    if (unanswered.has(socket)) {
      socket.destroy();
      closed("pipelined");
      return;
    }
    unanswered.add(socket);
    response.once("finish", () => unanswered.delete(socket));
    answer(request, response);
  };
};

interface Connection {
  readonly address: string;
  request: IncomingMessage | null;
  /** Whether its last request was answered and no other one began. */
  isResting: boolean;
}

/**
 * Keeps the port open for clients that send complete requests. If there are too many connections, idle ones are closed
 * first, then the one that has been sending its request longest. Platforms send at once, so theirs is never that one.
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

  /** The oldest connections come first, because a Map keeps the order of insertion. */
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

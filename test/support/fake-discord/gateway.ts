import type { Server } from "node:http";
import { WebSocketServer, type WebSocket } from "ws";
import type { Community } from "./community.ts";
import { inside, isJson, numberOf, textOf, type Json } from "./json.ts";
import { guildPayload, userPayload } from "./payloads.ts";

interface Dispatch {
  readonly s: number;
  readonly t: string;
  readonly d: Json;
}

/** A session outlives its connection for a while. A resumed session gets the events it missed. */
interface Session {
  readonly id: string;
  readonly intents: number;
  readonly dispatches: Dispatch[];
  socket: WebSocket | null;
}

const contentIntent = 1 << 15;

interface Parts {
  readonly server: () => Server;
  readonly url: () => string;
  readonly community: Community;
  readonly token: string;
  /** While it is down, it accepts no connection. */
  readonly isDown: () => boolean;
  /** Whether the Message Content Intent is on in the portal. */
  readonly content: boolean;
}

/** The gateway: hello, identify, ready, heartbeats, numbered dispatches, resume, and its failures. */
export const createGateway = ({ server, url, community, token, content, isDown }: Parts) => {
  const sessions = new Map<string, Session>();
  const open = new Set<WebSocket>();
  const waiting = new Map<WebSocket, { readonly s: number; readonly done: () => void }[]>();
  const seen: Json[] = [];
  let listening: WebSocketServer | null = null;

  const send = (socket: WebSocket, payload: Json): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(payload));
  };
  const push = (session: Session, t: string, d: Json): void => {
    const dispatch = { s: session.dispatches.length + 1, t, d };
    session.dispatches.push(dispatch);
    if (session.socket !== null) send(session.socket, { op: 0, ...dispatch });
  };

  const identify = (socket: WebSocket, d: Json): void => {
    if (d["token"] !== token) return socket.close(4004, "Authentication failed.");
    const intents = numberOf(d["intents"]);
    if ((intents & contentIntent) !== 0 && !content) return socket.close(4014, "Disallowed intent(s).");
    const session: Session = { id: crypto.randomUUID(), intents, dispatches: [], socket };
    sessions.set(session.id, session);
    push(session, "READY", {
      v: 10,
      user: userPayload(community, community.botUser),
      guilds: [{ id: community.guild, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: url(),
      application: { id: community.application, flags: 0 },
      shard: [0, 1],
    });
    push(session, "GUILD_CREATE", guildPayload(community));
  };

  const resume = (socket: WebSocket, d: Json): void => {
    const session = sessions.get(textOf(d["session_id"]));
    if (session === undefined || d["token"] !== token) return send(socket, { op: 9, d: false });
    session.socket = socket;
    for (const missed of session.dispatches.filter(({ s }) => s > numberOf(d["seq"])))
      send(socket, { op: 0, ...missed });
    push(session, "RESUMED", {});
  };

  const hear = (socket: WebSocket, payload: Json): void => {
    switch (payload["op"]) {
      case 1: {
        send(socket, { op: 11 });
        const left = (waiting.get(socket) ?? []).filter(({ s, done }) => {
          if (numberOf(payload["d"]) < s) return true;
          done();
          return false;
        });
        waiting.set(socket, left);
        // The client may answer before it has processed the events before the question.
        if (left.length > 0) setTimeout(send, 1, socket, { op: 1, d: null });
        return;
      }
      case 2:
        return identify(socket, inside(payload, "d"));
      case 6:
        return resume(socket, inside(payload, "d"));
    }
  };

  const accept = (socket: WebSocket): void => {
    if (isDown()) return socket.terminate();
    open.add(socket);
    socket.on("message", (data: Buffer) => {
      const payload: unknown = JSON.parse(data.toString("utf8"));
      if (!isJson(payload)) return;
      seen.push(payload);
      hear(socket, payload);
    });
    socket.on("close", () => {
      open.delete(socket);
      for (const session of sessions.values()) if (session.socket === socket) session.socket = null;
      for (const { done } of waiting.get(socket) ?? []) done();
      waiting.delete(socket);
    });
    send(socket, { op: 10, d: { heartbeat_interval: 41_250 } });
  };

  const connected = (): readonly Session[] => [...sessions.values()].filter(({ socket }) => socket !== null);

  /** Requests a heartbeat. Its answer shows that the client received everything before it. */
  const flushed = (session: Session): Promise<void> =>
    new Promise((done) => {
      const { socket } = session;
      if (socket === null) return done();
      waiting.set(socket, [...(waiting.get(socket) ?? []), { s: session.dispatches.length, done }]);
      send(socket, { op: 1, d: null });
    });

  return {
    start: (): void => {
      listening = new WebSocketServer({ server: server() });
      listening.on("connection", accept);
    },
    /** Sends to each session, connected or resumable. `d` may depend on what the session may read. */
    dispatch: (t: string, needs: number, d: (readable: boolean) => Json): void => {
      for (const session of sessions.values())
        if ((session.intents & needs) === needs) push(session, t, d((session.intents & contentIntent) !== 0));
    },
    /** Sends the last dispatch of this kind again under its old number, as a resume might. */
    repeat: (wanted: (t: string, d: Json) => boolean): void => {
      for (const { socket, dispatches } of connected()) {
        const last = dispatches.findLast(({ t, d }) => wanted(t, d));
        if (last === undefined) throw new Error("nothing was dispatched yet");
        if (socket !== null) send(socket, { op: 0, ...last });
      }
    },
    /** Breaks every connection. */
    drop: (): void => {
      for (const socket of open) socket.terminate();
    },
    /** Forgets all sessions: a resuming client is told that its session is invalid. */
    forget: (): void => {
      for (const { socket } of connected()) socket?.terminate();
      sessions.clear();
    },
    reconnect: (): void => {
      for (const { socket } of connected()) if (socket !== null) send(socket, { op: 7, d: null });
    },
    /** Closes with one of Discord's codes. */
    close: (code: number): void => {
      for (const socket of open) socket.close(code);
    },
    flushed: async (): Promise<void> => void (await Promise.all(connected().map(flushed))),
    connections: (): number => connected().length,
    /** What clients sent, oldest first. */
    seen,
    stop: (): void => {
      for (const socket of open) socket.terminate();
      sessions.clear();
      listening?.close();
    },
  };
};

export type Gateway = ReturnType<typeof createGateway>;

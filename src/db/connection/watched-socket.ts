import { Socket } from "node:net";

/** Where the driver connects to, as it has parsed the address. */
interface ServerAddress {
  readonly host: readonly string[];
  readonly port: readonly number[];
  readonly path?: string | false | null;
}

/** In so many steps silence is counted. A process that was suspended adds one step, not the whole time. */
const looks = 20;
/** How long (ms) after its statements failed a socket is closed. */
const closeMs = 20;

/**
 * Fails the driver's statements, and closes the socket a moment later. After a failed statement the driver writes a
 * rollback. If the socket were closed by then, that write would make the connection unusable (porsager/postgres#1066).
 */
const cut = (socket: Socket): void => {
  if (socket.listenerCount("error") > 0)
    socket.emit("error", Object.assign(new Error("the connection to the database is silent"), { code: "ETIMEDOUT" }));
  setTimeout(() => socket.destroy(), closeMs);
};

/**
 * Destroys a socket that receives nothing for `silenceMs`. After a failover, or behind a firewall that drops packets, a
 * connection can be silent for ever, and the driver would wait as long. The counters are the operating system handle's,
 * so this works under TLS as well.
 */
const destroyIfSilent = (socket: Socket, silenceMs: number): void => {
  let read = socket.bytesRead;
  let silent = 0;
  const look = setInterval(() => {
    silent = socket.bytesRead === read ? silent + 1 : 0;
    read = socket.bytesRead;
    if (silent >= looks) cut(socket);
    // The driver removes all listeners, so the end of the socket is seen here.
    if (socket.destroyed) clearInterval(look);
  }, silenceMs / looks);
  look.unref();
};

/** Makes the sockets of a pool. Several hosts take turns, as in the driver. */
export const watchedSockets = (silenceMs: number): ((address: ServerAddress) => Socket) => {
  let made = 0;
  return ({ host: hosts, port: ports, path }) => {
    const socket = new Socket();
    destroyIfSilent(socket, silenceMs);
    if (typeof path === "string" && path !== "") return socket.connect(path);
    const turn = made++ % Math.max(1, hosts.length);
    const to = { host: hosts[turn] ?? "localhost", port: ports[turn] ?? 5432 };
    // The driver reads the host here for the server name of TLS.
    return Object.assign(socket.connect(to), to);
  };
};

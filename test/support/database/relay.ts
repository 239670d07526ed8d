import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A relay between Plazo and Postgres, whose connections a test can disturb. */
export interface Relay {
  /** The address of the same database, through the relay. */
  readonly url: string;
  /** How many connections were made. */
  readonly made: () => number;
  /** What Plazo sent, as text. */
  readonly sent: () => string;
  /** Established connections carry nothing any more, as after a failover. New ones work. */
  silence(): void;
  /** Closes every established connection. */
  cut(): void;
  stop(): Promise<void>;
}

/** Starts a relay to the database at `url`. */
export const startRelay = async (url: string): Promise<Relay> => {
  const { port, pathname } = new URL(url);
  const sockets = new Set<Socket>();
  let made = 0;
  let sent = "";
  const server = createServer((near) => {
    made += 1;
    const far = connect(Number(port), "127.0.0.1");
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("error", () => {});
      from.on("data", (bytes: Buffer) => {
        if (from === near) sent += bytes.toString("latin1");
        to.write(bytes);
      });
      from.on("close", () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `postgres://postgres@127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    made: () => made,
    sent: () => sent,
    silence: () => {
      for (const socket of sockets) socket.pause();
    },
    cut: () => {
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

import { createAdaptorServer } from "@hono/node-server";
import type { AddressInfo } from "node:net";
import { createPlayground } from "../../../adapters/playground/index.ts";
import type { Card } from "../../../src/chat/card.ts";
import type { Adapter, Core, Log } from "../../../src/chat/port.ts";
import { subcommands } from "../../../src/features/surface.ts";
import { menusOf } from "../../../src/requests/subcommand.ts";

/** A playground served on a free port, with a clock that a test turns. */
export interface OpenPlayground {
  readonly adapter: Adapter;
  readonly url: string;
  readonly now: () => number;
  readonly inspected: { readonly ticket: number; readonly locale: string }[];
  /** Closes the playground, as Plazo does if the database holds a desk of real people. */
  close(why: string): void;
  stop(): Promise<void>;
}

export const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const explanation: Card = { summary: "why", parts: [{ part: "heading", text: "Why it is due then" }] };

/** Serves a playground with this core. With `dataDir` null its data is deleted at the end. */
export const openPlayground = async (
  core: Core,
  { dataDir = null, port = 0 }: { readonly dataDir?: string | null; readonly port?: number } = {},
): Promise<OpenPlayground> => {
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const closing = new AbortController();
  const inspected: OpenPlayground["inspected"] = [];
  const adapter = createPlayground(
    {
      dataDir,
      closed: closing.signal,
      turnClock: async (ms) => void (ahead += ms),
      webPath: async ({ user }) => (user.endsWith(":sam") ? null : `/sign-in/${user.slice("playground:".length)}`),
      inspect: async (ticket, { locale }) => {
        inspected.push({ ticket, locale });
        return [explanation];
      },
    },
    { core, menus: menusOf(subcommands), log: silent, now },
  );
  const server = createAdaptorServer({ fetch: (request) => adapter.http?.handle(request, null) ?? new Response() });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  await adapter.start();
  return {
    adapter,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    now,
    inspected,
    close: (why) => closing.abort(why),
    async stop() {
      await adapter.stop();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};

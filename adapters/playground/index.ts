import type { Adapter, AdapterDeps, DeskControls } from "../../src/chat/port.ts";
import { createInbound } from "./inbound.ts";
import { createLiveFeed } from "./live.ts";
import { createPort } from "./outbound.ts";
import { createPages } from "./pages.ts";
import { createConversations } from "./conversations.ts";
import { openStore } from "./store.ts";

const redeliverEveryMs = 5_000;

/** The whole bot in a browser tab: a chat platform with a small cast, served on the loopback only. */
export const createPlayground = (settings: DeskControls, deps: AdapterDeps): Adapter => {
  const { closed } = settings;
  const store = openStore(settings.dataDir);
  const conversations = createConversations(store, createLiveFeed(), deps.now);
  const inbound = createInbound(deps, conversations);
  const stopping = new AbortController();
  const pages = createPages({
    ...deps,
    conversations,
    inbound,
    turnClock: (ms, stopped) => settings.turnClock(ms, stopped),
    webPath: (person) => settings.webPath(person),
    inspect: (ticket, viewer) => settings.inspect(ticket, viewer),
    closed,
    ending: AbortSignal.any([stopping.signal, closed]),
  });
  let redelivery: NodeJS.Timeout | undefined;
  let running = false;
  const redeliver = (): void => {
    if (closed.aborted) return;
    inbound.redeliver().catch((error: unknown) => deps.log.warn({ err: error }, "playground.undelivered"));
  };
  return {
    platform: "playground",
    port: createPort(conversations),
    http: { path: "/", isLocalOnly: true, handle: (request) => pages.fetch(request) },
    async start() {
      running = true;
      redeliver();
      redelivery = setInterval(redeliver, redeliverEveryMs);
    },
    async stop() {
      running = false;
      clearInterval(redelivery);
      stopping.abort();
    },
    notReady: () => {
      if (closed.aborted) return String(closed.reason);
      return running ? null : "the playground has not started";
    },
  };
};

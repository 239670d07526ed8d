import { getEventListeners } from "node:events";
import { afterEach, expect, test } from "vitest";
import { createInbound } from "../../adapters/playground/inbound.ts";
import { createLiveFeed } from "../../adapters/playground/live.ts";
import { createPages } from "../../adapters/playground/pages.ts";
import { createConversations } from "../../adapters/playground/conversations.ts";
import { openStore } from "../../adapters/playground/store.ts";
import { openPlayground, silent, type OpenPlayground } from "../adapters/playground/open-playground.ts";
import { visit } from "../adapters/playground/visitor.ts";
import { recordingCore } from "../adapters/recording-core.ts";

let open: OpenPlayground | undefined;
afterEach(async () => {
  await open?.stop();
});

test("the playground refuses a token with non-ASCII letters like any other wrong token", async () => {
  open = await openPlayground(recordingCore());
  const { token } = await visit(open.url);
  const answer = await fetch(
    `${open.url}/api/state?as=playground:carla&token=${encodeURIComponent("ñ".repeat(token.length))}`,
  );
  expect(answer.status).toBe(403);
});

test("the playground does not look up a ticket number that no ticket can have", async () => {
  open = await openPlayground(recordingCore());
  const visitor = await visit(open.url);
  const answer = await visitor.call("/api/inspect?as=playground:carla&ticket=2147483648");
  expect(answer.status).toBe(400);
  expect(open.inspected).toEqual([]);
});

test("a closed page leaves nothing behind", async () => {
  const stopping = new AbortController();
  const core = recordingCore();
  const conversations = createConversations(openStore(null), createLiveFeed(), Date.now);
  const given = { core, log: silent, now: Date.now };
  const pages = createPages({
    ...given,
    conversations,
    inbound: createInbound(given, conversations),
    turnClock: async () => {},
    webPath: async () => null,
    inspect: async () => [],
    closed: new AbortController().signal,
    ending: stopping.signal,
  });
  const ask = async (path: string): Promise<Response> =>
    pages.fetch(new Request(`http://127.0.0.1:3000${path}`, { headers: { host: "127.0.0.1:3000" } }));
  const token = /name="playground-token" content="([^"]+)"/.exec(await (await ask("/")).text())?.[1] ?? "";
  for (let page = 0; page < 5; page++) {
    const viewer = (await ask(`/api/live?as=playground:carla&token=${token}`)).body?.getReader();
    await viewer?.read();
    await viewer?.cancel();
  }
  await expect.poll(() => getEventListeners(stopping.signal, "abort")).toEqual([]);
});

test("the playground serves this machine only: the listener refuses what a proxy forwards", async () => {
  open = await openPlayground(recordingCore());
  expect(open.adapter.http?.isLocalOnly).toBe(true);
});

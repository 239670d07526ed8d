import { WebClient } from "@slack/web-api";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { createOutbound } from "../../adapters/slack/outbound/outbound.ts";
import { keptLog } from "../adapters/slack/stage.ts";

const pages = 3;

test.each([
  { pageMs: 50, posts: 1 },
  { pageMs: 2_000, posts: 0 },
])("after a look through three pages of $pageMs ms each, $posts message is posted", async ({ pageMs, posts }) => {
  let now = Date.now();
  const calls: string[] = [];
  const server = createServer((request, response) => {
    const method = request.url?.replace("/api/", "") ?? "";
    calls.push(method);
    const isLook = method === "conversations.history";
    if (isLook) now += pageMs;
    const more = isLook && calls.length < pages ? "more" : "";
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ ok: true, ts: "1.1", messages: [], response_metadata: { next_cursor: more } }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const slackApiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  const client = new WebClient("xoxb-none", { slackApiUrl, retryConfig: { retries: 0 } });
  const port = createOutbound({ client, log: keptLog(), now: () => now, linkTo: () => null });
  const attempt = { key: "once", doubtfulSince: now };
  const delivery = await port.post({ channel: "slack:C0ACME" }, { summary: "hello", parts: [] }, attempt);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect(calls.filter((method) => method === "conversations.history")).toHaveLength(pages);
  expect(calls.filter((method) => method === "chat.postMessage")).toHaveLength(posts);
  // If another process takes over the lease during the look, it looks again itself.
  expect(delivery).toMatchObject(posts === 1 ? { ok: true } : { ok: false, failure: { kind: "doubtful" } });
});

import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebClient } from "@slack/web-api";
import { createApi } from "../../adapters/discord/api.ts";
import { cappedFetch } from "../../src/chat/reading/capped-fetch.ts";
import { z } from "zod";

const megabyte = Buffer.alloc(1024 * 1024, " ");
let server: Server;
let at = "";
let sent = 0;
beforeEach(async () => {
  sent = 0;
  // 400 MB, as fast as they are read, without a content length.
  server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    const go = (): void => {
      while (sent < 400 && !response.destroyed) {
        sent += 1;
        if (!response.write(megabyte)) return void response.once("drain", go);
      }
      response.end('{"ok":true}');
    };
    go();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  at = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/`;
});
afterEach(() => server.close());

test("fetch cuts off an answer without an end", async () => {
  const response = await cappedFetch()(at);
  await expect(response.text()).rejects.toThrow("more than 16 MB");
  expect(sent).toBeLessThan(60);
});

test("Slack's and Discord's libraries cut it off as well", async () => {
  const slack = new WebClient("xoxb-1", { slackApiUrl: at, retryConfig: { retries: 0 }, fetch: cappedFetch() });
  await expect(slack.auth.test()).rejects.toThrow();
  expect(sent).toBeLessThan(60);
  sent = 0;
  const discord = createApi({ token: "x", apiUrl: at }, Date.now);
  await expect(discord.call({ method: "get", route: "/gateway" }, z.unknown())).rejects.toThrow();
  discord.close();
  expect(sent).toBeLessThan(60);
});

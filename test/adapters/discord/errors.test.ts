import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { failureOf, limits, meanings } from "../../../adapters/discord/errors.ts";
import { delivered, plainCard, recordingCore } from "../recording-core.ts";
import { openDiscord, type DiscordStage } from "./stage.ts";

const api = (code: number, status: number) =>
  new DiscordAPIError({ code, message: "no" }, code, status, "POST", "", { body: undefined, files: undefined });
/** The library's error for a body without a code. */
const page = (status: number) =>
  new DiscordAPIError({ error: "x" }, "x", status, "POST", "", { body: undefined, files: undefined });
const http = (status: number) => new HTTPError(status, "", "POST", "", { body: undefined, files: undefined });
const network = (code: string) => Object.assign(new Error(code), { code });
const limited = (global: boolean) =>
  new RateLimitError({
    timeToReset: 5_000,
    limit: 5,
    method: "POST",
    hash: "",
    url: "",
    route: "/x",
    majorParameter: "",
    global,
    retryAfter: 7_000,
    sublimitTimeout: 0,
    scope: "user",
  });

describe("the adapter translates an error", () => {
  it.each<[string, unknown, string]>([
    ["a rate limit", limited(false), "waitUntil"],
    ["a global rate limit", limited(true), "waitUntil"],
    ["a server error", http(503), "doubtful"],
    ["a reset", network("ECONNRESET"), "doubtful"],
    ["a timeout", new DOMException("timed out", "TimeoutError"), "doubtful"],
    ["a truncated body", new SyntaxError("Unexpected end of JSON input"), "doubtful"],
    ["a refused connection", network("ECONNREFUSED"), "tryAgain"],
    ["two refused connections", new AggregateError([network("ECONNREFUSED")]), "tryAgain"],
    ["an unknown host", network("ENOTFOUND"), "tryAgain"],
    ["a refused token", api(0, 401), "installBroken"],
    [
      "a token that the library no longer accepts",
      new Error("Expected token to be set for this request, but none was present"),
      "installBroken",
    ],
    ["a 403 with an unknown code", api(99_999, 403), "recipientGone"],
    ["a 400 with an unknown code", api(99_998, 400), "ourBug"],
    ["a wrong address", api(0, 404), "ourBug"],
    ["a firewall's page", page(403), "installBroken"],
    ["a page of a proxy that does not know Discord", page(404), "ourBug"],
    ["an unknown object", "boom", "doubtful"],
  ])("%s", (_, error, kind) => {
    expect(failureOf(error, 1000)).toMatchObject({ kind });
  });

  it("a rate limit says until when to wait", () => {
    expect(failureOf(limited(false), 1000)).toMatchObject({ until: 8000 });
  });
});

describe("every known error, at every call", () => {
  let stage: DiscordStage;
  let now = Date.parse("2026-01-09T16:30:00Z");
  beforeEach(async () => {
    stage = await openDiscord(recordingCore(), { now: () => now });
  });
  afterEach(() => stage.stop());

  const all = [...Object.entries(meanings), ...Object.keys(limits).map((code) => [code, "waitUntil"] as const)];
  it.each(all)("%s is %s", async (text, kind) => {
    const code = Number(text);
    const { discord, adapter } = stage;
    const channel = "discord:310000000000000001" as const;
    const times = code === 50035 ? 2 : 1;
    now += 600_000;
    const ref = delivered(await adapter.port.post({ channel }, plainCard("x"), { key: `root ${code}` }));
    const failing = (operation: string) => discord.fail(operation, { code }, { times });

    // A post that an archived thread refuses is repeated once the thread is open again.
    if (code !== 50083) {
      failing("update_message");
      expect(await adapter.port.edit(ref, plainCard("y"))).toMatchObject({ ok: false, failure: { kind } });
    }
    now += 600_000;
    failing("create_message");
    expect(await adapter.port.post({ channel }, plainCard("x"), { key: `${code}` })).toMatchObject({
      failure: { kind },
    });
    now += 600_000;
    if (code !== 50035) {
      failing("create_dm");
      expect(
        await adapter.port.tell("discord:210000000000000003", plainCard("x"), { key: `${code} dm` }),
      ).toMatchObject({
        ok: false,
        failure: { kind },
      });
    }
  });
});

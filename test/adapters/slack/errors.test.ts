import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from "@slack/web-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aboutBlocks, failureOf, meanings } from "../../../adapters/slack/errors.ts";
import { delivered, plainCard, recordingCore } from "../recording-core.ts";
import { openSlack, type SlackStage } from "./stage.ts";

const platform = (error: string) => new WebAPIPlatformError({ ok: false, error });
const network = (code: string) =>
  new WebAPIRequestError(Object.assign(new Error("fetch failed"), { cause: Object.assign(new Error(code), { code }) }));

describe("the adapter translates an error", () => {
  it.each<[string, unknown, string]>([
    ["Retry-After", new WebAPIRateLimitedError(7), "waitUntil"],
    ["an old-style rate limit", platform("ratelimited"), "waitUntil"],
    ["a 429 without Retry-After", new Error("Retry header did not contain a valid timeout (url: …)"), "waitUntil"],
    ["a server error", new WebAPIHTTPError(503, "", {}, ""), "doubtful"],
    ["a gateway page", platform("<html>Bad gateway</html>"), "doubtful"],
    ["a reset", network("ECONNRESET"), "doubtful"],
    ["a timeout", new WebAPIRequestError(new DOMException("timed out", "TimeoutError")), "doubtful"],
    ["a truncated body", new TypeError("terminated"), "doubtful"],
    ["a refused connection", network("ECONNREFUSED"), "tryAgain"],
    ["an unknown host", network("ENOTFOUND"), "tryAgain"],
    ["a firewall", new WebAPIHTTPError(403, "", {}, ""), "installBroken"],
    ["a wrong address", new WebAPIHTTPError(404, "", {}, ""), "ourBug"],
    ["an unknown code", platform("brand_new_error"), "ourBug"],
    ["an unknown object", "boom", "doubtful"],
  ])("%s", (_, error, kind) => {
    expect(failureOf(error, 1000)).toMatchObject({ kind });
  });

  it("a rate limit says until when to wait", () => {
    expect(failureOf(new WebAPIRateLimitedError(7), 1000)).toMatchObject({ until: 8000 });
  });
});

describe("every error in Slack's documentation, at every call", () => {
  let stage: SlackStage;
  beforeAll(async () => {
    stage = await openSlack("http", recordingCore());
  });
  afterAll(() => stage.stop());

  it.each(Object.entries(meanings))("%s is %s", async (error, kind) => {
    const { slack, adapter } = stage;
    const ref = delivered(await adapter.port.post({ channel: "slack:C0TRIAGE" }, plainCard("x"), { key: "k" }));
    const times = aboutBlocks.has(error) ? 2 : 1;
    const harmless = kind === "doubtful" ? "tryAgain" : kind;

    slack.fail("chat.postMessage", { error }, { times });
    expect(await adapter.port.post({ channel: "slack:C0TRIAGE" }, plainCard("x"), { key: error })).toMatchObject({
      ok: false,
      failure: { kind },
    });
    slack.fail("chat.postMessage", { error }, { times });
    expect(await adapter.port.tell("slack:U0ANA", plainCard("x"), { key: error })).toMatchObject({
      ok: false,
      failure: { kind },
    });
    slack.fail("chat.update", { error }, { times });
    expect(await adapter.port.edit(ref, plainCard("y"))).toMatchObject({ ok: false, failure: { kind: harmless } });
    slack.addUser(`U0${error.toUpperCase().replaceAll("_", "")}`, error);
    slack.fail("conversations.open", { error });
    expect(
      await adapter.port.tell(`slack:U0${error.toUpperCase().replaceAll("_", "")}`, plainCard("x"), { key: error }),
    ).toMatchObject({ ok: false, failure: { kind: harmless } });
  });
});

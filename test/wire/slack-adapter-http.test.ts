import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recordingCore, type RecordingCore } from "../adapters/recording-core.ts";
import { openSlack, type SlackStage } from "../adapters/slack/stage.ts";
import { encoded, signature } from "../support/fake-slack/delivery.ts";

let stage: SlackStage;
let core: RecordingCore;
let now = 0;
beforeEach(async () => {
  now = Date.parse("2026-01-09T16:30:00Z");
  core = recordingCore();
  stage = await openSlack("http", core, { now: () => now });
});
afterEach(() => stage.stop());

const event = {
  type: "event_callback",
  team_id: "T0FAKE",
  event: { type: "message", channel: "C0ACME", user: "U0CARLA", ts: "1700000000.000100", text: "hello" },
};
const json = { "content-type": "application/json" };
const seconds = () => Math.floor(now / 1000);
const send = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>): Promise<Response> =>
  fetch(stage.url, { method: "POST", body, headers });
const signed = (body: string, at = seconds()): Record<string, string> => ({
  ...json,
  ...signature(stage.slack.signingSecret, body, at),
});
const genuine = JSON.stringify(event);

describe("a request without Slack's signature has no effect:", () => {
  it.each<[string, () => Record<string, string>]>([
    ["no signature", () => json],
    ["another secret", () => ({ ...json, ...signature("guessed", genuine, seconds()) })],
    ["an empty secret", () => ({ ...json, ...signature("", genuine, seconds()) })],
    ["another body", () => signed(`${genuine} `)],
    ["six minutes ago", () => signed(genuine, seconds() - 360)],
    ["six minutes ahead", () => signed(genuine, seconds() + 360)],
    ["a day ahead", () => signed(genuine, seconds() + 86_400)],
    ["a moved timestamp", () => ({ ...signed(genuine), "x-slack-request-timestamp": String(seconds() + 1) })],
    ["no timestamp", () => ({ ...signed(genuine), "x-slack-request-timestamp": "" })],
    ["an invalid timestamp", () => ({ ...json, ...signature(stage.slack.signingSecret, genuine, Number.NaN) })],
    [
      "upper case",
      () => ({ ...signed(genuine), "x-slack-signature": signed(genuine)["x-slack-signature"]?.toUpperCase() ?? "" }),
    ],
    [
      "another version",
      () => ({
        ...signed(genuine),
        "x-slack-signature": (signed(genuine)["x-slack-signature"] ?? "").replace("v0", "v1"),
      }),
    ],
    [
      "two signatures",
      () => ({
        ...signed(genuine),
        "x-slack-signature": `${signed(genuine)["x-slack-signature"]}, v0=${"0".repeat(64)}`,
      }),
    ],
  ])("%s", async (_, headers) => {
    expect((await send(genuine, headers())).status).toBe(401);
    expect(core.met).toEqual([]);
  });

  it("a changed byte of the body or the signature", async () => {
    const headers = signed(genuine);
    for (let index = 0; index < genuine.length; index += 3) {
      const changed = Buffer.from(genuine);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect((await send(new Uint8Array(changed), headers)).status).toBe(401);
    }
    const proof = headers["x-slack-signature"] ?? "";
    for (let index = 3; index < proof.length; index += 4) {
      const flipped = proof[index] === "0" ? "1" : "0";
      expect(
        (
          await send(genuine, {
            ...headers,
            "x-slack-signature": proof.slice(0, index) + flipped + proof.slice(index + 1),
          })
        ).status,
      ).toBe(401);
    }
    expect(core.met).toEqual([]);
  });

  it("a form or command without a signature", async () => {
    const { body, type } = encoded({
      kind: "command",
      payload: { command: "/ticket", text: "", channel_id: "C0ACME", user_id: "U0CARLA", trigger_id: "1" },
      retry: null,
    });
    expect((await send(body, { "content-type": type })).status).toBe(401);
    expect(core.met).toEqual([]);
  });
});

describe("a request that Slack signed", () => {
  it("is accepted at the edges of five minutes", async () => {
    expect((await send(genuine, signed(genuine, seconds() - 299))).status).toBe(200);
    expect((await send(genuine, signed(genuine, seconds() + 299))).status).toBe(200);
    expect(core.accepted.size).toBe(1);
  });

  it("has no second effect if it is replayed within five minutes", async () => {
    const headers = signed(genuine);
    for (let n = 0; n < 20; n++) expect((await send(genuine, headers)).status).toBe(200);
    expect(core.accepted.size).toBe(1);
  });

  it("gets an answer to the address check and the certificate check", async () => {
    const body = JSON.stringify({ type: "url_verification", challenge: "c-1" });
    expect(await (await send(body, signed(body))).json()).toEqual({ challenge: "c-1" });
    expect((await send(body, json)).status).toBe(401);
    expect((await send("ssl_check=1&token=x", { "content-type": "application/x-www-form-urlencoded" })).status).toBe(
      200,
    );
    expect(core.met).toEqual([]);
  });

  it("cannot avoid the signature check by calling itself a certificate check", async () => {
    const { body } = encoded({
      kind: "command",
      payload: {
        command: "/ticket",
        text: "",
        channel_id: "C0ACME",
        user_id: "U0CARLA",
        trigger_id: "1",
        ssl_check: "1",
      },
      retry: null,
    });
    await send(body, { "content-type": "application/x-www-form-urlencoded" });
    expect(core.met).toEqual([]);
  });

  it("is refused if it is too large, not a post, or unknown", async () => {
    const large = "x".repeat(2 * 1024 * 1024);
    expect((await send(large, signed(large))).status).toBe(413);
    expect((await send(large, json)).status).toBe(401);
    expect((await fetch(stage.url)).status).toBe(405);
    for (const body of [
      "",
      "{",
      "null",
      "7",
      "[]",
      "{}",
      '{"type":"event_callback"}',
      '{"type":"event_callback","event":null}',
      '{"__proto__":{"command":"/x"}}',
      "[".repeat(5000),
    ])
      expect((await send(body, signed(body))).status, body.slice(0, 40)).toBe(400);
    const broken = Buffer.from('{"type":"event_callback","event":{"type":"message","text":"\xff"}}', "latin1");
    const headers = signature(stage.slack.signingSecret, broken.toString("latin1"), seconds());
    expect([400, 401]).toContain((await send(new Uint8Array(broken), { ...json, ...headers })).status);
    expect(core.met).toEqual([]);
  });

  it("never stops the adapter, whatever it contains", async () => {
    const shape = fc.oneof(
      fc.json(),
      fc
        .record({
          type: fc.constantFrom("event_callback", "block_actions", "view_submission", "shortcut"),
          event: fc.jsonValue(),
          user: fc.jsonValue(),
          view: fc.jsonValue(),
          actions: fc.jsonValue(),
        })
        .map((value) => JSON.stringify(value)),
      fc
        .record({
          type: fc.constant("event_callback"),
          event: fc.record(
            {
              type: fc.constantFrom("message", "app_mention", "error"),
              channel: fc.jsonValue(),
              user: fc.jsonValue(),
              ts: fc.jsonValue(),
              text: fc.jsonValue(),
              item: fc.jsonValue(),
              bot_id: fc.jsonValue(),
            },
            { requiredKeys: ["type"] },
          ),
        })
        .map((value) => JSON.stringify(value)),
    );
    await fc.assert(
      fc.asyncProperty(shape, async (body) => {
        expect([200, 400]).toContain((await send(body, signed(body))).status);
      }),
      { numRuns: 300 },
    );
    expect((await send(genuine, signed(genuine))).status).toBe(200);
    expect(core.accepted.size).toBe(1);
  });
});

it("the adapter refuses a request early while too many wait, and accepts it when Slack repeats it", async () => {
  const open = core.admit;
  core.admit = () => null;
  expect((await send(genuine, signed(genuine))).status).toBe(503);
  expect(core.met).toEqual([]);
  core.admit = open;
  const again = { ...signed(genuine), "x-slack-retry-num": "1", "x-slack-retry-reason": "http_error" };
  expect((await send(genuine, again)).status).toBe(200);
  expect(core.accepted.size).toBe(1);
});

it("the adapter counts a request until it is answered", async () => {
  let underway = 0;
  const seen: number[] = [];
  core.admit = () => {
    underway += 1;
    return () => void (underway -= 1);
  };
  core.answer = () => (seen.push(underway), { kind: "work" });
  await send(genuine, signed(genuine));
  expect({ seen, underway }).toEqual({ seen: [1], underway: 0 });
});

it("the adapter accepts no request once it has stopped", async () => {
  await stage.adapter.stop();
  expect((await send(genuine, signed(genuine))).status).toBe(503);
  expect(core.met).toEqual([]);
});

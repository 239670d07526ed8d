import { afterEach, beforeEach, expect, test } from "vitest";
import { deliverOverHttp, signature } from "../../support/fake-slack/delivery.ts";
import { createHttpReceiver } from "../../../adapters/slack/receive/receiver-http.ts";
import { silent } from "../playground/open-playground.ts";
import { recordingCore } from "../recording-core.ts";
import { openSlack, type SlackStage } from "./stage.ts";

/** A whole second: the warning rounds to seconds. */
const now = Date.parse("2026-01-12T09:00:00Z");

let stage: SlackStage;
beforeEach(async () => {
  stage = await openSlack("http", recordingCore(), { now: () => now });
});
afterEach(() => stage.stop());

const body = JSON.stringify({ type: "event_callback", event: { type: "message", text: "x".repeat(400) } });

const posts = async (headers: Readonly<Record<string, string>>, text = body): Promise<number> => {
  const sent = { method: "POST", headers: { "content-type": "application/json", ...headers }, body: text };
  return (await fetch(stage.url, sent)).status;
};
const seconds = (): number => Math.floor(stage.slack.now() / 1000);
const warnings = (): readonly string[] => stage.log.lines.filter((line) => line.startsWith("warn"));

test("Plazo refuses a wrong signature, counts it each time, and warns once", async () => {
  for (let count = 0; count < 5; count++) expect(await posts(signature("wrong", body, seconds()))).toBe(401);
  expect(stage.refused).toEqual(Array(5).fill("wrongSignature"));
  expect(warnings()).toEqual(["warn slack.signature-wrong {}"]);
});

test("Plazo refuses a signature that is two hours old, and asks in the warning whether this machine's clock is wrong", async () => {
  expect(await posts(signature(stage.slack.signingSecret, body, seconds() - 7_200))).toBe(401);
  expect(stage.refused).toEqual(["oldSignature"]);
  expect(warnings()).toEqual([`warn slack.signature-old {"secondsOff":7200,"hint":"is this machine's clock off?"}`]);
});

const foreign = (more: object) => ({
  type: "event_callback",
  team_id: "T0FAKE",
  authorizations: [{ team_id: "T0FAKE", enterprise_id: null }],
  event: { type: "message", user: "U0LUIS", channel: "C0ACME", ts: "1.1", text: "x" },
  ...more,
});
const delivers = (payload: object) =>
  deliverOverHttp(stage.url, stage.slack.signingSecret, stage.slack.now, 3_000, {
    kind: "event",
    payload: payload as never,
    retry: null,
  });

test("Plazo counts payloads of another workspace and of another app by their kind", async () => {
  await delivers(foreign({ team_id: "T0EVIL0000", authorizations: [{ team_id: "T0EVIL0000", enterprise_id: null }] }));
  await delivers(foreign({ api_app_id: "A0OTHERAPP" }));
  expect(stage.refused).toEqual(["otherWorkspace", "otherApp"]);
});

const depth = 20_000;
/** JSON of this many levels, as text: `JSON.stringify` would exhaust the stack. */
const nested = (inside: string): string => JSON.stringify(foreign({ deep: "HERE" })).replace('"HERE"', inside);
const deepPayloads: Readonly<Record<string, string>> = {
  "lists in lists": nested("[".repeat(depth) + "]".repeat(depth)),
  "options in options": nested('{"options":['.repeat(depth) + "]}".repeat(depth)),
  "blocks in a message": JSON.stringify(
    foreign({ event: { type: "message", user: "U0LUIS", channel: "C0ACME", ts: "1.1", text: "x", blocks: "HERE" } }),
  ).replace('"HERE"', '[{"type":"rich_text","elements":'.repeat(depth) + "[]" + "}]".repeat(depth)),
};

test.each(Object.entries(deepPayloads))("Plazo answers 400 to a payload of 20,000 levels: %s", async (_, text) => {
  expect(await posts(signature(stage.slack.signingSecret, text, seconds()), text)).toBe(400);
  expect(stage.refused).toEqual(["tooComplex"]);
});

test("100,000 options in a payload do not stop Plazo", async () => {
  const many = JSON.stringify(foreign({ options: Array.from({ length: 100_000 }, () => ({ v: 1 })) }));
  expect(await posts(signature(stage.slack.signingSecret, many, seconds()), many)).toBeLessThan(500);
  expect(await posts(signature("wrong", body, seconds()))).toBe(401);
});

test("Plazo refuses a large post without a current time and a signature before it reads the body", async () => {
  const receiver = createHttpReceiver("secret", {
    log: silent,
    home: () => null,
    admit: () => null,
    now: () => now,
    refusals: () => {},
    refusedEvents: { refused: () => {}, received: () => {}, readBack: () => {} },
  });
  const length = String(1024 * 1024);
  const time = { "x-slack-request-timestamp": String(now / 1000) };
  const signed = { "x-slack-signature": `v0=${"a".repeat(64)}` };
  const old = { "x-slack-request-timestamp": String(now / 1000 - 301) };
  const unsigned = [{}, time, signed, { ...old, ...signed }, { ...time, "x-slack-signature": "v0=short" }];
  for (const headers of unsigned) {
    let pulls = 0;
    const unread = new ReadableStream({ pull: () => void (pulls += 1) }, { highWaterMark: 0 });
    const init = {
      method: "POST",
      headers: { "content-length": length, ...headers },
      body: unread,
      duplex: "half",
    } as const;
    expect((await receiver.handle(new Request("http://127.0.0.1/slack/events", init))).status).toBe(401);
    expect(receiver.refuses(new Headers(init.headers))).toBe(401);
    expect(pulls).toBe(0);
  }
  expect(receiver.refuses(new Headers({ "content-length": length, ...time, ...signed }))).toBe(null);
});

import { afterEach, expect, test } from "vitest";
import type { FakeSlackOptions } from "../../support/fake-slack/interface.ts";
import { recordingCore } from "../recording-core.ts";
import { openSlack, type SlackStage } from "./stage.ts";

let now = Date.UTC(2026, 0, 5, 9);
let stage: SlackStage | null = null;
afterEach(() => stage?.stop());

const minute = 60_000;
const people = Array.from({ length: 130 }, (_, index) => ({ id: `U0P${index}`, name: `Person ${index}` }));

const open = async (options: FakeSlackOptions = {}) => {
  stage = await openSlack("http", recordingCore(), {
    now: () => now,
    users: [{ id: "U0CARLA", name: "Carla Peña" }, { id: "U0BOT", name: "Carla's bot", bot: true }, ...people],
    channels: [
      { id: "C0ACME", name: "acme-support" },
      { id: "C0OTHER", name: "support-acme", botIn: false },
      { id: "G0SECRET", name: "acme-secret", private: true, botIn: false },
      { id: "G0OURS", name: "acme-ours", private: true },
    ],
    ...options,
  });
  const { slack, adapter } = stage;
  const { findPeople, findChannels } = adapter.port;
  if (findPeople === undefined || findChannels === undefined) throw new Error("Slack has lists");
  const calls = (method: string) => slack.log.filter((each) => each.kind === "call" && each.method === method).length;
  return { slack, findPeople, findChannels, calls };
};

test("people are found by a part of their name, without accents, and by their id; bots and deactivated people are not", async () => {
  const { slack, findPeople } = await open();
  const carla = { ref: "slack:U0CARLA", name: "Carla Peña", hasBot: null };
  expect(await findPeople("pena")).toEqual({ ok: true, found: [carla], more: false });
  expect(await findPeople("@carla")).toEqual({ ok: true, found: [carla], more: false });
  expect(await findPeople("U0CARLA")).toEqual({ ok: true, found: [carla], more: false });
  slack.closeDm("U0CARLA", "user_disabled");
  now += 10 * minute;
  expect(await findPeople("pena")).toEqual({ ok: true, found: [], more: false });
});

test("channels are found, with whether the bot is in them; private ones only if it is", async () => {
  const { findChannels } = await open();
  const found = await findChannels("#acme");
  expect(found).toEqual({
    ok: true,
    found: [
      { ref: "slack:G0OURS", name: "#acme-ours", hasBot: true },
      { ref: "slack:C0ACME", name: "#acme-support", hasBot: true },
      { ref: "slack:C0OTHER", name: "#support-acme", hasBot: false },
    ],
    more: false,
  });
});

test("a list of many pages is read once for some minutes, also by look-ups at the same time", async () => {
  const { findPeople, calls } = await open();
  const found = await Promise.all([findPeople("person 12"), findPeople("person 129"), findPeople("person 7")]);
  expect(found.map((each) => (each.ok ? each.found.length : 0))).toEqual([11, 1, 11]);
  const pages = calls("users.list");
  expect(pages).toBeGreaterThan(2);
  await findPeople("person 8");
  expect(calls("users.list")).toBe(pages);
  now += 6 * minute;
  await findPeople("person 8");
  expect(calls("users.list")).toBe(2 * pages);
});

test("who joined a moment ago is found, although the list was read before", async () => {
  const { slack, findPeople } = await open();
  await findPeople("carla");
  slack.addUser("U0NEW", "Nora New");
  now += 20_000;
  expect(await findPeople("nora")).toMatchObject({ found: [{ ref: "slack:U0NEW" }] });
});

test("a long answer says that there is more", async () => {
  const { findPeople } = await open();
  const found = await findPeople("person");
  expect(found).toMatchObject({ ok: true, more: true });
  expect(found.ok && found.found.length).toBe(20);
});

test("a rate limit in the middle of a list hides nothing that was read, and is not called into", async () => {
  const { slack, findPeople, calls } = await open();
  slack.fail("users.list", { rateLimit: 30 });
  expect(await findPeople("carla")).toEqual({ ok: false, why: "rate limited" });
  expect(await findPeople("carla")).toEqual({ ok: false, why: "rate limited" });
  expect([calls("users.list"), slack.violations]).toEqual([1, []]);
  now += 31_000;
  expect(await findPeople("carla")).toMatchObject({ ok: true, more: false });
});

test("a platform that does not answer is a value with its code", async () => {
  const { slack, findPeople, findChannels } = await open({ scopes: ["users:read"] });
  expect(await findChannels("acme")).toEqual({ ok: false, why: "missing_scope" });
  slack.fail("users.list", { status: 503 });
  expect(await findPeople("carla")).toEqual({ ok: false, why: "HTTP 503" });
});

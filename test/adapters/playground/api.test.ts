import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { afterEach, beforeEach, expect, it } from "vitest";
import { plainCard, recordingCore, type RecordingCore } from "../contract.ts";
import { openPlayground, type OpenPlayground } from "./open-playground.ts";
import { visit, type Visitor } from "./visitor.ts";

const carla = "playground:carla";
const acme = "playground:acme-support";

let core: RecordingCore;
let playground: OpenPlayground;
let visitor: Visitor;

beforeEach(async () => {
  core = recordingCore();
  playground = await openPlayground(core);
  visitor = await visit(playground.url);
});
afterEach(() => playground.stop());

const say = (over: object = {}): string =>
  JSON.stringify({ key: randomUUID(), as: carla, channel: acme, thread: null, text: "/ticket", ...over });

/** A request as a browser on another site would send it. `fetch` does not let the test choose the Host header. */
const raw = (path: string, headers: Record<string, string>, body?: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(
      `${playground.url}${path}`,
      { method: body === undefined ? "GET" : "POST", headers },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });

it("answers requests to its own host names only", async () => {
  const port = new URL(playground.url).port;
  for (const host of ["evil.example", `evil.example:${port}`, "127.0.0.1.evil.example", "192.168.1.7"])
    expect(await raw("/", { host }), host).toBe(403);
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`])
    expect(await raw("/", { host }), host).toBe(200);
});

it("refuses requests of another origin, and those without an origin or this start's token", async () => {
  const host = new URL(playground.url).host;
  const good = {
    host,
    origin: playground.url,
    "x-playground-token": visitor.token,
    "content-type": "application/json",
  };
  const { origin: _, ...noOrigin } = good;
  expect(await raw("/api/say", { ...good, origin: "https://evil.example" }, say())).toBe(403);
  expect(await raw("/api/say", { ...good, origin: "null" }, say())).toBe(403);
  expect(await raw("/api/say", { ...good, origin: "http://127.0.0.1:1" }, say())).toBe(403);
  expect(await raw("/api/say", noOrigin, say())).toBe(403);
  expect(await raw("/api/say", { ...good, "x-playground-token": "x".repeat(43) }, say())).toBe(403);
  expect(await raw("/api/state?as=playground:carla", { host })).toBe(403);
  expect(core.met).toEqual([]);
  expect(await raw("/api/say", good, say())).toBe(200);
  expect(core.met).toHaveLength(1);
});

it("makes a new token at every start", async () => {
  const other = await openPlayground(recordingCore());
  expect((await visit(other.url)).token).not.toBe(visitor.token);
  await other.stop();
});

it("loads nothing from other hosts, and lets no other page frame, sniff or cache it", async () => {
  const response = await fetch(playground.url);
  const policy = response.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("unsafe");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await response.text()).not.toMatch(/(src|href)="(https?:)?\/\//);
});

it("serves the page's script as JavaScript, and no other file of its folder", async () => {
  const script = await fetch(`${playground.url}/page/main.ts`);
  expect(script.headers.get("content-type")).toContain("text/javascript");
  expect(await script.text()).not.toContain("import type");
  for (const path of [
    "/page/tsconfig.json",
    "/page/../store.ts",
    "/page/..%2fstore.ts",
    "/lit-html/../../package.json",
  ])
    expect((await visitor.call(path)).status, path).toBe(404);
});

it.each([
  ["a body that is not JSON", "{"],
  ["an array", "[]"],
  ["an unknown person", say({ as: "playground:mallory" })],
  ["a channel that does not exist", say({ channel: "playground:nowhere" })],
  ["a channel that the person is not in", say({ channel: "playground:triage" })],
  ["another person's direct messages", say({ channel: "playground:dm-ana" })],
  ["an unknown key", say({ admin: true })],
  ["an empty text", say({ text: "" })],
  ["a number instead of a text", say({ text: 1 })],
])("refuses %s", async (_, body) => {
  expect((await visitor.call("/api/say", { method: "POST", body })).status).toBe(400);
  expect(core.met).toEqual([]);
});

it("refuses a body beyond its limit, and accepts 40,000 characters unchanged", async () => {
  const huge = { say: "x".repeat(15_000_000), press: "x".repeat(1_100_000) };
  for (const [path, text] of Object.entries(huge))
    expect((await visitor.call(`/api/${path}`, { method: "POST", body: say({ text }) })).status, path).toBe(413);
  const long = "línea 🙂\n".repeat(5_000);
  await visitor.say(carla, acme, long);
  expect([...core.accepted.values()][0]).toMatchObject({ kind: "message", text: long });
});

it("shows each person their own rooms only", async () => {
  const { port } = playground.adapter;
  await port.post({ channel: "playground:triage" }, plainCard("internal"), { key: "a" });
  await port.tell("playground:ana", plainCard("for Ana"), { key: "b" });
  const seen = async (as: `playground:${string}`) => (await visitor.state(as)).messages.length;
  expect([await seen(carla), await seen("playground:luis"), await seen("playground:ana")]).toEqual([0, 1, 2]);
});

it("pushes each message to the people who may see it, as it is posted", async () => {
  const [customer, agent] = [await visitor.listen(carla), await visitor.listen("playground:luis")];
  await playground.adapter.port.post({ channel: "playground:triage" }, plainCard("T-7 internal"), { key: "a" });
  await agent.until((live) => live.event === "message");
  await playground.adapter.port.tell("playground:ana", plainCard("psst, T-7"), { key: "b" });
  const direct = await customer.until((live) => live.event === "direct");
  expect(direct).toMatchObject({ to: "playground:ana", summary: "psst, T-7" });
  expect(customer.stored.filter((live) => live.event === "message")).toEqual([]);
  customer.close();
  agent.close();
});

it("shows a private answer only to the person who acted", async () => {
  const [actor, other] = [await visitor.listen(carla), await visitor.listen("playground:luis")];
  await visitor.say(carla, acme, "/ticket list");
  await core.answers[0]?.(plainCard("yours"));
  await actor.until((live) => live.event === "private");
  await visitor.post("/api/clock", { forward: 60_000 });
  await other.until((live) => live.event === "clock" && live.now > playground.now() - 1_000);
  expect(other.stored.filter((live) => live.event === "private")).toEqual([]);
  actor.close();
  other.close();
});

it("keeps a private answer for a person whose page is closed", async () => {
  await visitor.say(carla, acme, "/ticket list");
  await core.answers[0]?.(plainCard("yours"));
  const late = await visitor.listen(carla);
  await late.until((live) => live.event === "private");
  late.close();
});

it("advances the desk's clock, and reports the time", async () => {
  const before = playground.now();
  await visitor.post("/api/clock", { forward: 3_600_000 });
  expect((await visitor.state(carla)).now - before).toBeGreaterThanOrEqual(3_600_000);
  expect((await visitor.call("/api/clock", { method: "POST", body: JSON.stringify({ forward: -1 }) })).status).toBe(
    400,
  );
});

it("explains the ticket in the language of the acting person", async () => {
  const cards = await (await visitor.call("/api/inspect?ticket=1042&as=playground:carla")).json();
  expect(cards).toMatchObject([{ summary: "why" }]);
  expect(playground.inspected).toEqual([{ ticket: 1042, locale: "es" }]);
  expect((await visitor.call("/api/inspect?ticket=abc&as=playground:carla")).status).toBe(400);
});

it("counts each person's unread messages, and finds tickets by their cards", async () => {
  const { port } = playground.adapter;
  const card = { ...plainCard("T-12 is new"), parts: [{ part: "heading", text: "T-12 · Video is down" } as const] };
  await port.post({ channel: "playground:triage" }, card, { key: "a" });
  const before = await visitor.state("playground:luis");
  expect(before.tickets).toEqual([{ number: 12, label: "T-12 · Video is down" }]);
  expect(before.unread["playground:luis"]?.["playground:triage"]).toBe(1);
  await visitor.post("/api/seen", {
    as: "playground:luis",
    channel: "playground:triage",
    upTo: before.messages[0]?.id,
  });
  const { unread } = await visitor.state("playground:luis");
  expect([unread["playground:luis"]?.["playground:triage"], unread["playground:marta"]?.["playground:triage"]]).toEqual(
    [0, 1],
  );
});

it("reports that the desk did not accept a message, so that the visitor may retry with the same key", async () => {
  core.failing = 1;
  const body = say({ text: "/ticket list" });
  expect((await visitor.call("/api/say", { method: "POST", body })).status).toBe(503);
  expect((await visitor.call("/api/say", { method: "POST", body })).status).toBe(200);
  expect((await visitor.call("/api/say", { method: "POST", body })).status).toBe(200);
  expect(core.accepted.size).toBe(1);
});

it("lets the bot edit only its own messages", async () => {
  await visitor.say(carla, acme, "my own words");
  const id = (await visitor.state(carla)).messages[0]?.id ?? "";
  expect(await playground.adapter.port.edit({ channel: acme, id }, plainCard("not yours"))).toMatchObject({
    ok: false,
    failure: { kind: "recipientGone" },
  });
});

it("names the author of a message that reaches the bot by its menu, a 🎫, a mention or a direct message", async () => {
  const luis = "playground:luis";
  await visitor.say(carla, acme, "Good morning");
  await visitor.say(carla, acme, "@Plazo the video is down, @plazona");
  await visitor.say(carla, "playground:dm-carla", "hello");
  const root = (await visitor.state(carla)).messages.find(
    ({ body }) => body.kind === "text" && /morning/.test(body.text),
  );
  const message = root?.id ?? "";
  const act = { as: luis, channel: acme, thread: null, message };
  await visitor.post("/api/take", { ...act, key: randomUUID(), how: "pick" });
  await visitor.post("/api/take", { ...act, key: randomUUID(), how: "react" });
  expect(core.met.slice(1)).toMatchObject([
    { kind: "message", text: "the video is down, @plazona", mentionsBot: true },
    { kind: "message", text: "hello", direct: true },
    { kind: "pick", by: { user: luis }, author: { user: carla }, text: "Good morning", message: { id: message } },
    { kind: "react", by: { user: luis }, emoji: "🎫", message: { id: message } },
  ]);
  expect(core.met[0]).not.toHaveProperty("mentionsBot");
  const elsewhere = { ...act, as: "playground:oliver", key: randomUUID(), how: "pick" };
  await expect(visitor.post("/api/take", elsewhere)).rejects.toThrow("400");
});

it("reads a message with its thread", async () => {
  await visitor.say(carla, acme, "Good morning");
  const [root] = (await visitor.state(carla)).messages;
  await visitor.say("playground:luis", acme, "What is it?", root?.id ?? "");
  expect(await playground.adapter.port.readThread?.({ channel: acme, id: root?.id ?? "" })).toMatchObject({
    ok: true,
    root: root?.id,
    messages: [
      { by: { user: carla, name: "Carla Núñez" }, text: "Good morning" },
      { by: { user: "playground:luis" }, text: "What is it?" },
    ],
  });
  expect(await playground.adapter.port.readThread?.({ channel: acme, id: "999" })).toMatchObject({ ok: false });
});

import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { PostedMessage } from "../../../adapters/playground/wire.ts";
import { delivered, plainCard, recordingCore, type RecordingCore } from "../contract.ts";
import { openPlayground, type OpenPlayground } from "./open-playground.ts";
import { visit, type Visitor } from "./visitor.ts";

const carla = "playground:carla";
const luis = "playground:luis";
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

const newest = async (as: `playground:${string}` = luis): Promise<PostedMessage> => {
  const message = (await visitor.state(as)).messages.at(-1);
  if (message === undefined) throw new Error("nothing was written");
  return message;
};
const file = (name: string, type: string, text: string) => ({
  name,
  type,
  bytes: Buffer.from(text).toString("base64"),
});
const share = (files: readonly object[], text = "") =>
  visitor.post("/api/say", { key: randomUUID(), as: carla, channel: acme, thread: null, text, files });
const open = (id: string, as: string): Promise<Response> => visitor.call(`/api/file/${id}?as=${as}`);
const idOfFile = ({ body }: PostedMessage): string => (body.kind === "gone" ? "" : (body.files?.[0]?.id ?? ""));

it("tells the bot of an edit, and marks the message as edited for everybody who sees it", async () => {
  await visitor.say(carla, acme, "the video is dwn");
  const { id } = await newest();
  const feed = await visitor.listen(luis);
  const edit = { key: randomUUID(), as: carla, channel: acme, message: id, text: "@Plazo the video is down" };
  await visitor.post("/api/edit", edit);
  expect(await feed.until((live) => live.event === "message" && live.message.editedAt !== null)).toMatchObject({
    message: { id, body: { kind: "text", text: edit.text } },
  });
  expect([...core.accepted.values()].slice(1)).toMatchObject([
    { kind: "edited", by: { user: carla }, channel: acme, message: { channel: acme, id }, text: "the video is down" },
  ]);
  await visitor.post("/api/edit", edit);
  expect(core.accepted.size).toBe(2);
  feed.close();
});

it("removes a deleted message completely, and tells the bot", async () => {
  await visitor.say(carla, acme, "Good morning");
  const root = await newest();
  await visitor.post("/api/say", {
    key: randomUUID(),
    as: carla,
    channel: acme,
    thread: root.id,
    text: "my password is hunter2",
    files: [file("password.txt", "text/plain", "hunter2")],
  });
  const secret = await newest();
  expect((await open(idOfFile(secret), luis)).status).toBe(200);
  await visitor.post("/api/remove", { as: carla, channel: acme, message: secret.id });
  expect(await newest()).toMatchObject({ id: secret.id, body: { kind: "gone" } });
  expect(JSON.stringify(await visitor.state(luis))).not.toMatch(/hunter2|password/);
  expect((await open(idOfFile(secret), luis)).status).toBe(404);
  expect([...core.accepted.values()].at(-1)).toMatchObject({
    kind: "deleted",
    by: { user: carla },
    message: { channel: acme, id: secret.id, thread: root.id },
  });
  const read = await playground.adapter.port.readThread?.({ channel: acme, id: root.id });
  expect(read?.ok === true && read.messages.map(({ text }) => text)).toEqual(["Good morning"]);
});

it("does not count a deleted message as unread", async () => {
  await visitor.say(carla, acme, "never mind");
  const { id } = await newest();
  const unread = async () => (await visitor.state(luis)).unread[luis]?.[acme];
  expect(await unread()).toBe(1);
  await visitor.post("/api/remove", { as: carla, channel: acme, message: id });
  expect(await unread()).toBe(0);
});

it("lets a person edit or delete only their own messages", async () => {
  await visitor.say(carla, acme, "mine");
  const mine = (await newest()).id;
  const card = delivered(await playground.adapter.port.post({ channel: acme }, plainCard("ours"), { key: "a" })).id;
  const met = core.met.length;
  for (const [as, message] of [
    [luis, mine],
    [carla, card],
    [carla, "999999"],
  ]) {
    const body = { as, channel: acme, message };
    await expect(visitor.post("/api/edit", { ...body, key: randomUUID(), text: "yours" })).rejects.toThrow("404");
    await expect(visitor.post("/api/remove", body)).rejects.toThrow("404");
  }
  await expect(visitor.post("/api/remove", { as: "playground:oliver", channel: acme, message: mine })).rejects.toThrow(
    "400",
  );
  expect(core.met).toHaveLength(met);
  expect((await newest()).body).toMatchObject({ kind: "card", card: { summary: "ours" } });
});

it("delivers edits and deletions that the bot missed, in order, once the bot accepts them", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "plazo-playground-"));
  const deaf = recordingCore();
  deaf.failing = Number.POSITIVE_INFINITY;
  const first = await openPlayground(deaf, { dataDir });
  const there = await visit(first.url);
  await there.say(carla, acme, "any nws?");
  const message = (await there.state(carla)).messages[0]?.id;
  await there.post("/api/edit", { key: randomUUID(), as: carla, channel: acme, message, text: "any news?" });
  await there.post("/api/remove", { as: carla, channel: acme, message });
  await first.stop();
  const second = await openPlayground(core, { dataDir });
  await core.until(3);
  expect([...core.accepted.values()].map(({ kind }) => kind)).toEqual(["message", "edited", "deleted"]);
  await second.stop();
  rmSync(dataDir, { recursive: true });
});

it("gives the bot the files of a message, and shows the bot's files on the page", async () => {
  await share([file("error.log", "text/plain", "boom")], "look at this");
  const [stored] = [...core.accepted.values()];
  if (stored?.kind !== "message") throw new Error("nothing was heard");
  expect(stored).toMatchObject({ text: "look at this", files: [{ name: "error.log", type: "text/plain", size: 4 }] });
  const { port } = playground.adapter;
  const [received] = stored.files ?? [];
  if (received === undefined) throw new Error("no file was told of");
  const fetched = await port.fetchFile?.(received, 4);
  expect(fetched).toMatchObject({ ok: true, bytes: new Uint8Array(Buffer.from("boom")) });
  expect(await port.fetchFile?.(received, 3)).toMatchObject({
    ok: false,
    failure: { kind: "ourBug", why: "tooLarge" },
  });
  expect(await port.fetchFile?.({ ...received, id: "nowhere" }, 4)).toMatchObject({ ok: false });
  const carried = { name: "error.log", type: "text/plain", bytes: new Uint8Array(Buffer.from("boom")) };
  const to = { channel: "playground:triage" } as const;
  const post = async () => port.postFile?.(to, plainCard("a file"), carried, { key: "once" });
  expect(await post()).toEqual(await post());
  const posted = await newest();
  expect(posted).toMatchObject({ body: { kind: "card", files: [{ name: "error.log", size: 4 }] } });
  expect(await (await open(idOfFile(posted), luis)).text()).toBe("boom");
});

it("shows a file only to people who see its message", async () => {
  await share([file("a.txt", "text/plain", "for us")]);
  const id = idOfFile(await newest());
  expect((await open(id, carla)).status).toBe(200);
  for (const as of ["playground:oliver", "playground:sam", "playground:tomas", "playground:nobody"])
    expect((await open(id, as)).status, as).toBe(404);
  expect((await fetch(`${playground.url}/api/file/${id}?as=${carla}`)).status).toBe(403);
});

it.each([
  ["page.html", "text/html", "text/plain; charset=utf-8", "inline"],
  ["drawing.svg", "image/svg+xml", "image/svg+xml", "attachment"],
  ["photo.png", "image/png", "image/png", "inline"],
  ["mañana's (1).pdf", "application/pdf", "application/pdf", "attachment"],
  ["odd\r\nX-Evil: 1", "text/html\r\nX-Evil: 1", "application/octet-stream", "attachment"],
])("serves %s of type %s so that a browser runs nothing of it", async (name, type, served, disposition) => {
  await share([file(name, type, "<script>alert(1)</script>")]);
  const { headers } = await open(idOfFile(await newest()), carla);
  expect(headers.get("content-type")).toBe(served);
  expect(headers.get("content-disposition")).toMatch(new RegExp(`^${disposition}; filename\\*=UTF-8''[\\w.%-]+$`));
  expect(headers.get("content-security-policy")).toMatch(/default-src 'none';.*sandbox/);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("x-evil")).toBeNull();
});

it("accepts at most five files, of at most two megabytes each", async () => {
  const large = file("large.bin", "application/zip", "x".repeat(2_000_000));
  await share(Array.from({ length: 5 }, () => large));
  await expect(share(Array.from({ length: 6 }, () => file("small.txt", "text/plain", "x")))).rejects.toThrow("400");
  await expect(share([file("larger.bin", "application/zip", "x".repeat(2_000_001))])).rejects.toThrow("400");
  await expect(share([])).rejects.toThrow("400");
});

it("shows who put a 🎫 on a message, and the bot's own mark once", async () => {
  await visitor.say(carla, acme, "Good morning");
  const { id } = await newest();
  expect((await newest()).marks).toEqual([]);
  const react = { as: luis, channel: acme, thread: null, message: id, how: "react" };
  await visitor.post("/api/take", { ...react, key: randomUUID() });
  await visitor.post("/api/take", { ...react, key: randomUUID() });
  await playground.adapter.port.mark?.({ channel: acme, id });
  await playground.adapter.port.mark?.({ channel: acme, id });
  await playground.adapter.port.mark?.({ channel: acme, id: "999" });
  expect((await newest()).marks).toEqual([luis, null]);
});

import { afterEach, describe, expect, test } from "vitest";
import type { SMTPServerOptions } from "smtp-server";
import { createEmail } from "../../../adapters/email/index.ts";
import type { Card } from "../../../src/chat/card.ts";
import type { Adapter } from "../../../src/chat/port.ts";
import type { UserRef } from "../../../src/tickets/refs.ts";
import { refusing, startMailServer, type MailServer } from "../../support/mail-server.ts";
import { galleryCards } from "../gallery.ts";
import { plainCard } from "../recording-core.ts";
import { keptLog } from "../slack/stage.ts";

const ana: UserRef = "email:ana@example.com";
const now = Date.parse("2026-01-12T09:00:00Z");

let stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops) await stop();
  stops = [];
});

const adapterFor = (url: string): Adapter => {
  const adapter = createEmail(
    { url, from: "Vodlix Support <support@example.com>" },
    { log: keptLog(), now: () => now },
  );
  stops.unshift(() => adapter.stop());
  return adapter;
};

const open = async (options?: SMTPServerOptions): Promise<MailServer & { readonly adapter: Adapter }> => {
  const server = await startMailServer(options);
  stops.push(() => server.stop());
  return { ...server, adapter: adapterFor(server.url) };
};

test("a card arrives as a mail with a plain and an HTML part", async () => {
  const { adapter, mails } = await open();
  const card: Card = {
    summary: "T-1042 · Acme TV: First answer due soon",
    parts: [
      { part: "heading", text: "First answer on T-1042 is due soon" },
      { part: "facts", facts: [{ label: "Account", value: [{ t: "text", text: "Acme <TV>" }] }] },
      { part: "quote", text: "Nothing\nplays" },
      { part: "buttons", label: "Ticket", buttons: [{ action: "claim 1042", label: "Claim" }] },
    ],
  };
  expect(await adapter.port.tell(ana, card, { key: "one" })).toEqual({
    ok: true,
    ref: { channel: ana, id: expect.stringMatching(/^<[0-9a-f]{32}@example\.com>$/) as string },
  });
  const [mail] = mails;
  expect(mail?.to).toEqual(["ana@example.com"]);
  expect(mail?.headers).toContain("From: Vodlix Support <support@example.com>");
  expect(mail?.headers).toContain("To: ana@example.com");
  expect(mail?.headers).toContain("Date: Mon, 12 Jan 2026 09:00:00 +0000");
  expect(mail?.headers).toContain("Auto-Submitted: auto-generated");
  expect(mail?.raw).toMatch(/Content-Type: text\/plain[^]*Account: Acme <TV>[^]*> Nothing\r\n> plays/);
  expect(mail?.raw).toMatch(/Content-Type: text\/html[^]*Acme &#60;TV&#62;/);
  expect(mail?.raw).not.toContain("Claim");
});

test("the same attempt has the same Message-ID, and another attempt has another one", async () => {
  const { adapter, mails } = await open();
  for (const key of ["one", "one", "two"]) await adapter.port.tell(ana, plainCard("hello"), { key });
  const ids = mails.map((mail) => mail.headers.find((line) => line.startsWith("Message-ID")));
  expect(ids[0]).toBe(ids[1]);
  expect(ids[0]).not.toBe(ids[2]);
});

test("the adapter sends every card of the gallery", async () => {
  const { adapter, mails } = await open();
  const cards = galleryCards({ user: "slack:U1", channel: "slack:C1", message: { channel: "slack:C1", id: "1" } });
  for (const { name, card } of cards)
    expect([name, await adapter.port.tell(ana, card, { key: name })]).toMatchObject([name, { ok: true }]);
  expect(mails).toHaveLength(cards.length);
  for (const mail of mails) expect(mail.to).toEqual(["ana@example.com"]);
});

describe("a person's text becomes neither a header nor a recipient", () => {
  test.each([
    "x\r\nBcc: eve@example.com",
    "x\nBcc: eve@example.com",
    "x\rBcc: eve@example.com",
    "x\u2028Bcc: eve@example.com",
    "x\u0000\r\n\r\n<b>body</b>",
    `${"ñ".repeat(400)}\r\nBcc: eve@example.com`,
  ])("subject %j", async (summary) => {
    const { adapter, mails } = await open();
    const plain = plainCard("words");
    await adapter.port.tell(ana, { ...plain, summary }, { key: summary });
    expect(mails[0]?.to).toEqual(["ana@example.com"]);
    expect(mails[0]?.headers.map((line) => line.split(":")[0]).toSorted()).toEqual([
      "Auto-Submitted",
      "Content-Type",
      "Date",
      "From",
      "MIME-Version",
      "Message-ID",
      "Subject",
      "To",
      "X-Auto-Response-Suppress",
    ]);
  });

  test.each<UserRef>([
    "email:ana@example.com, eve@example.com",
    "email:ana@example.com\r\nRCPT TO:<eve@example.com>",
    "email:Ana <ana@example.com>",
    "email:ana",
    "email:",
  ])("recipient %j", async (user) => {
    const { adapter, mails } = await open();
    expect(await adapter.port.tell(user, plainCard("words"), { key: "x" })).toMatchObject({
      ok: false,
      failure: { kind: "recipientGone" },
    });
    expect(mails).toEqual([]);
  });
});

describe("the adapter translates the mail server's answer", () => {
  test.each<[string, SMTPServerOptions, string]>([
    ["no such mailbox", { onRcptTo: (_, __, done) => done(refusing("no such user", 550)) }, "recipientGone"],
    ["come back later", { onRcptTo: (_, __, done) => done(refusing("greylisted", 451)) }, "tryAgain"],
    ["this sender may not", { onMailFrom: (_, __, done) => done(refusing("who are you", 553)) }, "installBroken"],
    [
      "this mail may not",
      { onData: (stream, _, done) => stream.resume().on("end", () => done(refusing("spam", 554))) },
      "ourBug",
    ],
    [
      "not now",
      { onData: (stream, _, done) => stream.resume().on("end", () => done(refusing("full", 452))) },
      "tryAgain",
    ],
  ])("%s: %s", async (_, options, kind) => {
    const { adapter } = await open(options);
    expect(await adapter.port.tell(ana, plainCard("words"), { key: "x" })).toMatchObject({
      ok: false,
      failure: { kind },
    });
  });

  test("a connection that breaks after the mail was sent leaves the delivery in doubt", async () => {
    const sockets = new Set<{ destroy(): void }>();
    const server = await startMailServer({
      onData: (stream) => stream.resume().on("end", () => sockets.forEach((socket) => socket.destroy())),
    });
    stops.push(() => server.stop());
    server.raw.on("connection", (socket: { destroy(): void }) => sockets.add(socket));
    expect(await adapterFor(server.url).port.tell(ana, plainCard("words"), { key: "x" })).toMatchObject({
      ok: false,
      failure: { kind: "doubtful" },
    });
  });

  test("a wrong password is reported to the operator, and the password is not shown", async () => {
    const server = await startMailServer({
      disabledCommands: ["STARTTLS"],
      allowInsecureAuth: true,
      onAuth: (_, __, done) => done(new Error("no")),
    });
    stops.push(() => server.stop());
    const adapter = adapterFor(server.url.replace("smtp://", "smtp://desk:canary-secret@"));
    const delivery = await adapter.port.tell(ana, plainCard("words"), { key: "x" });
    expect(delivery).toMatchObject({ ok: false, failure: { kind: "installBroken" } });
    expect(JSON.stringify(delivery)).not.toContain("canary");
    expect(await adapter.probe?.([])).toEqual([
      expect.stringMatching(/^the mail server at 127\.0\.0\.1 does not take us: /),
    ]);
  });

  test("the adapter tries again while the server is down, and stays ready", async () => {
    const server = await startMailServer();
    await server.stop();
    const adapter = adapterFor(server.url);
    await adapter.start();
    expect(adapter.notReady()).toBeNull();
    expect(await adapter.port.tell(ana, plainCard("words"), { key: "x" })).toMatchObject({
      ok: false,
      failure: { kind: "tryAgain" },
    });
  });
});

test("the adapter refuses posts to channels and edits", async () => {
  const adapter = adapterFor("smtp://127.0.0.1:1");
  const gone = { ok: false, failure: { kind: "recipientGone" } };
  expect(await adapter.port.post({ channel: "email:list" }, plainCard("x"), { key: "x" })).toMatchObject(gone);
  expect(await adapter.port.edit({ channel: "email:list", id: "1" }, plainCard("x"))).toMatchObject(gone);
});

import { afterEach, beforeEach, expect, test } from "vitest";
import { createEmail } from "../../../adapters/email/index.ts";
import type { Adapter, LinkTo } from "../../../src/chat/port.ts";
import type { Desk, Person } from "../../../src/desk/desk.ts";
import { platformOf } from "../../../src/tickets/refs.ts";
import { startMailServer, type MailServer } from "../../support/mail-server.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";

const person = (key: string, change: Partial<Person>): Person => {
  const found = sampleDesk.people[key];
  if (found === undefined) throw new Error(`nobody is ${key}`);
  return { ...found, ...change };
};

/** Ana and Eva have mailboxes; the breach goes to the head by mail too. */
const desk: Desk = {
  ...sampleDesk,
  people: {
    ...sampleDesk.people,
    ana: person("ana", { email: "ana@example.com", deputy: null, locale: "es" }),
    eva: person("eva", { email: "eva@example.com", timezone: "America/New_York" }),
  },
  ladder: sampleDesk.ladder.map((step) =>
    step.when.by === "used" && step.when.percent === 100 ? { ...step, email: ["head"] } : step,
  ),
};

let world: StoryWorld;
let server: MailServer;
let adapter: Adapter;
beforeEach(async () => {
  server = await startMailServer();
  world = await startStoryWorld("testchat", desk);
  const linkTo: LinkTo = (ref) => world.ports.get(platformOf(ref.channel))?.linkTo?.(ref) ?? null;
  adapter = createEmail({ url: server.url, from: "desk@example.com" }, { log: world.log, now: world.now, linkTo });
  world.ports.set("email", adapter.port);
});
afterEach(async () => {
  await adapter.stop();
  await world.stop();
  await server.stop();
});

const bodyOf = (mail: MailServer["mails"][number] | undefined): string =>
  (mail?.raw ?? "")
    .replace(/=\r\n/g, "")
    .replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll("=", ""), "hex").toString("utf8"));

test("a step with mail is sent by mail, in the viewer's zone and language", async () => {
  await world.opens();
  await world.pass(240);
  expect(server.mails.map(({ to }) => to)).toEqual([["eva@example.com"]]);
  const body = bodyOf(server.mails[0]);
  expect(server.mails[0]?.headers.find((line) => line.startsWith("Subject"))).toContain("T-1001");
  expect(body).toContain("Acme TV");
  // Due at two in the afternoon in Madrid.
  expect(body).toMatch(/Monday,? 12 January 2026 at 08:00.*\(just now\)/);
  expect(body).toMatch(new RegExp(`Open: https://\\S+/c/${world.idOf("triage")}/\\d+`));
  expect(world.direct("eva")).toHaveLength(1);
});

test("if no person can be reached in chat, mail goes out before the head is notified", async () => {
  await world.opens();
  world.leaves("ana");
  world.loses("triage");
  await world.pass(120);
  expect(server.mails.map(({ to }) => to)).toEqual([["ana@example.com"]]);
  expect(bodyOf(server.mails[0])).toMatch(/lunes, 12 de enero de 2026/);
  expect(world.direct("eva")).toEqual([]);
  expect(await world.reminders()).toContain("50 fallbackTaken");
});

test("mail has its own queue: chat never waits for it", async () => {
  await world.opens();
  world.sleepThrough(240);
  await world.steps.fireReminders();
  while ((await world.steps.deliverOutbox()) > 0);
  expect(world.direct("eva")).toHaveLength(1);
  expect(server.mails).toEqual([]);
  await world.steps.deliverEmail();
  expect(server.mails).toHaveLength(1);
});

test("a mail server that is down delays no chat, and after a few tries the next route is taken", async () => {
  await server.stop();
  await world.opens();
  world.leaves("ana");
  world.loses("triage");
  world.sleepThrough(120);
  await world.steps.fireReminders();
  for (let turn = 0; turn < 3; turn++) await world.steps.deliverOutbox();
  expect(world.direct("eva")).toEqual([]);
  for (let turn = 0; turn < 3; turn++) await world.pass(1);
  expect(world.direct("eva")).toHaveLength(1);
  expect(await world.reminders()).toContain("50 fallbackTaken");
});

test("without any other route, mail is tried until the server is back", async () => {
  const down = server;
  await down.stop();
  await world.opens();
  await world.pass(240);
  for (let turn = 0; turn < 6; turn++) await world.pass(1);
  server = await startMailServer();
  const back = createEmail({ url: server.url, from: "desk@example.com" }, { log: world.log, now: world.now });
  world.ports.set("email", back.port);
  await world.pass(1);
  await world.pass(1);
  expect(server.mails.map(({ to }) => to)).toEqual([["eva@example.com"]]);
  await back.stop();
});

test("a mail's id belongs to its ticket: the same at each sending, and another on another desk", async () => {
  /** The breach of the first ticket of a desk of its own, opened so many minutes after the start. */
  const idOn = async (minutes: number): Promise<string | undefined> => {
    const desks = await startStoryWorld("testchat", desk);
    desks.ports.set("email", adapter.port);
    await desks.pass(minutes);
    await desks.opens();
    await desks.pass(240);
    await desks.stop();
    return server.mails.at(-1)?.headers.find((line) => line.startsWith("Message-ID"));
  };
  const ids = [await idOn(1), await idOn(2), await idOn(1)];
  expect(server.mails.map(({ raw }) => raw.includes("T-1001"))).toEqual([true, true, true]);
  expect(ids[0]).toMatch(/^Message-ID: <[0-9a-f]{32}@example\.com>/);
  expect([ids[2] === ids[0], ids[1] === ids[0]]).toEqual([true, false]);
});

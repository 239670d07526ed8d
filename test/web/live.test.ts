import type { Database } from "../../src/db/connection/handle.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { changesMark } from "../../src/db/presence-store.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { createLive, type LivePages } from "../../src/web/live/live.ts";
import { openWebDesk, type Browser, type WebDesk } from "../support/web-desk.ts";
import { startWorld, webAddress, type World } from "../support/world.ts";
import { sampleDesk } from "../support/sample-desk.ts";

let world: World;
let web: WebDesk;
beforeEach(async () => {
  world = await startWorld();
  web = openWebDesk(world, undefined, { liveEveryMs: 5 });
});
afterEach(async () => {
  web.close();
  await world.stop();
});

interface Stream {
  /** The data of the next message of this kind. Rejects if the stream ends. */
  next(event: string): Promise<string>;
  /** Resolves when the server ends the stream. */
  ended(): Promise<void>;
  leave(): Promise<void>;
}

const streamOf = (response: Response): Stream => {
  if (response.body === null) throw new Error("no stream");
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  let text = "";
  const read = async (): Promise<boolean> => {
    const { done, value } = await reader.read();
    text += new TextDecoder().decode(value);
    return !done;
  };
  return {
    next: async (event) => {
      for (;;) {
        const end = text.indexOf("\n\n");
        if (end < 0) {
          if (!(await read())) throw new Error("the stream ended");
          continue;
        }
        const [, kind, data = ""] = /^event: (\w+)\ndata: (.*)$/.exec(text.slice(0, end)) ?? [];
        text = text.slice(end + 2);
        if (kind === event) return data;
      }
    },
    ended: async () => {
      while (await read());
    },
    leave: () => reader.cancel(),
  };
};

const opensStream = async (browser: Browser, path: string): Promise<Stream> => {
  const response = await browser.get(path);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/event-stream; charset=utf-8"]);
  const stream = streamOf(response);
  await stream.next("beat");
  return stream;
};

test("an open ticket hears of its changes, whoever made them and wherever, and of no other ticket's", async () => {
  await world.opens();
  await world.opens();
  const luis = await web.signedIn("slack:U0LUIS");
  const stream = await opensStream(luis, "/desk/live?ticket=1001");
  await stream.next("presence");
  await world.slack.user("U0MARTA").types("C0TRIAGE", "/ticket close 1002");
  await world.settle();
  await world.slack.user("U0MARTA").types("C0TRIAGE", "/ticket close 1001");
  await world.settle();
  const { version } = await world.ticket(1001);
  expect(Number(await stream.next("changed"))).toBeLessThanOrEqual(version);
  await stream.leave();
});

test("a change between the drawing of a page and its stream is not missed", async () => {
  await world.opens();
  const luis = await web.signedIn("slack:U0LUIS");
  const page = await luis.page("/desk/tickets/1001");
  const shown = /data-version="(\d+)"/.exec(page)?.[1] ?? "";
  await world.slack.user("U0MARTA").types("C0TRIAGE", "/ticket close 1001");
  await world.settle();
  const stream = await opensStream(luis, `/desk/live?ticket=1001&seen=${shown}`);
  expect(Number(await stream.next("changed"))).toBe((await world.ticket(1001)).version);
  await stream.leave();
});

test("the open queue hears of every ticket, with no text of it", async () => {
  const luis = await web.signedIn("slack:U0LUIS");
  const stream = await opensStream(luis, "/desk/live");
  await stream.next("beat").catch(() => {});
  await world.opens();
  expect(await stream.next("changed")).toMatch(/^\d+$/);
  await stream.leave();
});

test("colleagues see who looks and who types, until they leave", async () => {
  await world.opens();
  const luis = await web.signedIn("slack:U0LUIS");
  const marta = await web.signedIn("slack:U0MARTA");
  const stream = await opensStream(luis, "/desk/live?ticket=1001");
  expect(JSON.parse(await stream.next("presence"))).toEqual({ looking: [], typing: [] });
  const other = await opensStream(marta, "/desk/live?ticket=1001");
  const seen = JSON.parse(await stream.next("presence")) as { readonly looking: readonly string[] };
  expect(seen.looking).toHaveLength(1);
  expect(seen.looking[0]).toContain("Marta");
  const token = /name="token" value="([^"]+)"/.exec(await marta.page("/desk/tickets/1001"))?.[1] ?? "";
  expect((await marta.post("/desk/tickets/1001/typing", { token })).status).toBe(204);
  expect(JSON.parse(await stream.next("presence"))).toEqual({ looking: [], typing: seen.looking });
  await other.leave();
  expect(JSON.parse(await stream.next("presence"))).toEqual({ looking: [], typing: [] });
  await stream.leave();
});

test("a person whose page vanished is not shown for ever", async () => {
  await world.opens();
  const luis = await web.signedIn("slack:U0LUIS");
  const token = /name="token" value="([^"]+)"/.exec(await luis.page("/desk/tickets/1001"))?.[1] ?? "";
  await luis.post("/desk/tickets/1001/typing", { token });
  const marta = await web.signedIn("slack:U0MARTA");
  const stream = await opensStream(marta, "/desk/live?ticket=1001");
  expect(await stream.next("presence")).toContain("Luis");
  world.sleepThrough(1);
  expect(JSON.parse(await stream.next("presence"))).toEqual({ looking: [], typing: [] });
  await stream.leave();
});

test("only a form of the signed-in browser says that a person types", async () => {
  await world.opens();
  const luis = await web.signedIn("slack:U0LUIS");
  expect((await luis.post("/desk/tickets/1001/typing", { token: "x" })).status).toBe(403);
  expect((await web.browser().get("/desk/live")).status).toBe(303);
  expect((await luis.get("/desk/live?ticket=9999")).status).toBe(404);
});

test("a stream ends when the person signs out everywhere, or leaves the desk", async () => {
  const luis = await web.signedIn("slack:U0LUIS");
  const stream = await opensStream(luis, "/desk/live");
  const token = /name="token" value="([^"]+)"/.exec(await luis.page("/desk"))?.[1] ?? "";
  await luis.post("/desk/sign-out-everywhere", { token });
  await stream.ended();
  const marta = await web.signedIn("slack:U0MARTA");
  const hers = await opensStream(marta, "/desk/live");
  const { marta: gone, ...people } = sampleDesk.people;
  expect(gone).toBeDefined();
  await world.applies({ ...sampleDesk, people });
  await hers.ended();
});

test("an open page alone does not prolong its session", async () => {
  const luis = await web.signedIn("slack:U0LUIS");
  const stream = await opensStream(luis, "/desk/live");
  for (let hours = 0; hours < 13; hours += 1) {
    world.sleepThrough(60);
    await stream.next("beat").catch(() => {});
  }
  await stream.ended();
});

const listening = (
  live: LivePages,
  person: string,
  count: number,
  account: string | null = null,
): readonly (Response | null)[] =>
  Array.from({ length: count }, () =>
    live.subscribe({ ticket: null, person, seen: null, account, isAllowed: async () => true, nameOf: (key) => key }),
  );

test("a change of the queue that is committed after a later one is not missed", async () => {
  const { db } = world.database;
  await world.opens();
  // A transaction took the id of its event, and has not ended.
  await db.execute(sql`select nextval('events_id_seq')`);
  await world.opens();
  const luis = await web.signedIn("slack:U0LUIS");
  const shown = /data-version="(\d+)"/.exec(await luis.page("/desk?tab=open"))?.[1] ?? "";
  const before = await changesMark(db);
  const isFree = sql`not exists (select from events later where later.id = events.id + 1)`;
  await db.execute(sql`insert into events (id, ticket, type, at, body)
    select id + 1, ticket, type, at, body from events where ${isFree} order by id limit 1`);
  expect(await changesMark(db)).toBeGreaterThan(before);
  const stream = await opensStream(luis, `/desk/live?seen=${shown}`);
  expect(Number(await stream.next("changed"))).toBeGreaterThan(Number(shown));
  await stream.leave();
});

test("a process keeps a bounded number of streams, and of one person", () => {
  const { db } = world.database;
  const live = createLive({ db, now: world.now, log: world.log, everyMs: 60_000, most: 6, mostPerPerson: 4 });
  expect(listening(live, "luis", 5).filter((each) => each !== null)).toHaveLength(4);
  expect(listening(live, "marta", 5).filter((each) => each !== null)).toHaveLength(2);
  live.close();
});

test("contacts of an account, and all contacts, leave streams for others", () => {
  const { db } = world.database;
  const bounds = { most: 10, mostPerPerson: 3, mostOfAccount: 4, mostOfContacts: 6 };
  const live = createLive({ db, now: world.now, log: world.log, everyMs: 60_000, ...bounds });
  const opened = (person: string, account: string | null): number =>
    listening(live, person, 3, account).filter((each) => each !== null).length;
  expect([opened("nuria", "acme"), opened("carla", "acme")]).toEqual([3, 1]);
  expect([opened("nils", "northwind"), opened("zoe", "northwind")]).toEqual([2, 0]);
  expect([opened("luis", null), opened("marta", null)]).toEqual([3, 1]);
  live.close();
});

test("a request that no browser reads opens no stream: HEAD, or one that was answered with the late page", async () => {
  const luis = await web.signedIn("slack:U0LUIS");
  const asks = async (method: string) =>
    (await web.fetch(new Request(`${webAddress}/desk/live`, { method, headers: { cookie: luis.cookie ?? "" } })))
      .status;
  for (let n = 0; n < 10; n += 1) await asks("HEAD");
  // The pages wait for the desk until the late page was sent.
  const { promise: sent, resolve: release } = Promise.withResolvers<void>();
  const desk = { ...world.desk, read: (db: Database) => sent.then(() => world.desk.read(db)) };
  const hurried = openWebDesk(world, undefined, { pageMs: 0, liveEveryMs: 5, desk });
  const late = hurried.browser();
  late.cookie = luis.cookie;
  for (let n = 0; n < 10; n += 1) expect((await late.get("/desk/live")).status).toBe(503);
  release();
  const streams = [await luis.get("/desk/live"), await hurried.fetch(new Request(`${webAddress}/healthz`))];
  expect(streams[0]?.status).toBe(200);
  hurried.close();
});

test("all streams end when the process stops, and no new one begins", async () => {
  const { db } = world.database;
  const live = createLive({ db, now: world.now, log: world.log, everyMs: 60_000 });
  const streams = listening(live, "luis", 3);
  live.close();
  for (const each of streams) await streamOf(each ?? expect.fail("refused")).ended();
  expect(listening(live, "luis", 1)).toEqual([null]);
});

import { expect, test } from "vitest";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { execute } from "../../src/tickets/execute/execute.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import type { Actor } from "../../src/tickets/messages.ts";
import type { HttpSettings } from "../../src/http/listener.ts";
import type { NotReady } from "../../src/http/health.ts";
import { createMetrics } from "../../src/http/metrics.ts";
import { freshDatabase } from "../support/database/database.ts";
import { cast, monday, opening } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { listenerWith, openListener, quiet } from "./open-listener.ts";

const open = async (settings: Partial<HttpSettings> = {}): Promise<string> =>
  `http://127.0.0.1:${await openListener(settings)}`;

test("/healthz answers while the process runs", async () => {
  expect((await fetch(`${await open()}/healthz`)).status).toBe(200);
});

test("/readyz gives the reasons while Plazo is not ready, and then says that it is", async () => {
  let notReady: NotReady[] = [{ reason: "a platform is not connected", details: ["Slack is not connected."] }];
  const at = await open({ health: () => ({ notReady, attention: [] }) });
  const before = await fetch(`${at}/readyz`);
  expect([before.status, await before.json()]).toEqual([
    503,
    { ready: false, reasons: ["a platform is not connected: Slack is not connected."], attention: [] },
  ]);
  notReady = [];
  const after = await fetch(`${at}/readyz`);
  expect([after.status, await after.json()]).toEqual([200, { ready: true, reasons: [], attention: [] }]);
});

test("/readyz names what an operator should look at, and stays ready", async () => {
  const attention = ["T-1042: the firstResponse reminder at 50 % reached nobody"];
  const answer = await fetch(`${await open({ health: () => ({ notReady: [], attention }) })}/readyz`);
  expect([answer.status, await answer.json()]).toEqual([200, { ready: true, reasons: [], attention }]);
});

test("/metrics counts a customer's action once, however often it is delivered", async () => {
  const metrics = createMetrics();
  const database = await freshDatabase();
  await writeDesk(database.db, {}, monday);
  const desk = createDeskCache(() => sampleDesk);
  const deps = { database, desk, onEvents: metrics.onEvents };
  const { carla, luis } = cast;
  const act = (by: Actor, wanted: object, key: string, number: number | null = 1001) =>
    execute(deps, { key, number, command: { ...wanted, by, at: monday } as never });
  await act(carla, opening("critical"), "1", null);
  await act(carla, { ...opening(), kind: "consulting" }, "2", null);
  for (let times = 0; times < 2; times += 1)
    await act(carla, { type: "requestCall", number: "+34 1", time: null }, "3");
  await act(luis, { type: "escalate", why: null }, "4");
  await act(luis, { type: "resolve" }, "5");
  for (const score of ["good", "bad", "bad"]) await act(carla, { type: "rate", score, comment: null }, `6 ${score}`);
  const text = await metrics.text();
  for (const line of [
    "plazo_calls_requested_total 1",
    "plazo_consulting_total 1",
    "plazo_escalations_total 1",
    'plazo_ratings_total{score="good"} 1',
    'plazo_ratings_total{score="ok"} 0',
    'plazo_ratings_total{score="bad"} 1',
    "plazo_manual_solved_total 0",
  ])
    expect(text.split("\n")).toContain(line);
});

test("/metrics counts events in the format of Prometheus", async () => {
  const metrics = createMetrics();
  metrics.inboundEventReceived("slack", "command");
  metrics.acknowledged("slack", 0.02);
  metrics.delivered("slack", "delivered");
  metrics.reminded("sent");
  metrics.reminderLate(0.2);
  metrics.outboxPending(3);
  const answer = await fetch(`${await open({ metrics })}/metrics`);
  expect(answer.headers.get("content-type")).toContain("text/plain");
  const text = await answer.text();
  for (const line of [
    'plazo_inbound_events_total{platform="slack",kind="command"} 1',
    'plazo_acknowledge_seconds_bucket{le="0.025",platform="slack"} 1',
    'plazo_deliveries_total{platform="slack",outcome="delivered"} 1',
    'plazo_reminders_total{outcome="sent"} 1',
    'plazo_reminder_lateness_seconds_bucket{le="0.25"} 1',
    "plazo_outbox_pending 3",
  ])
    expect(text).toContain(line);
});

test("an adapter gets its own path, and the adapter at / gets the rest", async () => {
  const answer = (name: string) => async (request: Request) =>
    new Response(`${name} ${request.method} ${new URL(request.url).pathname} ${await request.text()}`);
  const at = await open({
    mounts: [
      { path: "/", handle: answer("page") },
      { path: "/slack/events", handle: answer("slack") },
    ],
  });
  const answerOf = async (path: string, body?: string): Promise<string> =>
    (await fetch(at + path, body === undefined ? {} : { method: "POST", body })).text();
  expect(await answerOf("/")).toBe("page GET / ");
  expect(await answerOf("/any/thing")).toBe("page GET /any/thing ");
  expect(await answerOf("/slack/events", "payload=1")).toBe("slack POST /slack/events payload=1");
  expect(await answerOf("/healthz")).toBe('{"ok":true}');
});

test("an adapter's exception becomes a 500 without details", async () => {
  const logged: object[] = [];
  const at = await open({
    log: { ...quiet, error: (about) => void logged.push(about) },
    mounts: [{ path: "/", handle: () => Promise.reject(new Error("table tickets")) }],
  });
  const answer = await fetch(at);
  expect([answer.status, await answer.text()]).toEqual([500, "Something went wrong on our side."]);
  expect(logged).toMatchObject([{ err: { message: "table tickets" }, path: "/" }]);
});

test("the server refuses a body that is larger than any platform sends", async () => {
  const at = await open({ mounts: [{ path: "/", handle: () => new Response("taken") }] });
  expect((await fetch(at, { method: "POST", body: "x".repeat(3_000_000) })).status).toBe(413);
});

test("a port in use is reported as such", async () => {
  const port = Number(new URL(await open()).port);
  await expect(open({ port })).rejects.toThrow(`Cannot listen on 127.0.0.1:${port}`);
});

test("closing lets a running request finish, and accepts no new one", async () => {
  let arrived = (): void => {};
  let answer = (_: Response): void => {};
  const arriving = new Promise<void>((resolve) => (arrived = resolve));
  const listener = await listenerWith({
    mounts: [{ path: "/", handle: () => (arrived(), new Promise<Response>((resolve) => (answer = resolve))) }],
  });
  const at = `http://127.0.0.1:${listener.port}`;
  const asked = fetch(at);
  await arriving;
  const closed = listener.close(60_000);
  await expect(fetch(`${at}/healthz`)).rejects.toThrow("fetch failed");
  answer(new Response("late, but complete"));
  expect(await (await asked).text()).toBe("late, but complete");
  await closed;
});

test("closing cuts off a stream that does not end", async () => {
  const endless = new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode("first")) });
  const listener = await listenerWith({ mounts: [{ path: "/", handle: () => new Response(endless) }] });
  const viewer = (await fetch(`http://127.0.0.1:${listener.port}`)).body?.getReader();
  await viewer?.read();
  await listener.close(1);
  await expect(viewer?.read()).rejects.toThrow();
});

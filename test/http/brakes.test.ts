import { once } from "node:events";
import { Agent, request } from "node:http";
import type { Socket } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import type { Log } from "../../src/chat/port.ts";
import { createBodyBudget } from "../../src/http/body-budget.ts";
import { createMetrics } from "../../src/http/metrics.ts";
import { until } from "../support/until.ts";
import { ask, openListener, quiet, sends } from "./open-listener.ts";

const megabyte = 1024 * 1024;
const post = (length: number, body: string): string =>
  `POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n${body}`;
const closed = (socket: Socket) => (socket.closed ? Promise.resolve() : once(socket, "close"));
const taking = { path: "/", handle: async (request: Request) => new Response(await request.text()) };

test("400 unfinished bodies take limited memory, are all closed, and a whole request is served meanwhile", async () => {
  const metrics = createMetrics();
  const port = await openListener({ metrics, mounts: [taking], requestTimeout: 1_500, bodyBudget: 8 * megabyte });
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  const measure = (): void => void (most = Math.max(most, process.memoryUsage().arrayBuffers - before));
  const part = "x".repeat(megabyte - 1);
  const sockets = Array.from({ length: 400 }, () => sends(port, post(megabyte, part)));
  await until("the oldest were cut off", async () => {
    measure();
    return /why="crowded"} \d\d/.test(await metrics.text()) || null;
  });
  expect((await ask(port, "/healthz")).status).toBe(200);
  const whole = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: "POST", body: "whole" });
  expect(await whole.text()).toBe("whole");
  await Promise.all(sockets.map(closed));
  measure();
  // Bytes received are array buffers; what the test itself sends is text. 400 whole bodies would be 400 MB.
  expect(most).toBeLessThan(100 * megabyte);
});

test("a request whose headers or body take too long is closed", async () => {
  const port = await openListener({ mounts: [taking], requestTimeout: 300 });
  await Promise.all(
    ["POST / HTTP/1.1\r\nHost: x\r\nX: ", post(10, "five."), ""].map((bytes) => closed(sends(port, bytes))),
  );
});

const isSent = (socket: Socket) =>
  until("it was sent", () => (socket.readyState === "open" && socket.bytesWritten > 0 ? true : null));

test("at the connection limit, idle connections are closed first", async () => {
  const port = await openListener({ mounts: [taking], brakes: { connections: 2, unfinishedPerAddress: 64 } });
  const idle = sends(port, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
  await until("it was answered", () => (idle.bytesRead > 0 ? true : null));
  const unfinished = sends(port, post(10, "a"));
  await isSent(unfinished);
  expect((await ask(port, "/healthz")).status).toBe(200);
  await closed(idle);
  expect(unfinished.closed).toBe(false);
});

test("at the connection limit without an idle one, the slowest request is closed and a whole one is served", async () => {
  const metrics = createMetrics();
  const brakes = { connections: 2, unfinishedPerAddress: 64 };
  const port = await openListener({ metrics, mounts: [taking], brakes });
  const first = sends(port, post(10, "a"));
  await isSent(first);
  const second = sends(port, post(10, "b"));
  await isSent(second);
  expect((await ask(port, "/healthz")).status).toBe(200);
  await closed(first);
  expect(second.closed).toBe(false);
  expect(await metrics.text()).toContain('plazo_http_refused_total{why="tooManyConnections"} 1');
});

test("a request with forbidden headers is refused before its body is sent", async () => {
  const met: string[] = [];
  const mount = { path: "/", refuses: () => 401 as const, handle: () => (met.push("handled"), new Response("")) };
  const socket = sends(await openListener({ mounts: [mount] }), post(megabyte, "x"));
  const [posted] = (await once(socket, "data")) as [Buffer];
  expect(posted.toString()).toMatch(/^HTTP\/1\.1 401 [^]*connection: close/i);
  await closed(socket);
  expect(met).toEqual([]);
});

test("a client that leaves in the middle is logged at debug level only", async () => {
  const lines: string[] = [];
  const logLine = (level: string) => (about: object) => void lines.push(`${level} ${JSON.stringify(about)}`);
  const log: Log = { ...quiet, debug: logLine("debug"), warn: logLine("warn"), error: logLine("error") };
  const port = await openListener({ mounts: [taking], log });
  for (let n = 0; n < 5; n++) {
    const socket = sends(port, post(megabyte, "x"));
    await until("it was sent", () => (socket.bytesWritten > 0 ? true : null));
    socket.resetAndDestroy();
  }
  await until("all were noticed", () => (lines.length >= 5 ? true : null));
  expect(new Set(lines)).toEqual(new Set(['debug {"path":"/","reason":"brokenOff"}']));
});

test("all bodies together stay within the limit, and a whole one is never cut off", async () => {
  const budget = createBodyBudget(100);
  const endless = (bytes: number) =>
    new ReadableStream<Uint8Array>({ start: (stream) => stream.enqueue(new Uint8Array(bytes)) });
  const whole = (bytes: number) => new Response(new Uint8Array(bytes)).body;
  const first = await budget.read(whole(40), 100);
  const oldest = budget.read(endless(40), 100);
  const younger = budget.read(endless(10), 100);
  const last = await budget.read(whole(50), 100);
  expect([first.kind, (await oldest).kind, last.kind]).toEqual(["read", "crowded", "read"]);
  expect((await budget.read(whole(101), 100)).kind).toBe("tooLarge");
  if (first.kind !== "read" || last.kind !== "read") throw new Error("it was not read");
  first.release();
  last.release();
  expect((await budget.read(whole(90), 100)).kind).toBe("read");
  expect(await Promise.race([younger.then(({ kind }) => kind), Promise.resolve("waits")])).toBe("waits");
});

test("a connection that sends its next request before the answer is closed, and only its first one is processed", async () => {
  const metrics = createMetrics();
  let looks = 0;
  const health = async () => {
    looks += 1;
    await new Promise((resolve) => setImmediate(resolve));
    return { notReady: [], attention: [] };
  };
  const port = await openListener({ metrics, health, mounts: [taking] });
  const sockets = Array.from({ length: 50 }, () =>
    sends(port, "GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(1_000)),
  );
  await Promise.all(sockets.map(closed));
  expect(looks).toBe(50);
  expect(await metrics.text()).toContain('plazo_http_refused_total{why="pipelined"} 50');
  expect((await ask(port, "/readyz")).status).toBe(200);
});

test("a connection may send its next request as soon as it has the answer, also after a large one or a refused body", async () => {
  const large = { path: "/large", handle: () => new Response("x".repeat(8 * megabyte)) };
  const port = await openListener({ mounts: [taking, large] });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const get = (path: string, body = ""): Promise<number> =>
    new Promise((resolve, reject) => {
      const method = body === "" ? "GET" : "POST";
      request({ host: "127.0.0.1", port, path, method, agent }, (response) => {
        text(response).then((answer) => resolve(answer.length), reject);
      })
        .once("error", reject)
        .end(body);
    });
  for (let round = 0; round < 20; round++)
    expect([await get("/large/"), await get("/healthz"), await get("/", "five.")]).toEqual([8 * megabyte, 11, 5]);
  agent.destroy();
});

test("an unknown expectation ends the connection", async () => {
  const port = await openListener({ mounts: [taking] });
  const socket = sends(port, "GET / HTTP/1.1\r\nHost: localhost\r\nExpect: a-miracle\r\n\r\n".repeat(1_000));
  let answer = "";
  socket.on("data", (bytes: Buffer) => void (answer += bytes.toString()));
  await closed(socket);
  expect(answer.match(/^HTTP\/1\.1 417 /gm)).toHaveLength(1);
});

test("the server refuses TRACE, and logs no error", async () => {
  const errors: unknown[] = [];
  const log: Log = { ...quiet, error: (details) => void errors.push(details) };
  const port = await openListener({ mounts: [taking], log });
  const socket = sends(port, "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n");
  let answer = "";
  socket.on("data", (bytes: Buffer) => void (answer += bytes.toString()));
  await closed(socket);
  expect(answer).toMatch(/^HTTP\/1.1 405 /);
  expect(errors).toEqual([]);
});

import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { bearsToken, isAskedLocally, isOwnHost } from "../../src/http/asked-locally.ts";
import { boundedLook } from "../../src/http/bounded-look.ts";
import { ask, openListener } from "./open-listener.ts";

const token = "0123456789abcdef0123456789abcdef";
const health = () => ({
  notReady: [
    { reason: "the database does not answer", details: ["SQLSTATE 53100"] },
    { reason: "tickets have no card in triage", details: ["T-1042: channel_not_found canary", "T-1043: canary"] },
  ],
  attention: ["T-1044: canary reached nobody"],
});
const open = () => openListener({ health, token, hostNames: ["127.0.0.1", "plazo.example.com"] });

describe("a request from any address", () => {
  const forwarded = { "x-forwarded-for": "203.0.113.9" };

  test("gets yes or no in fixed sentences from /readyz, and nothing about a ticket", async () => {
    const { status, body } = await ask(await open(), "/readyz", forwarded);
    expect(status).toBe(503);
    expect(JSON.parse(body)).toEqual({
      ready: false,
      reasons: ["the database does not answer", "tickets have no card in triage"],
      more: expect.stringContaining("METRICS_TOKEN") as string,
    });
    expect(body).not.toMatch(/canary|T-\d|53100/);
  });

  test("needs the token for /metrics", async () => {
    const port = await open();
    const refused = await ask(port, "/metrics", forwarded);
    expect([refused.status, refused.body]).toEqual([401, expect.stringContaining("METRICS_TOKEN")]);
    const detailed = await ask(port, "/metrics", { ...forwarded, authorization: `Bearer ${token}` });
    expect([detailed.status, detailed.body]).toEqual([200, expect.stringContaining("plazo_outbox_pending")]);
  });

  test("gets the details with the token", async () => {
    const { body } = await ask(await open(), "/readyz", { ...forwarded, authorization: `Bearer ${token}` });
    expect(body).toContain("T-1044: canary reached nobody");
  });

  test("is answered by /healthz", async () => {
    expect(await ask(await open(), "/healthz", forwarded)).toEqual({ status: 200, body: '{"ok":true}' });
  });

  test("is recognised as a proxy's by its old protocol", async () => {
    const socket = connect(await open(), "127.0.0.1");
    socket.end("GET /readyz HTTP/1.0\r\nHost: 127.0.0.1:3000\r\n\r\n");
    const answered = await text(socket);
    expect(answered).toContain("the database does not answer");
    expect(answered).not.toContain("canary");
  });
});

test("with PUBLIC_URL, a request from this machine needs the token, because a proxy may add no header", async () => {
  const port = await openListener({ health, token, isPublic: true });
  const plain = await ask(port, "/readyz");
  expect([plain.status, plain.body]).toEqual([503, expect.stringContaining("PUBLIC_URL is set")]);
  expect(plain.body).not.toMatch(/canary|T-\d|53100/);
  expect((await ask(port, "/metrics")).status).toBe(401);
  const bearer = { authorization: `Bearer ${token}` };
  expect((await ask(port, "/readyz", bearer)).body).toContain("T-1044: canary reached nobody");
  expect((await ask(port, "/metrics", bearer)).status).toBe(200);
});

test("a request from this machine gets the details", async () => {
  const { body } = await ask(await open(), "/readyz");
  expect(JSON.parse(body)).toEqual({
    ready: false,
    reasons: [
      "the database does not answer: SQLSTATE 53100",
      "tickets have no card in triage: T-1042: channel_not_found canary",
      "tickets have no card in triage: T-1043: canary",
    ],
    attention: ["T-1044: canary reached nobody"],
  });
});

describe("a page that makes a browser ask under another host name", () => {
  test.each(["/healthz", "/readyz", "/metrics"])("gets no details by %s", async (path) => {
    const port = await open();
    for (const host of ["evil.example", `evil.example:${port}`, "127.0.0.1.evil.example", "localhost.evil.example"]) {
      const { status, body } = await ask(port, path, { host });
      expect([host, status]).toEqual([host, 421]);
      expect(body).not.toMatch(/canary|ready|plazo_/);
    }
    expect((await ask(port, path, { host: "evil.example", authorization: `Bearer ${token}` })).status).not.toBe(421);
  });

  test.each<[string | undefined, boolean]>([
    ["localhost", true],
    ["LOCALHOST:3000", true],
    ["app.localhost", true],
    ["127.0.0.1:3000", true],
    ["[::1]:3000", true],
    ["192.0.2.7", true],
    ["plazo.example.com", true],
    ["plazo.example.com.:443", true],
    [undefined, true],
    ["plazo.example.com.evil.example", false],
    ["evil.example", false],
    ["127.0.0.1@evil.example", false],
    ["127.0.0.1.evil.example:3000", false],
    ["[::1].evil.example", false],
    ["1.2.3", false],
    [":3000", false],
  ])("%s: %s", (host, own) => expect(isOwnHost(host, ["plazo.example.com"])).toBe(own));
});

test.each<[string, string | null, Record<string, string>, boolean]>([
  ["the loopback", "127.0.0.1", {}, true],
  ["the loopback by IPv6", "::1", {}, true],
  ["the loopback by IPv4 in IPv6", "::ffff:127.0.0.1", {}, true],
  ["another machine", "192.0.2.7", {}, false],
  ["a neighbour", "172.17.0.1", {}, false],
  ["an unknown address", null, {}, false],
  ["another machine that claims the loopback", "192.0.2.7", { "x-forwarded-for": "127.0.0.1" }, false],
  ...[
    "Forwarded",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "Via",
    "X-Real-IP",
    "CF-Connecting-IP",
    "True-Client-IP",
    "X-Client-IP",
    "X-Envoy-External-Address",
    "CDN-Loop",
    "Ngrok-Trace-Id",
    "X-Original-Forwarded-For",
  ].map((header): [string, string, Record<string, string>, boolean] => [
    `a proxy's ${header}`,
    "127.0.0.1",
    { [header]: "x" },
    false,
  ]),
])("a request from %s", (_, peer, headers, local) => {
  expect(isAskedLocally({ peer, httpVersion: "1.1", headers: new Headers(headers) })).toBe(local);
});

test("only the right token opens the details", () => {
  const bearing = (value: string) => new Headers({ authorization: value });
  expect(bearsToken(bearing(`Bearer ${token}`), token)).toBe(true);
  expect(bearsToken(bearing(`bearer ${token}`), token)).toBe(true);
  for (const wrong of [
    "",
    "Bearer ",
    "Bearer",
    token,
    `Basic ${token}`,
    `Bearer ${token}x`,
    `Bearer ${token.slice(1)}`,
  ]) {
    expect(bearsToken(bearing(wrong), token)).toBe(false);
    expect(bearsToken(bearing(wrong), null)).toBe(false);
  }
});

describe("a health check with a deadline", () => {
  const endless = () => new Promise<string>(() => {});

  test("ends although the dependency does not answer, and starts no second check meanwhile", async () => {
    let looks = 0;
    const look = boundedLook(
      () => (looks++, endless()),
      () => "silent",
      20,
    );
    expect(await Promise.all([look(), look()])).toEqual(["silent", "silent"]);
    expect(await look()).toBe("silent");
    expect(looks).toBe(1);
  });

  test("shares one result among simultaneous callers, and passes an error to all", async () => {
    let looks = 0;
    const look = boundedLook(
      async () => `seen ${++looks}`,
      () => "silent",
    );
    expect(await Promise.all([look(), look(), look()])).toEqual(["seen 1", "seen 1", "seen 1"]);
    const failing = boundedLook(
      () => Promise.reject(new Error("x")),
      () => "silent",
    );
    await expect(failing()).rejects.toThrow("x");
    await expect(failing()).rejects.toThrow("x");
  });
});

import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { ask, openListener } from "./open-listener.ts";

const mounts = [{ path: "/", isLocalOnly: true, handle: () => new Response("opened") }];

const answerTo = async (port: number, version: string, header = ""): Promise<string> => {
  const socket = connect(port, "127.0.0.1");
  socket.write(`GET / HTTP/${version}\r\nHost: 127.0.0.1:${port}\r\n${header}Connection: close\r\n\r\n`);
  return text(socket);
};

test("a local page refuses HTTP/1.0 of a plain proxy and every header of a proxy", async () => {
  const port = await openListener({ mounts });
  expect(await answerTo(port, "1.1")).toContain("opened");
  expect(await answerTo(port, "1.0")).toContain(" 403 ");
  const usual = ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP"];
  for (const name of [...usual, "CF-Connecting-IP", "True-Client-IP", "X-Envoy-Peer", "CDN-Loop", "Ngrok-Trace-Id"])
    expect(await answerTo(port, "1.1", `${name}: x\r\n`)).toContain(" 403 ");
});

test("a local page needs a Host header of the loopback with the listening port, and its refusal names the header", async () => {
  const port = await openListener({ mounts });
  const refusal = async (host: string): Promise<string> => (await ask(port, "/", { host })).body;
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`, `127.0.0.2:${port}`])
    expect(await refusal(host), host).toBe("opened");
  for (const host of [
    "plazo.example.com",
    `plazo.example.com:${port}`,
    "127.0.0.1",
    "localhost:1",
    `192.0.2.1:${port}`,
  ])
    expect(await refusal(host), host).toContain(`its header "host" does not name this machine`);
  expect(await answerTo(port, "1.1", "X-Next-Vendor: x\r\n")).toContain('it has the header "x-next-vendor"');
  expect(await answerTo(port, "1.0")).toContain("it uses HTTP/1.0");
});

test("a local page refuses headers of vendors that it does not know, and accepts those of clients", async () => {
  const port = await openListener({ mounts });
  const vendors = ["WL-Proxy-Client-IP", "Proxy-Client-IP", "X-Vercel-Forwarded-For", "X-Ms-Proxy", "X-Tunnel-Id"];
  for (const name of [...vendors, "X-Next-Vendor", "Next-Vendor-Ip", "Traceparent", "Proxy-Connection", "X-Request-Id"])
    expect(await answerTo(port, "1.1", `${name}: x\r\n`), name).toContain(" 403 ");
  const browser = ["User-Agent", "Accept-Language", "Sec-Fetch-Site", "Sec-CH-UA-Platform", "If-None-Match", "Cookie"];
  for (const name of [
    ...browser,
    "Last-Event-ID",
    "Upgrade-Insecure-Requests",
    "DNT",
    "X-Prometheus-Scrape-Timeout-Seconds",
  ])
    expect(await answerTo(port, "1.1", `${name}: x\r\n`), name).toContain("opened");
});

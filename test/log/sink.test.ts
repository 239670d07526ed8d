import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { endAll, startDesk } from "../process/desk-process.ts";
import { ask, sends } from "../http/open-listener.ts";
import { until } from "../support/until.ts";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { openLogSink } from "../../src/log/log-sink.ts";
import { tmpdir } from "node:os";

afterEach(endAll);

/** Runs these lines in a process with a sink on its standard output, of 100,000 bytes. */
const runs = (lines: string) =>
  spawn(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      `import { openLogSink } from ${JSON.stringify(join(import.meta.dirname, "../../src/log/log-sink.ts"))};
       const sink = openLogSink(1, 100_000);
       const line = "x".repeat(999) + "\\n";
       process.on("exit", () => sink.flush());
       ${lines}`,
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );

test("all lines arrive in order while they are read, up to the last before an exit", async () => {
  const child = runs("for (let n = 0; n < 50; n++) sink.write(`${n}\\n`); process.exit(3);");
  const [posted] = await Promise.all([text(child.stdout), once(child, "exit")]);
  expect(posted.trim().split("\n").map(Number)).toEqual(Array.from({ length: 50 }, (_, n) => n));
  expect(child.exitCode).toBe(3);
});

test("while the output is not read, the process continues, ends normally, and counts dropped lines", async () => {
  const child = runs(
    "for (let n = 0; n < 10_000; n++) sink.write(line); process.stderr.write(String(sink.dropped())); process.exit(4);",
  );
  const [dropped] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect(child.exitCode).toBe(4);
  // The sink keeps 100 of these lines. The operating system's pipe keeps some more, how many depends on the machine.
  expect(Number(dropped)).toBeGreaterThan(5_000);
  expect(Number(dropped)).toBeLessThan(10_000);
});

test("once the output is read again, the kept lines arrive whole, and a line says how many were dropped", async () => {
  const child = runs(
    'process.on("SIGUSR2", () => { sink.flush(5_000); sink.write("last\\n"); process.exit(); }); setInterval(() => {}, 1_000); for (let n = 0; n < 10_000; n++) sink.write(line); process.stderr.end("full");',
  );
  await once(child.stderr, "data");
  const reading = text(child.stdout);
  child.kill("SIGUSR2");
  const lines = (await reading).trim().split("\n");
  expect(lines.at(-1)).toBe("last");
  expect(JSON.parse(lines.at(-2) ?? "")).toMatchObject({ level: "warn", event: "log.dropped" });
  expect(new Set(lines.slice(0, -2))).toEqual(new Set(["x".repeat(999)]));
});

test.runIf(existsSync("/dev/full"))(
  "lines continue after a full disk has space again, and not after a closed pipe",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "plazo-full-"));
    const [disk, full] = [openSync(join(folder, "log"), "a"), openSync("/dev/full", "w")];
    let isFull = true;
    let tries = 0;
    const write = ((_: number, bytes: Buffer): number => {
      tries += 1;
      return writeSync(isFull ? full : disk, bytes);
    }) as typeof writeSync;
    const sink = openLogSink(disk, 1_000, write);
    for (let n = 0; n < 5; n++) sink.write(`${n}${"x".repeat(298)}\n`);
    expect(sink.dropped()).toBe(2);
    isFull = false;
    sink.flush(5_000);
    sink.write("last\n");
    const lines = readFileSync(join(folder, "log"), "utf8").trim().split("\n");
    expect(lines.map((line) => line.slice(0, 2))).toEqual(["0x", "1x", "2x", '{"', "la"]);
    expect(JSON.parse(lines[3] ?? "")).toMatchObject({ event: "log.dropped", dropped: 2 });

    closeSync(disk);
    sink.write("nowhere\n");
    const before = tries;
    sink.write("nowhere\n");
    sink.flush();
    expect([sink.dropped(), tries]).toEqual([4, before]);
    closeSync(full);
    rmSync(folder, { recursive: true });
  },
);

test("a desk whose standard output is not read still answers and stops", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "plazo-unread-"));
  const desk = startDesk({ DATA_DIR: dataDir, PLAYGROUND: "on", LOG_LEVEL: "trace" });
  const port = await desk.ready();
  desk.child.stdout?.pause();
  // Each is refused with one line of the debug level; the pipe and its reader here hold 128 kB.
  const refused = async (): Promise<void> => {
    const socket = sends(port, "POST /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n\r\n");
    if (!socket.closed) await once(socket, "close");
  };
  for (let round = 0; round < 40; round++) await Promise.all(Array.from({ length: 50 }, refused));
  expect((await ask(port, "/healthz")).status).toBe(200);
  desk.child.kill("SIGTERM");
  await until("it ended", () => (desk.child.exitCode === null ? null : true));
  expect(desk.child.exitCode).toBe(0);
  rmSync(dataDir, { recursive: true, force: true });
});

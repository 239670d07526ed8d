import { once } from "node:events";
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { barePostgres, freshPostgres } from "../support/database/real-postgres.ts";
import { runHere } from "../support/command-line.ts";
import { until } from "../support/until.ts";
import { endAll, startDesk, type DeskProcess, type Ending } from "./desk-process.ts";

let dataDir = "";
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "plazo-process-"));
});
afterEach(() => {
  endAll();
  rmSync(dataDir, { recursive: true, force: true });
});

const settings = () => ({ DATA_DIR: dataDir, PLAYGROUND: "on" });

/** Every living process of a process group. */
const groupOf = (leader: number): readonly number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
          .replace(/^.*\) /s, "")
          .split(" ");
        return fields[0] !== "Z" && Number(fields[2]) === leader;
      } catch {
        return false;
      }
    });

describe("npm start", () => {
  /**
   * How a signal comes: to npm alone (an operator, a container), or to all of them (a terminal's Ctrl-C, systemd). A desk on
   * Postgres starts with less computing, so only one of them opens an embedded database.
   */
  test.each([
    ["SIGTERM", "to npm alone", 1, settings],
    ["SIGINT", "to each of its processes", -1, async () => ({ ...settings(), DATABASE_URL: await freshPostgres() })],
  ] as const)(
    "exits with 0 within ten seconds on %s %s, and leaves no process behind",
    async (signal, _, sign, given) => {
      const desk = startDesk(await given(), ["npm", "start"]);
      const port = await desk.ready();
      const { pid } = desk.child;
      if (pid === undefined) throw new Error("npm did not start");
      expect(groupOf(pid).length).toBeGreaterThan(1);
      // A start on a busy machine blocks its own event loop for so long that a probe may say so.
      await until("it was ready", async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 200);
      const asked = performance.now();
      process.kill(sign * pid, signal);
      const { code } = await desk.ended;
      await until("nothing of it was left", () => groupOf(pid).length === 0);
      expect(performance.now() - asked).toBeLessThan(10_000);
      expect(desk.printed()).toContain('"event":"process.stopped"');
      expect(desk.printed()).not.toContain('"level":"error"');
      expect(code).toBe(0);
    },
  );
});

describe("the embedded database", () => {
  test("belongs to one process: a second is refused with the first one's id, and takes over after the first is killed", async () => {
    const first = startDesk(settings());
    await first.ready();
    const second = startDesk(settings());
    expect((await second.ended).code).toBe(1);
    expect(second.printed()).toContain(`in use by process ${first.child.pid}`);
    await first.end("SIGKILL");
    const third = startDesk(settings());
    await third.ready();
    expect(await third.end("SIGTERM")).toEqual({ code: 0, signal: null });
  });

  test("opens again, however early in its first start a process was killed", async () => {
    for (const moment of ["pglite/base", "pglite/global/pg_control"]) {
      rmSync(dataDir, { recursive: true, force: true });
      const killed = startDesk(settings());
      await until(`there was ${moment}`, () => existsIn(moment));
      await killed.end("SIGKILL");
      const next = startDesk(settings());
      await next.ready();
      expect(await next.end("SIGTERM")).toEqual({ code: 0, signal: null });
    }
  });
});

const existsIn = (path: string): boolean => {
  try {
    readFileSync(join(dataDir, path));
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EISDIR";
  }
};

test("all processes that start together on an empty Postgres database become ready", async () => {
  const database = { DATABASE_URL: await barePostgres(), PLAYGROUND: "on" };
  const desks = [1, 2, 3].map((n) => startDesk({ ...database, DATA_DIR: join(dataDir, String(n)) }));
  const ports = await Promise.all(desks.map((desk) => desk.ready()));
  expect(new Set(ports).size).toBe(3);
  expect(await Promise.all(desks.map((desk) => desk.end("SIGTERM")))).toEqual(
    desks.map(() => ({ code: 0, signal: null })),
  );
});

test("every fault of the settings is reported at once, and the process exits with 1", async () => {
  const desk = startDesk({ PORT: "99999", DATABASE_URL: "mysql://x", LOG_LEVEL: "loud", SLACK_APP_TOKEN: "xapp-1" });
  expect((await desk.ended).code).toBe(1);
  for (const variable of ["PORT", "DATABASE_URL", "LOG_LEVEL", "SLACK_BOT_TOKEN"])
    expect(desk.printed()).toContain(`${variable} is `);
});

/** How a start ends that must fail. */
const refusedStart = (desk: DeskProcess): Promise<Ending> =>
  Promise.race([
    desk.ended,
    desk.ready().then(
      () => {
        throw new Error("the desk opened");
      },
      () => desk.ended,
    ),
  ]);

/** `playground-closes.test.ts` has the other refusals, in one process. */
describe("a start without tokens", () => {
  const root = join(import.meta.dirname, "../..");
  const real = join(import.meta.dirname, "desk.yaml");
  /** The settings of every process. Postgres opens sooner than an embedded database, and what is refused is the same. */
  let kept: Readonly<Record<string, string>> = {};
  beforeEach(async () => {
    kept = { DATA_DIR: dataDir, DATABASE_URL: await freshPostgres() };
  });
  const inForce = async (): Promise<string> => {
    const { out, err } = await runHere("desk", ["export"], { folder: root, env: kept });
    // The log's lines stand beside the exported desk.
    return (out + err).replaceAll(/^\{.*\n/gm, "");
  };

  test("neither overwrites nor opens the database of a real desk, and says what to do", async () => {
    expect((await runHere("desk", ["apply", real], { folder: root, env: kept })).code).toBe(0);
    const before = await inForce();
    const desk = startDesk(kept);
    expect((await refusedStart(desk)).code).toBe(1);
    expect(desk.printed()).toMatch(/holds the desk "[^"]+" \(people: \d+, accounts: \d+\) on slack[^]*SLACK_BOT_TOKEN/);
    expect(desk.printed()).not.toContain("playground is open");
    expect(await inForce()).toBe(before);
  });

  test("neither opens a desk of real people in the desk.yaml of its folder, nor applies it", async () => {
    copyFileSync(real, join(dataDir, "desk.yaml"));
    const desk = startDesk(kept, [process.execPath, join(root, "src/main.ts")], dataDir);
    expect((await refusedStart(desk)).code).toBe(1);
    expect(desk.printed()).toMatch(/desk\.yaml holds the desk "Process Support" [^]*on slack[^]*SLACK_BOT_TOKEN/);
    expect(await inForce()).toContain("No desk file was ever applied.");
  });

  test("leaves an empty embedded database without a desk if its port is in use", async () => {
    kept = { DATA_DIR: dataDir };
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const address = taken.address();
    const port = typeof address === "object" && address !== null ? String(address.port) : "";
    const desk = startDesk({ ...kept, PORT: port });
    expect((await desk.ended).code).toBe(1);
    expect(desk.printed()).toMatch(/^Plazo cannot start\. PORT \d+ on HOST 127\.0\.0\.1 is used by another program/m);
    expect(desk.printed()).not.toContain('"stack"');
    taken.close();
    expect(await inForce()).toContain("No desk file was ever applied.");
  });
});

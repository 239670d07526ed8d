import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { readDeskVersions } from "../../src/db/desk/version-store.ts";
import { readEnv, type Env } from "../../src/env.ts";
import { createLog } from "../../src/log/log.ts";
import { startPlazo, type Plazo } from "../../src/start/plazo.ts";
import { runHere } from "../support/command-line.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";
import { groups, openPeopledServer, people, variablesFor } from "../support/test-platform/open.ts";
import type { TestServer } from "../support/test-platform/interface.ts";
import { until } from "../support/until.ts";
import { formWith } from "../support/web-desk.ts";

let server: TestServer;
let dataDir: string;
let env: Env;
let started: Promise<Plazo> | null = null;
const announced: string[] = [];
beforeEach(async () => {
  announced.length = 0;
  server = openPeopledServer(Date.now);
  dataDir = mkdtempSync(join(tmpdir(), "plazo-set-up-"));
  const reading = readEnv({
    ...variablesFor(server),
    DATABASE_URL: await freshPostgres(),
    DATA_DIR: dataDir,
    PORT: "0",
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  ({ env } = reading);
});
afterEach(async () => {
  await (await started)?.stop();
  started = null;
  server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const starts = (): Promise<Plazo> =>
  startPlazo(
    env,
    createLog(env, () => {}),
    undefined,
    (text) => void announced.push(text),
  );

/** Starts a desk that is not set up. Returns the address that the operator reads. */
const startsEmpty = async (): Promise<URL> => {
  started = starts();
  return new URL(await until("the link is printed", () => /http:\S+/.exec(announced.join(""))?.[0] ?? false));
};

const fileOf = (desk: string): string => `
desk: ${desk}
channels: { triage: "testchat:${groups.triage}" }
people:
  eva: { name: Eva Sanz, roles: [head], testchat: "${people.eva}" }
  tom: { name: Tom Low, roles: [tech], testchat: "${people.luis}" }
`;

const answers = {
  desk: "Our Support",
  locale: "es",
  timezone: "Europe/Madrid",
  opens: "09:00",
  closes: "17:30",
  name: "Eva Sanz",
  "person.testchat": String(people.eva),
  "triage.testchat": String(groups.triage),
};
const sends = (link: URL, change: object = {}): Promise<Response> =>
  fetch(link, { method: "POST", body: new URLSearchParams({ ...answers, ...change }), redirect: "manual" });

/** Signs in by a link as a browser does. Returns the cookie. */
const signsIn = async (link: URL): Promise<string> => {
  const response = await fetch(link, { method: "POST", headers: { origin: link.origin }, redirect: "manual" });
  expect([response.status, response.headers.get("location")]).toEqual([303, "/desk"]);
  return response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
};

describe("a start with tokens and no desk", () => {
  test("prints a link on which a person sets the desk up, signs in and finds the settings; the next start keeps it", async () => {
    const link = await startsEmpty();
    expect(await (await fetch(new URL("/readyz", link))).text()).toContain("the desk is not set up yet");
    const form = await (await fetch(link)).text();
    expect(formWith(form, "Set up the desk").action).toBe(link.pathname);
    const done = await (await sends(link)).text();
    const path = /href="(\/sign-in\/[^"]+)"/.exec(done)?.[1] ?? expect.fail(done);
    const plazo = (await started) ?? expect.fail();
    // The page's link stays on the port where the set-up was.
    expect(plazo.port).toBe(Number(link.port));
    const cookie = await signsIn(new URL(path, link));
    const settings = await (await fetch(new URL("/desk/settings", link), { headers: { cookie } })).text();
    expect(settings).toContain("Eva Sanz");
    const database = openPostgres(env.databaseUrl ?? "");
    const versions = await readDeskVersions(database.db, { before: null, limit: 5 });
    await database.close();
    expect(versions).toMatchObject([
      { version: 1, source: "web", author: `testchat:${people.eva}`, document: { desk: "Our Support", locale: "es" } },
    ]);
    await plazo.stop();
    announced.length = 0;
    started = starts();
    const again = new URL(`http://127.0.0.1:${(await started).port}/desk/settings/export`);
    const exported = await (await fetch(again, { headers: { cookie } })).text();
    expect([announced, exported.includes("desk: Our Support")]).toEqual([[], true]);
  });

  test("a desk file at a later start replaces what was saved on the web, and the log says so", async () => {
    const link = await startsEmpty();
    await sends(link);
    await (await started)?.stop();
    const file = join(dataDir, "our.yaml");
    writeFileSync(file, fileOf("Of the file"));
    const lines: string[] = [];
    const withFile = { ...env, deskFile: file };
    started = startPlazo(
      withFile,
      createLog({ ...env, logLevel: "info" }, (line) => void lines.push(line)),
    );
    await started;
    expect(lines.join("")).toContain("desk.web-version-replaced");
    const database = openPostgres(env.databaseUrl ?? "");
    const versions = await readDeskVersions(database.db, { before: null, limit: 5 });
    await database.close();
    expect(versions).toMatchObject([
      { version: 2, source: "file", author: null, document: { desk: "Of the file" } },
      { version: 1, source: "web" },
    ]);
  });

  test("shows what is wrong with the answers, and keeps them", async () => {
    const link = await startsEmpty();
    const wrong = { "triage.testchat": "", closes: "08:00", timezone: "Madrid", name: "<b>Eva</b>" };
    const page = await (await sends(link, wrong)).text();
    const besides = (html: string, name: string): string =>
      new RegExp(`id="about-${name}"[^]*?<p class="error">([^<]*)`).exec(html)?.[1] ?? "";
    expect(besides(page, "triage.testchat")).toBe("Please write the triage channel of one of the platforms.");
    expect(besides(page, "closes")).toBe("The office must close after it opens.");
    expect(besides(page, "timezone")).toBe("Please write a time zone such as Europe/Madrid.");
    expect(page).toContain("3 answers need another look.");
    expect(page).toContain('value="&lt;b&gt;Eva&lt;/b&gt;"');
    const unknown = await (await sends(link, { "person.testchat": "" })).text();
    expect(besides(unknown, "person.testchat")).toContain("your id on one of the platforms");
    const hash = await (await sends(link, { "triage.testchat": "#triage", "person.testchat": "@eva" })).text();
    for (const name of ["triage", "person"])
      expect(besides(hash, `${name}.testchat`)).toBe("This is no id of Testchat.");
    expect(hash).not.toContain("channels.");
    await sends(link);
    await started;
  });

  test("shows nothing without the secret, and sets the desk up once", async () => {
    const link = await startsEmpty();
    for (const path of ["/sign-in/set-up/x", `${link.pathname}x`, "/sign-in/set-up/", "/desk", "/"])
      expect([path, (await fetch(new URL(path, link))).status]).toEqual([path, 404]);
    expect((await sends(new URL("/sign-in/set-up/forged", link))).status).toBe(404);
    const pages = await Promise.all([sends(link), sends(link, { desk: "Another" })]);
    const texts = await Promise.all(pages.map((each) => each.text()));
    expect(texts.filter((text) => text.includes("/sign-in/"))).toHaveLength(1);
    await started;
  });

  test("goes on when a desk was applied at the command line, and a command signs an administrator in", async () => {
    const link = await startsEmpty();
    const reading = {
      DATABASE_URL: env.databaseUrl ?? "",
      DATA_DIR: dataDir,
      ...variablesFor(server),
      PORT: link.port,
    };
    const run = (args: readonly string[]) => runHere("desk", args, { folder: dataDir, env: reading });
    const early = await run(["admin", "eva"]);
    expect([early.code, early.err]).toEqual([1, expect.stringContaining("There is no desk yet")]);
    writeFileSync(join(dataDir, "our.yaml"), fileOf("Ours"));
    expect(await run(["apply", "our.yaml"])).toMatchObject({ code: 0 });
    await started;
    const printed = await run(["admin", "tom"]);
    expect(printed.out).toContain("Tom Low is admin in version 2.");
    const cookie = await signsIn(new URL(/http:\S+/.exec(printed.out)?.[0] ?? ""));
    expect((await fetch(new URL("/desk/settings", link), { headers: { cookie } })).status).toBe(200);
    expect((await run(["admin", "Eva Sanz"])).out).toContain("Eva Sanz is admin in version 3.");
    expect((await run(["admin", "eva"])).out).toContain("Eva Sanz is admin already.");
    expect(await run(["admin", "nobody"])).toMatchObject({ code: 1 });
  });
});

import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { visit } from "../adapters/playground/visitor.ts";
import { ownProcess } from "../support/own-process.ts";
import { until } from "../support/until.ts";
import { deskCommand, endAll, startDesk } from "./desk-process.ts";

const root = join(import.meta.dirname, "../..");
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plazo-first-"));
});
afterEach(() => {
  endAll();
  rmSync(folder, { recursive: true, force: true });
});

/** A copy of Plazo with all packages, as `npm ci --ignore-scripts` leaves it. */
const installed = (): string => {
  const copy = join(folder, "plazo");
  for (const part of ["package.json", "src", "adapters", "drizzle"])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  mkdirSync(join(copy, "node_modules"));
  for (const name of readdirSync(join(root, "node_modules")))
    if (name !== ".cache") symlinkSync(join(root, "node_modules", name), join(copy, "node_modules", name));
  return copy;
};

const afterInstall = (copy: string) =>
  spawnSync(process.execPath, ["src/commands/after-install.mjs"], { cwd: copy, env: ownProcess, encoding: "utf8" });

/** Opens a ticket in the playground, as its page does, and waits for the card in triage. */
const opensTicket = async (url: string): Promise<void> => {
  const visitor = await visit(url);
  const carla = { as: "playground:carla", channel: "playground:acme-support" } as const;
  const answer = await visitor.say(carla.as, carla.channel, "/ticket");
  if (answer.kind !== "form") throw new Error(`no form: ${JSON.stringify(answer)}`);
  const values = { title: "Pantalla en negro", description: "Desde las diez.", severity: "high" };
  const { action } = answer.form;
  await visitor.post("/api/submit", { key: randomUUID(), ...carla, thread: null, action, values });
  await until("triage had its card", async () => {
    const { messages } = await visitor.state("playground:luis");
    return messages.some(({ channel, ticket }) => channel === "playground:triage" && ticket === 1001);
  });
};

/** How the first start of this copy got its database. A ticket can be opened in it. */
const firstStart = async (copy: string, dataDir: string): Promise<string | undefined> => {
  const settings = { DATA_DIR: join(folder, dataDir), PLAYGROUND: "on" };
  const desk = startDesk(settings, deskCommand(), copy);
  const port = await desk.ready();
  await until("it was ready", async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 200);
  await opensTicket(`http://127.0.0.1:${port}`);
  expect(await desk.end("SIGTERM")).toEqual({ code: 0, signal: null });
  return /"event":"database.created","how":"(\w+)"/.exec(desk.printed())?.[1];
};

test("a first start copies the prepared database, and creates one if there is none", async () => {
  const copy = installed();
  expect(await firstStart(copy, "made")).toBe("made");
  const { status, stdout } = afterInstall(copy);
  expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  expect(readdirSync(join(copy, "node_modules/.cache/plazo"))).toEqual([expect.stringMatching(/^empty-\w{16}\.gz$/)]);
  expect(await firstStart(copy, "copied")).toBe("copied");
});

test("an installation that cannot prepare a database, or has no sources yet, still succeeds", () => {
  const copy = join(folder, "plazo");
  mkdirSync(join(copy, "src/commands"), { recursive: true });
  for (const name of ["after-install.mjs", "lighten.mjs", "require-node.mjs"])
    cpSync(join(root, "src/commands", name), join(copy, "src/commands", name));
  expect(afterInstall(copy)).toMatchObject({ status: 0, stdout: "", stderr: "" });
  writeFileSync(join(copy, "src/commands/prepare-database.ts"), "process.exit(1);");
  const { status, stdout } = afterInstall(copy);
  expect(status).toBe(0);
  expect(stdout).toContain("the first start makes it");
  expect(existsSync(join(copy, "node_modules"))).toBe(false);
});

import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { onSlack, startDesk } from "../../process/desk-process.ts";
import { startFakeSlack, type FakeSlack, type ShownMessage } from "../../support/fake-slack/index.ts";
import { ownProcess } from "../../support/own-process.ts";
import { figuresOf, type Figures } from "../figures.ts";
import { people, rootsIn } from "../first-answers.ts";

const root = join(import.meta.dirname, "../../..");
/** Few, for a desk posts once a second into a channel. */
const rounds = 12;
const patienceMs = 10_000;

/** What is measured of a desk, each from what a person did until what they see of it. */
export const measured = [
  "submit, acknowledged",
  "submit, card in triage",
  "press, card edited",
  "words, relayed",
  "/desk",
  "list mine",
  "list all",
  "/readyz",
  "desk replan",
  "desk check",
] as const;
export type Measured = (typeof measured)[number];
export type DeskFigures = Readonly<Record<Measured, Figures>>;

const numbered = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join("\n");

/** The bench's desk with accounts and agents that the copied tickets belong to. */
export const writeDeskFile = (path: string, accounts: number, agents: number): void => {
  const text = readFileSync(join(import.meta.dirname, "../desk.yaml"), "utf8");
  const staff = numbered(agents, (n) => `  s${n}: { name: Agent S${n}, roles: [agent], slack: U0S${n} }`);
  const customers = numbered(
    accounts,
    (n) =>
      `  a${n}: { name: Account ${n}, plan: quick, manager: ana, channels: ["slack:C0A${n}"], users: ["slack:U0A${n}"] }`,
  );
  const limits = "limits: { tickets: { person: 1000, account: 1000, within: PT1M } }";
  writeFileSync(path, `${limits}\n${text.replace(/^accounts:$/m, `${staff}\naccounts:`)}${customers}\n`, {
    mode: 0o600,
  });
};

/** How long (ms) until something is seen, looked for every few milliseconds. */
const msUntil = async (begin: number, isSeen: () => boolean): Promise<number> => {
  while (!isSeen()) {
    if (performance.now() - begin > patienceMs) throw new Error(`not seen within ${patienceMs} ms: ${String(isSeen)}`);
    await pause(2);
  }
  return performance.now() - begin;
};

type Times = Record<Measured, number[]>;

const openAndAnswer = async (slack: FakeSlack, n: number, times: Times): Promise<void> => {
  const customer = slack.user(people[n % people.length] ?? "");
  const title = `Size ${n} end`;
  const isOf = ({ text }: ShownMessage): boolean => text.includes(title);
  await customer.types("C0ACME", `/ticket ${title}`);
  const submitted = performance.now();
  const submitting = customer.submits({ severity: "high", description: "It is slow." });
  const carded = msUntil(submitted, () => rootsIn(slack, "C0TRIAGE").some(isOf));
  await submitting;
  times["submit, acknowledged"].push(performance.now() - submitted);
  times["submit, card in triage"].push(await carded);
  await msUntil(performance.now(), () => rootsIn(slack, "C0ACME").some(isOf));
  const card = rootsIn(slack, "C0TRIAGE").find(isOf);
  const thread = rootsIn(slack, "C0ACME").find(isOf);
  if (card === undefined || thread === undefined) throw new Error("a card is gone");
  const now = () => rootsIn(slack, "C0TRIAGE").find(({ ts }) => ts === card.ts)?.text ?? "";
  const before = now();
  const pressed = performance.now();
  void slack.user("U0LUIS").presses(card, "Critical");
  times["press, card edited"].push(await msUntil(pressed, () => now() !== before));
  const words = `Still slow, says ${n} end`;
  const written = performance.now();
  void customer.writes("C0ACME", words, { thread: thread.ts });
  const isRelayed = () => slack.channel("C0TRIAGE").messages.some(({ text }) => text.includes(words));
  times["words, relayed"].push(await msUntil(written, isRelayed));
};

const asked = async (slack: FakeSlack, line: string): Promise<number> => {
  const luis = slack.user("U0LUIS");
  const shown = () => luis.privates.length + (luis.seesForm() === null ? 0 : 1);
  const before = shown();
  const begin = performance.now();
  await luis.types("C0TRIAGE", line);
  const took = await msUntil(begin, () => shown() > before);
  if (luis.seesForm() !== null) luis.closesForm();
  return took;
};

const commanded = async (args: readonly string[], env: Readonly<Record<string, string>>): Promise<number> => {
  const begin = performance.now();
  await promisify(execFile)(process.execPath, [join(root, "src/commands/desk.ts"), ...args], {
    cwd: root,
    env: { ...ownProcess, ...env },
    maxBuffer: 1 << 28,
  });
  return performance.now() - begin;
};

/** Runs the real process on a database that holds a desk of some size, and measures what its people see. */
export const deskFigures = async (url: string, dataDir: string, deskFile: string): Promise<DeskFigures> => {
  const slack = await startFakeSlack({
    users: [...people, "U0ANA", "U0LUIS", "U0EVA"].map((id) => ({ id, name: id.slice(2).toLowerCase() })),
    channels: ["TRIAGE", "TECH", "ACME"].map((name) => ({ id: `C0${name}`, name: name.toLowerCase() })),
  });
  const env = { DATABASE_URL: url, DATA_DIR: dataDir };
  const desk = startDesk({ ...onSlack(slack, dataDir, deskFile), ...env, LOG_LEVEL: "info" });
  try {
    const address = `http://127.0.0.1:${await desk.ready()}`;
    slack.deliverTo(`${address}/slack/events`);
    const empty = (): Times => Object.fromEntries(measured.map((what) => [what, [] as number[]])) as Times;
    for (let n = 0; n < 3; n += 1) await openAndAnswer(slack, rounds + n, empty());
    const times = empty();
    for (let n = 0; n < rounds; n += 1) {
      await openAndAnswer(slack, n, times);
      times["/desk"].push(await asked(slack, "/desk"));
      times["list mine"].push(await asked(slack, "/ticket list mine"));
      times["list all"].push(await asked(slack, "/ticket list all"));
      const begin = performance.now();
      const answer = await fetch(`${address}/readyz`);
      await answer.text();
      if (answer.status !== 200) throw new Error(`/readyz answered ${answer.status}`);
      times["/readyz"].push(performance.now() - begin);
    }
    times["desk replan"].push(await commanded(["replan"], env));
    times["desk check"].push(await commanded(["check", deskFile], env));
    return Object.fromEntries(measured.map((what) => [what, figuresOf(times[what])])) as DeskFigures;
  } catch (error) {
    throw new Error(`The measurement failed. The process printed:\n${desk.printed().slice(-3_000)}`, { cause: error });
  } finally {
    await desk.end("SIGTERM");
    await slack.stop();
  }
};

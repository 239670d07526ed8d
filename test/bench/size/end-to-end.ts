import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { onSlack, startDesk } from "../../process/desk-process.ts";
import { startFakeSlack } from "../../support/fake-slack/index.ts";
import type { FakeSlack, ShownMessage } from "../../support/fake-slack/interface.ts";
import { ownProcess } from "../../support/own-process.ts";
import { figuresOf, type Figures } from "../figures.ts";
import { people, rootsIn } from "../first-answers.ts";
import { loaded, signIn, webPageNames } from "./web-pages.ts";

const root = join(import.meta.dirname, "../../..");
const rounds = 12;
/** Not measured: the first answers of a process include the compilation of its code. */
const warmUps = 2;
/**
 * So long (ms) from one round to the next. A round edits up to four cards, and a desk edits one every two seconds on Slack: a
 * faster measurement would measure how the desk waits for Slack.
 */
const roundMs = 8_500;
/** How often a round asks for each list and probe. */
const questions = 5;
const patienceMs = 10_000;

/** What is measured of a desk, each from what a person did until what they see of it. */
export const measured = [
  "submit, acknowledged",
  "submit, card in triage",
  "press, card edited",
  "words, relayed",
  "/desk",
  "list mine, of a manager of every account",
  "list all",
  "list all, of an account of one ticket in fifty",
  "list all, by a customer of that account",
  "/readyz",
  ...webPageNames,
  "desk replan",
  "desk check",
  "doctor",
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
      `  a${n}: { name: Account ${n}, plan: quick, manager: ana, channels: ["slack:C0A${n}"], contacts: ["slack:U0A${n}"] }`,
  );
  writeFileSync(path, text.replace(/^accounts:$/m, `${staff}\naccounts:\n${customers}`), { mode: 0o600 });
};

/** How long (ms) until the condition holds, checked every few milliseconds. */
const msUntil = async (begin: number, isSeen: () => boolean): Promise<number> => {
  while (!isSeen()) {
    if (performance.now() - begin > patienceMs) throw new Error(`not seen within ${patienceMs} ms: ${String(isSeen)}`);
    await pause(2);
  }
  return performance.now() - begin;
};

type Times = Record<Measured, number[]>;
const noTimes = (): Times => Object.fromEntries(measured.map((what) => [what, [] as number[]])) as Times;

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
  const pressed = performance.now();
  void slack.user("U0LUIS").presses(card, "Critical");
  // The card may show a link meanwhile, so that any other text will not do.
  times["press, card edited"].push(await msUntil(pressed, () => now().includes("[✓ Critical]")));
  const words = `Still slow, says ${n} end`;
  const written = performance.now();
  void customer.writes("C0ACME", words, { thread: thread.ts });
  const isRelayed = () => slack.channel("C0TRIAGE").messages.some(({ text }) => text.includes(words));
  times["words, relayed"].push(await msUntil(written, isRelayed));
};

/** What is asked by whom and where; a0 is the account of one ticket in fifty. */
const lists = {
  "/desk": ["U0LUIS", "C0TRIAGE", "/desk"],
  "list mine, of a manager of every account": ["U0ANA", "C0TRIAGE", "/ticket list mine"],
  "list all": ["U0LUIS", "C0TRIAGE", "/ticket list all"],
  "list all, of an account of one ticket in fifty": ["U0LUIS", "C0TRIAGE", "/ticket list all a0"],
  "list all, by a customer of that account": ["U0A0", "C0A0", "/ticket list all"],
} as const satisfies Partial<Record<Measured, readonly [user: string, channel: string, line: string]>>;

/** How long until the person sees the answer. It must show tickets. */
const asked = async (slack: FakeSlack, [who, channel, line]: (typeof lists)[keyof typeof lists]): Promise<number> => {
  const user = slack.user(who);
  const before = user.privates.length;
  const begin = performance.now();
  await user.types(channel, line);
  const took = await msUntil(begin, () => user.privates.length > before);
  const text = user.privates.at(-1)?.text ?? "";
  if (!/T-\d/.test(text)) throw new Error(`${line} showed no ticket: ${text}`);
  return took;
};

const commanded = async (
  command: "desk" | "doctor",
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<number> => {
  const begin = performance.now();
  await promisify(execFile)(process.execPath, [join(root, `src/commands/${command}.ts`), ...args], {
    cwd: root,
    env: { ...ownProcess, ...env },
    maxBuffer: 1 << 28,
  });
  return performance.now() - begin;
};

/** How long (ms) the probe takes to answer, and whether it says that the desk is well: a busy machine may hold it up. */
const probed = async (address: string): Promise<{ readonly ms: number; readonly isWell: boolean }> => {
  const begin = performance.now();
  const answer = await fetch(`${address}/readyz`);
  await answer.text();
  return { ms: performance.now() - begin, isWell: answer.status === 200 };
};

/** Rounds at the pace that Slack allows, and what people look at meanwhile. */
const measureRounds = async (slack: FakeSlack, address: string, times: Times): Promise<void> => {
  let well = 0;
  const cookie = await signIn(slack, address);
  for (let n = -warmUps; n < rounds; n += 1) {
    const next = pause(roundMs);
    const into = n < 0 ? noTimes() : times;
    await openAndAnswer(slack, n + warmUps, into);
    for (let question = 0; question < questions; question += 1) {
      for (const [what, how] of Object.entries(lists)) into[what as keyof typeof lists].push(await asked(slack, how));
      const { ms, isWell } = await probed(address);
      into["/readyz"].push(ms);
      if (isWell) well += 1;
      for (const name of webPageNames) into[name].push(await loaded(address, cookie, name));
    }
    await next;
  }
  if (well === 0) throw new Error("/readyz never said that the desk is well");
};

/** Runs the real process on a database that holds a desk of some size, and measures what its people see. */
export const deskFigures = async (
  url: string,
  dataDir: string,
  deskFile: string,
  accounts: number,
): Promise<DeskFigures> => {
  const slack = await startFakeSlack({
    users: [...people, "U0ANA", "U0LUIS", "U0EVA", "U0A0"].map((id) => ({ id, name: id.slice(2).toLowerCase() })),
    channels: ["TRIAGE", "TECH", "ACME", ...Array.from({ length: accounts }, (_, n) => `A${n}`)].map((name) => ({
      id: `C0${name}`,
      name: name.toLowerCase(),
    })),
  });
  const env = { DATABASE_URL: url, DATA_DIR: dataDir };
  const settings = { ...onSlack(slack, dataDir, deskFile), ...env };
  const desk = startDesk({ ...settings, LOG_LEVEL: "info" });
  try {
    const address = `http://127.0.0.1:${await desk.ready()}`;
    slack.deliverTo(`${address}/slack/events`);
    const times = noTimes();
    await measureRounds(slack, address, times);
    times["desk replan"].push(await commanded("desk", ["replan"], env));
    times["desk check"].push(await commanded("desk", ["check", deskFile], env));
    times.doctor.push(await commanded("doctor", [], settings));
    return Object.fromEntries(measured.map((what) => [what, figuresOf(times[what])])) as DeskFigures;
  } catch (error) {
    throw new Error(`The measurement failed. The process printed:\n${desk.printed().slice(-3_000)}`, { cause: error });
  } finally {
    await desk.end("SIGTERM");
    await slack.stop();
  }
};

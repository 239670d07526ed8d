import { cpus } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { onSlack, startDesk, type DeskProcess } from "../process/desk-process.ts";
import { startFakeSlack } from "../support/fake-slack/index.ts";
import type { FakeSlack, ShownMessage } from "../support/fake-slack/interface.ts";
import { until } from "../support/until.ts";
import { figuresOf, type Figures } from "./figures.ts";

/** Twenty requests a second, as evenly as the machine allows; a late answer does not delay the next request. */
const everyMs = 50;
const deskFile = join(import.meta.dirname, "desk.yaml");
const labels = ["Critical", "High", "Medium", "Low"] as const;

/** Times (ms) from the planned moment of a request until its first answer. */
export interface FirstAnswers {
  readonly command: Figures;
  readonly press: Figures;
  /** How many requests Slack gave up on. */
  readonly unanswered: number;
}

export const people = Array.from({ length: 20 }, (_, n) => `U0CUSTOMER${n}`);

/** Several people, because one person's presses are handled one after the other. */
export const agents = Array.from({ length: 8 }, (_, n) => `U0AGENT${n}`);

const openSlack = (): Promise<FakeSlack> =>
  startFakeSlack({
    users: [...people, ...agents, "U0ANA", "U0LUIS", "U0EVA"].map((id) => ({ id, name: id.slice(2).toLowerCase() })),
    channels: ["TRIAGE", "ACME"].map((name) => ({ id: `C0${name}`, name: name.toLowerCase() })),
  });

/** Commands and presses in turn for `seconds`. */
export const ask = async (slack: FakeSlack, cards: readonly ShownMessage[], seconds: number): Promise<FirstAnswers> => {
  const times = { command: [] as number[], press: [] as number[] };
  const asked: Promise<void>[] = [];
  const begin = performance.now() + 100;
  for (let n = 0; n < (seconds * 1000) / everyMs; n += 1) {
    const moment = begin + n * everyMs;
    await pause(Math.max(0, moment - performance.now()));
    const kind = n % 2 === 0 ? "command" : "press";
    const user = slack.user(people[(n / 2) % people.length] ?? "U0LUIS");
    const card = cards[n % cards.length];
    if (card === undefined) throw new Error("there is no card to press on");
    const label = labels[Math.floor(n / 2) % labels.length] ?? "Low";
    const asking =
      kind === "command" ? user.types("C0ACME", "/ticket It is slow") : slack.user("U0LUIS").presses(card, label);
    asked.push(asking.then(() => void times[kind].push(performance.now() - moment)));
  }
  await Promise.all(asked);
  const unanswered = [...people, "U0LUIS"].flatMap((id) => slack.user(id).complaints).length;
  return { command: figuresOf(times.command), press: figuresOf(times.press), unanswered };
};

export const rootsIn = (slack: FakeSlack, channel: string): readonly ShownMessage[] =>
  slack.channel(channel).messages.filter(({ thread, user }) => thread === null && user === slack.botUser);

export const cardsOf = async (slack: FakeSlack, count: number): Promise<readonly ShownMessage[]> => {
  for (const id of people.slice(0, count)) {
    await slack.user(id).types("C0ACME", `/ticket Ticket of ${id}`);
    await slack.user(id).submits({ severity: "high", description: "It is slow." });
  }
  return until("every ticket had its cards", () => {
    const cards = rootsIn(slack, "C0TRIAGE");
    return cards.length === count && rootsIn(slack, "C0ACME").length === count ? cards : null;
  });
};

/** A message with buttons, as a bot posts it. */
const post = async (slack: FakeSlack): Promise<void> => {
  const button = (label: string) => ({
    type: "button",
    text: { type: "plain_text", text: label },
    action_id: label,
    value: label,
  });
  const blocks = [{ type: "actions", elements: labels.map(button) }];
  await fetch(`${slack.apiUrl}chat.postMessage`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${slack.botToken}` },
    body: JSON.stringify({ channel: "C0TRIAGE", text: "A card", blocks }),
  });
};

/** Starts a desk (or another program) on a fake Slack, lets `work` measure it, and ends it. `url` is its request URL. */
export const withDesk = async <T>(
  database: Readonly<Record<string, string>>,
  dataDir: string,
  command: readonly string[] | undefined,
  work: (slack: FakeSlack, url: string) => Promise<T>,
): Promise<T> => {
  const slack = await openSlack();
  let desk: DeskProcess | null = null;
  try {
    desk = startDesk({ ...onSlack(slack, dataDir, deskFile), ...database, LOG_LEVEL: "info" }, command);
    const url = `http://127.0.0.1:${await desk.ready()}/slack/events`;
    slack.deliverTo(url);
    return await work(slack, url);
  } catch (error) {
    throw new Error(`The measurement failed. The process printed:\n${desk?.printed() ?? ""}`, { cause: error });
  } finally {
    await desk?.end("SIGTERM");
    await slack.stop();
  }
};

/** How fast a desk answers: a command with its form, a press after the commit. */
export const plazoAnswers = (
  database: Readonly<Record<string, string>>,
  dataDir: string,
  seconds: number,
): Promise<FirstAnswers> =>
  withDesk(database, dataDir, undefined, async (slack) => {
    const cards = await cardsOf(slack, 10);
    await ask(slack, cards, 2);
    return ask(slack, cards, seconds);
  });

/** How fast the bare Bolt app answers the same requests. */
export const boltAnswers = (
  database: Readonly<Record<string, string>>,
  dataDir: string,
  seconds: number,
): Promise<FirstAnswers> =>
  withDesk(database, dataDir, [process.execPath, "test/bench/bare-bolt.ts"], async (slack) => {
    await post(slack);
    await ask(slack, rootsIn(slack, "C0TRIAGE"), 2);
    return ask(slack, rootsIn(slack, "C0TRIAGE"), seconds);
  });

/** The machine, in a few words. */
export const machine = (): string => `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}`;

import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { encoded, signature, type Attempt } from "../support/fake-slack/delivery.ts";
import type { FakeSlack, ShownMessage } from "../support/fake-slack/interface.ts";
import { inside, listOf, textOf, type Json } from "../support/fake-slack/json.ts";
import { agents, cardsOf, people, rootsIn, withDesk } from "./first-answers.ts";
import { until } from "../support/until.ts";
import { figuresOf, type Figures } from "./figures.ts";

/** Slack waits three seconds for an acknowledgement. */
const patienceMs = 3_000;

/** What was offered, and what came of it. Times are from the planned moment of a request until its acknowledgement, in ms. */
export interface Load {
  readonly rate: number;
  readonly acknowledged: Figures;
  /** Refused with an error at once: Slack repeats events, and tells the person that a form or press failed. */
  readonly refused: number;
  /** Not answered within Slack's three seconds. */
  readonly unanswered: number;
  /** Submissions that were acknowledged: each must become a ticket. */
  readonly submitted: number;
  /** Messages that were acknowledged, each must be relayed once. */
  readonly written: readonly string[];
}

/** Payloads as Slack sent them once, to be varied. */
export interface Templates {
  readonly submission: Json;
  readonly presses: readonly Json[];
  readonly message: Json;
  readonly threads: readonly { readonly channel: string; readonly ts: string }[];
  readonly people: readonly string[];
}

/** Returns the payloads of a few real actions. */
export const templatesFrom = async (
  slack: FakeSlack,
  cards: readonly ShownMessage[],
  threads: readonly ShownMessage[],
  people: readonly string[],
): Promise<Templates> => {
  const [person = ""] = people;
  await slack.user(person).types("C0ACME", "/ticket A template");
  await slack.user(person).submits({ severity: "high", description: "It is slow." });
  const submission = lastOf(slack, "view_submission");
  const presses: Json[] = [];
  for (const card of cards)
    for (const label of ["Critical", "High", "Medium", "Low"]) {
      await slack.user("U0LUIS").presses(card, label);
      presses.push(lastOf(slack, "block_actions"));
    }
  const [thread] = threads;
  if (thread === undefined) throw new Error("there is no thread to write in");
  await slack.user(person).writes("C0ACME", "Still slow.", { thread: thread.ts });
  const message = slack.sent.findLast(({ attempt }) => inside(attempt.payload, "event")["user"] === person)?.attempt
    .payload;
  if (message === undefined) throw new Error("no message was delivered");
  return { submission, presses, message, threads, people };
};

const lastOf = (slack: FakeSlack, type: string): Json => {
  const found = slack.sent.findLast(({ attempt }) => attempt.payload["type"] === type);
  if (found === undefined) throw new Error(`no ${type} was delivered`);
  return found.attempt.payload;
};

let serial = 0;

/** The next request of the mix: two presses, one submission and one message out of four. */
const nextAttempt = (templates: Templates, slack: FakeSlack): Attempt => {
  serial += 1;
  const unique = `${Date.now()}.${serial}`;
  const person = templates.people[serial % templates.people.length] ?? "";
  switch (serial % 4) {
    case 0: {
      const view = { ...inside(templates.submission, "view"), id: `V0LOAD${serial}` };
      const user = { ...inside(templates.submission, "user"), id: person };
      const payload = { ...templates.submission, user, view, trigger_id: unique };
      return { kind: "interactive", payload, retry: null };
    }
    case 2: {
      const thread = templates.threads[Math.floor(serial / 4) % templates.threads.length] ?? { channel: "", ts: "" };
      const ts = `${Math.floor(slack.now() / 1000)}.${String(serial).padStart(6, "0")}`;
      const event = {
        ...inside(templates.message, "event"),
        user: person,
        text: `Still slow ${serial}`,
        channel: thread.channel,
        thread_ts: thread.ts,
        ts,
        event_ts: ts,
        client_msg_id: crypto.randomUUID(),
      };
      return { kind: "event", payload: { ...templates.message, event, event_id: `Ev0LOAD${serial}` }, retry: null };
    }
    default: {
      const press = templates.presses[(serial * 7) % templates.presses.length] ?? {};
      const actions = listOf(press["actions"]).map((action) => ({ ...action, action_ts: unique }));
      const user = { ...inside(press, "user"), id: agents[serial % agents.length] };
      return { kind: "interactive", payload: { ...press, user, actions, trigger_id: unique }, retry: null };
    }
  }
};

const agent = new Agent({ keepAlive: true, maxSockets: 512 });

/** Posts one request, signed, and resolves with the status; 0 where Slack would have given up. */
const post = (url: string, secret: string, attempt: Attempt): Promise<number> =>
  new Promise((resolve) => {
    const { body, type } = encoded(attempt);
    const headers = {
      "content-type": type,
      "content-length": String(Buffer.byteLength(body)),
      ...signature(secret, body, Math.floor(Date.now() / 1000)),
      ...(attempt.retry === null
        ? {}
        : { "x-slack-retry-num": String(attempt.retry.num), "x-slack-retry-reason": attempt.retry.reason }),
    };
    const sending = request(url, { method: "POST", agent, headers, timeout: patienceMs }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
      response.on("error", () => resolve(0));
    });
    sending.on("timeout", () => sending.destroy());
    sending.on("error", () => resolve(0));
    sending.end(body);
  });

/** Offers so many requests a second, by the timetable: a slow answer does not hold up the next request. */
export const offer = async (
  slack: FakeSlack,
  url: string,
  templates: Templates,
  rate: number,
  seconds: number,
): Promise<Load> => {
  const times: number[] = [];
  const counts = { refused: 0, unanswered: 0, submitted: 0 };
  const written: string[] = [];
  const asked: Promise<void>[] = [];
  const repeats: Attempt[] = [];
  const note = (attempt: Attempt): void => {
    if (attempt.payload["type"] === "view_submission") counts.submitted += 1;
    if (attempt.kind === "event") written.push(textOf(inside(attempt.payload, "event")["text"]));
  };
  const send = async (moment: number): Promise<void> => {
    const attempt = nextAttempt(templates, slack);
    const status = await post(url, slack.signingSecret, attempt);
    if (status === 200) {
      times.push(performance.now() - moment);
      return note(attempt);
    }
    if (status === 0) counts.unanswered += 1;
    else counts.refused += 1;
    if (attempt.kind === "event") repeats.push(attempt);
  };
  const begin = performance.now() + 50;
  for (let n = 0; n < rate * seconds; n += 1) {
    const moment = begin + (n * 1000) / rate;
    const wait = moment - performance.now();
    if (wait > 1) await pause(wait);
    asked.push(send(moment));
  }
  await Promise.all(asked);
  // Slack repeats an event up to three times.
  for (let num = 1; num <= 3 && repeats.length > 0; num += 1)
    for (const attempt of repeats.splice(0)) {
      const status = await post(url, slack.signingSecret, { ...attempt, retry: { num, reason: "http_error" } });
      if (status === 200) note(attempt);
      else repeats.push(attempt);
    }
  if (repeats.length > 0) throw new Error(`${repeats.length} events were refused four times`);
  return { rate, acknowledged: figuresOf(times), ...counts, written };
};

/** How a desk acknowledges under each of these loads, one after the other; every acknowledged request was carried out in the end. */
export const plazoUnder = (
  database: Readonly<Record<string, string>>,
  dataDir: string,
  rates: readonly number[],
  seconds: number,
): Promise<{ readonly loads: readonly Load[]; readonly templates: Templates }> =>
  withDesk(database, dataDir, undefined, async (slack, url) => {
    const cards = await cardsOf(slack, 10);
    const templates = await templatesFrom(slack, cards, rootsIn(slack, "C0ACME").slice(0, 10), people);
    await offer(slack, url, templates, 20, 3);
    const loads: Load[] = [];
    for (const rate of rates) {
      const before = await worked(url);
      const load = await offer(slack, url, templates, rate, seconds);
      const after = await worked(url);
      const opened = after.opened - before.opened;
      // A submission that Slack gave up on may still have been stored.
      if (opened < load.submitted || opened > load.submitted + load.unanswered)
        throw new Error(`${load.submitted} submissions became ${opened} tickets`);
      loads.push(load);
    }
    return { loads, templates };
  });

/** Waits until every stored inbound event was handled; returns how many tickets were opened by then. */
const worked = (url: string): Promise<{ readonly opened: number }> =>
  until(
    "everything that was stored was worked on",
    async () => {
      const text = await (await fetch(new URL("/metrics", url))).text();
      const valueOf = (name: string): number =>
        Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1] ?? Number.NaN);
      const waiting = valueOf("plazo_inbox_stored_total") - valueOf("plazo_inbox_done_total");
      return waiting === 0 ? { opened: valueOf("plazo_tickets_opened_total") } : null;
    },
    300_000,
  );

/** How bare Bolt, with one insert a request, acknowledges the same. */
export const boltUnder = (
  database: Readonly<Record<string, string>>,
  dataDir: string,
  templates: Templates,
  rates: readonly number[],
  seconds: number,
): Promise<readonly Load[]> =>
  withDesk(database, dataDir, [process.execPath, "test/bench/bare-bolt.ts"], async (slack, url) => {
    await offer(slack, url, templates, 20, 3);
    const loads: Load[] = [];
    for (const rate of rates) loads.push(await offer(slack, url, templates, rate, seconds));
    return loads;
  });

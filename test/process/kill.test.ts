import { eventJson } from "../../src/stored/event-json.ts";
import { cards, outbox } from "../../src/db/schema/delivery-schema.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openPglite } from "../../src/db/connection/pglite.ts";
import { inbox } from "../../src/db/schema/inbox-schema.ts";
import { events, reminders, tickets } from "../../src/db/schema/schema.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";
import { startFakeSlack } from "../support/fake-slack/index.ts";
import type { FakeSlack, ShownMessage } from "../support/fake-slack/interface.ts";
import { inside, textOf } from "../support/fake-slack/json.ts";
import { until } from "../support/until.ts";
import { endAll, onSlack, startDeskLater, type DeskProcess } from "./desk-process.ts";

const deskFile = join(import.meta.dirname, "desk.yaml");
const customers = ["U0CARLA", "U0PABLO", "U0NURIA", "U0HUGO"] as const;
const staff = ["U0ANA", "U0LUIS", "U0EVA"] as const;
/** Small enough to watch, large enough to kill the process at every stage of the work. */
const kills = 4;
const ticketsWanted = 8;
/** Decides when to kill. The name of the test shows it; `KILL_SEED` repeats it. */
const seed = Number(process.env["KILL_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

let slack: FakeSlack;
let dataDir = "";
/** Empty: the embedded database in `dataDir`. On Postgres the clock is the server's, and cannot be turned. */
let databaseUrl = "";
/** How far the desk's clock is ahead of the machine's. */
let ahead = 0;
/** Whether customers and staff go on acting. */
let working = false;
beforeEach(async () => {
  ahead = 0;
  databaseUrl = "";
  dataDir = mkdtempSync(join(tmpdir(), "plazo-kill-"));
  slack = await startFakeSlack({
    now: () => Date.now() + ahead,
    users: [...customers, ...staff].map((id) => ({ id, name: id.slice(2).toLowerCase() })),
    channels: ["TRIAGE", "ACME"].map((name) => ({ id: `C0${name}`, name: name.toLowerCase() })),
  });
});
afterEach(async () => {
  working = false;
  endAll();
  await slack.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const start = async (): Promise<DeskProcess> => {
  const desk = startDeskLater(ahead, { ...onSlack(slack, dataDir, deskFile), DATABASE_URL: databaseUrl });
  slack.deliverTo(`http://127.0.0.1:${await desk.ready()}/slack/events`);
  return desk;
};

const rootsIn = (channel: string): readonly ShownMessage[] =>
  slack.channel(channel).messages.filter(({ thread, user }) => thread === null && user === slack.botUser);

/** The tickets of whose breach the head was notified, once per notification; one message may name several. */
const breachesTold = (): readonly string[] =>
  slack.dm("U0EVA").messages.flatMap(({ text }) => [...new Set(text.match(/T-\d+/g))]);

/** Whether Slack got no call for longer than any loop of a desk pauses. */
const inactivity = (): (() => boolean) => {
  let customerTexts = slack.log.length;
  let since = performance.now();
  return () => {
    if (slack.log.length !== customerTexts) since = performance.now();
    customerTexts = slack.log.length;
    return performance.now() - since > 2_500;
  };
};

/** Opens a ticket and says whether Slack was told "received". */
const opens = async (user: string, title: string, severity: string): Promise<boolean> => {
  await slack.user(user).types("C0ACME", `/ticket ${title}`);
  if (slack.user(user).seesForm() === null) return false;
  await slack.user(user).submits({ severity, description: "It does not work." });
  const received = slack.user(user).seesForm() === null;
  slack.user(user).closesForm();
  return received;
};

describe("kill -9", () => {
  const name = `at any moment loses nothing that was acknowledged and doubles nothing (KILL_SEED=${seed})`;
  test(name, async () => {
    const random = randomFrom(seed);
    const acknowledged: string[] = [];
    const words: string[] = [];
    working = true;
    let up = true;
    let count = 0;
    const custom = async (user: string): Promise<void> => {
      while (working && acknowledged.length < ticketsWanted) {
        const title = `Video ${(count += 1)}.`;
        await until("the desk was up", () => up || !working);
        if (await opens(user, title, "critical")) acknowledged.push(title);
        const own = rootsIn("C0ACME").find(({ text }) => text.includes(title));
        if (own === undefined) continue;
        words.push(`Words ${words.length + 1}.`);
        await slack.user(user).writes("C0ACME", words.at(-1) ?? "", { thread: own.ts });
      }
    };
    const press = async (): Promise<void> => {
      for (let n = 0; working; n += 1) {
        const card = rootsIn("C0TRIAGE").at(n % 7);
        if (card === undefined) await until("there is a card", () => !working || rootsIn("C0TRIAGE").length > 0);
        else
          await slack
            .user("U0LUIS")
            .presses(card, n % 2 === 0 ? "Claim" : "Critical")
            .catch(() => {});
        await until(
          "the desk was seen to do something",
          observed(slack.log.length + 1, () => working),
        );
      }
    };
    let desk = await start();
    const load = Promise.all([...customers.map(custom), press()]);
    for (let kill = 0; kill < kills; kill += 1) {
      const enough = slack.log.length + Math.floor(random() * 60);
      await until(
        "the desk had done some more",
        observed(enough, () => acknowledged.length < ticketsWanted),
      );
      up = false;
      await desk.end("SIGKILL");
      desk = await start();
      up = true;
      await slack.redeliver();
    }
    await until("every ticket was taken", () => acknowledged.length >= ticketsWanted);
    working = false;
    await load;
    await slack.redeliver();
    const breached = (): ReadonlySet<string> => new Set(breachesTold());
    /** What is still missing, so that a failure names it. */
    const missing = (): readonly string[] => [
      ...acknowledged.filter((title) => !rootsIn("C0TRIAGE").some(({ text }) => text.includes(title))),
      ...rootsIn("C0TRIAGE")
        .map(({ text }) => text)
        .filter((text) => !text.includes("Missed") || !breached().has(/T-\d+/.exec(text)?.[0] ?? "")),
    ];
    await until(
      () => `every ticket had its card and its breach was told: ${missing().join("\n")}`,
      () => missing().length === 0,
    );
    await until("nothing more was said", inactivity());
    expect(await desk.end("SIGTERM")).toEqual({ code: 0, signal: null });

    for (const title of acknowledged)
      for (const channel of ["C0TRIAGE", "C0ACME"])
        expect(
          rootsIn(channel).filter(({ text }) => text.includes(title)),
          `${title} in ${channel}`,
        ).toHaveLength(1);
    expect(keysSeenTwice()).toEqual([]);
    const database = await openPglite({ dataDir: join(dataDir, "pglite") });
    const { db } = database;
    const stored = await db.select().from(tickets);
    expect(rootsIn("C0TRIAGE")).toHaveLength(stored.length);
    expect(rootsIn("C0ACME")).toHaveLength(stored.length);
    expect(breachesTold().toSorted()).toEqual(stored.map(({ number }) => `T-${number}`).toSorted());
    expect((await db.select().from(inbox)).filter(({ doneAt }) => doneAt === null)).toEqual([]);
    expect((await db.select().from(outbox)).filter(({ status }) => status !== "sent")).toEqual([]);
    expect((await db.select().from(cards)).filter(({ wanted, shown }) => wanted !== shown)).toEqual([]);
    const ends = (await db.select().from(reminders)).map(({ step, status }) => `${step} ${status}`);
    expect(ends.filter((end) => !/^(?:50|80) (?:sent|superseded)$|^100 sent$/.test(end))).toEqual([]);
    const customerTexts = (await db.select().from(events))
      .map(({ body }) => eventJson.read(body))
      .flatMap((event) => (event.type === "customerWrote" ? [event.text] : []));
    expect(slack.lost).toEqual([]);
    expect(customerTexts.toSorted()).toEqual(words.toSorted());
    await database.close();
  });

  test("for hours: a reminder that fell due meanwhile is sent at once, once, and says how late it is", async () => {
    const desk = await start();
    expect(await opens("U0CARLA", "Long ago", "high")).toBe(true);
    await until("its cards stood", () => rootsIn("C0TRIAGE").length + rootsIn("C0ACME").length === 2);
    await desk.end("SIGKILL");
    ahead = 235 * 60_000;
    const begun = performance.now();
    const next = await start();
    // A machine on which the start itself takes long may take longer for the message as well.
    const limit = Math.max(5_000, 3 * (performance.now() - begun));
    await until("the account manager was told", () => slack.dm("U0ANA").messages.length > 0, limit);
    expect(slack.dm("U0ANA").messages).toHaveLength(1);
    expect(slack.dm("U0ANA").messages[0]?.text).toMatch(/This reminder is 4[23] min.* late/);
    await next.end("SIGTERM");
    expect(slack.dm("U0ANA").messages).toHaveLength(1);
  });
});

test("SIGTERM ends the process in time although Slack hangs, even if it comes twice, and the next start does the work", async () => {
  databaseUrl = await freshPostgres();
  const desk = await start();
  slack.fail("chat.postMessage", { hang: "before" }, { times: 2 });
  expect(await opens("U0CARLA", "Stuck", "high")).toBe(true);
  await until("a call hung", () => slack.log.some((each) => each.kind === "call" && each.outcome.includes("hang")));
  const asked = performance.now();
  desk.child.kill("SIGTERM");
  expect(await desk.end("SIGTERM")).toEqual({ code: 0, signal: null });
  expect(performance.now() - asked).toBeLessThan(10_000);
  const next = await start();
  await until("its cards stood", () => rootsIn("C0TRIAGE").length + rootsIn("C0ACME").length === 2);
  await next.end("SIGTERM");
});

/** The same numbers from 0 to 1 for the same seed. */
const randomFrom = (start: number) => {
  let state = start >>> 0;
  // A linear congruence is random enough here.
  return (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
};

/** Whether Slack observed this much, or the test stopped waiting for it. */
const observed = (length: number, isWaiting: () => boolean) => (): boolean =>
  slack.log.length >= length || !isWaiting();

/** The bot's messages that were posted more than once. */
const keysSeenTwice = (): readonly string[] => {
  const everywhere = ["C0TRIAGE", "C0ACME"].map((id) => slack.channel(id)).concat(staff.map((id) => slack.dm(id)));
  const keys = everywhere.flatMap(({ id, messages }) =>
    messages.flatMap(({ raw }) =>
      raw.metadata === null ? [] : [`${id} ${textOf(inside(raw.metadata, "event_payload")["key"])}`],
    ),
  );
  return keys.filter((key, index) => keys.indexOf(key) !== index);
};

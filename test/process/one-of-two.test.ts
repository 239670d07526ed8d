import { asCardRow } from "../../src/db/delivery/card-row.ts";
import { asOutboxRow } from "../../src/db/delivery/outbox-row.ts";
import { cards, outbox } from "../../src/db/schema/delivery-schema.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { leaseMs } from "../../src/db/delivery/lease.ts";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { inbox } from "../../src/db/schema/inbox-schema.ts";
import { reminders, tickets } from "../../src/db/schema/schema.ts";
import { startFakeSlack } from "../support/fake-slack/index.ts";
import type { FakeSlack, ShownMessage } from "../support/fake-slack/interface.ts";
import { inside, textOf } from "../support/fake-slack/json.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";
import { until } from "../support/until.ts";
import { endAll, onSlack, startDeskLater, type DeskProcess } from "./desk-process.ts";

const deskFile = join(import.meta.dirname, "desk.yaml");
/** How much later (ms) anything may be after the loss of a process. */
const allowedMs = 20_000;
/** The least number of tickets, so that there is work for two processes. */
const ticketsWanted = 4;
/** The time (ms) to the next ticket while one of the two processes has no work yet. */
const moreAfterMs = 1_000;

let slack: FakeSlack;
let scratch = "";
afterEach(async () => {
  endAll();
  await slack.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** A desk that calls Slack by this name of the machine, so that Slack knows one from the other, and whose machine's clock is wrong. */
const startOn = async (
  databaseUrl: string,
  host: string,
  aheadMs: number,
): Promise<{ desk: DeskProcess; url: string }> => {
  const settings = onSlack(slack, join(scratch, host), deskFile);
  const apiUrl = slack.apiUrl.replace("127.0.0.1", host);
  const desk = startDeskLater(aheadMs, { ...settings, SLACK_API_URL: apiUrl, DATABASE_URL: databaseUrl });
  return { desk, url: `http://127.0.0.1:${await desk.ready()}/slack/events` };
};

const rootsIn = (channel: string): readonly ShownMessage[] =>
  slack.channel(channel).messages.filter(({ thread, user }) => thread === null && user === slack.botUser);

const callsOf = (host: string, method: string, outcome: RegExp): number =>
  slack.log.filter(
    (each) => each.kind === "call" && each.host === host && each.method === method && outcome.test(each.outcome),
  ).length;

const millis = (ts: string): number => Number(ts) * 1000;

/** Whether Slack got no call for longer than any loop of a desk pauses. */
const inactivity = (): (() => boolean) => {
  let kept = slack.log.length;
  let since = performance.now();
  return () => {
    if (slack.log.length !== kept) since = performance.now();
    kept = slack.log.length;
    return performance.now() - since > 2_500;
  };
};

test("two processes share the work, and if one is killed the other sends its messages once, within twenty seconds", async () => {
  scratch = mkdtempSync(join(tmpdir(), "plazo-two-"));
  slack = await startFakeSlack();
  const databaseUrl = await freshPostgres();
  const [left, doomed] = await Promise.all([
    startOn(databaseUrl, "127.0.0.1", 0),
    startOn(databaseUrl, "localhost", 2 * 60_000),
  ]);
  const opened: string[] = [];
  const opens = async (): Promise<void> => {
    const title = `Video ${opened.length + 1}.`;
    // One of the processes may be dead by now.
    const isAlive = doomed.desk.child.signalCode === null;
    const carla = slack.user("U0CARLA");
    slack.deliverTo(opened.length % 2 === 0 || !isAlive ? left.url : doomed.url);
    await carla.types("C0ACME", `/ticket ${title}`);
    // Slack may answer one process about the other's call.
    if (isAlive && opened.length % 3 === 0) slack.deliverTo(opened.length % 2 === 0 ? doomed.url : left.url);
    await carla.submits({ severity: "critical", description: "It does not work." });
    expect(carla.seesForm()).toBeNull();
    opened.push(title);
  };
  /** Opens tickets until the condition holds, so that both processes get work. */
  const opensUntil = async (what: string, isSo: () => boolean): Promise<void> => {
    for (let more = 12, last = Date.now(); more > 0 && !isSo(); more -= 1, last = Date.now()) {
      await opens();
      await until(what, () => isSo() || Date.now() > last + moreAfterMs);
    }
    expect(isSo(), what).toBe(true);
  };
  while (opened.length < ticketsWanted) await opens();
  await opensUntil("both had posted something", () =>
    ["127.0.0.1", "localhost"].every((host) => callsOf(host, "chat.postMessage", /^ok$/) > 0),
  );
  // Slack holds its answer to the next two reminders of one of them open: one it has posted by then, one it has not.
  const channel = slack.dm("U0ANA").id;
  for (const hang of ["after", "before"] as const)
    slack.fail("chat.postMessage", { hang }, { channel, host: "localhost" });
  await opensUntil("one of the two held two reminders", () => callsOf("localhost", "chat.postMessage", /hang/) === 2);
  slack.deliverTo(left.url);
  await doomed.desk.end("SIGKILL");
  const killedAt = Date.now();
  await slack.redeliver();
  await opens();

  const notified = (): ReadonlySet<string> =>
    new Set(slack.dm("U0EVA").messages.flatMap(({ text }) => text.match(/T-\d+/g) ?? []));
  await until(
    () => `all of ${opened.length} breaches were told, not only ${[...notified()].join(", ")}`,
    () => notified().size === opened.length && Date.now() > killedAt + leaseMs,
  );
  await until("nothing more was said", inactivity());
  expect(await left.desk.end("SIGTERM")).toEqual({ code: 0, signal: null });

  for (const title of opened)
    for (const channel of ["C0TRIAGE", "C0ACME"])
      expect(
        rootsIn(channel).filter(({ text }) => text.includes(title)),
        `${title} in ${channel}`,
      ).toHaveLength(1);
  const everywhere = [slack.channel("C0TRIAGE"), slack.channel("C0ACME")].concat(
    ["U0ANA", "U0LUIS", "U0EVA"].map((id) => slack.dm(id)),
  );
  const keys = everywhere.flatMap(({ id, messages }) =>
    messages.map(({ raw }) => `${id} ${textOf(inside(raw.metadata ?? {}, "event_payload")["key"])}`),
  );
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);

  const { db, close } = openPostgres(databaseUrl);
  const stored = await db.select().from(tickets);
  const messages = (await db.select().from(outbox)).map(asOutboxRow);
  const principal = (await db.select().from(cards)).map(asCardRow);
  expect(stored).toHaveLength(opened.length);
  expect((await db.select().from(inbox)).filter(({ doneAt }) => doneAt === null)).toEqual([]);
  expect(messages.filter(({ status }) => status !== "sent")).toEqual([]);
  expect(principal.filter(({ wanted, shown }) => wanted !== shown)).toEqual([]);
  const ends = (await db.select().from(reminders)).map(({ step, status }) => `${step} ${status}`);
  expect(ends.filter((end) => !/^(?:50|80) (?:sent|superseded)$|^100 sent$/.test(end))).toEqual([]);
  // Every reminder was sent once, and each sent one is stored.
  const claimed = messages.map(({ ref }) => ref?.id);
  const direct = ["U0ANA", "U0LUIS", "U0EVA"].flatMap((id) => slack.dm(id).messages.map(({ ts }) => ts));
  expect(direct.filter((ts) => !claimed.includes(ts))).toEqual([]);
  const late = messages.flatMap(({ message, ref }) =>
    message.type === "reminder" && ref !== null ? [millis(ref.id) - message.notice.plannedFor] : [],
  );
  expect(Math.max(...late)).toBeLessThan(allowedMs);
  // What Slack had not taken from the killed one waited for its claim to run out.
  expect(Math.max(...late)).toBeGreaterThan(leaseMs - 3_000);
  for (const { ref, createdAt, side } of principal.map((card) => ({
    ...card,
    createdAt: stored.find(({ number }) => number === card.ticket)?.openedAt ?? 0,
  })))
    expect(millis(ref?.id ?? "0") - createdAt, side).toBeLessThan(allowedMs);
  await close();
});

import { expect, test } from "vitest";
import { writeDesk } from "../../src/db/desk-store.ts";
import { readParked, releaseAllParked, storeArrivals } from "../../src/db/inbox-store.ts";
import { nothingElsewhere } from "../../src/delivery/served-elsewhere.ts";
import { sentenceCard } from "../../src/i18n/spans.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { processInbox, type WorkOutcome } from "../../src/inbox/process-inbox.ts";
import { PlatformUnavailable } from "../../src/inbox/read-thread.ts";
import type { LiveAnswers } from "../../src/inbox/receive.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { keptLog } from "../adapters/slack/stage.ts";
import { writes } from "../requests/inbound-events.ts";
import { freshDatabase } from "../support/database/database.ts";
import { minutes, monday } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { silentMeter } from "../support/world.ts";

const seconds = 1_000;
const hours = 60 * minutes;

/** An inbox whose events do what `work` says, and what their author read. */
const startInbox = async () => {
  const database = await freshDatabase();
  await writeDesk(database.db, {}, monday);
  const log = keptLog();
  const state = { now: monday, work: async (): Promise<WorkOutcome> => null };
  const answers: LiveAnswers = new Map();
  const read: string[] = [];
  const deps = {
    database,
    desk: createDeskCache(() => sampleDesk),
    ports: new Map(),
    now: () => state.now,
    log,
    metrics: silentMeter,
  };
  const step = processInbox(deps, {
    live: { answers, notes: new Map() },
    self: "self",
    work: () => state.work(),
    apology: () => sentenceCard("Something failed."),
    elsewhere: async () => nothingElsewhere,
    calm: async () => {},
  });
  const inboundEvent = writes("carla", "x", "17.1");
  /** The same event comes from the platform, also again. */
  const arrive = async (isRepeat = false): Promise<void> => {
    answers.set(inboundEvent.key, async (card) => void read.push(JSON.stringify(card)));
    const lease = { token: "self", until: state.now };
    await storeArrivals(database.inbound, [{ inboundEvent, lane: "lane", at: state.now, lease, isRepeat }]);
    await step();
  };
  const processUntil = async (until: number, everyMs: number): Promise<void> => {
    for (; state.now < until; state.now += everyMs) await step();
  };
  return { database, state, log, read, arrive, step, processUntil };
};

const answered = { card: sentenceCard("Done."), files: [] };

test("an event whose platform does not answer waits without a try, is parked after a day, and comes again", async () => {
  const inbox = await startInbox();
  const { state, log, read } = inbox;
  const calls: number[] = [];
  let until: number | null = monday + 240 * seconds;
  state.work = async () => {
    calls.push((state.now - monday) / seconds);
    throw new PlatformUnavailable("rate limited", until);
  };
  await inbox.arrive();
  await inbox.processUntil(monday + 241 * seconds, 10 * seconds);
  expect(calls, "asked again only when the platform allows it").toEqual([0, 240]);

  until = null;
  await inbox.processUntil(monday + 26 * hours, 15 * minutes);
  expect(calls.length).toBeGreaterThan(90);
  expect(calls.at(-1)).toBeLessThan(24.5 * 3_600);
  expect(log.lines.map((line) => line.split(" ", 2).join(" "))).toEqual(["error inbox.platform-unavailable"]);
  expect(read).toEqual([expect.stringContaining("Something failed.")]);

  state.work = async () => answered;
  await inbox.processUntil(state.now + 1 * hours, 15 * minutes);
  expect(read, "a parked event stays as it is").toHaveLength(1);
  await inbox.arrive();
  expect(read.at(-1)).toContain("Done.");
  await inbox.arrive();
  expect(read, "an event that was processed is not processed again").toHaveLength(2);
});

test.each(["53100", "57014", "55P03", "40P01", "CONNECTION_CLOSED", "EAI_AGAIN"])(
  "an event waits without a try while the database answers %s, and is carried out when it works again",
  async (code) => {
    const { state, log, read, arrive, step, processUntil } = await startInbox();
    let tries = 0;
    state.work = async () => {
      tries += 1;
      throw Object.assign(new Error("could not extend file"), { code });
    };
    await arrive();
    await processUntil(monday + 3 * hours, 5 * minutes);
    expect(tries).toBeGreaterThan(30);
    expect(log.lines.filter((line) => line.includes("inbox.parked"))).toEqual([]);
    state.work = async () => answered;
    state.now += minutes;
    await step();
    expect(read).toEqual([expect.stringContaining("Done.")]);
  },
);

test("the operator can let all parked events be processed again", async () => {
  const { database, state, log, arrive, step, processUntil } = await startInbox();
  state.work = async () => {
    throw new Error("a fault");
  };
  await arrive();
  await processUntil(monday + 1 * hours, minutes);
  expect(log.lines.at(-1)).toContain("inbox.parked");
  let carriedOut = 0;
  const isRepeat = true;
  state.work = async () => {
    carriedOut += 1;
    return null;
  };
  await arrive(isRepeat);
  expect(carriedOut, "it may end the process each time").toBe(0);
  expect(await readParked(database.db)).toEqual([{ kind: "message", receivedAt: monday, why: "Error" }]);
  expect(await releaseAllParked(database.db, state.now)).toBe(1);
  await step();
  expect(carriedOut).toBe(1);
  expect(await releaseAllParked(database.db, state.now)).toBe(0);
});

test("without a time from the platform, each wait is as long as all before it, at most a minute", async () => {
  const inbox = await startInbox();
  const calls: number[] = [];
  inbox.state.work = async () => {
    calls.push((inbox.state.now - monday) / seconds);
    throw new PlatformUnavailable("HTTP 503", null);
  };
  await inbox.arrive();
  await inbox.processUntil(monday + 200 * seconds, seconds);
  expect(calls).toEqual([0, 1, 2, 4, 8, 16, 32, 64, 124, 184]);
});

test("what must wait after the answer is done later, and the author reads only the answer", async () => {
  const inbox = await startInbox();
  const { state } = inbox;
  let done = 0;
  let fails: Error = new PlatformUnavailable("rate limited", monday + 10 * minutes);
  const rest = async (): Promise<void> => {
    if (state.now < monday + 10 * minutes) throw fails;
    done += 1;
  };
  state.work = async () => ({ answer: answered, rest });
  await inbox.arrive();
  expect(inbox.read).toEqual([expect.stringContaining("Done.")]);
  await inbox.processUntil(monday + 9 * minutes, minutes);
  expect(done).toBe(0);
  await inbox.processUntil(monday + 12 * minutes, minutes);
  expect(done).toBe(1);

  const other = await startInbox();
  fails = new Error("a fault");
  other.state.work = async () => ({
    answer: null,
    rest: async () => {
      throw fails;
    },
  });
  await other.arrive();
  await other.processUntil(monday + 1 * hours, minutes);
  expect(other.log.lines.at(-1)).toContain("inbox.parked");
  expect(other.read, "no apology for what was carried out").toEqual([]);
});

test("a database that goes away each time before an outcome is stored does not count as processes that ended", async () => {
  const { database, state, log, read, arrive, processUntil, step } = await startInbox();
  await database.rows(sql`create function refuse_outcome() returns trigger language plpgsql as
    $$ begin if new.lease is null then raise exception using errcode = '53300', message = 'away'; end if; return new; end $$`);
  const goesAway = sql`create trigger away before update on inbox for each row execute function refuse_outcome()`;
  state.work = async () => {
    await database.rows(goesAway);
    throw Object.assign(new Error("too many connections"), { code: "53300" });
  };
  await arrive().catch(() => {});
  for (let outage = 0; outage < 10; outage += 1) {
    await database.rows(sql`drop trigger if exists away on inbox`);
    // The outcome is stored first, and the event is due again later: at the earliest after a minute.
    await step();
    state.now += 61 * seconds;
    await step().catch(() => {});
  }
  await database.rows(sql`drop trigger if exists away on inbox`);
  state.work = async () => answered;
  await processUntil(state.now + 5 * minutes, 30 * seconds);
  expect(read).toEqual([expect.stringContaining("Done.")]);
  expect(await readParked(database.db)).toEqual([]);
  expect(log.lines.some((line) => line.includes("inbox.parked"))).toBe(false);
});

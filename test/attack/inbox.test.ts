import { expect, test } from "vitest";
import type { AnswerPrivately } from "../../src/chat/answer.ts";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import { inbox } from "../../src/db/schema/inbox-schema.ts";
import { leaseInbox } from "../../src/db/inbox-store.ts";
import { leaseMs } from "../../src/db/delivery/lease.ts";
import type { WorkDeps } from "../../src/jobs/deps.ts";
import { receive, type LiveAnswers } from "../../src/inbox/receive.ts";
import { createSteps } from "../../src/jobs/steps.ts";
import { processInbox } from "../../src/inbox/process-inbox.ts";
import { nothingElsewhere } from "../../src/delivery/served-elsewhere.ts";
import { keptLog } from "../adapters/slack/stage.ts";
import { freshDatabase, useEmbedded } from "../support/database/database.ts";
import { monday } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { silentMeter } from "../support/world.ts";

useEmbedded();

const press = (key: string): InboundEvent => ({
  kind: "press",
  key,
  at: monday,
  by: { user: "slack:U0MARTA", name: "Marta" },
  channel: "slack:C0TRIAGE",
  action: "claim 1001",
});

/** Version 1 of the desk does not name Marta; later versions do. */
const opened = async (): Promise<{ deps: WorkDeps; turn(ms: number): void }> => {
  let now = monday;
  const database = await freshDatabase();
  const { marta: _, ...people } = sampleDesk.people;
  await writeDesk(database.db, {}, now);
  const desk = createDeskCache((_document, version) => (version === 1 ? { ...sampleDesk, people } : sampleDesk));
  await desk.read(database.db);
  return {
    deps: { database, desk, ports: new Map(), now: () => now, log: keptLog(), metrics: silentMeter },
    turn: (ms) => void (now += ms),
  };
};

test("a press sees a desk file that was applied while the desk was idle", async () => {
  const { deps } = await opened();
  const steps = createSteps(deps, () => {});
  expect(steps.core.acknowledge(press("1")).kind).toBe("private");
  await writeDesk(deps.database.db, {}, monday);
  await steps.processInbox();
  expect(steps.core.acknowledge(press("1")).kind).toBe("work");
});

test("an inbound event that kills every process that takes it does not block its lane for ever", async () => {
  const { deps, turn } = await opened();
  const done: string[] = [];
  const answers: LiveAnswers = new Map();
  const core = receive(deps, { acknowledge: () => ({ kind: "work" }), answers, self: "self", wake: () => {} });
  await core.accept(press("fatal"));
  await core.accept(press("next"));
  for (let process = 0; process < 8; process++) {
    // The process dies while it holds the claim.
    const now = deps.now();
    await leaseInbox(deps.database.db, {
      now,
      lease: { token: String(process), until: now + leaseMs },
      limit: 1,
      intakeToken: "self",
    });
    turn(leaseMs);
  }
  const sound = processInbox(deps, {
    live: { answers, notes: new Map() },
    self: "self",
    work: async ({ key }) => (done.push(key), null),
    apology: () => ({ summary: "sorry", parts: [] }),
    elsewhere: async () => nothingElsewhere,
    calm: async () => {},
  });
  await sound();
  await sound();
  expect(done).toEqual(["next"]);
});

test("a handled inbound event keeps no text of a person, and is still recognised if it comes again", async () => {
  const { deps } = await opened();
  const steps = createSteps(deps, () => {});
  const written: InboundEvent = {
    ...press("written"),
    kind: "message",
    message: { channel: "slack:C0RANDOM", id: "17.2", thread: "17.1" },
    channel: "slack:C0RANDOM",
    text: "Canario",
    format: [{ from: 0, to: 7, as: "bold" }],
    files: [{ id: "F1", name: "Canario.png", size: 1, type: "" }],
  };
  await steps.core.accept(written);
  expect(JSON.stringify(await deps.database.db.select().from(inbox))).toContain("Canario");
  await steps.processInbox();
  await steps.core.accept(written);
  const rows = await deps.database.db.select().from(inbox);
  expect(rows.map(({ key, doneAt }) => [key, doneAt !== null])).toEqual([["written", true]]);
  expect(JSON.stringify(rows)).not.toContain("Canario");
});

test("private answers that are never fetched do not pile up", async () => {
  const { deps } = await opened();
  const answers: LiveAnswers = new Map();
  const { db } = deps.database;
  const away = new Proxy(db, {
    get: () => () => {
      throw new Error("the database is away");
    },
  });
  const core = receive(
    { ...deps, database: { ...deps.database, inbound: away } },
    { acknowledge: () => ({ kind: "work" }), answers, self: "self", wake: () => {} },
  );
  const say: AnswerPrivately = async () => {};
  for (let key = 0; key < 5_000; key++) await core.accept(press(String(key)), say).catch(() => {});
  expect(answers.size).toBeLessThan(3_000);
});

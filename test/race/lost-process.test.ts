import { cards, outbox } from "../../src/db/schema/delivery-schema.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { execute } from "../../src/tickets/execute/execute.ts";
import { leaseMs, releaseClaims } from "../../src/db/delivery/lease.ts";
import { eq, sql } from "../../src/db/schema/orm.ts";
import { events, reminders, tickets } from "../../src/db/schema/schema.ts";
import { type SlackStage, openSlack } from "../adapters/slack/stage.ts";
import { recordingCore } from "../adapters/recording-core.ts";
import { cast, minutes } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { opens, submits } from "./acts.ts";
import { amiss } from "./amiss.ts";
import { closedGate, deafPort, hangingDesk, lastRefusal, lastWords } from "./gates.ts";
import { type Instance, type Kind, type SeveralDesks, openSeveral } from "./several-desks.ts";
import { type Square, openSquare } from "./square.ts";

const elsewhere = { ok: true, ref: { channel: "slack:C0NOWHERE", id: "late" } } as const;
const refused = { ok: false, failure: { kind: "recipientGone", why: "a stale refusal" } } as const;

describe.each<Kind>(["postgres", "pglite"])("a process that hangs while it has claims, on %s", (kind) => {
  let square: Square;
  let desks: SeveralDesks;
  beforeEach(async () => {
    square = openSquare();
    desks = await openSeveral(kind, [square.port], sampleDesk);
  });
  afterEach(() => desks.close());

  const openOne = async (): Promise<void> => {
    await desks.accept(opens("One", desks.now()));
    await desks.settle();
  };
  const replyOnce = async (): Promise<void> => {
    await desks.accept(submits("luis", "submit-reply 1001 slack:C0ACME", { text: "Hello" }, desks.now()));
    await desks.instances[0]?.steps.processInbox();
  };

  test.each([elsewhere, refused])("is replaced, and its late result changes nothing: a message, %j", async (late) => {
    await openOne();
    await replyOnce();
    const gate = closedGate();
    const hung = await desks.join(deafPort(gate, late));
    const hanging = hung.steps.deliverOutbox();
    await gate.reached();
    await desks.settle();
    expect(square.messages.filter(({ key }) => !key.startsWith("card"))).toEqual([]);
    desks.turn(leaseMs);
    await desks.settle();
    const before = [await desks.database.db.select().from(outbox), await desks.database.db.select().from(events)];
    gate.open();
    await hanging;
    expect([await desks.database.db.select().from(outbox), await desks.database.db.select().from(events)]).toEqual(
      before,
    );
    expect(await amiss(desks.database, square, sampleDesk)).toEqual([]);
  });

  test.each([elsewhere, refused])("is replaced, and its late result changes nothing: a card, %j", async (late) => {
    const gate = closedGate();
    const hung = await desks.join(deafPort(gate, late));
    await desks.accept(opens("One", desks.now()));
    await desks.instances[0]?.steps.processInbox();
    const hanging = hung.steps.refreshCards();
    await gate.reached(2);
    desks.turn(leaseMs);
    await desks.settle();
    const before = [await desks.database.db.select().from(cards), await desks.database.db.select().from(events)];
    gate.open();
    await hanging;
    expect([await desks.database.db.select().from(cards), await desks.database.db.select().from(events)]).toEqual(
      before,
    );
    expect(await amiss(desks.database, square, sampleDesk)).toEqual([]);
  });

  test("makes no call once its claim has expired", async () => {
    await desks.accept(opens("One", desks.now()));
    await desks.instances[0]?.steps.processInbox();
    const cardGate = closedGate();
    const slow = await desks.join(square.port, (cache) => hangingDesk(cache, cardGate));
    const hanging = slow.steps.refreshCards();
    await cardGate.reached();
    desks.turn(leaseMs);
    await desks.settle();
    cardGate.open();
    await hanging;
    expect(square.messages).toHaveLength(2);

    await replyOnce();
    const gate = closedGate();
    const slower = await desks.join(square.port, (cache) => hangingDesk(cache, gate));
    const hangingToo = slower.steps.deliverOutbox();
    await gate.reached();
    desks.turn(leaseMs);
    await desks.settle();
    gate.open();
    await hangingToo;
    expect(square.messages).toHaveLength(3);
    expect(await amiss(desks.database, square, sampleDesk)).toEqual([]);
  });

  test("leaves the consequences of a refusal to its successor if it dies before: a card, a message, a reminder", async () => {
    const dying = async (): Promise<Instance> => {
      const { port, desk } = lastRefusal();
      return desks.join(port, desk);
    };
    const succeed = async (): Promise<void> => {
      // Longer than any claim, and than the pause after a refusal of triage's.
      desks.turn(minutes);
      await desks.settle();
      expect(await amiss(desks.database, square, sampleDesk)).toEqual([]);
    };
    await desks.accept(opens("One", desks.now()));
    await desks.instances[0]?.steps.processInbox();
    // A failure of one card or message is logged, and it waits; the next process takes it.
    await (await dying()).steps.refreshCards();
    expect(await amiss(desks.database, square, sampleDesk)).not.toEqual([]);
    await succeed();
    await replyOnce();
    await (await dying()).steps.deliverOutbox();
    await succeed();
    await desks.accept(opens("Two", desks.now()));
    await desks.settle();
    desks.turn(120 * minutes);
    await desks.instances[0]?.steps.fireReminders();
    await (await dying()).steps.deliverOutbox();
    await succeed();
    expect(square.messages.filter(({ key }) => !key.startsWith("card"))).toHaveLength(2);
  });

  test("finds its inbound event handled, and adds nothing", async () => {
    const gate = closedGate();
    const hung = await desks.join(square.port, (cache) => hangingDesk(cache, gate));
    await hung.steps.core.accept(opens("One", desks.now()));
    const hanging = hung.steps.processInbox();
    await gate.reached();
    await desks.settle();
    expect(await desks.database.db.select().from(tickets)).toEqual([]);
    desks.turn(leaseMs);
    await desks.settle();
    gate.open();
    await hanging;
    await desks.settle();
    expect(await desks.database.db.select().from(tickets)).toHaveLength(1);
    expect(await amiss(desks.database, square, sampleDesk)).toEqual([]);
  });
});

test("a request that two processes make at once is granted once, and both get the first result", async () => {
  const square = openSquare();
  const desks = await openSeveral(
    "postgres",
    Array.from({ length: 6 }, () => square.port),
  );
  await desks.accept(opens("One", desks.now()));
  await desks.settle();
  const claim = { type: "claim", by: cast.luis, at: desks.now() } as const;
  const outcomes = await Promise.all(
    desks.instances.map(({ deps }) => execute(deps, { key: "one press", number: 1001, command: claim })),
  );
  expect(outcomes.map(({ ok }) => ok)).toEqual(outcomes.map(() => true));
  expect(outcomes.filter((outcome) => outcome.ok && !outcome.repeated)).toHaveLength(1);
  await desks.close();
});

describe.each<Kind>(["postgres", "pglite"])("a process that dies, on %s,", (kind) => {
  let stage: SlackStage;
  let desks: SeveralDesks;
  beforeEach(async () => {
    let now = (): number => 0;
    stage = await openSlack("http", recordingCore(), {
      now: () => now(),
      users: ["ANA", "LUIS", "EVA", "CARLA"].map((name) => ({ id: `U0${name}`, name })),
      channels: ["TRIAGE", "ACME"].map((name) => ({ id: `C0${name}`, name })),
    });
    desks = await openSeveral(kind, [stage.adapter.port], sampleDesk);
    now = desks.now;
  });
  afterEach(async () => {
    await stage.stop();
    await desks.close();
  });
  const shown = (channel: string) => stage.slack.channel(channel).messages.map(({ text }) => text);

  test("after Slack took its message but before it stored that, leaves one message, and its successor finds it", async () => {
    const dead = closedGate();
    const doomed = await desks.join(lastWords(stage.adapter.port, dead));
    await desks.accept(opens("One", desks.now()));
    await desks.instances[0]?.steps.processInbox();
    void doomed.steps.refreshCards();
    await dead.reached(2);
    desks.turn(leaseMs - 1);
    await desks.settle();
    expect((await desks.database.db.select().from(cards)).map(({ ref }) => ref)).toEqual([null, null]);
    desks.turn(1);
    await desks.settle();
    const refs = (await desks.database.db.select().from(cards)).map(({ refMessage }) => refMessage);
    const principal = ["C0TRIAGE", "C0ACME"].flatMap((channel) =>
      stage.slack.channel(channel).messages.map(({ ts }) => ts),
    );
    expect(new Set(refs)).toEqual(new Set(principal));
    expect(principal).toHaveLength(refs.length);

    const deadToo = closedGate();
    const doomedToo = await desks.join(lastWords(stage.adapter.port, deadToo));
    desks.turn(120 * minutes);
    await doomedToo.steps.fireReminders();
    void doomedToo.steps.deliverOutbox();
    await deadToo.reached();
    expect(stage.slack.dm("U0ANA").messages).toHaveLength(1);
    desks.turn(leaseMs);
    await desks.settle();
    const [message] = stage.slack.dm("U0ANA").messages;
    expect(stage.slack.dm("U0ANA").messages).toHaveLength(1);
    expect(await desks.database.db.select().from(outbox)).toMatchObject([{ status: "sent", ref: { id: message?.ts } }]);
  });

  test("before Slack got its message, leaves none, and its successor sends it", async () => {
    const gate = closedGate();
    const doomed = await desks.join(deafPort(gate, elsewhere));
    await desks.accept(opens("One", desks.now()));
    await desks.instances[0]?.steps.processInbox();
    void doomed.steps.refreshCards();
    await gate.reached(2);
    desks.turn(leaseMs);
    await desks.settle();
    expect([shown("C0TRIAGE").length, shown("C0ACME").length]).toEqual([1, 1]);
  });
});

test("a killed process has no claims at a desk with one process", async () => {
  const square = openSquare();
  const desks = await openSeveral("pglite", [square.port], sampleDesk);
  const gate = closedGate();
  const killed = await desks.join(deafPort(gate, elsewhere));
  await killed.steps.core.accept(opens("One", desks.now()));
  await desks.settle();
  expect(await desks.database.db.select().from(tickets)).toEqual([]);
  await releaseClaims(desks.database.db, desks.now());
  await desks.instances[0]?.steps.processInbox();
  void killed.steps.refreshCards();
  await gate.reached(2);
  await releaseClaims(desks.database.db, desks.now());
  await desks.settle();
  expect(square.messages).toEqual([]);
  desks.turn(3_000);
  await desks.settle();
  expect(await amiss(desks.database, square, sampleDesk)).toEqual([]);
  expect(square.messages).toHaveLength(2);
});

test("a ticket that cannot be worked on delays no other reminder", async () => {
  const square = openSquare();
  const desks = await openSeveral("postgres", [square.port], sampleDesk);
  for (const title of ["Broken", "Sound"]) await desks.accept(opens(title, desks.now()));
  await desks.settle();
  const { db } = desks.database;
  const [broken] = await db.select().from(tickets).where(eq(tickets.title, "Broken"));
  await db
    .update(tickets)
    .set({ clocks: sql`'7'::jsonb` })
    .where(eq(tickets.title, "Broken"));
  await db
    .update(reminders)
    .set({ at: sql`at - interval '1 minute'` })
    .where(eq(reminders.ticket, broken?.number ?? 0));
  desks.turn(120 * minutes);
  await desks.instances[0]?.steps.fireReminders();
  await desks.instances[0]?.steps.deliverOutbox();
  expect(square.messages.filter(({ key }) => key.includes("firstResponse"))).toHaveLength(1);
  await expect(desks.instances[0]?.steps.fireReminders()).rejects.toThrow();
  await desks.close();
});

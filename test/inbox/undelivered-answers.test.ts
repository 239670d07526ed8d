import { expect, test } from "vitest";
import { writeDesk } from "../../src/db/desk-store.ts";
import { storeArrivals } from "../../src/db/inbox-store.ts";
import { sentenceCard } from "../../src/i18n/spans.ts";
import { processInbox } from "../../src/inbox/process-inbox.ts";
import type { LiveAnswers } from "../../src/inbox/receive.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { privately } from "../../adapters/slack/outbound/answer.ts";
import { createWarnOncePerMinute } from "../../src/chat/refusals.ts";
import { nothingElsewhere } from "../../src/delivery/served-elsewhere.ts";
import { createButtonQuestions } from "../../adapters/discord/outbound/questions.ts";
import { createReplies } from "../../adapters/discord/outbound/replies.ts";
import { keptLog } from "../adapters/slack/stage.ts";
import { writes } from "../requests/inbound-events.ts";
import { freshDatabase } from "../support/database/database.ts";
import { monday } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { silentMeter } from "../support/world.ts";

const count = 20;
const card = sentenceCard("Done.");
const refuse = async (): Promise<never> => {
  throw new Error("refused");
};

test("answers that cannot be delivered are logged once a minute, with the number of those not logged", async () => {
  const database = await freshDatabase();
  await writeDesk(database.db, {}, monday);
  const log = keptLog();
  let now = monday;
  const answers: LiveAnswers = new Map();
  const file = { name: "a.html", type: "text/html", text: "x" };
  const deps = {
    database,
    desk: createDeskCache(() => sampleDesk),
    ports: new Map(),
    now: () => now,
    log,
    metrics: silentMeter,
  };
  const step = processInbox({ ...deps, aside: () => {}, onEvents: () => {}, onRefusal: () => {} } as never, {
    live: { answers, notes: new Map() },
    self: "self",
    work: async () => ({ card, files: [file] }),
    apology: () => card,
    elsewhere: async () => nothingElsewhere,
    calm: async () => {},
  });
  const arrive = async (from: number, to: number): Promise<void> => {
    for (let n = from; n < to; n += 1) {
      const inboundEvent = { ...writes("carla", "x", "17.1"), key: `slack:${n}` };
      answers.set(inboundEvent.key, refuse);
      const lease = { token: "self", until: now };
      await storeArrivals(database.inbound, [{ inboundEvent, lane: `lane ${n}`, at: now, lease, isRepeat: false }]);
    }
    while ((await step()) > 0);
  };
  await arrive(0, count);
  expect(log.lines.map((line) => line.split(" ", 2).join(" "))).toEqual([
    "warn answer.undelivered",
    "warn answer.apology-undelivered",
  ]);
  now += 60_000;
  await arrive(count, count + 1);
  expect(log.lines.slice(2).join()).toContain(`"notLogged":${count - 1}`);
});

test("answers that Slack or Discord refuses are logged the same way", async () => {
  const log = keptLog();
  const client = { chat: { postEphemeral: refuse }, conversations: { open: refuse } };
  const about = {
    client,
    warn: createWarnOncePerMinute(log, () => monday),
    linkTo: () => null,
    apiUrl: "http://127.0.0.1:1/",
  };
  const inbound = { inboundEvent: writes("carla", "x", "17.1"), thread: null, responseUrl: null };
  for (let n = 0; n < count; n += 1) await privately(about as never, inbound as never)(card).catch(() => {});
  expect(log.lines).toHaveLength(1);

  const replies = createReplies({
    api: { call: refuse } as never,
    tell: async () => ({ ok: false, failure: { kind: "recipientGone", why: "50007" } }),
    log,
    linkTo: () => null,
    now: () => monday,
    pause: Object.assign(async () => {}, { ended: () => false }) as never,
    questions: createButtonQuestions(),
  });
  for (let n = 0; n < count; n += 1) {
    await replies.write("discord:310000000000000001", `key ${n}`)(card);
    await replies.say({ id: String(n), token: "t", kind: "command" } as never, { flags: 0 } as never);
  }
  expect(log.lines.slice(1).map((line) => line.split(" ", 2).join(" "))).toEqual([
    "warn discord.answer-undelivered",
    "warn discord.answer-late",
  ]);
});

import { expect, it } from "vitest";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import { addMessageToPrompt, lockOpenPrompt, promptMessagesAfter, storePrompt } from "../../src/db/prompt-store.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import type { WorkDeps } from "../../src/jobs/deps.ts";
import { settlePrompts } from "../../src/jobs/settle-prompts.ts";
import { readTicket } from "../../src/db/ticket-store.ts";
import { nothingElsewhere } from "../../src/delivery/served-elsewhere.ts";
import { keptLog } from "../adapters/slack/stage.ts";
import { freshDatabase } from "../support/database/database.ts";
import { cast, monday, opening } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { silentMeter } from "../support/world.ts";

const message = (index: number): Extract<InboundEvent, { kind: "message" }> => ({
  kind: "message",
  key: `slack:msg:D1:${index}`,
  at: monday,
  by: { user: "slack:U0SAM", name: "Sam" },
  channel: "slack:D1",
  message: { channel: "slack:D1", id: `${index}.1` },
  text: "x".repeat(40_000),
});

it("one more message costs one row, however many wait, and a message joins once", async () => {
  const { db, rows } = await freshDatabase();
  const about = { kind: "whichTicket", number: 1 } as const;
  const prompt = await storePrompt(db, { key: message(0).key, byUser: "slack:U0SAM", about, dueAt: monday });
  const size = async () =>
    (await rows<{ size: number }>(sql`select sum(length(about::text))::int as size from prompts`))[0]?.size;
  const before = await size();
  for (let index = 0; index < 50; index++) {
    await addMessageToPrompt(db, prompt.id, message(index));
    await addMessageToPrompt(db, prompt.id, message(index));
  }
  expect(await size()).toBe(before);
  expect(await db.transaction((tx) => lockOpenPrompt(tx, message(50)))).toBe(prompt.id);
  const page = await promptMessagesAfter(db, prompt.id, 0, 20);
  expect(page.map(({ message: { key } }) => key)).toEqual(Array.from({ length: 20 }, (_, index) => message(index).key));
  const next = await promptMessagesAfter(db, prompt.id, page.at(-1)?.id ?? 0, 100);
  expect(next).toHaveLength(30);
});

it("twenty prompts that always fail do not delay the next one", async () => {
  const database = await freshDatabase();
  await writeDesk(database.db, {}, monday);
  const deps: WorkDeps = {
    database,
    desk: createDeskCache(() => sampleDesk),
    ports: new Map(),
    now: () => monday,
    log: keptLog(),
    metrics: silentMeter,
  };
  const { carla } = cast;
  const byUser = "slack:U0CARLA";
  const store = (index: number, by: object, dueAt: number) => {
    const command = { ...opening("high", carla.channel), number: undefined, by, at: monday } as never;
    return storePrompt(database.db, {
      key: `prompt ${index}`,
      byUser,
      about: { kind: "articles", command, articles: [] },
      dueAt,
    });
  };
  for (let index = 0; index < 20; index++) await store(index, { kind: "clock" }, monday - 1_000);
  await store(20, carla, monday);
  const step = settlePrompts(deps, async () => nothingElsewhere);
  expect(await step()).toBe(0);
  expect(await step()).toBe(1);
  expect((await readTicket(database.db, 1001))?.requester.user).toBe(byUser);
  const [kept] = await database.rows<{ kept: number }>(
    sql`select count(*)::int as kept from prompts where settled_at is null and tries = 1`,
  );
  expect(kept?.kept).toBe(20);
});

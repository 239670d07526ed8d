import { beforeEach, expect, test } from "vitest";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import { actOnPrompt } from "../../src/inbox/act-on-prompt.ts";
import { respond } from "../../src/inbox/respond.ts";
import { createSuggest } from "../../src/inbox/suggest.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { execute } from "../../src/tickets/execute/execute.ts";
import { keptLog } from "../adapters/slack/stage.ts";
import { freshDatabase } from "../support/database/database.ts";
import { cast, monday, opening, type GivenCommand, wholeCommand } from "../support/given.ts";
import { holdingDesk } from "../support/sample-desk.ts";
import { silentMeter } from "../support/world.ts";

// A person of another workspace in Acme's channel, whose id equals an agent's id here.
const twin = { user: cast.luis.user, name: "Twin", membership: "outside" } as const;
const stranger = { user: "slack:U0STRANGER", name: "Twin", membership: "outside" } as const;
const channel = "slack:C0ACME";
const desk = holdingDesk;
let now = monday;

const opened = async () => {
  now = monday;
  const database = await freshDatabase();
  await writeDesk(database.db, {}, monday);
  const cache = createDeskCache(() => desk);
  await cache.read(database.db);
  return { database, desk: cache, ports: new Map(), now: () => now, log: keptLog(), metrics: silentMeter };
};
let deps: Awaited<ReturnType<typeof opened>>;
beforeEach(async () => {
  deps = await opened();
});

const run = async (number: number | null, by: (typeof cast)["carla" | "luis"], asked: GivenCommand) => {
  const outcome = await execute(deps, { key: null, number, command: { ...wholeCommand(asked), by, at: now } });
  if (!outcome.ok) throw new Error(outcome.refusal.reason);
  return outcome.ticket;
};

test("a person of another workspace who has an agent's id does not see a pending reply's text", async () => {
  const { number } = await run(null, cast.carla, opening());
  const held = await run(number, cast.luis, { type: "reply", text: "Canario", alreadyPosted: false });
  const id = held.pendingReplies[0]?.id ?? 0;
  await run(number, cast.luis, { type: "undoReply", replyId: id });
  const press = (by: InboundEvent["by"]): InboundEvent => ({
    kind: "press",
    key: `press ${by.user} ${by.membership}`,
    at: now,
    by,
    channel,
    action: `undoReply ${number} ${id}`,
  });
  expect(JSON.stringify(await respond(deps, press({ user: cast.luis.user, name: "Luis" })))).toContain("Canario");
  expect(JSON.stringify(await respond(deps, press(twin)))).not.toContain("Canario");
});

test("such a person gets the suggestions of a stranger", async () => {
  await run(null, { ...cast.carla, channel: "slack:D0CARLA" }, opening());
  const suggest = createSuggest(deps);
  const typing = { channel: "slack:C0ELSEWHERE", verb: "show", text: "10" } as const;
  expect(await suggest({ ...typing, by: { user: cast.luis.user, name: "Luis" } })).toHaveLength(1);
  expect(await suggest({ ...typing, by: stranger })).toEqual([]);
  // Postgres refuses a text with a NUL.
  const luis = { user: cast.luis.user, name: "Lu\0is" };
  expect(await suggest({ ...typing, by: luis, text: "1\0\uD800" })).toEqual([]);
  expect(await suggest({ ...typing, by: { ...luis, user: `${luis.user}\0` } })).toEqual([]);
  expect(await suggest({ ...typing, by: twin })).toEqual([]);
});

test("a ticket that such a person opens after article offers is answered as a customer's", async () => {
  const card = async (by: typeof twin | typeof stranger, key: string) => {
    const person = { kind: "person", channel, ...by } as const;
    const command = { ...opening(), by: person, at: now, askedIn: channel };
    const about = { kind: "articles", command, articles: [] } as const;
    return actOnPrompt(deps, { id: 1, key, choice: "open", about } as never, desk, "person");
  };
  const theirs = JSON.stringify(await card(stranger, "a"));
  expect(JSON.stringify(await card(twin, "b"))).toBe(theirs.replaceAll("1001", "1002"));
});

test("a customer whose platform asks for suggestions without end gets none for some seconds, while staff do", async () => {
  await run(null, cast.carla, opening());
  const suggest = createSuggest(deps);
  const carla = { by: { user: cast.carla.user, name: "Carla" }, channel, verb: "show", text: "1001" } as const;
  const luis = { ...carla, by: { user: cast.luis.user, name: "Luis" } };
  const counted = async (typing: Parameters<typeof suggest>[0], times: number): Promise<number> => {
    let given = 0;
    for (let time = 0; time < times; time += 1) given += (await suggest(typing)).length;
    return given;
  };
  expect(await counted(carla, 45)).toBe(40);
  expect(await counted(luis, 45)).toBe(45);
  expect(await counted({ ...carla, by: { user: "slack:U0COLLEAGUE", name: "Colleague" } }, 1)).toBe(1);
  now += 10_000;
  expect(await counted(carla, 1)).toBe(1);
  // The people of an account share a limit.
  const others = Array.from(
    { length: 7 },
    (_, n) => ({ ...carla, by: { user: `slack:U0MORE${n}`, name: "x" } }) as const,
  );
  let given = 0;
  for (const other of others) given += await counted(other, 40);
  expect(given).toBe(199);
});

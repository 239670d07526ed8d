import { afterEach, expect, test } from "vitest";
import { readEvents } from "../../src/db/event-store.ts";
import { outbox } from "../../src/db/schema/delivery-schema.ts";
import { asc } from "../../src/db/schema/orm.ts";
import type { ChatPort } from "../../src/chat/port.ts";
import { opens } from "./acts.ts";
import { busyDesk, openSeveral, type SeveralDesks } from "./several-desks.ts";
import { openSquare } from "./square.ts";

let desks: SeveralDesks;
afterEach(() => desks.close());

/** A port that no longer knows these people. */
const without = (port: ChatPort, gone: readonly string[]): ChatPort => ({
  ...port,
  tell: async (user, card, attempt) =>
    gone.includes(user)
      ? { ok: false, failure: { kind: "recipientGone", why: "account_inactive" } }
      : port.tell(user, card, attempt),
});

const { ana } = busyDesk.people;
if (ana === undefined) throw new Error("no Ana");
const desk = {
  ...busyDesk,
  people: { ...busyDesk.people, ana: { ...ana, identities: ["slack:U0ANA", "discord:77"] as const } },
};

/** A process for each platform, until the reminder at 50 % is settled. Returns what went out, by platform. */
const remind = async (gone: readonly string[]): Promise<Readonly<Record<"slack" | "discord", readonly string[]>>> => {
  const slack = openSquare();
  const discord = openSquare();
  desks = await openSeveral("postgres", [without(slack.port, gone)], desk);
  const onDiscord = await desks.joinOn("discord", without(discord.port, gone));
  const all = [...desks.instances, onDiscord];
  for (const { steps } of all) await steps.dueWork();
  await desks.accept(opens("No hay video", desks.now()));
  await desks.settle(desks.instances);
  for (let n = 0; n < 13; n += 1) {
    desks.turn(10 * 60_000);
    for (const { steps } of [...all, ...all]) await steps.dueWork();
    for (const { steps } of [...all, ...all]) {
      await steps.fireReminders();
      await steps.deliverOutbox();
    }
  }
  const reminded = ({ messages }: typeof slack) =>
    messages.map(({ key }) => key).filter((key) => key.includes("firstResponse"));
  return { slack: reminded(slack), discord: reminded(discord) };
};

const rows = async () =>
  (await desks.database.db.select().from(outbox).orderBy(asc(outbox.id))).map(({ status, why }) => [status, why]);

test("a person whose first identity is gone is reached on the second one, by the process that has its platform", async () => {
  expect(await remind(["slack:U0ANA"])).toEqual({ slack: [], discord: ["T-1001 firstResponse 1 0 50 person ana"] });
  expect((await rows()).map(([status]) => status)).toEqual(["sent"]);
  // The history says why the first identity was not used.
  const events = await readEvents(desks.database.db, 1001);
  expect(events.filter(({ type }) => type === "reachedByOtherRoute")).toEqual([
    expect.objectContaining({ person: "ana", why: "slack: account_inactive" }),
  ]);
});

test("if all identities are gone, the next recipient gets the reminder, and the reason names each of them", async () => {
  expect(await remind(["slack:U0ANA", "discord:77"])).toEqual({
    slack: ["T-1001 firstResponse 1 0 50 person luis"],
    discord: [],
  });
  expect(await rows()).toEqual([
    ["failed", "slack: account_inactive; discord: account_inactive"],
    ["sent", null],
  ]);
});

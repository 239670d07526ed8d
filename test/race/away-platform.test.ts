import { afterEach, expect, test } from "vitest";
import { outbox } from "../../src/db/schema/delivery-schema.ts";
import { inbox } from "../../src/db/schema/inbox-schema.ts";
import { asc } from "../../src/db/schema/orm.ts";
import { processes, reminders } from "../../src/db/schema/schema.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { opens } from "./acts.ts";
import { busyDesk, openSeveral, type Instance, type SeveralDesks } from "./several-desks.ts";
import { openSquare, type Square } from "./square.ts";

let desks: SeveralDesks;
let onSlack: Instance;
let onDiscord: Instance;
let slack: Square;
let discord: Square;
afterEach(() => desks.close());

const minute = 60_000;

/** A process that has only Slack, and one that has only Discord. A ticket of Slack is open, and everything is sent. */
const openBoth = async (desk: Desk = busyDesk): Promise<void> => {
  slack = openSquare();
  discord = openSquare();
  desks = await openSeveral("postgres", [slack.port], desk);
  const [first] = desks.instances;
  if (first === undefined) throw new Error("no process");
  onSlack = first;
  onDiscord = await desks.joinOn("discord", discord.port);
  for (const each of [onSlack, onDiscord]) await each.steps.dueWork();
  await desks.accept(opens("No hay video", desks.now()));
  await desks.settle([onSlack]);
};

/** What the loops of a process do. */
const works = async ({ steps }: Instance): Promise<void> => {
  await steps.dueWork();
  await steps.processInbox();
  await steps.fireReminders();
  await steps.refreshCards();
  await steps.deliverOutbox();
  await steps.deliverEmail();
};

/** Time passes while only these processes run. */
const passes = async (ms: number, running: readonly Instance[], stepMs = 5_000): Promise<void> => {
  for (let left = ms; left > 0; left -= stepMs) {
    desks.turn(Math.min(left, stepMs));
    for (const each of running) await works(each);
  }
};

const rows = () => desks.database.db.select().from(outbox).orderBy(asc(outbox.id));
const steps = async (): Promise<readonly string[]> =>
  (await desks.database.db.select().from(reminders).orderBy(asc(reminders.step))).map(
    ({ step, status }) => `${step} ${status}`,
  );
const directTo = (square: Square, user: string) =>
  square.messages.filter(({ ref, key }) => ref.channel === `slack:D${user}` && key.includes("firstResponse"));

test("a reminder of a platform whose process stops for 20 seconds waits for it, and reaches its first recipient", async () => {
  await openBoth();
  await passes(119 * minute, [onSlack, onDiscord], 10 * minute);
  // The Slack process stops. The reminder at 50 % (two hours) comes while only the Discord process runs.
  await passes(70_000, [onDiscord]);
  expect(await steps()).toEqual(["50 sending", "80 planned", "100 planned"]);
  expect((await rows()).map(({ status, tries, lease }) => [status, tries, lease])).toEqual([["pending", 0, null]]);

  await passes(5_000, [onSlack, onDiscord]);
  expect(await steps()).toEqual(["50 sent", "80 planned", "100 planned"]);
  expect(directTo(slack, "U0ANA")).toHaveLength(1);
  expect(directTo(slack, "U0LUIS")).toHaveLength(0);
});

for (const outageMs of [3 * 60 * minute, 3 * 24 * 60 * minute])
  test(`after an outage of ${outageMs / 60 / minute} hours the process without the token starts first and loses no reminder`, async () => {
    await openBoth();
    desks.turn(outageMs);
    // Both start again: other processes with the same platforms.
    const discordAgain = await desks.joinOn("discord", discord.port);
    await passes(20_000, [discordAgain], 1_000);
    const third = await desks.joinOn("discord", discord.port);
    await passes(10_000, [discordAgain, third], 1_000);
    expect((await rows()).filter(({ status }) => status !== "pending")).toEqual([]);
    const slackAgain = await desks.join(slack.port);
    await passes(5_000, [slackAgain, discordAgain]);
    expect(await steps()).not.toContain("50 failed");
    expect((await rows()).map(({ status }) => status)).not.toContain("failed");
    expect(directTo(slack, "U0ANA").length).toBeGreaterThan(0);
    // Restarts do not fill the table: one row for Slack, one for each process of Discord.
    expect(await desks.database.db.select().from(processes)).toHaveLength(3);
  });

test("while a platform is away, a reminder takes the next recipient in reach after the patience for failures, not before", async () => {
  const { eva, luis } = busyDesk.people;
  if (eva === undefined || luis === undefined) throw new Error("no people");
  await openBoth({ ...busyDesk, people: { ...busyDesk.people, eva: { ...eva, identities: ["discord:88"] } } });
  await passes(119 * minute, [onSlack, onDiscord], 10 * minute);
  await passes(80_000, [onDiscord]);
  expect(await steps()).toEqual(["50 sending", "80 planned", "100 planned"]);
  expect((await rows()).map(({ status }) => status)).toEqual(["pending"]);
  // The manager and the deputy are only on Slack, and triage is there. The head is on Discord.
  await passes(3 * minute, [onDiscord]);
  expect(await steps()).toEqual(["50 fallbackTaken", "80 planned", "100 planned"]);
  expect(discord.messages.map(({ key }) => key)).toEqual(["T-1001 firstResponse 1 0 50 person eva"]);
  expect((await rows()).map(({ status }) => status)).not.toContain("pending");
});

test("a person with a second identity on the running platform gets the reminder there at once while the first is away", async () => {
  const { ana } = busyDesk.people;
  if (ana === undefined) throw new Error("no Ana");
  const both = { ...ana, identities: ["slack:U0ANA", "discord:77"] } as const;
  await openBoth({ ...busyDesk, people: { ...busyDesk.people, ana: both } });
  await passes(119 * minute, [onSlack, onDiscord], 10 * minute);
  await passes(70_000, [onDiscord]);
  expect(await steps()).toEqual(["50 sent", "80 planned", "100 planned"]);
  expect(discord.messages.map(({ key }) => key)).toEqual(["T-1001 firstResponse 1 0 50 person ana"]);
});

test("inbound events of an away platform wait for ten minutes, then any process opens the ticket", async () => {
  await openBoth();
  await desks.accept(opens("Sin audio", desks.now()));
  const open = async () => (await desks.database.db.select().from(inbox)).filter(({ doneAt }) => doneAt === null);
  await passes(9 * minute, [onDiscord], 30_000);
  expect((await open()).map(({ tries }) => tries)).toEqual([0]);
  await passes(2 * minute, [onDiscord], 30_000);
  expect(await open()).toEqual([]);
});

test("a platform that no process ever had is a wrong configuration: reminders move on, and the reason is shown", async () => {
  const { ana } = busyDesk.people;
  if (ana === undefined) throw new Error("no Ana");
  await openBoth({ ...busyDesk, people: { ...busyDesk.people, ana: { ...ana, identities: ["web:ana"] } } });
  await passes(121 * minute, [onSlack, onDiscord], 10 * minute);
  await desks.settle([onSlack]);
  expect(await steps()).toEqual(["50 fallbackTaken", "80 planned", "100 planned"]);
  expect((await rows())[0]?.why).toContain("no identity on a platform that is switched on");
});

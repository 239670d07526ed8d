import { afterEach, describe, expect, test } from "vitest";
import { writeOutcomes } from "../../../src/db/outcomes/outcome-store.ts";
import type { DatabaseHandle } from "../../../src/db/connection/handle.ts";
import type { ClockOutcome } from "../../../src/tickets/clocks/outcomes.ts";
import { deskAcross, discordChannels as channels, onDiscord as people } from "../../support/discord-cast.ts";
import { inEnglish, inSpanish } from "../../support/sentences.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startStoryWorld, type Name, type StoryWorld, type Where } from "../../support/story-world/story-world.ts";
import { startWorldAcross, type WorldAcross } from "../../support/world-across.ts";
import { startWorld } from "../../support/world.ts";

const hour = 3_600_000;

/** Ended clocks of the only ticket, due an hour before the story began. */
const ended = async ({ db }: DatabaseHandle, now: number, given: readonly Partial<ClockOutcome>[]): Promise<void> =>
  db.transaction((tx) =>
    writeOutcomes(
      tx,
      given.map((each, index) => {
        const outcome: ClockOutcome = {
          ticket: 1001,
          clock: "firstResponse",
          cycle: index + 10,
          kind: "problem",
          account: "acme",
          area: null,
          plan: "premium",
          manager: "ana",
          severity: "high",
          intake: "slack",
          assignee: "luis",
          startedAt: now - 5 * hour,
          dueAt: now - hour,
          endedAt: now - hour / 2,
          outcome: "met",
          target: 4 * hour,
          used: hour,
          waited: 0,
          cause: null,
          ...each,
        };
        return { ticket: outcome.ticket, clock: outcome.clock, cycle: outcome.cycle, outcome };
      }),
    ),
  );

/** Two met and one breached of Acme, one met of Northwind. */
const sample: readonly Partial<ClockOutcome>[] = [
  {},
  {},
  { outcome: "breached", cause: "unanswered", used: 4 * hour + 180_000 },
  { account: "northwind", manager: null, assignee: "marta" },
];

describe("/desk report", () => {
  let world: StoryWorld;
  afterEach(() => world.stop());

  const asks = async (user: Name, where: Where, line: string): Promise<string> => {
    await world.user(user).types(where, line);
    await world.settle();
    return world.user(user).privates.at(-1)?.text ?? "";
  };

  test("answers the asker alone with the figures, a picture whose text says them, and each missed target", async () => {
    world = await startStoryWorld("testchat");
    await world.opens();
    await ended(world.database, world.now(), sample);
    const before = world.channel("acme").length;
    const answer = await asks("eva", "acme", "/desk report this week");
    expect(answer).toMatch(/3 of 4/);
    expect(answer).toContain("T-1001");
    expect(answer).toContain("Acme TV");
    const [picture] = world.files;
    expect(picture).toMatchObject({ name: "report.png", sharedIn: "eva" });
    expect(picture?.content).toMatch(/Acme TV: 2 of 3/);
    expect(picture?.content).toMatch(/Northwind Media: 1 of 1/);
    expect(world.channel("acme")).toHaveLength(before);
    // An account manager sees their own accounts, and may ask for the others.
    expect(await asks("ana", "triage", "/desk report hoy")).toMatch(/2 of 3/);
    expect(await asks("ana", "triage", "/desk report agent marta today")).toMatch(/1 of 1/);
    expect(await asks("ana", "triage", "/desk report yesterday")).toMatch(inEnglish("report.nothing"));
    expect(world.files).toHaveLength(3);
    expect(world.log.lines.filter((line) => /^(error|warn)/.test(line))).toEqual([]);
  });

  test("the rows of one account tell the goals of its plan", async () => {
    const premium = sampleDesk.plans["premium"] ?? expect.fail("the desk has no premium plan");
    const plans = { ...sampleDesk.plans, premium: { ...premium, attainment: { firstResponse: 0.95 } } };
    world = await startStoryWorld("testchat", { ...sampleDesk, plans });
    await world.opens();
    await ended(world.database, world.now(), sample);
    await asks("eva", "acme", "/desk report acme this week");
    expect(world.files.at(-1)?.content).toMatch(/2 of 3.*goal 95%/);
  });

  test("says what is unclear, and a button gives the report that was meant", async () => {
    world = await startStoryWorld("testchat");
    await world.opens();
    await ended(world.database, world.now(), sample);
    expect(await asks("eva", "triage", "/desk report 2026-Q5")).toMatch(inEnglish("deskReport.unclear.period"));
    expect(await asks("eva", "triage", "/desk report northwnd today")).toMatch(inEnglish("deskReport.unclear.similar"));
    await world.user("eva").presses("private", "Northwind Media");
    await world.settle();
    expect(world.user("eva").privates.at(-1)?.text).toMatch(/1 of 1/);
  });

  test("is not for customers", async () => {
    world = await startStoryWorld("testchat");
    await world.opens();
    await ended(world.database, world.now(), sample);
    const refused = await asks("carla", "acme", "/desk report acme today");
    expect(refused).toMatch(inSpanish("refusal.notAllowed"));
    await world.user("carla").forges("acme", "report account:acme today");
    await world.settle();
    expect(world.files).toEqual([]);
  });
});

test("on Slack the picture comes in the asker's direct messages, and without it the card says the figures", async () => {
  const world = await startWorld();
  await world.opens();
  await ended(world.database, world.now(), sample);
  const eva = world.slack.user("U0EVA");
  await eva.types("C0ACME", "/desk report today");
  await world.settle();
  const [file] = world.slack.files;
  expect(file).toMatchObject({ name: "report.png", sharedIn: world.slack.dm("U0EVA").id });
  expect(file?.title).toContain("·");
  expect(file?.alt).toMatch(/Acme TV: 2 of 3/);
  expect(eva.privates.at(-1)?.text).toMatch(inEnglish("deskReport.picture"));
  world.slack.fail("files.completeUploadExternal", { error: "channel_not_found" });
  await eva.types("C0ACME", "/desk report today");
  await world.settle();
  const last = eva.privates.at(-1)?.text ?? "";
  expect(last).not.toMatch(inEnglish("deskReport.picture"));
  expect(last).toMatch(/Acme TV: 2 of 3/);
  expect(last).not.toMatch(inEnglish("problem.broken"));
  await world.stop();
});

describe("on Discord", () => {
  let world: WorldAcross;
  afterEach(async () => {
    await world.stop();
    expect(world.discord.refusals).toEqual([]);
  });

  test("the picture is part of the private answer", async () => {
    world = await startWorldAcross(deskAcross(["discord"], "discord"));
    const carla = world.discord.user(people.carla);
    await carla.types(channels.acme, "/ticket new title:No video");
    await carla.submits({ severity: "high", description: "Nothing." });
    await world.settle();
    await ended(world.database, world.now(), sample);
    const luis = world.discord.user(people.luis);
    await luis.types(channels.triage, "/desk words:report acme today");
    await world.settle();
    const last = luis.privates.at(-1);
    expect(last?.files.map(({ name }) => name)).toEqual(["report.png"]);
    expect(last?.text).toMatch(/2 of 3/);
    expect(last?.text).toMatch(inEnglish("deskReport.picture"));
  });
});

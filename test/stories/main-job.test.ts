import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { useEmbedded } from "../support/database/database.ts";
import { startStoryWorld, storyPlatforms, type StoryWorld } from "../support/story-world/story-world.ts";
import { expectCard } from "../support/expect-card.ts";
import { sayIn } from "../../src/i18n/say.ts";

useEmbedded();

describe.each([...storyPlatforms, "slack by sockets"] as const)("the main job on %s", (platform) => {
  let world: StoryWorld;
  beforeEach(async () => {
    world = await startStoryWorld(platform);
  });
  afterEach(() => world.stop());

  test("/ticket opens the form, prefilled, and each severity shows its first response target", async () => {
    await world.user("carla").types("acme", "/ticket El vídeo no se ve");
    const form = world.user("carla").seesForm();
    expect(form?.initial["title"]).toBe("El vídeo no se ve");
    expect(form?.fields).toEqual(["title", "severity", "description"]);
    expect(form?.text).toMatch(/30 min/);
  });

  test("the ticket gets a receipt, its own thread and one card in triage", async () => {
    await world.opens();
    const [receipt] = world.user("carla").privates;
    expect(receipt?.where).toBe(platform === "testchat" ? null : "acme");
    expect(receipt?.text).toContain("T-1001");
    for (const fact of ["T-1001", "Ana Ruiz"]) expect(world.conversation().text).toContain(fact);
    const card = world.card();
    expectCard(card)
      .has("T-1001", "El vídeo no se ve", "Acme TV", "premium", "Ana Ruiz", "carla")
      .offers("claim", "reply");
  });

  test("every press edits the same card, and the agent who comes second reads who has the ticket", async () => {
    await world.opens();
    await Promise.all([
      world.user("luis").presses(world.card(), "claim"),
      world.user("marta").presses(world.card(), "claim"),
    ]);
    await world.settle();
    const { assignee } = await world.ticket();
    const [winner, loser] = assignee === "luis" ? ["Luis Gil", "marta" as const] : ["Marta Solé", "luis" as const];
    expect(world.card().text).toContain(winner);
    expect(world.user(loser).privates.at(-1)?.text).toContain(winner);
    expect(world.card().edits).toBeGreaterThan(0);
  });

  test("a public reply reaches the customer's thread and ends the clock; the card's thread stays internal", async () => {
    await world.opens();
    await world.user("luis").presses(world.card(), "reply");
    expect(world.user("luis").seesForm()?.text).toContain("Acme TV");
    await world.user("luis").submits({ text: "Lo estamos mirando" });
    await world.user("luis").writes("triage", "canary: the encoder is broken", world.card());
    await world.settle();
    const posted = world.thread(world.conversation()).map((message) => message.text);
    expect(posted).toHaveLength(1);
    expect(posted[0]).toContain("Lo estamos mirando");
    expect(posted[0]).toContain("Luis Gil");
    expect((await world.ticket()).sla.clocks[0]?.end?.how).toBe("met");
    expect((await world.ticket()).notes).toBe(1);
    expect(JSON.stringify(world.channel("acme"))).not.toContain("canary");
    await world.pass(600);
    expect(world.direct("ana")).toEqual([]);
  });

  test("the account manager is reminded at half and four fifths, the head and triage at the breach", async () => {
    await world.opens();
    await world.pass(119);
    expect(world.direct("ana")).toEqual([]);
    await world.pass(1);
    const dm = world.direct("ana")[0];
    expectCard(dm)
      .has("T-1001", "Acme TV", `[${sayIn("en")("button.openTriage")}`)
      .offers("acknowledge", "reply", "assign");
    await world.pass(72);
    expect(world.direct("ana")).toHaveLength(2);
    expect(world.direct("luis")).toHaveLength(1);
    await world.pass(48);
    expect(world.direct("ana")).toHaveLength(3);
    expect(world.direct("eva")).toHaveLength(1);
    expect(world.thread(world.card())).toHaveLength(1);
    expect(world.mentioned("triage")).toContain("ana");
    expect(await world.reminders()).toEqual(["50 sent", "80 sent", "100 sent"]);
  });

  test("the customer's message in the thread reaches the team, and ends the waiting", async () => {
    await world.opens();
    await world.user("luis").presses(world.card(), "wait");
    await world.user("luis").submits({ text: "¿Qué versión es?" });
    await world.settle();
    expect((await world.ticket()).status).toBe("waiting");
    await world.user("carla").writes("acme", "¿Alguna novedad? <!channel> *ya*", world.conversation());
    await world.settle();
    expect((await world.ticket()).status).toBe("open");
    expect(world.thread(world.card()).at(-1)?.text).toContain("¿Alguna novedad? <!channel> *ya*");
    expect(world.mentioned("triage")).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { useEmbedded } from "../support/database.ts";
import { startWorld, type World } from "../support/world.ts";

useEmbedded();

describe.each(["http", "socket"] as const)("the main job over Slack's %s", (mode) => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld(mode);
  });
  afterEach(() => world.stop());

  test("/ticket opens the form, prefilled, and each severity says what it buys", async () => {
    await world.slack.user("U0CARLA").types("C0ACME", "/ticket El vídeo no se ve");
    const form = world.slack.user("U0CARLA").seesForm();
    expect(form?.initial["title"]).toBe("El vídeo no se ve");
    expect(form?.fields).toEqual(["title", "severity", "description"]);
    expect(form?.text).toMatch(/30 min/);
  });

  test("the ticket gets a receipt, a thread of its own and one card in triage", async () => {
    await world.opens();
    const [receipt] = world.slack.user("U0CARLA").privates;
    expect(receipt?.channel).toBe("C0ACME");
    expect(receipt?.text).toContain("T-1001");
    for (const fact of ["T-1001", "Ana Ruiz"]) expect(world.conversation().text).toContain(fact);
    const card = world.card();
    for (const fact of [
      "T-1001",
      "El vídeo no se ve",
      "Acme TV",
      "premium",
      "Ana Ruiz",
      "carla",
      "[Claim]",
      "[Reply to customer]",
    ])
      expect(card.text).toContain(fact);
  });

  test("every press edits the same card, and the loser of a claim learns who won", async () => {
    await world.opens();
    await Promise.all([
      world.slack.user("U0LUIS").presses(world.card(), "Claim"),
      world.slack.user("U0MARTA").presses(world.card(), "Claim"),
    ]);
    await world.settle();
    const { assignee } = await world.ticket();
    const [winner, loser] = assignee === "luis" ? ["Luis Gil", "U0MARTA"] : ["Marta Solé", "U0LUIS"];
    expect(world.card().text).toContain(winner);
    expect(world.slack.user(loser).privates.at(-1)?.text).toContain(winner);
    expect(world.card().edits).toBeGreaterThan(0);
  });

  test("a public reply reaches the customer's thread and ends the clock; the card's thread stays inside", async () => {
    await world.opens();
    await world.slack.user("U0LUIS").presses(world.card(), "Reply to customer");
    expect(world.slack.user("U0LUIS").seesForm()?.text).toContain("Acme TV");
    await world.slack.user("U0LUIS").submits({ text: "Lo estamos mirando" });
    await world.slack.user("U0LUIS").writes("C0TRIAGE", "canary: the encoder is broken", { thread: world.card().ts });
    await world.settle();
    const said = world.thread(world.conversation()).map((message) => message.text);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain("Lo estamos mirando");
    expect(said[0]).toContain("Luis Gil");
    expect((await world.ticket()).sla.clocks[0]?.end?.how).toBe("met");
    expect((await world.ticket()).notes).toBe(1);
    expect(JSON.stringify(world.slack.channel("C0ACME").messages)).not.toContain("canary");
    await world.pass(600);
    expect(world.slack.dm("U0ANA").messages).toEqual([]);
  });

  test("the account manager hears at half and four fifths, the head and triage at the breach", async () => {
    await world.opens();
    await world.pass(119);
    expect(world.slack.dm("U0ANA").messages).toEqual([]);
    await world.pass(1);
    const dm = world.slack.dm("U0ANA").messages[0];
    for (const fact of ["T-1001", "Acme TV", "[I’m on it]", "[Reply]", "[Assign]", "[Open"])
      expect(dm?.text).toContain(fact);
    await world.pass(72);
    expect(world.slack.dm("U0ANA").messages).toHaveLength(2);
    expect(world.slack.dm("U0LUIS").messages).toHaveLength(1);
    await world.pass(48);
    expect(world.slack.dm("U0ANA").messages).toHaveLength(3);
    expect(world.slack.dm("U0EVA").messages).toHaveLength(1);
    expect(world.thread(world.card())).toHaveLength(1);
    expect(world.slack.pings.some((ping) => ping.channel === "C0TRIAGE" && ping.user === "U0ANA")).toBe(true);
    expect(await world.reminders()).toEqual(["50 sent", "80 sent", "100 sent"]);
  });

  test("what the customer writes in the thread is heard inside, and ends the waiting", async () => {
    await world.opens();
    await world.slack.user("U0LUIS").presses(world.card(), "Waiting");
    await world.slack.user("U0LUIS").submits({ text: "¿Qué versión es?" });
    await world.settle();
    expect((await world.ticket()).status).toBe("waiting");
    await world.slack
      .user("U0CARLA")
      .writes("C0ACME", "¿Alguna novedad? <!channel> *ya*", { thread: world.conversation().ts });
    await world.settle();
    expect((await world.ticket()).status).toBe("open");
    expect(world.thread(world.card()).at(-1)?.text).toContain("¿Alguna novedad? <!channel> *ya*");
    expect(world.slack.pings.filter((ping) => ping.channel === "C0TRIAGE")).toEqual([]);
  });
});

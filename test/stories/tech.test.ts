import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startStoryWorld, storyPlatforms, type StoryWorld } from "../support/story-world/story-world.ts";

describe.each(storyPlatforms)("the technical team on %s", (platform) => {
  let world: StoryWorld;
  beforeEach(async () => {
    world = await startStoryWorld(platform);
    await world.opens();
  });
  afterEach(() => world.stop());

  const luis = () => world.user("luis");
  const tom = () => world.user("tom");
  const inside = (): string => allOf(world.thread(world.card()));
  const below = (): string => allOf(world.thread(world.techCard()));
  const customerReads = (): string => JSON.stringify(world.channel("acme"));
  const asked = async (need = "canary: look at the encoder"): Promise<void> => {
    await luis().presses(world.card(), "Hand to tech");
    await luis().submits({ text: need });
    await world.settle();
  };

  test("gets a card with its own thread, takes the ticket, talks with support and gives it back, and nothing of it leaks", async () => {
    await asked();
    for (const fact of ["T-1001", "canary: look at the encoder", "Acme TV", "[Take it]", "[Back to support]", "[Done]"])
      expect(world.techCard().text).toContain(fact);
    expect(inside()).toContain("canary: look at the encoder");
    expect(world.conversation().text).toContain("Con nuestro equipo técnico");

    await tom().presses(world.techCard(), "Take it");
    await world.settle();
    expect(world.techCard().text).toContain("With Tom Berg");
    expect(world.card().text).toContain("With Tom Berg");
    expect(inside()).toContain("Tom Berg of the technical team has taken T-1001");

    await tom().writes("tech", "canary: a bad manifest", world.techCard());
    await world.settle();
    expect(inside()).toMatch(/Tom Berg in the technical team’s thread[^]*canary: a bad manifest/);
    expect(below().split("a bad manifest")).toHaveLength(2);

    await luis().types("triage", "/ticket tech 1001 canary: which version?");
    await world.settle();
    expect(below()).toMatch(/Luis Gil to the technical team[^]*canary: which version\?/);

    await tom().presses(world.techCard(), "Back to support");
    await tom().submits({ text: "canary: version 7 is broken" });
    await world.settle();
    expect(inside()).toMatch(/Tom Berg gives T-1001 back[^]*canary: version 7 is broken/);
    expect(world.conversation().text).toContain("Nuestro equipo lo está atendiendo");
    expect(world.techCard().text).not.toContain("[Take it]");

    expect(customerReads()).not.toMatch(/canary|Tom/);
    await luis().types("triage", "/ticket history 1001");
    await world.settle();
    expect(luis().privates.at(-1)?.text).toMatch(
      /asked the technical team: canary: look at the encoder[^]*took the ticket for the technical team[^]*gave the ticket back to support: canary: version 7 is broken/,
    );
    await world.user("carla").types("acme", "/ticket show 1001");
    await world.settle();
    expect(world.user("carla").privates.at(-1)?.text).not.toMatch(/canary|Tom/);
  });

  test("a finding becomes a message to the customer only after an agent writes it", async () => {
    await asked("¿Qué versión falla?");
    await tom().writes("tech", "canary: *v7* <b>manifest</b> is broken\nsecond line", world.techCard());
    await world.settle();
    const remark = world.thread(world.card()).find(({ text }) => text.includes("manifest"));
    if (remark === undefined) throw new Error("no remark");
    await luis().presses(remark, "Client update");
    expect(luis().seesForm()?.initial["text"] ?? "").toBe("");
    expect(luis().seesForm()?.text).toContain("manifest");
    expect(luis().seesForm()?.text).toContain("Acme TV");
    await luis().submits({ text: "Hemos encontrado la causa." });
    await world.settle();
    expect(customerReads()).toContain("Hemos encontrado la causa.");
    expect(customerReads()).not.toContain("canary");
    expect((await world.ticket()).replies).toBe(1);
  });

  test("a note in the triage card's thread stays with support", async () => {
    await asked();
    await luis().writes("triage", "they will need a day", world.card());
    await world.settle();
    expect(below()).not.toContain("they will need a day");
  });

  test("a customer cannot hand off to them, and sees plain words in their own list", async () => {
    await asked();
    const carla = world.user("carla");
    await carla.types("acme", "/ticket tech 1001 ¿y bien?");
    await world.settle();
    expect(carla.privates.at(-1)?.text).toContain("equipo de soporte");
    await carla.types("acme", "/ticket lista");
    await world.settle();
    expect(carla.privates.at(-1)?.text).toContain("Con nuestro equipo técnico");
  });
});

const allOf = (messages: readonly { readonly text: string }[]): string => messages.map(({ text }) => text).join("\n");

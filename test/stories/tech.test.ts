import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startWorld, type World } from "../support/world.ts";

describe("the technical team", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await world.opens();
  });
  afterEach(() => world.stop());

  const luis = () => world.slack.user("U0LUIS");
  const tom = () => world.slack.user("U0TOM");
  const inside = (): string => allOf(world.thread(world.card()));
  const below = (): string => allOf(world.thread(world.techCard()));
  const customerReads = (): string => JSON.stringify(world.slack.channel("C0ACME").messages);
  const asked = async (need = "canary: look at the encoder"): Promise<void> => {
    await luis().presses(world.card(), "Hand to tech");
    await luis().submits({ text: need });
    await world.settle();
  };

  test("gets a card with its own thread, takes it, talks with support and gives it back; no word of it leaves", async () => {
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

    await tom().writes("C0TECH", "canary: a bad manifest", { thread: world.techCard().ts });
    await world.settle();
    expect(inside()).toMatch(/Tom Berg in the technical team’s thread[^]*canary: a bad manifest/);
    expect(below().split("a bad manifest")).toHaveLength(2);

    await luis().types("C0TRIAGE", "/ticket tech 1001 canary: which version?");
    await world.settle();
    expect(below()).toMatch(/Luis Gil to the technical team[^]*canary: which version\?/);

    await tom().presses(world.techCard(), "Back to support");
    await tom().submits({ text: "canary: version 7 is broken" });
    await world.settle();
    expect(inside()).toMatch(/Tom Berg gives T-1001 back[^]*canary: version 7 is broken/);
    expect(world.conversation().text).toContain("Nuestro equipo lo está atendiendo");
    expect(world.techCard().text).not.toContain("[Take it]");

    expect(customerReads()).not.toMatch(/canary|Tom/);
    await luis().types("C0TRIAGE", "/ticket history 1001");
    await world.settle();
    expect(luis().privates.at(-1)?.text).toMatch(
      /asked the technical team: canary: look at the encoder[^]*took the ticket for the technical team[^]*gave the ticket back to support: canary: version 7 is broken/,
    );
    await world.slack.user("U0CARLA").types("C0ACME", "/ticket show 1001");
    await world.settle();
    expect(world.slack.user("U0CARLA").privates.at(-1)?.text).not.toMatch(/canary|Tom/);
  });

  test("what they said becomes a message to the customer only once a person has worded it", async () => {
    await asked("¿Qué versión falla?");
    await tom().writes("C0TECH", "canary: *v7* <b>manifest</b> is broken\nsecond line", {
      thread: world.techCard().ts,
    });
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
    await luis().writes("C0TRIAGE", "they will need a day", { thread: world.card().ts });
    await world.settle();
    expect(below()).not.toContain("they will need a day");
  });

  test("a customer cannot ask them, and sees plain words in their own list", async () => {
    await asked();
    const carla = world.slack.user("U0CARLA");
    await carla.types("C0ACME", "/ticket tech 1001 ¿y bien?");
    await world.settle();
    expect(carla.privates.at(-1)?.text).toContain("equipo de soporte");
    await carla.types("C0ACME", "/ticket lista");
    await world.settle();
    expect(carla.privates.at(-1)?.text).toContain("Con nuestro equipo técnico");
  });
});

const allOf = (messages: readonly { readonly text: string }[]): string => messages.map(({ text }) => text).join("\n");

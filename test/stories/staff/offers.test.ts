import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startStoryWorld, type Name, type StoryWorld } from "../../support/story-world/story-world.ts";
import { inEnglish, inOrder, inSpanish } from "../../support/sentences.ts";
import { beginsWith } from "../../support/begins-with.ts";
import { expectCard } from "../../support/expect-card.ts";

const desk: Desk = {
  ...sampleDesk,
  articles: [
    { title: "El vídeo no arranca", url: "https://docs.example.com/video", keywords: ["vídeo"], locale: "es" },
    { title: "La tele no conecta", url: "https://docs.example.com/tv", keywords: ["tele", "vídeo"], locale: "es" },
    { title: "Signing in", url: "https://docs.example.com/login", keywords: ["login"], locale: "en" },
  ],
};

let world: StoryWorld;
beforeEach(async () => {
  world = await startStoryWorld("testchat", desk);
});
afterEach(() => world.stop());
const carla = () => world.user("carla");
const posted = () =>
  world
    .thread(world.card())
    .map(({ text }) => text)
    .join("\n");

describe("articles of the manual", () => {
  test("are offered before a ticket opens, and an article that helps is counted and opens no ticket", async () => {
    await world.opens();
    const offer = carla().privates.at(-1);
    expect(offer?.text).toMatch(
      inOrder("El vídeo no arranca", "La tele no conecta", inSpanish("offer.solved"), inSpanish("offer.openAnyway")),
    );
    expectCard(offer).offersOnly("solved", "solved", "open-anyway").hasNot("Signing in");
    await carla().presses("private", "solved");
    await world.settle();
    expect(carla().privates.at(-1)?.text).toMatch(inSpanish("offer.thanks"));
    await world.pass(60);
    await expect(world.ticket()).rejects.toThrow("no ticket");
    await world.user("luis").types("triage", "/desk");
    await world.settle();
    expect(world.user("luis").privates.at(-1)?.text).toMatch(inEnglish("list.manualSolved", { count: 1 }));
  });

  test("that do not help open the ticket as it was typed, counted from that time", async () => {
    await world.opens();
    world.sleepThrough(2);
    await carla().presses("private", "open-anyway");
    await carla().presses("private", "open-anyway");
    await world.settle();
    expect(await world.ticket()).toMatchObject({
      title: "El vídeo no se ve",
      description: "No se reproduce nada desde las diez.",
      sla: { claimedSeverity: "high" },
      openedAt: world.now() - 2 * 60_000,
    });
    expect(posted()).toContain("El vídeo no arranca");
    expect(JSON.stringify(world.channel("acme"))).not.toContain("No resolvieron");
    await world.pass(60);
    await expect(world.ticket(1002)).rejects.toThrow("no ticket");
  });

  test("without a choice lose nothing: the ticket opens by itself, and a late choice is answered so", async () => {
    await world.opens();
    await world.pass(4);
    await expect(world.ticket()).rejects.toThrow("no ticket");
    await world.pass(1);
    expect((await world.ticket()).title).toBe("El vídeo no se ve");
    await carla().presses("private", "solved");
    await world.settle();
    expect(carla().privates.at(-1)?.text).toMatch(inSpanish("offer.overTicket", { ticket: "T-1001" }));
    await world.user("luis").types("triage", "/desk");
    await world.settle();
    expect(world.user("luis").privates.at(-1)?.text).not.toContain("solved");
  });

  test("are not offered to staff or to a customer whose service is down", async () => {
    await world.opens({ severity: "critical" });
    expect((await world.ticket()).title).toBe("El vídeo no se ve");
    await world.user("luis").types("acme", "/ticket new vídeo");
    await world.user("luis").submits({ severity: "low", description: "vídeo" });
    await world.settle();
    expect((await world.ticket(1002)).title).toBe("vídeo");
  });
});

describe("a customer who writes to the bot while a ticket is open there", () => {
  const sam = () => world.user("sam");
  const direct = () => world.inDirect("sam");
  const question = () =>
    direct().find(({ text }) => inEnglish("offer.add", { ticket: "T-1001" }).test(text)) ?? expect.fail("not asked");
  beforeEach(async () => {
    await sam().writes("direct", "My videos are gone");
    await world.settle();
    await sam().writes("direct", "And the captions");
    await world.settle();
    await sam().writes("direct", "All of them");
    await world.settle();
  });

  test("is asked once whether the message belongs to that ticket, and all messages of the meantime go there", async () => {
    expect(direct().filter(({ text }) => inEnglish("offer.add").test(text))).toHaveLength(1);
    expect((await world.ticket()).lastCustomerMessage).toBeNull();
    await sam().presses(question(), "add-words");
    await world.settle();
    expect(posted()).toMatch(/And the captions[^]*All of them/);
    await expect(world.ticket(1002)).rejects.toThrow("no ticket");
  });

  test("can open another ticket with it", async () => {
    await sam().presses(question(), "open-anyway");
    await world.settle();
    expect(await world.ticket(1002)).toMatchObject({
      title: "And the captions",
      lastCustomerMessage: { text: "All of them" },
    });
    expect((await world.ticket()).lastCustomerMessage).toBeNull();
  });

  test("and does not choose finds it added after five minutes, once", async () => {
    await world.pass(5);
    await sam().presses(question(), "open-anyway");
    await world.pass(10);
    expect(world.thread(world.card()).filter(({ text }) => text.includes("All of them"))).toHaveLength(1);
    await expect(world.ticket(1002)).rejects.toThrow("no ticket");
  });

  test("chooses alone: no other person can choose for them", async () => {
    const action = question().actions.find((each) => beginsWith(each, "add-words"));
    const press = (user: Name) =>
      world.steps.core.accept({
        kind: "press",
        key: `forged ${user}`,
        at: world.now(),
        by: { user: world.refOf(user), name: user },
        channel: world.refOf("acme"),
        action: action ?? "",
      });
    await press("carla");
    await world.settle();
    expect((await world.ticket()).lastCustomerMessage).toBeNull();
  });
});

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sql } from "../../../src/db/schema/orm.ts";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";
import { inEnglish, inOrder, inSpanish } from "../../support/sentences.ts";
import { expectCard } from "../../support/expect-card.ts";

describe("the technical team", () => {
  let world: StoryWorld;
  beforeEach(async () => {
    world = await startStoryWorld("testchat");
    await world.opens();
  });
  afterEach(() => world.stop());

  const luis = () => world.user("luis");
  const tom = () => world.user("tom");
  const inside = (): string => allOf(world.thread(world.card()));
  const below = (): string => allOf(world.thread(world.techCard()));
  const customerReads = (): string => JSON.stringify(world.channel("acme"));
  const asked = async (need = "canary: look at the encoder"): Promise<void> => {
    await luis().presses(world.card(), "tech");
    await luis().submits({ text: need });
    await world.settle();
  };

  test("may edit or delete a comment: support reads the new text where it read the old one, and no second message", async () => {
    await asked();
    const comment = await tom().writes("tech", "canary: the disk is fll", world.techCard());
    await world.settle();
    const messages = world.thread(world.card()).length;
    await tom().edits(comment, "canary: the disk is full");
    await world.settle();
    for (let passed = 0; passed < 15; passed += 5) await world.pass(5);
    expect(world.thread(world.card())).toHaveLength(messages);
    expect(inside()).toContain("the disk is full");
    expect(inside()).not.toContain("the disk is fll");
    await tom().deletes(comment);
    await world.settle();
    expect(world.thread(world.card())).toHaveLength(messages);
    expect(inside()).not.toContain("the disk is");
    const stored = sql`select (select jsonb_agg(body) from events) as events, (select jsonb_agg(message) from outbox) as outbox`;
    expect(JSON.stringify(await world.database.rows(stored))).not.toContain("the disk is");
  });

  test("gets a card with its own thread, takes the ticket, talks with support and gives it back, and nothing of it leaks", async () => {
    await asked();
    expectCard(world.techCard())
      .has("T-1001", "canary: look at the encoder", "Acme TV")
      .offers("claimTech", "returnTech", "doneTech");
    expect(inside()).toContain("canary: look at the encoder");
    expect(world.conversation().text).toMatch(inSpanish("progress.tech"));

    await tom().presses(world.techCard(), "claimTech");
    await world.settle();
    expect(world.techCard().text).toMatch(inEnglish("tech.taken", { name: "Tom Berg" }));
    expect(world.card().text).toMatch(inEnglish("tech.taken", { name: "Tom Berg" }));
    expect(inside()).toMatch(inEnglish("tech.message.claimed", { name: "Tom Berg", ticket: "T-1001" }));

    await tom().writes("tech", "canary: a bad manifest", world.techCard());
    await world.settle();
    expect(inside()).toMatch(
      inOrder(inEnglish("tech.message.commented", { name: "Tom Berg" }), "canary: a bad manifest"),
    );
    expect(below().split("a bad manifest")).toHaveLength(2);

    await luis().types("triage", "/ticket tech 1001 canary: which version?");
    await world.settle();
    expect(below()).toMatch(
      inOrder(inEnglish("tech.message.message", { name: "Luis Gil", ticket: "T-1001" }), "canary: which version?"),
    );

    await tom().presses(world.techCard(), "returnTech");
    await tom().submits({ text: "canary: version 7 is broken" });
    await world.settle();
    expect(inside()).toMatch(
      inOrder(
        inEnglish("tech.message.returned", { name: "Tom Berg", ticket: "T-1001" }),
        "canary: version 7 is broken",
      ),
    );
    expect(world.conversation().text).toMatch(inSpanish("progress.looking"));
    expectCard(world.techCard()).offersNot("claimTech");

    expect(customerReads()).not.toMatch(/canary|Tom/);
    await luis().types("triage", "/ticket history 1001");
    await world.settle();
    expect(luis().privates.at(-1)?.text).toMatch(
      inOrder(
        inEnglish("history.techAsked", { text: "canary: look at the encoder" }),
        inEnglish("history.techClaimed"),
        inEnglish("history.techReturned", { text: "canary: version 7 is broken" }),
      ),
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
    await luis().presses(remark, "clientUpdate");
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
    expect(carla.privates.at(-1)?.text).toMatch(inSpanish("refusal.notAllowed"));
    await carla.types("acme", "/ticket lista");
    await world.settle();
    expect(carla.privates.at(-1)?.text).toMatch(inSpanish("progress.tech"));
  });
});

const allOf = (messages: readonly { readonly text: string }[]): string => messages.map(({ text }) => text).join("\n");

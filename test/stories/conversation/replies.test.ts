import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { holdingDesk, promisingDesk } from "../../support/sample-desk.ts";
import { startStoryWorld, storyPlatforms, type StoryWorld } from "../../support/story-world/story-world.ts";
import { inEnglish, inOrder, inSpanish } from "../../support/sentences.ts";
import { expectCard } from "../../support/expect-card.ts";

describe.each(storyPlatforms)("on %s", (platform) => {
  let world: StoryWorld;
  beforeEach(async () => {
    world = await startStoryWorld(platform, holdingDesk);
    await world.opens();
  });
  afterEach(() => world.stop());

  const luis = () => world.user("luis");

  const replies = async (text: string, more: Readonly<Record<string, string>> = {}): Promise<void> => {
    await luis().presses(world.card(), "reply");
    await luis().submits({ text, ...more });
    await world.settle();
  };

  const customerSees = (): readonly string[] => world.thread(world.conversation()).map(({ text }) => text);
  const inside = () => world.thread(world.card());

  test("the agent can undo a reply for ten seconds, from where they wrote it and from the card's thread", async () => {
    await replies("Reinicia el router");
    expect(customerSees()).toEqual([]);
    const [held] = inside();
    expect(held?.text).toContain("Reinicia el router");
    expect(held?.text).toContain("Acme TV");
    expectCard(luis().privates.at(-1)).offers("undoReply");
    await world.user("marta").presses(held ?? world.card(), "undoReply");
    await world.passSeconds(60);
    expect(customerSees()).toEqual([]);
    expect((await world.ticket()).replies).toBe(0);
    expect(inside()).toHaveLength(1);
    expect(inside()[0]?.text).toMatch(inEnglish("message.replyUndone", { name: "Marta Solé" }));
    expectCard(inside()[0]).offersNot("undoReply");
  });

  test("a reply that is not undone arrives once after ten seconds, and later presses change nothing", async () => {
    await replies("Lo estamos mirando");
    const [pending] = (await world.ticket()).pendingReplies;
    expect(pending?.id).toBeTypeOf("number");
    await world.passSeconds(9);
    expect(customerSees()).toEqual([]);
    await world.passSeconds(1);
    expect(customerSees()).toHaveLength(1);
    expect(customerSees()[0]).toContain("Lo estamos mirando");
    // A late press does nothing: Slack still shows the button, the test platform has taken it away.
    if (platform === "slack") await luis().presses("private", "undoReply");
    else await luis().forges("triage", `undoReply 1001 ${pending?.id}`);
    await world.passSeconds(60);
    expect(customerSees()).toHaveLength(1);
    expect(inside()).toHaveLength(1);
    expect(inside()[0]?.text).toMatch(inEnglish("message.replySent", { name: "Luis Gil", ticket: "T-1001" }));
    expectCard(inside()[0]).offersNot("undoReply");
    expect(luis().privates.at(-1)?.text).toMatch(
      inOrder(
        inEnglish("message.replySent", { name: "Luis Gil" }),
        inEnglish("replying.sentAt", { at: "2026-01-12 09:00" }),
      ),
    );
    // The buttons that do nothing any more are gone.
    for (const each of luis().privates) expectCard(each).offersNot("undoReply");
  });

  test("“Send now” sends the reply at once, and resolving sends the pending reply first", async () => {
    await replies("uno");
    await luis().presses(inside()[0] ?? world.card(), "releaseReply");
    await world.settle();
    expect(customerSees()).toHaveLength(1);
    await replies("dos");
    await luis().presses(world.card(), "resolve");
    await world.settle();
    expect(
      customerSees().map((text) => /\buno\b|\bdos\b/.exec(text)?.[0] ?? inSpanish("message.resolved").test(text)),
    ).toEqual(["uno", "dos", true]);
  });

  test("no person is reminded of a question with a pending reply, and the reply counts from the time it was written", async () => {
    world.sleepThrough(239);
    await world.settle();
    const before = world.direct("eva").length;
    await replies("Ya está");
    await world.passSeconds(9);
    expect((await world.ticket()).pendingReplies).toHaveLength(1);
    await world.pass(2);
    expect((await world.ticket()).sla.clocks[0]?.end?.how).toBe("met");
    expect(world.direct("eva")).toHaveLength(before);
  });

  test("/ticket reply opens the form with the typed text, and names who will read it before it is sent", async () => {
    await luis().types("random", "/ticket reply 1001 Un momento, por favor");
    const form = luis().seesForm();
    expect(form?.initial["text"]).toBe("Un momento, por favor");
    await luis().submits({ text: "Un momento, por favor" });
    await world.settle();
    const received = luis().privates.at(-1);
    expect(received?.where).toBe(platform === "slack" ? "random" : null);
    expect(received?.text).toContain("Acme TV");
    expect(customerSees()).toEqual([]);
    await world.passSeconds(10);
    expect(customerSees()[0]).toContain("Un momento, por favor");
  });

  test("an update that is promised with a reply stands in it, and has its own clock", async () => {
    await replies("Lo miramos", { when: "1" });
    await world.passSeconds(10);
    expect(customerSees()).toHaveLength(1);
    expect(customerSees()[0]).toMatch(inOrder("Lo miramos", inSpanish("target.moved.update")));
    const update = (await world.ticket()).sla.clocks.find(({ kind }) => kind === "update");
    expect(update?.target.due).toBe(update === undefined ? 0 : update.startedAt + 3_600_000);
    await world.pass(61);
    expect(world.direct("eva").at(-1)?.text).toMatch(inEnglish("clock.update"));
  });

  test("a reply with an internal name does not leave the form, and the form quotes the name", async () => {
    await luis().presses(world.card(), "reply");
    await luis().submits({ text: "Tom Berg lo mira" });
    expect(luis().seesForm()?.errors?.["text"]).toContain("Tom Berg");
    await luis().submits({ text: "Lo miran nuestros técnicos" });
    await world.settle();
    await world.passSeconds(10);
    expect(customerSees()).toHaveLength(1);
  });

  test("a message in the customer's own thread with an internal name cannot be stopped, so triage is told", async () => {
    await luis().writes("acme", platform === "slack" ? "Lo mira <@U0TOM>" : "Lo mira Tom Berg", world.conversation());
    await world.settle();
    expect((await world.ticket()).replies).toBe(1);
    expect(inside().at(-1)?.text).toMatch(
      inEnglish("message.internalPosted", { name: "Luis Gil", found: platform === "slack" ? "@U0TOM" : "Tom Berg" }),
    );
  });

  test("a canned reply is filled in from the ticket, in the customer's language, above the typed text", async () => {
    await world.stop();
    const text = {
      es: "Hola, {customer}: {ticket} ({account}) con {manager}, {due}. {customer}",
      en: "English",
      pt: "Português",
    };
    const looking = { key: "looking", title: { es: "Mirando", en: "Looking", pt: "A ver" }, text };
    world = await startStoryWorld(platform, { ...promisingDesk, undo: 10_000, replies: { looking } });
    await world.opens();
    await replies("Un saludo", { canned: "looking", when: "1" });
    await world.passSeconds(10);
    expect(customerSees()[0]).toContain("Hola, carla: T-1001 (Acme TV) con Ana Ruiz, lun, 12 ene, 11:00. carla");
    expect(customerSees()[0]).toMatch(/carla\n+Un saludo/);
    // Without news the time is that of the solution, which runs on after this reply.
    await replies("", { canned: "looking" });
    expect(luis().privates.at(-1)?.text).toContain("Ana Ruiz, ");
    await world.passSeconds(10);
    expect(customerSees()).toHaveLength(2);
    expect(customerSees().join()).not.toContain("English");
  });

  test("a canned reply names no time that it ends or that has passed: the form asks for a time, and nothing is sent", async () => {
    await world.stop();
    const text = "Hello {customer}, you hear from us by {due}.";
    const looking = {
      key: "looking",
      title: { es: "Mirando", en: "Looking", pt: "A ver" },
      text: { es: text, en: text, pt: text },
    };
    const hours = (count: number) => ({ days: 0, ms: count * 3_600_000 });
    const targets = { firstResponse: hours(1) };
    const severities = { critical: targets, high: targets, medium: targets, low: targets };
    const plans = Object.fromEntries(
      Object.entries(holdingDesk.plans).map(([key, plan]) => [key, { ...plan, targets: severities }]),
    );
    world = await startStoryWorld(platform, { ...holdingDesk, severities, plans, undo: 0, replies: { looking } });
    await world.opens();
    // A minute after the breach.
    await world.pass(61);
    await replies("Regards", { canned: "looking" });
    await world.passSeconds(60);
    expect(customerSees()).toEqual([]);
    const asked = luis().privates.at(-1)?.text ?? "";
    expect(asked).toMatch(inEnglish("replying.dueMissing"));
    expect(asked).toContain("Hello carla, you hear from us by {due}.");
    await luis().presses("private", "editReply");
    expect(luis().seesForm()?.initial["text"]).toBe("Hello carla, you hear from us by {due}.\n\nRegards");
    const form = { text: "Hello carla, you hear from us by {due}.\n\nRegards" };
    await luis().submits(form);
    expect(luis().seesForm()?.errors?.["when"]).toContain("{due}");
    await luis().submits({ ...form, when: "4" });
    await world.settle();
    // The agent sees it filled in before it leaves, also where the desk holds no replies.
    expect(luis().privates.at(-1)?.text).toMatch(/you hear from us by lun, 12 ene, 15:0\d/);
    expect(customerSees()).toEqual([]);
    await world.passSeconds(10);
    expect(customerSees().join()).toMatch(/you hear from us by lun, 12 ene, 15:0\d/);
  });

  test("Waiting asks for a question to the customer; the question is the first response, and then the ticket waits", async () => {
    await luis().presses(world.card(), "wait");
    await luis().submits({ text: "¿Qué versión es?" });
    await world.settle();
    expect((await world.ticket()).status).toBe("open");
    await world.passSeconds(10);
    expect(customerSees()).toHaveLength(1);
    expect(customerSees()[0]).toMatch(inOrder("¿Qué versión es?", inSpanish("replying.weNeedYou")));
    expect((await world.ticket()).status).toBe("waiting");
    expect((await world.ticket()).sla.clocks[0]?.end?.how).toBe("met");
  });

  test("Undo gives the text back in place of its buttons, to edit and send; a late press says that it was undone", async () => {
    await replies("Reinicia el router\ny espera");
    expect(luis().privates.at(-1)?.text).toMatch(inEnglish("replying.sendsAt", { at: "2026-01-12 09:00" }));
    await luis().presses("private", "undoReply");
    await world.settle();
    for (const each of luis().privates) expectCard(each).offersNot("undoReply");
    expect(luis().privates.at(-1)?.text).toMatch(inOrder(inEnglish("message.replyUndone"), "Reinicia el router"));
    await luis().presses("private", "editReply");
    expect(luis().seesForm()?.initial["text"]).toBe("Reinicia el router\ny espera");
    await luis().submits({ text: "Reinicia el router y espera un minuto" });
    await world.settle();
    await luis().forges("triage", `undoReply 1001 ${(await world.ticket()).pendingReplies[0]?.id}`);
    await world.settle();
    await world.passSeconds(30);
    expect(customerSees()).toEqual([]);
    await luis().presses("private", "editReply");
    await luis().submits({ text: "Ahora sí" });
    await world.settle();
    await world.passSeconds(10);
    expect(customerSees().join()).toContain("Ahora sí");
  });
});

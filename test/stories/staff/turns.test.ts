import { afterEach, describe, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { escalationOf } from "../../../src/tickets/ticket.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { type Name, startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";
import { sayIn } from "../../../src/i18n/say.ts";
import { inEnglish, inOrder, inSpanish } from "../../support/sentences.ts";
import { expectCard } from "../../support/expect-card.ts";

const { luis } = sampleDesk.people;
if (luis === undefined) throw new Error("nobody is Luis");
const inTurns: Desk = {
  ...sampleDesk,
  assignment: "roundRobin",
  people: { ...sampleDesk.people, luis: { ...luis, locale: "es" } },
};

describe("turns, breaches and ratings", () => {
  let world: StoryWorld;
  const open = async (desk: Desk): Promise<void> => {
    world = await startStoryWorld("testchat", desk);
  };
  afterEach(() => world.stop());
  const received = (user: Name) => world.direct(user).map(({ text }) => text);
  const inside = () => world.thread(world.card()).map(({ text }) => text);

  test("the next agent in turn is notified in their language, and answers from there; if that is refused, triage mentions them", async () => {
    await open(inTurns);
    world.shutsOut("luis");
    await world.opens();
    expect(received("marta")).toHaveLength(1);
    expectCard(world.direct("marta")[0])
      .says("assigned.heading", { ticket: "T-1001" })
      .says("assigned.roundRobin")
      .offers("reply");
    expect(received("luis")).toEqual([]);
    await world.user("carla").types("acme", "/ticket Tampoco entra");
    await world.user("carla").submits({ severity: "low", description: "Nadie entra." });
    await world.settle();
    expect((await world.ticket(1002)).assignee).toBe("luis");
    const cards = world.channel("triage");
    expect(
      cards.filter(({ text }) =>
        inEnglish("assignee.notNotifiedFailed", { name: `@${world.idOf("luis")}`, ticket: "T-1002" }).test(text),
      ),
    ).toHaveLength(1);
    expect(received("marta")).toHaveLength(1);
  });

  test("an agent who is assigned by a colleague reads by whom; an agent who assigns themselves reads nothing", async () => {
    await open({ ...inTurns, assignment: "manual" });
    await world.opens();
    const marta = world.user("marta");
    await marta.presses(world.card(), "assign");
    await marta.submits({ person: "luis" });
    await world.settle();
    expect(received("luis")).toEqual([
      expect.stringMatching(
        inOrder(inSpanish("assigned.heading", { ticket: "T-1001" }), inSpanish("assigned.by", { name: "Marta Solé" })),
      ),
    ]);
    await marta.presses(world.card(), "assign");
    await marta.submits({ person: "marta" });
    await world.settle();
    expect((await world.ticket()).assignee).toBe("marta");
    expect(received("marta")).toEqual([]);
  });

  test("an agent who is away is not notified, and the team reads that they do not know", async () => {
    await open({
      ...inTurns,
      assignment: "manual",
      people: { ...inTurns.people, luis: { ...luis, quiet: { from: 0, to: 24 * 60 } } },
    });
    await world.opens();
    const marta = world.user("marta");
    await marta.presses(world.card(), "assign");
    await marta.submits({ person: "luis" });
    await world.settle();
    expect(received("luis")).toEqual([]);
    expect(inside().at(-1)).toBe(sayIn("en")("assignee.notNotifiedQuiet", { name: "Luis Gil", ticket: "T-1001" }));
  });

  test("the rating question shows the answer once it is given, and how to change it", async () => {
    await open(sampleDesk);
    await world.opens();
    await world.user("luis").presses(world.card(), "resolve");
    await world.settle();
    const below = () => world.thread(world.conversation());
    const question = () => below().at(-1) ?? expect.fail("nobody asked");
    const count = below().length;
    await world.user("carla").presses(question(), "rate 1001 good");
    await world.settle();
    expectCard(question(), "es")
      .says("rating.thanks", { score: sayIn("es")("rating.score.good") })
      .says("rating.changeUntil")
      .saysNot("rating.question")
      .offersOnly("rate 1001 good comment", "rate 1001 ok", "rate 1001 bad");
    expect(question().text).toMatch(/carla/i);
    await world.user("carla").presses(question(), "rate 1001 bad");
    await world.settle();
    expectCard(question(), "es")
      .says("rating.thanks", { score: sayIn("es")("rating.score.bad") })
      .offersOnly("rate 1001 bad comment", "rate 1001 good", "rate 1001 ok");
    expect(below()).toHaveLength(count);
  });

  test("a breach is noticed without a ladder step for it: the customer is offered to escalate", async () => {
    await open({ ...sampleDesk, ladder: [] });
    await world.opens();
    await world.pass(239);
    expectCard(world.conversation()).offersNot("escalate");
    await world.pass(2);
    expectCard(world.conversation()).offers("escalate");
    expect(world.direct("ana")).toEqual([]);
    expect(world.thread(world.card())).toEqual([]);
    expect(await world.reminders()).toEqual(["100 sent"]);
    await world.user("carla").presses(world.conversation(), "escalate");
    await world.settle();
    expect(escalationOf(await world.ticket())?.breached?.clock).toBe("firstResponse");
  });
});

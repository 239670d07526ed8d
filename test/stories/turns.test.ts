import { afterEach, describe, expect, test } from "vitest";
import type { Desk } from "../../src/desk/desk.ts";
import { escalationOf } from "../../src/tickets/ticket.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { type Name, startStoryWorld, storyPlatforms, type StoryWorld } from "../support/story-world/story-world.ts";

const { luis } = sampleDesk.people;
if (luis === undefined) throw new Error("nobody is Luis");
const inTurns: Desk = {
  ...sampleDesk,
  assignment: "roundRobin",
  people: { ...sampleDesk.people, luis: { ...luis, locale: "es" } },
};

describe.each(storyPlatforms)("on %s", (platform) => {
  let world: StoryWorld;
  const open = async (desk: Desk): Promise<void> => {
    world = await startStoryWorld(platform, desk);
  };
  afterEach(() => world.stop());
  const told = (user: Name) => world.direct(user).map(({ text }) => text);
  const inside = () => world.thread(world.card()).map(({ text }) => text);

  test("the next agent in turn is notified in their language, and answers from there; if that is refused, triage mentions them", async () => {
    await open(inTurns);
    world.shutsOut("luis");
    await world.opens();
    expect(told("marta")).toEqual([
      expect.stringMatching(/T-1001 is now assigned to you[^]*It was your turn[^]*\[Reply\]/),
    ]);
    expect(told("luis")).toEqual([]);
    await world.user("carla").types("acme", "/ticket Tampoco entra");
    await world.user("carla").submits({ severity: "low", description: "Nadie entra." });
    await world.settle();
    expect((await world.ticket(1002)).assignee).toBe("luis");
    const cards = world.channel("triage");
    expect(
      cards.filter(({ text }) =>
        text.includes(`@${world.idOf("luis")}, the assignee of T-1002, could not be notified by direct message`),
      ),
    ).toHaveLength(1);
    expect(told("marta")).toHaveLength(1);
  });

  test("an agent who is assigned by a colleague reads by whom; an agent who assigns themselves reads nothing", async () => {
    await open({ ...inTurns, assignment: "manual" });
    await world.opens();
    const marta = world.user("marta");
    await marta.presses(world.card(), "Assign");
    await marta.submits({ person: "luis" });
    await world.settle();
    expect(told("luis")).toEqual([expect.stringMatching(/T-1001 se te ha asignado[^]*Te lo ha asignado Marta Solé/)]);
    await marta.presses(world.card(), "Assign");
    await marta.submits({ person: "marta" });
    await world.settle();
    expect((await world.ticket()).assignee).toBe("marta");
    expect(told("marta")).toEqual([]);
  });

  test("an agent who is away is not notified, and the team reads that they do not know", async () => {
    await open({
      ...inTurns,
      assignment: "manual",
      people: { ...inTurns.people, luis: { ...luis, quiet: { from: 0, to: 24 * 60 } } },
    });
    await world.opens();
    const marta = world.user("marta");
    await marta.presses(world.card(), "Assign");
    await marta.submits({ person: "luis" });
    await world.settle();
    expect(told("luis")).toEqual([]);
    expect(inside().at(-1)).toBe("Luis Gil, the assignee of T-1001, was not notified: these are their quiet hours.");
  });

  test("the rating question shows the answer once it is given, and how to change it", async () => {
    await open(sampleDesk);
    await world.opens();
    await world.user("luis").presses(world.card(), "Resolve");
    await world.settle();
    const below = () => world.thread(world.conversation());
    const question = () => below().at(-1) ?? expect.fail("nobody asked");
    const count = below().length;
    await world.user("carla").presses(question(), "Buena");
    await world.settle();
    expect(question().text).toMatch(
      /Gracias, carla\. Su respuesta: Buena\.[^]*Puede cambiar la respuesta hasta[^]*\[Regular\] \[Mala\]/i,
    );
    expect(question().text).not.toMatch(/\[Buena\]|Qué le ha/);
    await world.user("carla").presses(question(), "Mala");
    await world.settle();
    expect(question().text).toMatch(/Su respuesta: Mala\.[^]*\[Buena\] \[Regular\]/);
    expect(below()).toHaveLength(count);
  });

  test("a breach is noticed without a ladder step for it: the customer is offered to escalate", async () => {
    await open({ ...sampleDesk, ladder: [] });
    await world.opens();
    const button = "[Escalar a la dirección de soporte]";
    await world.pass(239);
    expect(world.conversation().text).not.toContain(button);
    await world.pass(2);
    expect(world.conversation().text).toContain(button);
    expect(world.direct("ana")).toEqual([]);
    expect(world.thread(world.card())).toEqual([]);
    expect(await world.reminders()).toEqual(["100 sent"]);
    await world.user("carla").presses(world.conversation(), "Escalar a la dirección de soporte");
    await world.settle();
    expect(escalationOf(await world.ticket())?.breached?.clock).toBe("firstResponse");
  });
});

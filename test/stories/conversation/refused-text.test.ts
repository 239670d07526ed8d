import { afterEach, beforeEach, expect, test } from "vitest";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";

let world: StoryWorld;
beforeEach(async () => {
  world = await startStoryWorld("testchat");
  await world.opens();
});
afterEach(() => world.stop());

const luis = () => world.user("luis");
const tom = () => world.user("tom");
const resolves = async (): Promise<void> => {
  await world.user("marta").presses(world.card(), "resolve");
  await world.settle();
};
const answerTo = (name: "luis" | "tom" | "carla"): string => world.user(name).privates.at(-1)?.text ?? "";

test("the findings of a technician come back if the ticket was closed meanwhile", async () => {
  await luis().types("triage", "/ticket tech 1001 please look");
  await world.settle();
  await tom().presses(world.techCard(), "returnTech");
  await resolves();
  await tom().submits({ text: "The licence of node 7 has expired" });
  await world.settle();
  expect(answerTo("tom")).toContain("The licence of node 7 has expired");
});

test("so does a request to the technical team, from a form and from a line", async () => {
  await luis().presses(world.card(), "tech");
  await resolves();
  await luis().submits({ text: "Look at the encoder" });
  await world.settle();
  expect(answerTo("luis")).toContain("Look at the encoder");
  await luis().types("triage", "/ticket tech 1001 and at the player");
  await world.settle();
  expect(answerTo("luis")).toContain("and at the player");
});

test("and the number of a customer who asks for a call", async () => {
  await world.user("carla").presses(world.conversation(), "requestCall");
  await resolves();
  await world.user("carla").submits({ number: "+34 600 111 222", time: "after four" });
  await world.settle();
  expect(answerTo("carla")).toContain("+34 600 111 222");
  expect(answerTo("carla")).toContain("after four");
});

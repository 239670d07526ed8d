import { afterEach, expect, test } from "vitest";
import { sampleDesk, termsIn } from "../../support/sample-desk.ts";
import { inEnglish, inSpanish } from "../../support/sentences.ts";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";
import { people } from "./acme-and-northwind.ts";

const oneHour = { firstResponse: { days: 0, ms: 3_600_000 } };
const fast = termsIn("always", { critical: oneHour, high: oneHour, medium: oneHour, low: oneHour });

let world: StoryWorld;
afterEach(() => world.stop());
const { user, all, asksInPrivate, givesTo, lastDirect, lastPrivate, types } = people(() => world);

test("a contact's private ticket is not given to another account: its people would read it", async () => {
  world = await startStoryWorld("testchat");
  await asksInPrivate("Private: my boss must not know");
  await givesTo("northwind");
  expect(lastPrivate("marta")).toMatch(
    inEnglish("refusal.requesterOfAnother", { ticket: "T-1001", name: "Northwind Media" }),
  );
  expect(await world.ticket()).toMatchObject({ account: "acme", conversation: { kind: "person" } });
  expect(all("north")).toBe("");
  expect(await types("oliver", "/ticket show 1001", "north")).not.toContain("boss");
});

test("a stranger's private ticket may get an account: it stays private, and the customer is told of an earlier due time", async () => {
  world = await startStoryWorld("testchat", {
    ...sampleDesk,
    plans: {
      ...sampleDesk.plans,
      premium: {
        key: "premium",
        calendar: "always",
        terms: fast,
        phone: [],
        escalate: "broken",
        attainment: {},
        watch: null,
      },
    },
  });
  await asksInPrivate("Private: I cannot sign in", "sam");
  await givesTo("acme");
  expect(await world.ticket()).toMatchObject({
    account: "acme",
    conversation: { kind: "person", user: world.refOf("sam") },
  });
  expect(all("acme")).toBe("");
  expect(lastDirect("sam")).toMatch(inSpanish("message.targetsMoved", { ticket: "T-1001" }));
});

test("a form of a message names another account than the message's: no ticket shows it there", async () => {
  world = await startStoryWorld("testchat");
  const message = await user("carla").writes("acme", "Our unannounced merger breaks the login");
  await world.settle();
  await user("luis").picks(message);
  await user("luis").submits({ severity: "high", account: "northwind" });
  await world.settle();
  expect(lastPrivate("luis")).toMatch(inEnglish("refusal.messageOfAnother", { name: "Acme TV" }));
  expect(all("north")).toBe("");
  await expect(world.ticket()).rejects.toThrow("no ticket");
});

test("the same for a message that a contact wrote in a channel of no account", async () => {
  // On Slack: the bot learns the author by reading the message there, which the test platform does not offer.
  world = await startStoryWorld("slack");
  const message = await user("carla").writes("random", "Our unannounced merger breaks the login");
  await world.settle();
  await user("luis").picks(message);
  await user("luis").submits({ severity: "high", account: "northwind" });
  await world.settle();
  expect(lastPrivate("luis")).toMatch(inEnglish("refusal.messageOfAnother", { name: "Acme TV" }));
  expect(all("north")).toBe("");
});

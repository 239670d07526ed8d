import { afterEach, expect, test } from "vitest";
import { sampleDesk, termsIn } from "../../support/sample-desk.ts";
import { inEnglish, inSpanish } from "../../support/sentences.ts";
import { startWorld, type World } from "../../support/world.ts";
import { people } from "./acme-and-northwind.ts";

const oneHour = { firstResponse: { days: 0, ms: 3_600_000 } };
const fast = termsIn("always", { critical: oneHour, high: oneHour, medium: oneHour, low: oneHour });

let world: World;
afterEach(() => world.stop());
const { user, all, asksInPrivate, givesTo, types, lastPrivate } = people(() => world);

test("a contact's private ticket is not given to another account: its people would read it", async () => {
  world = await startWorld();
  await asksInPrivate("Private: my boss must not know");
  await givesTo("northwind");
  expect(lastPrivate("MARTA")).toMatch(
    inEnglish("refusal.requesterOfAnother", { ticket: "T-1001", name: "Northwind Media" }),
  );
  expect(await world.ticket()).toMatchObject({ account: "acme", conversation: { kind: "person" } });
  expect(all("C0NORTH")).toBe("");
  expect(await types("OLIVER", "/ticket show 1001", "C0NORTH")).not.toContain("boss");
});

test("a stranger's private ticket may get an account: it stays private, and the customer is told of an earlier due time", async () => {
  world = await startWorld("http", {
    ...sampleDesk,
    plans: {
      ...sampleDesk.plans,
      premium: { key: "premium", calendar: "always", terms: fast, phone: [], escalate: "broken" },
    },
  });
  world.slack.dm("U0SAM");
  await user("SAM").writes("D0SAM", "Private: I cannot sign in");
  await world.settle();
  await givesTo("acme");
  expect(await world.ticket()).toMatchObject({
    account: "acme",
    conversation: { kind: "person", user: "slack:U0SAM" },
  });
  expect(all("C0ACME")).toBe("");
  expect(world.slack.dm("U0SAM").messages.at(-1)?.text).toMatch(
    inSpanish("message.targetsMoved", { ticket: "T-1001" }),
  );
});

test("a form of a message names another account than the message's: no ticket shows it there", async () => {
  world = await startWorld();
  const message = await user("CARLA").writes("C0ACME", "Our unannounced merger breaks the login");
  await world.settle();
  await user("LUIS").picks(message);
  await user("LUIS").submits({ severity: "high", account: "northwind" });
  await world.settle();
  expect(lastPrivate("LUIS")).toMatch(inEnglish("refusal.messageOfAnother", { name: "Acme TV" }));
  expect(all("C0NORTH")).toBe("");
  await expect(world.ticket()).rejects.toThrow("no ticket");
});

test("the same for a message that a contact wrote in a channel of no account", async () => {
  world = await startWorld();
  const message = await user("CARLA").writes("C0RANDOM", "Our unannounced merger breaks the login");
  await world.settle();
  await user("LUIS").picks(message);
  await user("LUIS").submits({ severity: "high", account: "northwind" });
  await world.settle();
  expect(lastPrivate("LUIS")).toMatch(inEnglish("refusal.messageOfAnother", { name: "Acme TV" }));
  expect(all("C0NORTH")).toBe("");
});

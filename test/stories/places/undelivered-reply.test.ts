import { afterEach, expect, test } from "vitest";
import { sampleDesk } from "../../support/sample-desk.ts";
import { inEnglish } from "../../support/sentences.ts";
import { startWorld, type World } from "../../support/world.ts";
import { channelGivenToNorthwind } from "./acme-and-northwind.ts";

let world: World;
afterEach(() => world.stop());

const luis = () => world.slack.user("U0LUIS");
const all = (channel: string): string =>
  world.slack
    .channel(channel)
    .messages.map(({ text }) => text)
    .join("\n");

// On Slack, where the bot has to look whether a message arrived, and the look can fail.
test("an undelivered reply is sent again only to the people for whom it was written, or whom the agent saw", async () => {
  world = await startWorld();
  await world.opens();
  world.slack.fail("chat.postMessage", { drop: "before" }, { channel: "C0ACME", times: 1 });
  world.slack.fail("conversations.replies", { status: 502 }, { channel: "C0ACME", times: 500 });
  await luis().presses(world.card(), "reply 1001 slack:C0ACME");
  await luis().submits({ text: "For the people of this channel, 4321" });
  await world.settle();
  for (let tries = 0; tries < 8; tries += 1) await world.pass(5);
  const [undelivered] = (await world.ticket()).undelivered;
  expect(undelivered).toMatchObject({ certain: false });
  await world.applies(channelGivenToNorthwind(sampleDesk));
  const warning = world.thread(world.card()).find(({ text }) => text.includes("4321")) ?? world.card();
  await luis().presses(warning, "resend");
  await world.settle();
  await world.pass(2);
  expect(all("C0ACME") + all("C0RANDOM")).not.toContain("4321");
  const asked = luis().privates.at(-1);
  expect(asked?.text).toMatch(inEnglish("undelivered.otherReaders", { ticket: "T-1001" }));
  expect(asked?.text).toContain("C0RANDOM");
  expect(asked?.actions).toContainEqual(`resend 1001 ${undelivered?.id} slack:C0RANDOM`);
  await luis().presses("private", "resend");
  await world.settle();
  await world.pass(2);
  expect(all("C0RANDOM")).toContain("4321");
});

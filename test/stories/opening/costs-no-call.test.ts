import { afterEach, expect, test } from "vitest";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startWorld, type World } from "../../support/world.ts";

let world: World;
afterEach(() => world.stop());

const few = (most: number) => ({ person: { most, withinMs: 3_600_000 }, account: { most: 100, withinMs: 3_600_000 } });

/** How often a method of Slack was called since the last look. */
const countCalls = (method: string) => {
  let before = 0;
  return (): number => {
    const all = world.slack.log.filter((each) => each.kind === "call" && each.method === method).length;
    const since = all - before;
    before = all;
    return since;
  };
};

test("what a limit refuses, and what becomes nothing, costs no call of Slack", async () => {
  const limits = { ...sampleDesk.limits, tickets: few(1), messages: few(3) };
  world = await startWorld("http", { ...sampleDesk, limits });
  const oliver = world.slack.user("U0OLIVER");
  const threads = countCalls("conversations.replies");
  const mentionsBot = (text: string) => oliver.writes("C0NORTH", `<@${world.slack.botUser}> ${text}`, { raw: true });
  const root = await mentionsBot("The player shows nothing");
  await world.settle();
  expect(threads(), "the first ticket has its thread").toBeGreaterThan(0);
  const plain = await oliver.writes("C0NORTH", "And the sound is gone");
  for (let n = 0; n < 3; n += 1) await mentionsBot(`again ${n}`);
  await oliver.reacts(plain);
  await oliver.picks(plain);
  await oliver.submits({ severity: "high" });
  await world.settle();
  expect(threads(), "mentions, an emoji and a form beyond the limit").toBe(0);
  await expect(world.ticket(1002)).rejects.toThrow("no ticket");
  expect(JSON.stringify(oliver.privates)).toContain("No ticket was opened");

  const files = countCalls("files.info");
  world.slack.addUser("U0FAY", "fay", { team: "T0OTHER" });
  const fay = world.slack.user("U0FAY");
  const shares = (thread: string) =>
    fay.writes("C0NORTH", "look", { thread, files: [{ name: "a.png", content: "x", external: true }] });
  await shares(plain.ts);
  await world.settle();
  expect(files(), "a message of no ticket").toBe(0);
  for (let n = 0; n < 3; n += 1) await shares(root.ts);
  await world.settle();
  expect(files(), "messages of the ticket").toBeGreaterThanOrEqual(3);
  await shares(root.ts);
  await world.settle();
  files();
  for (let n = 0; n < 3; n += 1) await shares(root.ts);
  await world.settle();
  expect(files(), "messages after the refusal").toBe(0);
});

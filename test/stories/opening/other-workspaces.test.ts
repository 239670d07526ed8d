import { createServer } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Json } from "../../support/fake-slack/json.ts";
import { startWorld, type World } from "../../support/world.ts";

let world: World;
afterEach(() => world.stop());
beforeEach(async () => {
  world = await startWorld();
  await world.opens();
});

const evil = { team: "T0EVIL0000", app: "A0OTHERAPP" };

/** Slack's last payload of this kind, changed to one of another workspace or app. */
const forged = (kind: string, change: (text: string) => string) => {
  const last = world.slack.sent.findLast(({ attempt }) => attempt.kind === kind)?.attempt;
  if (last === undefined) throw new Error(`Slack sent no ${kind}`);
  return { ...last, payload: JSON.parse(change(JSON.stringify(last.payload))) as Json };
};
const inTeam = (text: string): string => text.replaceAll("T0FAKE", evil.team);
const again = (text: string): string => text.replaceAll(/"trigger_id":"/g, '"trigger_id":"again');

describe("with a genuine signature", () => {
  it("a button press of another workspace's Luis claims nothing", async () => {
    await world.slack.user("U0SAM").presses(world.card(), "claim");
    await world.settle();
    expect((await world.ticket()).assignee).toBeNull();
    const ours = forged("interactive", (text) => again(text.replaceAll("U0SAM", "U0LUIS")));
    await world.slack.deliver(forged("interactive", (text) => inTeam(text.replaceAll("U0SAM", "U0LUIS"))));
    await world.settle();
    expect((await world.ticket()).assignee).toBeNull();
    await world.slack.deliver(ours);
    await world.settle();
    expect((await world.ticket()).assignee).toBe("luis");
  });

  it("a command of another workspace or app is refused in a sentence, and nothing is posted anywhere", async () => {
    await world.slack.user("U0LUIS").types("C0TRIAGE", "/ticket list all");
    await world.settle();
    const before = world.slack.log.length;
    const attempts = [inTeam, (text: string) => text.replaceAll("A0PLAZO", evil.app)].map((change) =>
      forged("command", (text) => change(again(text))),
    );
    for (const attempt of attempts) {
      const outcome = await world.slack.deliver(attempt);
      await world.settle();
      expect(JSON.stringify(outcome)).toContain("another Slack workspace");
    }
    expect(world.slack.log.slice(before).filter(({ kind }) => kind !== "call")).toEqual([]);
  });

  it("no private answer goes to an address that the sender chose", async () => {
    await world.slack.user("U0LUIS").types("C0TRIAGE", "/ticket history 1001");
    await world.settle();
    const shown = world.slack.user("U0LUIS").privates.length;
    let asked = 0;
    const server = createServer((_, response) => void (asked++, response.end()));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const there = `http://127.0.0.1:${port}/latest/meta-data`;
    await world.slack.deliver(
      forged("command", (text) => again(text.replace(/"response_url":"[^"]*"/, `"response_url":"${there}"`))),
    );
    await world.settle();
    server.close();
    expect(asked).toBe(0);
    // It comes as a message that only Luis sees.
    expect(world.slack.user("U0LUIS").privates.length).toBeGreaterThan(shown);
  });
});

describe("by Slack Connect", () => {
  it("a customer of another workspace who has an agent's id writes as a customer", async () => {
    world.slack.addUser("U0LUIS", "luis", { team: "T0ACME" });
    const { ts } = world.conversation();
    await world.slack.user("U0LUIS").writes("C0ACME", "We still see it", { thread: ts });
    await world.settle();
    const posted = await world.messages();
    const { replies } = await world.ticket();
    expect(replies).toBe(0);
    expect(posted).toMatchObject([{ text: "We still see it", kind: "customerWrote" }]);
  });

  it("the customer's 🎫 opens a ticket of their account", async () => {
    world.slack.addUser("U0FAR", "far", { team: "T0ACME" });
    const far = world.slack.user("U0FAR");
    const message = await far.writes("C0ACME", "The player shows nothing");
    await far.reacts(message);
    await world.settle();
    expect(await world.ticket(1002)).toMatchObject({ account: "acme", requester: { user: "slack:U0FAR" } });
  });
});

import { afterEach, describe, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { promisingDesk } from "../../support/sample-desk.ts";
import { inEnglish } from "../../support/sentences.ts";
import { startStoryWorld, type Name, type StoryWorld, type Where } from "../../support/story-world/story-world.ts";

describe.each(["slack", "testchat"] as const)("a merged ticket on %s", (platform) => {
  let world: StoryWorld;
  afterEach(() => world.stop());

  const types = async (line: string): Promise<string> => {
    await world.user("luis").types("triage", line);
    await world.settle();
    return world.user("luis").privates.at(-1)?.text ?? "";
  };
  const root = (channel: Where, name: string) => {
    const found = world.cards(channel).find(({ text }) => text.includes(`${name} ·`));
    if (found === undefined) throw new Error(`no card of ${name} in ${channel}`);
    return found;
  };
  const below = (channel: Where, name: string): string =>
    world
      .thread(root(channel, name))
      .map(({ text }) => text)
      .join("\n");
  const writes = async (who: Name, channel: Where, name: string, text: string): Promise<void> => {
    await world.user(who).writes(channel, text, root(channel, name));
    await world.settle();
  };
  const running = async (number: number) =>
    (await world.ticket(number)).sla.clocks.filter(({ end }) => end === null).map(({ kind }) => kind);
  const starts = async (desk: Desk): Promise<void> => {
    world = await startStoryWorld(platform, desk);
    await world.opens();
  };
  const twoChannels = (): Desk => {
    const { acme } = promisingDesk.accounts;
    if (acme === undefined) throw new Error("no acme");
    const channels = [...acme.channels, "slack:C0RANDOM"] as const;
    return { ...promisingDesk, accounts: { ...promisingDesk.accounts, acme: { ...acme, channels } } };
  };

  test("leaves the requested call to the ticket that goes on", async () => {
    await starts(promisingDesk);
    await world.opens();
    await world.user("carla").presses(root("acme", "T-1002"), "requestCall");
    await world.user("carla").submits({ number: "+34 600 111 222", time: "" });
    await world.settle();
    await types("/ticket merge 1002 into 1001");
    expect(await world.ticket(1001)).toMatchObject({ callBack: { number: "+34 600 111 222" } });
    await world.user("luis").forges("triage", "reportCalled 1001");
    await world.settle();
    expect(await world.ticket(1001)).toMatchObject({ callBack: null });
  });

  test("leaves its wait for an answer, also if both tickets were linked before", async () => {
    await starts(promisingDesk);
    await writes("luis", "acme", "T-1001", "Hello");
    await world.pass(1);
    await world.opens();
    await types("/ticket link 1001 1002");
    await types("/ticket merge 1002 into 1001");
    expect((await world.ticket(1002)).status).toBe("resolved");
    expect((await world.ticket(1001)).unanswered).not.toBeNull();
    expect(await running(1001)).toContain("nextResponse");
  });

  test("is refused if other people read the other conversation; the tickets can be linked", async () => {
    await starts(twoChannels());
    await world.user("sam").types("random", "/ticket No video either");
    await world.user("sam").submits({ severity: "high", description: "none" });
    await world.settle();
    expect(await types("/ticket merge 1002 into 1001")).toMatch(
      inEnglish("refusal.link.otherReaders", { ticket: "T-1002", to: "T-1001" }),
    );
    expect((await world.ticket(1002)).status).toBe("open");
    expect(await types("/ticket link 1002 1001")).toMatch(inEnglish("link.done.link"));
  });

  test("has its customer mentioned in the answers, which they read in the same channel", async () => {
    await starts(promisingDesk);
    await world.user("sam").types("acme", "/ticket No video either");
    await world.user("sam").submits({ severity: "high", description: "none" });
    await world.settle();
    await types("/ticket merge 1002 into 1001");
    await writes("sam", "acme", "T-1002", "When is it fixed?");
    await world.user("luis").presses(root("triage", "T-1001"), "reply");
    await world.user("luis").submits({ text: "It is fixed now" });
    await world.settle();
    await world.pass(1);
    const answer = world.thread(root("acme", "T-1001")).find(({ text }) => text.includes("It is fixed now"));
    const [, sam = ""] = world.refOf("sam").split(":");
    const [, carla = ""] = world.refOf("carla").split(":");
    expect(answer?.text).toContain(sam);
    expect(answer?.text).toContain(carla);
  });

  test("takes no reply whose form was open before the merge, and gives the text back", async () => {
    await starts(promisingDesk);
    await world.opens();
    await world.user("marta").presses(root("triage", "T-1002"), "reply");
    await types("/ticket merge 1002 into 1001");
    await world.user("marta").submits({ text: "We work on it, please wait." });
    await world.settle();
    const answer = world.user("marta").privates.at(-1)?.text ?? "";
    expect(answer).toMatch(inEnglish("refusal.link.continuesIn", { to: "T-1001" }));
    expect(answer).toContain("We work on it, please wait.");
    expect(below("acme", "T-1002")).not.toContain("We work on it");
  });

  test("never begins a circle: a follow-up is not merged into the ticket that it follows, and no message is lost", async () => {
    await starts({ ...promisingDesk, reopen: { days: 7, ms: 0 } });
    await types("/ticket close 1001");
    await world.pass(30 * 24 * 60);
    await writes("carla", "acme", "T-1001", "Otra vez");
    await types("/ticket reopen 1001");
    expect(await types("/ticket merge 1002 into 1001")).toMatch(
      inEnglish("refusal.link.continuesHere", { ticket: "T-1002", to: "T-1001" }),
    );
    expect(await types("/ticket merge 1001 into 1002")).toMatch(inEnglish("link.done.merge"));
    await writes("carla", "acme", "T-1001", "Hola de nuevo");
    expect(below("triage", "T-1002")).toContain("Hola de nuevo");
  });
});

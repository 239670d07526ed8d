import { afterEach, describe, expect, test } from "vitest";
import { onDiscordIn, onSlackIn, type Acting, type Seen } from "../support/acting.ts";
import { deskAcross, type Platform } from "../support/discord-cast.ts";
import { startWorldAcross, type WorldAcross } from "../support/world-across.ts";
import { inEnglish, inOrder } from "../support/sentences.ts";
import { sayIn } from "../../src/i18n/say.ts";

let world: WorldAcross;
let by: Acting;
afterEach(() => world.stop());

/** A team and its customers on one platform. */
const starts = async (platform: Platform): Promise<void> => {
  world = await startWorldAcross(deskAcross([platform], platform));
  by = platform === "slack" ? onSlackIn(world) : onDiscordIn(world);
};
const opens = async (): Promise<void> => {
  await by.types("carla", "acme", "new", { title: "No video" });
  await by.submits("carla", { severity: "high", description: "Nothing plays." });
  await world.settle();
};
const only = (messages: readonly Seen[]): Seen => {
  const [message] = messages;
  if (message === undefined || messages.length !== 1) throw new Error(`${messages.length} messages instead of one`);
  return message;
};
const card = (): Seen => only(by.roots("triage"));
const saying = (messages: readonly Seen[], words: string): readonly string[] =>
  messages.map(({ text }) => text).filter((text) => text.includes(words));
const inside = (words: string): readonly string[] => saying(by.below(card()), words);
const through = async (label: string, text: string): Promise<void> => {
  await by.presses("luis", card(), label);
  await by.submits("luis", { text });
  await world.settle();
};
const minutesPass = async (count: number): Promise<void> => {
  for (let minute = 0; minute < count; minute++) await world.pass(1);
};
const onDiscord = (place: "acme" | "triage" | "tech") => world.discord.channel(by.idOf(place));
/** A channel that refuses everything until the test repairs it; on Slack it accepts again after four refusals. */
const refuses = (place: "triage" | "tech"): (() => void) => {
  if (by.platform === "discord") {
    onDiscord(place).allow({ send: false });
    return () => onDiscord(place).allow({ send: true });
  }
  world.slack.fail("chat.postMessage", { error: "is_archived" }, { channel: by.idOf(place), times: 4 });
  return () => {};
};

describe("a refused customer channel", () => {
  const closes = {
    "slack archived": () => world.slack.channel("C0ACME").archive(),
    "slack without us": () => world.slack.channel("C0ACME").removeBot(),
    "discord locked": () => world.discord.channel(only(by.roots("acme")).id).lock(),
    "discord without us": () => onDiscord("acme").allow({ send: false, sendInThreads: false }),
  } as const;
  test.each([
    ["slack", "slack archived", "the channel is archived"],
    ["slack", "slack without us", "the bot is no longer in the channel"],
    ["discord", "discord locked", "the thread is archived, locked or gone"],
    ["discord", "discord without us", "may not write there"],
  ] as const)(
    "on %s, %s: staff read it once, and the answer goes to direct messages or is kept if they are refused too",
    async (platform, how, sentence) => {
      await starts(platform);
      await opens();
      closes[how]();
      await through("reply", "We are on it");
      await minutesPass(2);
      expect(inside("continues in their direct messages")).toEqual([expect.stringContaining(sentence)]);
      expect(saying(by.direct("carla"), "We are on it")).toHaveLength(1);

      if (platform === "slack") world.slack.closeDm("U0CARLA", "user_disabled");
      else world.discord.closeDm(by.idOf("carla"));
      await through("reply", "It is solved");
      await minutesPass(1);
      const undelivered = by.below(card()).filter(({ text }) => inEnglish("message.undelivered").test(text));
      expect(undelivered).toHaveLength(1);
      expect(undelivered[0]?.text).toMatch(inOrder("It is solved", `[${sayIn("en")("button.resend")}]`));
    },
  );
});

describe.each(["slack", "discord"] as const)("on %s", (platform) => {
  test("staff read once that the technical team's channel refuses messages, and messages for the team wait", async () => {
    await starts(platform);
    await opens();
    const mend = refuses("tech");
    await through("tech", "Please look at the encoder");
    await minutesPass(3);
    expect(inside("The technical team’s channel does not take T-1001")).toHaveLength(1);
    mend();
    await minutesPass(3);
    expect(only(by.roots("tech")).text).toContain("Please look at the encoder");
    expect(inside("The technical team’s channel does not take T-1001")).toHaveLength(1);
  });

  test("a ticket and the customer's message wait for the triage channel", async () => {
    await starts(platform);
    const mend = refuses("triage");
    await opens();
    await by.writes("carla", only(by.roots("acme")), "It is worse now");
    await world.settle();
    await minutesPass(2);
    expect(by.roots("triage")).toEqual([]);
    mend();
    await minutesPass(4);
    expect(card().text).toContain("No video");
    expect(inside("It is worse now")).toHaveLength(1);
  });

  test("one sentence says that the technical team's channel refused a file", async () => {
    await starts(platform);
    await opens();
    const file = { name: "player.log", content: "error 42" };
    const thread = only(by.roots("acme")).id;
    if (platform === "slack") {
      world.slack.fail("files.completeUploadExternal", { error: "file_uploads_disabled" });
      await world.slack.user("U0CARLA").writes("C0ACME", "The log", { thread, files: [file] });
    } else {
      world.discord.user(by.idOf("carla")).writes(thread, "The log", { files: [file] });
      while ((await world.steps.processInbox()) === 0) await world.discord.quiet();
      await world.steps.deliverOutbox();
      world.discord.fail("create_message", { code: 40005 });
    }
    await world.settle();
    await minutesPass(1);
    expect(inside("was not copied")).toEqual([expect.stringContaining("player.log")]);
    expect(inside("The log")).toHaveLength(1);
  });
});

import { afterEach, expect, test } from "vitest";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import { onDiscordIn, onSlackIn, type Acting, type Seen } from "../support/acting.ts";
import { deskAcross } from "../support/discord-cast.ts";
import { isJson, listOf, textOf } from "../support/fake-discord/json.ts";
import { permissionTable, type Way } from "../support/permission-table.ts";
import { startWorldAcross, type WorldAcross } from "../support/world-across.ts";

const canary = "Canario";
const nowhere = "9042";
/** A ticket that waits for an answer, and a resolved one. */
const theirs = ["1001", "1002"] as const;

let world: WorldAcross;
afterEach(async () => {
  await world.stop();
  expect(world.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
});

type Does = Extract<InboundEvent, { kind: "command" | "press" | "submit" }>;
/** Every way to send a command about a ticket: subcommand, button and form. */
const every = Object.values(permissionTable)
  .flatMap(({ ways }): readonly Way[] => ways)
  .flatMap((way) => (way.surface === "message" ? [] : [way.does as Does]))
  .filter((does) => JSON.stringify(does).includes("1042"));

const one = (messages: readonly Seen[], words: string): Seen =>
  messages.find(({ text }) => text.includes(words)) ?? expect.fail(`nobody said ${words}`);

/** The text after the number, by the name of the client's option; null if the client has no such option. */
const optionsOf = (word: string, words: readonly string[]): Readonly<Record<string, string>> | null => {
  const command = world.discord.commands.find((each) => each["name"] === "ticket");
  const found = listOf(command?.["options"]).find((each) => each["name"] === word);
  if (!isJson(found)) return null;
  const [number = "", ...rest] = words.filter((each) => each !== "into");
  const [, other] = listOf(found["options"]).map((option) => textOf(option["name"]));
  return other === undefined || rest.length === 0 ? { number } : { number, [other]: rest.join(" ") };
};

const does = async (by: Acting, each: Does): Promise<void> => {
  if (each.kind === "press") return by.forges("oliver", "north", each.action);
  if (each.kind === "submit") return by.forges("oliver", "north", each.action, each.values);
  const [word = "", ...words] = each.text.split(" ");
  if (by.platform === "slack") return world.slack.user("U0OLIVER").types("C0NORTH", `/${each.name} ${each.text}`);
  const options = optionsOf(word, words);
  if (options !== null) await by.types("oliver", "north", word, options);
};

/** Every answer that Oliver gets for an action, byte for byte, without the number. */
const gets = async (by: Acting, act: Does, number: string): Promise<string> => {
  const all = by.platform === "slack" ? world.slack.shown : world.discord.shown;
  const before = all.length;
  await does(by, JSON.parse(JSON.stringify(act).replaceAll("1042", number)) as Does);
  await world.settle();
  by.closesForm("oliver");
  return JSON.stringify(all.slice(before)).replaceAll(number, "N");
};

test.each([
  ["slack", onSlackIn],
  ["discord", onDiscordIn],
] as const)(
  "on %s, a customer who uses another company's ticket numbers gets the same answers as for a number without a ticket",
  async (platform, acting) => {
    world = await startWorldAcross(deskAcross([platform], platform));
    const by = acting(world);
    for (const number of theirs) {
      await by.types("carla", "acme", "new", { title: `${canary} ${number}` });
      await by.submits("carla", { severity: "high", description: `${canary} words` });
      await world.settle();
    }
    const card = one(by.roots("triage"), "T-1002");
    await by.presses("luis", card, "reply");
    await by.submits("luis", { text: `${canary} answer` });
    await by.presses("luis", card, "resolve");
    await world.settle();
    await by.types("oliver", "north", "new", { title: "Our own" });
    await by.submits("oliver", { severity: "low", description: "Ours." });
    await world.settle();
    const before = await Promise.all(theirs.map((number) => world.ticket(Number(number))));
    expect(every.length).toBeGreaterThan(30);
    let answered = 0;
    for (const act of every) {
      const none = await gets(by, act, nowhere);
      if (none !== "[]") answered += 1;
      for (const number of theirs) {
        const given = await gets(by, act, number);
        expect([act, given]).toEqual([act, none]);
        expect(given).not.toContain(canary);
      }
    }
    // Nearly every action gets an answer, so the comparison is not of empty answers.
    expect(answered).toBeGreaterThan(every.length - 5);
    expect(await Promise.all(theirs.map((number) => world.ticket(Number(number))))).toEqual(before);
    if (platform === "discord")
      for (const typed of ["1001", nowhere])
        expect(
          await world.discord.user(by.idOf("oliver")).isTyping(by.idOf("north"), `/ticket show number:${typed}`),
        ).toEqual([]);
  },
);

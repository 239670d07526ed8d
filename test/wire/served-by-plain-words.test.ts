import { afterEach, expect, test } from "vitest";
import type { Desk } from "../../src/desk/desk.ts";
import { deskAcross, discordChannels, onDiscord, type Platform } from "../support/discord-cast.ts";
import { minutes } from "../support/given.ts";
import { inEnglish, inSpanish } from "../support/sentences.ts";
import { startWorldAcross, type WorldAcross } from "../support/world-across.ts";

let world: WorldAcross;
afterEach(() => world.stop());

const watching = (desk: Desk): Desk => ({
  ...desk,
  plans: Object.fromEntries(
    Object.entries(desk.plans).map(([key, plan]) => [
      key,
      { ...plan, watch: { askAfter: { days: 0, ms: 10 * minutes }, openAfter: { days: 0, ms: 30 * minutes } } },
    ]),
  ),
});

/** The two sides on their platforms: what they do, and what they read. */
const sides = {
  slack: {
    channel: { acme: "C0ACME", triage: "C0TRIAGE" },
    roots: (channel: string) => world.slack.channel(channel).messages.filter(({ thread }) => thread === null),
    below: (root: string) => world.slack.channel("C0ACME").messages.filter(({ thread }) => thread === root),
    idOf: (message: object) => ("ts" in message ? String(message.ts) : ""),
  },
  discord: {
    channel: { acme: discordChannels.acme, triage: discordChannels.triage },
    roots: (channel: string) => world.discord.channel(channel).messages,
    below: (root: string) => world.discord.thread(root)?.messages ?? [],
    idOf: (message: object) => ("id" in message ? String(message.id) : ""),
  },
} as const;

const writes = async (platform: Platform, name: "carla" | "luis", text: string, thread?: string): Promise<string> => {
  const side = sides[platform];
  const { acme } = side.channel;
  const message =
    platform === "slack"
      ? await world.slack.user(`U0${name.toUpperCase()}`).writes(acme, text, thread === undefined ? {} : { thread })
      : world.discord.user(onDiscord[name]).writes(thread ?? acme, text);
  await world.settle();
  return side.idOf(message);
};

/** Presses a button of the only message on a platform that has it. */
const presses = async (platform: Platform, name: "carla" | "luis", action: string) => {
  const actionOn = (actions: readonly string[]): string => actions.find((each) => each.startsWith(action)) ?? "";
  const has = ({ actions }: { readonly actions: readonly string[] }) => actionOn(actions) !== "";
  if (platform === "slack") {
    const all = Object.values(sides.slack.channel).flatMap((each) => world.slack.channel(each).messages);
    const card = all.find(has) ?? expect.fail(`nothing has ${action}`);
    await world.slack.user(`U0${name.toUpperCase()}`).presses(card, actionOn(card.actions));
  } else {
    const all = Object.values(sides.discord.channel).flatMap((each) => world.discord.channel(each).messages);
    const inThreads = all.flatMap(({ id }) => world.discord.thread(id)?.messages ?? []);
    const card = [...all, ...inThreads].find(has) ?? expect.fail(`nothing has ${action}`);
    await world.discord.user(onDiscord[name]).presses(card, actionOn(card.actions));
  }
  await world.settle();
};

test.each([
  ["slack", "discord"],
  ["discord", "slack"],
] as const)(
  "a customer on %s who only writes plain words is served by a team on %s, from the first word to the rating",
  async (theirs, ours) => {
    world = await startWorldAcross(watching(deskAcross([ours], theirs)));
    const customer = sides[theirs];
    const team = sides[ours];
    const inTriage = (sentence: RegExp) => {
      const [found] = team.roots(team.channel.triage).filter(({ text }) => sentence.test(text));
      if (found === undefined) throw new Error(`no message in triage reads ${String(sentence)}`);
      return found;
    };

    const first = await writes(theirs, "carla", "Hola, no se ve ningún vídeo. ¿Hay alguien?");
    const wroteAt = world.now();
    await writes(theirs, "carla", "Pasa en todas las teles");
    await world.pass(11);
    inTriage(inEnglish("unticketed.waiting", { count: 2 }));
    await world.pass(20);
    const ticket = await world.ticket();
    expect(ticket.source).toMatchObject({ message: first, how: "unanswered" });
    expect(Math.abs(ticket.openedAt - wroteAt)).toBeLessThan(60_000);
    expect((await world.messages()).map(({ text }) => text)).toContain("Pasa en todas las teles");
    inTriage(inEnglish("unticketed.became.ticket", { ticket: "T-1001" }));
    expect(customer.below(first).filter(({ text }) => inSpanish("unticketed.waysToAsk").test(text))).toHaveLength(1);

    await presses(ours, "luis", "claim 1001");
    await presses(ours, "luis", "reply 1001");
    if (ours === "slack") await world.slack.user("U0LUIS").submits({ text: "Ya se ve. ¿Lo confirmas?" });
    else await world.discord.user(onDiscord.luis).submits({ text: "Ya se ve. ¿Lo confirmas?" });
    await world.pass(1);
    expect(customer.below(first).some(({ text }) => text.includes("Ya se ve"))).toBe(true);
    await writes(theirs, "carla", "¡Muchas gracias!", first);
    await presses(ours, "luis", "resolve 1001");
    await world.pass(1);
    await presses(theirs, "carla", "rate 1001 good");
    expect(await world.ticket()).toMatchObject({ status: "resolved", rating: { given: { score: "good" } } });
  },
);

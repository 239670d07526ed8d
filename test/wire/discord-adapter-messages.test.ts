import { describe, expect, it } from "vitest";
import { delivered, plainCard } from "../adapters/recording-core.ts";
import { acme, carla, discordWorld, luis, triage } from "./discord-world.ts";

const world = discordWorld();
import { start } from "./discord-world.ts";

describe("messages on Discord", () => {
  const accepted = async () => {
    await world.stage.discord.quiet();
    return world.core.met.map((each) => (each.kind === "message" ? [each.message.thread ?? null, each.text] : null));
  };

  it("of bots and of Plazo itself are ignored", async () => {
    await world.post(plainCard("root"));
    world.user("210000000000000009").writes(acme, "beep");
    expect(await accepted()).toEqual([]);
  });

  it("in a thread belong below its root; a reply belongs below its original, or below that one's root if it is the bot's", async () => {
    const root = await world.post(plainCard("root"));
    world.user(luis).writes(root.id, "in the thread");
    world.user(luis).writes(triage, "a reply", { replyTo: root.id });
    const other = world.user(carla).writes(triage, "something else");
    world.user(luis).writes(triage, "a reply to that", { replyTo: other.id });
    expect(await accepted()).toEqual([
      [root.id, "in the thread"],
      [root.id, "a reply"],
      [null, "something else"],
      [other.id, "a reply to that"],
    ]);
    expect(world.core.met.map(({ channel }) => channel)).toEqual(Array.from({ length: 4 }, () => `discord:${triage}`));
  });

  it("in direct messages belong below the root of their original", async () => {
    const root = delivered(await world.stage.adapter.port.tell(`discord:${carla}`, plainCard("T-1042"), { key: "1" }));
    const below = delivered(
      await world.stage.adapter.port.post({ channel: root.channel, thread: root.id }, plainCard("we look"), {
        key: "2",
      }),
    );
    const direct = world.stage.discord.dm(carla).id;
    world.user(carla).writes(direct, "thanks", { replyTo: below.id });
    world.user(carla).writes(direct, "and?", { replyTo: root.id });
    expect(await accepted()).toEqual([
      [root.id, "thanks"],
      [root.id, "and?"],
    ]);
  });

  it("in direct messages need not be replies: they belong below the bot's last message", async () => {
    const first = delivered(await world.stage.adapter.port.tell(`discord:${carla}`, plainCard("T-1042"), { key: "1" }));
    const direct = world.stage.discord.dm(carla).id;
    world.user(carla).writes(direct, "thanks");
    await world.core.until(1);
    const second = delivered(
      await world.stage.adapter.port.tell(`discord:${carla}`, plainCard("T-1043"), { key: "2" }),
    );
    world.user(carla).writes(direct, "and this one?");
    await world.core.until(2);
    delivered(
      await world.stage.adapter.port.post({ channel: first.channel, thread: first.id }, plainCard("done"), {
        key: "3",
      }),
    );
    world.stage.discord.fail("list_messages", { status: 500 });
    world.user(carla).writes(direct, "great");
    await world.core.until(3);
    expect(await accepted()).toEqual([
      [first.id, "thanks"],
      [second.id, "and this one?"],
      [first.id, "great"],
    ]);
  });

  it("keep mentioned people by name, and the time at which they were written", async () => {
    world.user(carla).writes(acme, `<@${luis}> <@299999999999999999> <:party:310000000000000000>`);
    expect(await accepted()).toEqual([[null, "@luis @unknown :party:"]]);
    expect(world.core.met[0]?.at).toBe(start);
    expect(world.core.met[0]?.key).toMatch(/^discord:msg:/);
  });

  it("are stored as soon as that is possible again", async () => {
    world.core.failing = 2;
    world.user(carla).writes(acme, "hello?");
    await world.core.until(1);
    expect([...world.core.accepted.values()]).toMatchObject([{ text: "hello?" }]);
  });
});

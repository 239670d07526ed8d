import { describe, expect, it } from "vitest";
import { claimable, plainCard } from "../adapters/recording-core.ts";
import { acme, carla, discordWorld, luis, shown } from "./discord-world.ts";

// The customer's app gives up early here, so that the tests need not wait for it.
const world = discordWorld({ patience: 200 });

describe("an answer that is late", () => {
  it("after three seconds loses nothing: the work is stored, and its result comes by direct message", async () => {
    const { accept } = world.core;
    world.core.accept = async (...args) => {
      await accept(...args);
      world.now += 4_000;
    };
    const typing = world.user(carla).types(acme, "/ticket list");
    await world.core.until(1);
    await world.core.answers[0]?.(plainCard("Nothing is open"));
    expect(world.stage.discord.dm(carla).messages.map(({ text }) => text)).toEqual(["Nothing is open"]);
    expect(world.stage.log.lines.join("\n")).toContain("10062");
    await typing;
    expect(world.user(carla).complaints).toEqual(["The application did not respond"]);
  });

  it("after a quarter of an hour comes by direct message", async () => {
    await world.user(carla).types(acme, "/ticket list");
    await world.stage.discord.quiet();
    world.now += 15 * 60_000 + 1;
    await world.core.answers[0]?.(plainCard("Nothing is open"));
    expect(world.stage.discord.dm(carla).messages.map(({ text }) => text)).toEqual(["Nothing is open"]);
  });

  it("comes by direct message if Discord says that the interaction was answered already", async () => {
    world.stage.discord.fail("create_interaction_response", { code: 40060, after: true });
    await world.user(carla).types(acme, "/ticket list");
    await world.core.answers[0]?.(plainCard("Nothing is open"));
    expect(await world.privates(carla)).toEqual(["Nothing is open"]);
  });

  it.each([{ code: 10062 }, { status: 500 }, { drop: "before" }, { drop: "after" }] as const)(
    "comes by direct message if the call fails with %j",
    async (fault) => {
      const card = await world.post(claimable);
      world.stage.discord.fail("create_interaction_response", fault);
      const pressing = world.user(luis).presses(shown(card), "Claim");
      await world.core.until(1);
      await world.core.answers[0]?.(plainCard("done"));
      expect(world.stage.discord.dm(luis).messages.map(({ text }) => text)).toEqual(["done"]);
      world.stage.discord.user(carla).writes(acme, "still there?");
      await world.core.until(2);
      await pressing;
    },
  );
});

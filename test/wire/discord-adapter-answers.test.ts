import { describe, expect, it } from "vitest";
import type { Core } from "../../src/chat/port.ts";
import { connect, keptLog } from "../adapters/discord/stage.ts";
import { claimable, plainCard } from "../adapters/recording-core.ts";
import { acme, carla, discordWorld, luis, shown, strict, triage } from "./discord-world.ts";

const world = discordWorld();

describe("the synchronous answer to an interaction", () => {
  it("is a form, with no other call to Discord before it", async () => {
    world.core.answer = strict;
    const before = world.operations().length;
    await world.user(carla).types(acme, "/ticket new");
    expect(world.user(carla).seesForm()?.title).toBe("New ticket");
    expect(world.operations().slice(before)).toEqual(["create_interaction_response"]);
  });

  it("says “received” only after the inbound event is committed, and within three seconds or not at all", async () => {
    const commit = Promise.withResolvers<void>();
    const slow: Core = { acknowledge: world.core.acknowledge, accept: () => commit.promise };
    const adapter = await connect(world.stage.discord, slow, keptLog());
    await world.stage.adapter.stop();
    const typing = world.user(carla).types(acme, "/ticket list");
    await world.stage.discord.quiet();
    expect(world.operations()).not.toContain("create_interaction_response");
    commit.resolve();
    await typing;
    expect(await world.privates(carla)).toEqual(["✓ Received"]);
    await adapter.stop();
  });

  it("is in the language of the person's Discord", async () => {
    world.user(carla).speaks("es-ES");
    await world.user(carla).types(acme, "/ticket list");
    expect(await world.privates(carla)).toEqual(["✓ Recibido"]);
    expect([...world.core.accepted.values()]).toMatchObject([{ by: { locale: "es-ES" } }]);
  });

  it("is in Portuguese if the person's Discord is Brazilian", async () => {
    world.user(carla).speaks("pt-BR");
    await world.user(carla).types(acme, "/ticket list");
    expect(await world.privates(carla)).toEqual(["✓ Recebido"]);
  });

  it("is replaced by the result of the work", async () => {
    await world.user(carla).types(acme, "/ticket list");
    await world.core.answers[0]?.(plainCard("Nothing is open"));
    await world.core.answers[0]?.(plainCard("And one more thing"));
    expect(await world.privates(carla)).toEqual(["Nothing is open", "And one more thing"]);
  });

  it("to a press leaves no message behind", async () => {
    const card = await world.post(claimable);
    await world.user(luis).presses(shown(card), "Claim");
    expect(await world.privates(luis)).toEqual([]);
    await world.core.answers[0]?.(plainCard("Marta was faster"));
    expect(await world.privates(luis)).toEqual(["Marta was faster"]);
  });

  it("says that a command or a press could not be stored, and keeps nothing", async () => {
    world.core.failing = 1;
    await world.user(carla).types(acme, "/ticket list");
    expect((await world.privates(carla))[0]).toContain("could not be saved");
    const card = await world.post(claimable);
    world.core.failing = 1;
    await world.user(luis).presses(shown(card), "Claim");
    expect((await world.privates(luis))[0]).toContain("could not be saved");
    expect(world.core.accepted.size).toBe(0);
  });
});

describe("a private answer by direct message", () => {
  it("to a person who wrote a direct message goes to that conversation, and opens none", async () => {
    world.core.answer = () => ({ kind: "private", card: plainCard("hello") });
    world.user(carla).writes(world.stage.discord.dm(carla).id, "it is down");
    await world.stage.discord.quiet();
    expect(world.stage.discord.dm(carla).messages.map(({ text }) => text)).toEqual(["it is down", "hello"]);
    expect(world.operations()).not.toContain("create_dm");
  });

  it("is not tried again for a person who refuses direct messages", async () => {
    world.core.answer = () => ({ kind: "private", card: plainCard("hello") });
    world.stage.discord.closeDm(carla);
    for (let n = 0; n < 3; n++) {
      world.user(carla).writes(triage, "hello");
      await world.stage.discord.quiet();
      world.now += 4_000;
    }
    const calls = world.operations().filter((each) => each === "create_dm" || each === "create_message");
    expect(calls).toEqual(["create_dm", "create_message"]);
  });

  it("waits its turn among others, and follows as soon as Discord's limit allows", async () => {
    const writes = (user: string) => world.user(user).writes(triage, "hello");
    world.core.answer = ({ kind, by }) =>
      kind === "message" ? { kind: "private", card: plainCard(`for ${by.name}`) } : { kind: "ignore" };
    const direct = (user: string) => world.stage.discord.dm(user).messages.map(({ text }) => text);
    writes(carla);
    writes(luis);
    await world.stage.discord.quiet();
    expect([...direct(carla), ...direct(luis)]).toHaveLength(1);
    world.now += 3_000;
    await expect
      .poll(() => [...direct(carla), ...direct(luis)].toSorted(), { timeout: 5_000 })
      .toEqual(["for carla", "for luis"]);
  });
});

import { describe, expect, it } from "vitest";
import type { Card } from "../../src/chat/card.ts";
import { connect, keptLog } from "../adapters/discord/stage.ts";
import { claimable, plainCard } from "../adapters/recording-core.ts";
import { acme, carla, discordWorld, luis, shown, strict, triage } from "./discord-world.ts";

const world = discordWorld();

describe("Discord commands", () => {
  const writes = () => world.operations().filter((operation) => operation === "bulk_set_application_commands").length;

  it("are registered once, and again only if they changed", async () => {
    expect(writes()).toBe(1);
    const again = await connect(world.stage.discord, world.core, keptLog());
    await again.stop();
    expect(writes()).toBe(1);
    (world.stage.discord.commands[0] as { description: string }).description = "something else";
    const later = await connect(world.stage.discord, world.core, keptLog());
    await later.stop();
    expect(writes()).toBe(2);
  });

  it.each([
    ["/ticket new", "ticket", "new"],
    ["/ticket new title:close captions are missing", "ticket", "new close captions are missing"],
    ["/ticket list", "ticket", "list"],
    ["/ticket list filter:mine", "ticket", "list mine"],
    ["/ticket show number:T-1042", "ticket", "show T-1042"],
    ["/ticket close number:T - 1042", "ticket", "close T-1042"],
    ["/ticket help", "ticket", "help"],
  ])("%s means the same as on a platform without options", async (line, name, text) => {
    await world.user(carla).types(acme, line);
    expect([...world.core.accepted.values()]).toMatchObject([{ kind: "command", name, text }]);
  });

  it("of staff are not offered to everybody", async () => {
    await world.user(luis).types(triage, "/desk");
    expect([...world.core.accepted.values()]).toMatchObject([{ name: "desk", text: "" }]);
    await world.user(luis).types(triage, "/desk words:out until tomorrow");
    expect([...world.core.accepted.values()].at(-1)).toMatchObject({ name: "desk", text: "out until tomorrow" });
    await expect(world.user(carla).types(acme, "/desk")).rejects.toThrow("does not offer /desk");
  });

  it("can be chosen on a message, and bring the message with its author", async () => {
    const message = world.user(carla).writes(acme, "Nothing plays\nsince this morning");
    await world.user(luis).uses(message, "Open ticket from message");
    expect(world.core.met.find(({ kind }) => kind === "pick")).toMatchObject({
      by: { user: `discord:${luis}` },
      author: { user: `discord:${carla}` },
      message: { channel: `discord:${acme}`, id: message.id },
      text: "Nothing plays\nsince this morning",
    });
  });
});

it("a forged press of the adapter's own Cancel removes no public message", async () => {
  await world.post(claimable);
  await world.user(carla).forges(triage, "!away");
  await world.stage.discord.quiet();
  expect(world.operations()).toContain("create_interaction_response");
  expect(world.operations()).not.toContain("delete_original_webhook_message");
});

describe("a ticket number that a person begins to type", () => {
  it("gets suggestions, and nothing is stored", async () => {
    world.core.suggest = async ({ by, verb, text }) => [{ value: "T-1042", label: `${by.name} ${verb} ${text}` }];
    expect(await world.user(carla).isTyping(acme, "/ticket close number:10")).toEqual(["carla close 10 = T-1042"]);
    expect([world.core.met, [...world.core.accepted.keys()]]).toEqual([[], []]);
  });

  it("gets no more suggestions than Discord shows", async () => {
    world.core.suggest = async () =>
      Array.from({ length: 40 }, () => ({ value: "T-1", label: `a\n${"b".repeat(200)}` }));
    expect(await world.user(carla).isTyping(acme, "/ticket show number:")).toHaveLength(25);
    expect(world.stage.discord.refusals).toEqual([]);
  });

  it("gets no suggestions, and no error, if they are too slow, broken or unknown", async () => {
    for (const suggest of [() => new Promise<never>(() => {}), () => Promise.reject(new Error("away")), undefined]) {
      Object.assign(world.core, { suggest });
      expect(await world.user(carla).isTyping(acme, "/ticket show number:1")).toEqual([]);
    }
    expect(world.user(carla).complaints).toEqual([]);
    expect(world.stage.log.lines.filter((line) => /^(?:warn|error)/.test(line))).toEqual([]);
  });
});

describe("button presses", () => {
  it("that come twice are two inbound events, each with its own key", async () => {
    const card = await world.post(claimable);
    await Promise.all([world.user(luis).presses(shown(card), "Claim"), world.user(luis).presses(shown(card), "Claim")]);
    expect([...world.core.accepted.values()].map((each) => each.kind === "press" && each.action)).toEqual([
      "claim 1042",
      "claim 1042",
    ]);
  });

  it("in a thread belong to the channel above it", async () => {
    const root = await world.post(plainCard("root"));
    const card = await world.post(claimable, triage, root.id);
    await world.user(luis).presses(shown(card), "Claim");
    expect([...world.core.accepted.values()]).toMatchObject([{ channel: `discord:${triage}`, action: "claim 1042" }]);
  });

  const confirm = { title: "Resolve T-1042?", text: "The call is *open*.", yes: "Yes, resolve", no: "Back" };
  const asking: Card = {
    summary: "T-1042",
    parts: [{ part: "buttons", label: "x", buttons: [{ action: "resolve 1042", label: "Resolve", confirm }] }],
  };

  it("that ask first are stored only after a yes, and the question disappears", async () => {
    const card = await world.post(asking);
    await world.user(luis).presses(shown(card), "Resolve");
    expect(await world.privates(luis)).toEqual([
      expect.stringMatching(/Resolve T-1042\?[^]*The call is [^]*open[^]*\[Yes, resolve\][^]*\[Back\]/),
    ]);
    await world.user(luis).presses("private", "Back");
    expect(await world.privates(luis)).toEqual([]);
    expect(world.core.met).toEqual([]);
    await world.user(luis).presses(shown(card), "Resolve");
    await world.user(luis).presses("private", "Yes, resolve");
    expect(await world.privates(luis)).toEqual([]);
    expect([...world.core.accepted.values()]).toMatchObject([{ kind: "press", action: "resolve 1042" }]);
  });

  it("that ask first ask the question of the newest card, and a general one after a restart", async () => {
    const card = await world.post(asking);
    await world.post({
      summary: "T-1042",
      parts: [
        {
          part: "buttons",
          label: "x",
          buttons: [
            { action: "resolve 1042", label: "Resolve", confirm: { ...confirm, text: "A reply waits." } },
            { action: "resolve 1043", label: "Resolve", confirm: { ...confirm, title: "Resolve T-1043?" } },
          ],
        },
      ],
    });
    await world.user(luis).presses(shown(card), "Resolve");
    expect(await world.privates(luis)).toEqual([expect.stringMatching(/Resolve T-1042\?[^]*A reply waits/)]);
    await world.user(luis).presses("private", "Back");
    await world.stage.adapter.stop();
    const again = await connect(world.stage.discord, world.core, keptLog());
    await world.user(luis).presses(shown(card), "Resolve");
    expect(await world.privates(luis)).toEqual([expect.stringMatching(/Are you sure\?[^]*\[Resolve\][^]*\[Cancel\]/)]);
    await again.stop();
  });
});

describe("a Discord form", () => {
  const fill = async (title: string): Promise<void> => {
    await world.user(carla).types(acme, "/ticket new");
    await world.user(carla).submits({ title, severity: "low" });
  };

  it("with an error comes back with the error and all that was typed", async () => {
    world.core.answer = strict;
    await fill("bad");
    expect((await world.privates(carla)).at(-1)).toContain("Say more");
    expect(world.core.accepted.size).toBe(0);
    await world.user(carla).presses("private", "Try again");
    expect(world.user(carla).seesForm()).toMatchObject({
      initial: { title: "bad", severity: "low" },
      hints: { title: "⚠️ Say more", severity: "" },
    });
    await world.user(carla).submits({ title: "good" });
    expect([...world.core.accepted.values()]).toMatchObject([
      { kind: "submit", values: { title: "good", severity: "low" } },
    ]);
    expect((await world.privates(carla)).filter((text) => text.includes("Try again"))).toEqual([]);
  });

  it("that could not be stored comes back with all that was typed", async () => {
    world.core.answer = strict;
    world.core.failing = 1;
    await fill("good");
    expect((await world.privates(carla)).at(-1)).toContain("could not be saved");
    await world.user(carla).presses("private", "Try again");
    await world.user(carla).submits();
    expect([...world.core.accepted.values()]).toMatchObject([{ values: { title: "good", severity: "low" } }]);
  });

  it("that was stored although its connection was lost is not stored again after “Try again”", async () => {
    world.core.answer = strict;
    const { accept } = world.core;
    world.core.accept = async (...args) => {
      await accept(...args);
      world.core.accept = accept;
      throw new Error("the connection was lost after the commit");
    };
    await fill("good");
    await world.user(carla).presses("private", "Try again");
    await world.user(carla).submits();
    expect([...world.core.accepted.values()]).toMatchObject([{ kind: "submit", values: { title: "good" } }]);
    // A new form is a new request.
    await fill("good");
    expect(world.core.accepted.size).toBe(2);
  });

  it("is kept for a quarter of an hour", async () => {
    world.core.answer = strict;
    await fill("bad");
    world.now += 15 * 60_000;
    await world.user(carla).presses("private", "Try again");
    expect(world.user(carla).seesForm()).toBeNull();
    expect((await world.privates(carla)).at(-1)).toContain("no longer open");
  });

  it("that was opened before a restart still gives back what was typed", async () => {
    world.core.answer = strict;
    await world.user(carla).types(acme, "/ticket new");
    await world.stage.adapter.stop();
    const after = await connect(world.stage.discord, world.core, keptLog());
    await world.user(carla).submits({ title: "bad", severity: "low" });
    expect((await world.privates(carla)).at(-1)).toMatch(/Say more\nbad\nlow/);
    await after.stop();
  });
});

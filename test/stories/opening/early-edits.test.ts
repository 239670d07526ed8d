import { afterEach, describe, expect, it } from "vitest";
import { sql } from "../../../src/db/schema/orm.ts";
import { deskAcross, discordChannels, onDiscord } from "../../support/discord-cast.ts";
import { startWorldAcross, type WorldAcross } from "../../support/world-across.ts";
import { startWorld, type World } from "../../support/world.ts";

const secret = "password-1234";

describe("an edit or a deletion that overtakes the message in which a customer mentions the bot, on Slack", () => {
  let world: World;
  afterEach(async () => {
    expect(world.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
    await world.stop();
  });
  const carla = () => world.slack.user("U0CARLA");
  const kept = async () => JSON.stringify(await world.database.rows(sql`select inbound_event from inbox`));

  /** Slack cannot deliver the message yet, and repeats it after what follows. */
  const mentionsLate = async (text: string) => {
    world.slack.deliverTo(null);
    const asked = await carla().writes("C0ACME", `<@${world.slack.botUser}> ${text}`, { raw: true });
    world.slack.deliverTo(world.url);
    return asked;
  };
  const arrives = async (): Promise<void> => {
    await world.slack.redeliver();
    await world.settle();
  };

  it("an edit changes the ticket's message, and its text is not stored before there is a ticket", async () => {
    world = await startWorld();
    const asked = await mentionsLate("No video");
    await carla().edits(asked, "No sound since nine");
    await world.settle();
    expect(await kept()).not.toContain("No sound");
    await arrives();
    expect(await world.messages()).toMatchObject([{ kind: "opened", text: "No sound since nine" }]);
    const text = "No sound since nine";
    expect(await world.ticket()).toMatchObject({ title: text, description: text });
  });

  it("the newest of several edits counts, and the mention of the bot is no part of the text", async () => {
    world = await startWorld();
    const asked = await mentionsLate("No video");
    for (const text of ["No sound", "No subtitles"]) {
      await world.passSeconds(2);
      await carla().edits(asked, text);
    }
    const [shown] = world.slack.channel("C0ACME").messages;
    if (shown !== undefined) shown.raw.text = `<@${world.slack.botUser}> No subtitles`;
    await world.settle();
    await arrives();
    expect((await world.ticket()).description).toBe("No subtitles");
  });

  it("a deletion takes the text out of the ticket", async () => {
    world = await startWorld();
    const asked = await mentionsLate(secret);
    await carla().deletes(asked);
    await world.settle();
    await arrives();
    expect(await world.ticket()).toMatchObject({ title: "…", description: "" });
    expect((await world.messages())[0]?.text).toBe("");
  });

  it("an edit of another message in a customer's channel is forgotten, and its text is never kept", async () => {
    world = await startWorld();
    const chat = await carla().writes("C0ACME", "Lunch?");
    await carla().edits(chat, secret);
    await world.settle();
    expect(await kept()).not.toContain(secret);
    await world.pass(11);
    expect(await world.database.rows(sql`select key from inbox where done_at is null`)).toEqual([]);
    await expect(world.ticket()).rejects.toThrow("no ticket");
  });
});

describe("an edit or a deletion that overtakes the message in which a customer mentions the bot, on Discord", () => {
  let world: WorldAcross;
  afterEach(async () => {
    expect(world.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
    await world.stop();
  });
  const channel = `discord:${discordChannels.acme}` as const;
  const by = { user: `discord:${onDiscord.carla}`, name: "Carla" } as const;
  const carla = () => world.discord.user(onDiscord.carla);
  let events = 0;
  const common = () => ({ key: `discord:test:${(events += 1)}`, at: Number.MAX_SAFE_INTEGER, channel });
  const mentions = (id: string) =>
    ({ ...common(), by, kind: "message", message: { channel, id }, text: secret, mentionsBot: true }) as const;

  /** The gateway's events are passed on by the test, in another order. */
  const unseen = async (act: () => void): Promise<void> => {
    world = await startWorldAcross(deskAcross(["discord"], "discord"));
    await world.discordAway(act);
    await world.settle();
  };

  it("an edit changes the ticket's message", async () => {
    let id = "";
    await unseen(() => {
      const asked = carla().writes(discordChannels.acme, `<@${world.discord.botUser}> ${secret}`);
      carla().edits(asked, `<@${world.discord.botUser}> No sound`);
      ({ id } = asked);
    });
    const edited = { ...common(), by, kind: "edited", message: { channel, id }, text: "No sound" } as const;
    await world.steps.core.accept(edited);
    await world.settle();
    await world.steps.core.accept(mentions(id));
    await world.settle();
    expect(await world.ticket()).toMatchObject({ title: "No sound", description: "No sound" });
    expect(await world.messages()).toMatchObject([{ kind: "opened", text: "No sound" }]);
  });

  it("a deletion takes the text out of the ticket", async () => {
    let id = "";
    await unseen(() => {
      const asked = carla().writes(discordChannels.acme, `<@${world.discord.botUser}> ${secret}`);
      carla().deletes(asked);
      ({ id } = asked);
    });
    // Discord does not say who deleted a message.
    const gone = { user: "discord:nobody", name: "" } as const;
    await world.steps.core.accept({ ...common(), by: gone, kind: "deleted", message: { channel, id } });
    await world.settle();
    await world.steps.core.accept(mentions(id));
    await world.settle();
    expect(await world.ticket()).toMatchObject({ title: "…", description: "" });
    expect((await world.messages())[0]?.text).toBe("");
  });
});

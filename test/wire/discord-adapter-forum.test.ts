import { describe, expect, it } from "vitest";
import { delivered, plainCard } from "../adapters/recording-core.ts";
import type { Fault } from "../support/fake-discord/faults.ts";
import { discordWorld, start, whyGone } from "./discord-world.ts";

const forum = "310000000000000005";
const world = discordWorld({ channels: [{ id: forum, name: "help", kind: "forum" }] });

describe("a post in a forum", () => {
  const posts = () => world.stage.discord.posts(forum).map(({ id }) => id);

  it("gets its name from its card, is edited in place, and can be linked to", async () => {
    const ref = delivered(await world.tryPost({ key: "1" }, forum));
    expect(ref).toEqual({ channel: `discord:${forum}`, id: posts()[0], thread: posts()[0] });
    expect(await world.stage.adapter.port.edit(ref, plainCard("changed"))).toMatchObject({ ok: true });
    expect(world.texts(ref.id)).toEqual(["changed"]);
    expect(world.stage.adapter.port.linkTo?.(ref)).toBe(
      `https://discord.com/channels/${world.stage.discord.guild}/${ref.id}/${ref.id}`,
    );
  });

  it.each([{ drop: "after" }, { status: 502, after: true }, { garble: true }] as readonly Fault[])(
    "in doubt is not repeated if it was created: %j",
    async (fault) => {
      delivered(await world.tryPost({ key: "other" }, forum));
      world.stage.discord.fail("create_thread", fault);
      expect(await world.tryPost({ key: "once" }, forum)).toMatchObject({ failure: { kind: "doubtful" } });
      world.now += 20_000;
      const found = delivered(await world.tryPost({ key: "once", doubtfulSince: start }, forum));
      expect(posts()).toHaveLength(2);
      expect(found.id).toBe(posts()[1]);
    },
  );

  it("in doubt is created if it was not", async () => {
    world.stage.discord.fail("create_thread", { drop: "before" });
    expect(await world.tryPost({ key: "once" }, forum)).toMatchObject({ failure: { kind: "doubtful" } });
    expect(await world.tryPost({ key: "once", doubtfulSince: start }, forum)).toMatchObject({ ok: true });
    expect(posts()).toHaveLength(1);
  });

  it("that cannot be created is a recipient that is gone", async () => {
    for (const code of [40066, 40067, 50013]) {
      world.stage.discord.fail("create_thread", { code });
      expect(whyGone(await world.tryPost({ key: String(code) }, forum))).toContain(String(code));
    }
  });

  it("refuses answers after it was deleted", async () => {
    const ref = delivered(await world.tryPost({ key: "1" }, forum));
    world.stage.discord.channel(ref.id).remove();
    expect(whyGone(await world.tryPost({ key: "2" }, forum, ref.id))).toContain("post of the forum is gone");
  });
});

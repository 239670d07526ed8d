import { describe, expect, it } from "vitest";
import { delivered, plainCard } from "../adapters/recording-core.ts";
import { discordWorld, start, triage } from "./discord-world.ts";

const world = discordWorld();
const begins = "create_thread_from_message";

const post = () => world.tryPost({ key: "1" });
const edit = async (ref: Parameters<typeof world.stage.adapter.port.edit>[0]) =>
  world.stage.adapter.port.edit(ref, plainCard("T-1042 again"));
const begun = () => world.operations().filter((each) => each === begins).length;

describe("the thread below a card that Discord could not begin", () => {
  it.each([
    ["a rate limit", { rateLimit: 30, scope: "shared" } as const, { kind: "waitUntil" }],
    ["a broken connection", { drop: "before" } as const, { kind: "tryAgain" }],
    ["an error of Discord", { status: 500 } as const, { kind: "tryAgain" }],
  ])("because of %s begins with the next edit, and the card is posted once", async (_, fault, missing) => {
    world.stage.discord.fail(begins, fault, { channel: triage });
    const posted = await post();
    expect(posted).toMatchObject({ ok: true, missing });
    const ref = delivered(posted);
    expect(world.stage.discord.thread(ref.id)).toBeNull();
    world.now += 31_000;
    expect(await edit(ref)).toEqual({ ok: true, ref });
    expect(world.stage.discord.thread(ref.id)).not.toBeNull();
    expect(world.texts()).toHaveLength(1);
    const before = begun();
    expect(await edit(ref)).toEqual({ ok: true, ref });
    expect(begun()).toBe(before);
    expect(world.stage.discord.violations).toEqual([]);
  });

  it("under a rate limit that still lasts is reported as missing again, with the moment to wait for", async () => {
    world.stage.discord.fail(begins, { rateLimit: 30, scope: "shared" }, { channel: triage });
    const ref = delivered(await post());
    const edited = await edit(ref);
    const missing = edited.ok ? edited.missing : undefined;
    expect(missing?.kind === "waitUntil" && missing.until).toBeGreaterThanOrEqual(start + 30_000);
    expect(world.stage.discord.violations).toEqual([]);
  });

  it("because it may not is not begun by every edit, so that the bot makes few refused calls", async () => {
    world.stage.discord.fail(begins, { code: 50013 });
    const posted = await post();
    expect(posted).not.toHaveProperty("missing");
    const ref = delivered(posted);
    const before = begun();
    for (let n = 0; n < 3; n += 1) await edit(ref);
    expect(begun()).toBe(before);
    world.now += 61 * 60_000;
    await edit(ref);
    expect(world.stage.discord.thread(ref.id)).not.toBeNull();
  });
});

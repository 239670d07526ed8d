import { afterEach, describe, expect, it } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { limitsOf } from "../../../src/desk/limits-of.ts";
import { sql } from "../../../src/db/schema/orm.ts";
import { deskAcross, onDiscord } from "../../support/discord-cast.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startWorldAcross, type WorldAcross } from "../../support/world-across.ts";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";
import { inEnglish } from "../../support/sentences.ts";

const secret = "password-1234";

describe("an edit or a deletion of a message that waits for an answer", () => {
  let world: StoryWorld;
  afterEach(() => world.stop());
  const sam = () => world.user("sam");
  const direct = () => world.inDirect("sam");
  const question = () =>
    direct().findLast(({ text }) => inEnglish("offer.add", { ticket: "T-1001" }).test(text)) ??
    expect.fail("not asked");
  const writes = async (text: string) => {
    const at = await sam().writes("direct", text);
    await world.settle();
    return at;
  };
  const stored = async (ticket?: number) => (await world.messages(ticket)).map(({ text }) => text);
  const kept = async () =>
    JSON.stringify(await world.database.rows(sql`select message from prompt_messages`)) +
    JSON.stringify(await world.database.rows(sql`select inbound_event from inbox`));
  const begin = async (desk: Desk = { ...sampleDesk, limits: limitsOf(undefined) }): Promise<void> => {
    world = await startStoryWorld("testchat", desk);
    sam();
    await writes("My videos are gone");
    await world.pass(2);
  };

  it("an edit reaches the ticket as the customer wrote it last", async () => {
    await begin();
    const first = await writes("And the captions");
    await writes("All of them");
    await sam().edits(first, "And the subtitles");
    await sam().edits(first, "And the subtitles of episode 2");
    await world.settle();
    await sam().presses(question(), "add-words");
    await world.settle();
    expect((await stored()).slice(1)).toEqual(["And the subtitles of episode 2", "All of them"]);
  });

  it("an edit of the first message names the new ticket", async () => {
    await begin();
    await sam().edits(await writes("And the captions"), "The subtitles");
    await world.settle();
    await sam().presses(question(), "open-anyway");
    await world.settle();
    expect((await world.ticket(1002)).title).toBe("The subtitles");
  });

  it("an edit beyond the limit of messages is refused in private, and the message stays", async () => {
    await begin({ ...sampleDesk, limits: limitsOf({ messages: { person: 3 } }) });
    const first = await writes("And the captions");
    for (const text of ["two", "three", "four"]) await sam().edits(first, text);
    await world.settle();
    await sam().presses(question(), "add-words");
    await world.settle();
    expect((await stored()).slice(1)).toEqual(["three"]);
  });

  it("a deleted message is passed on to no ticket, and its text is kept nowhere", async () => {
    await begin();
    const first = await writes(secret);
    await writes("All of them");
    await sam().deletes(first);
    await world.settle();
    expect(await kept()).not.toContain(secret);
    await world.pass(6);
    expect((await stored()).slice(1)).toEqual(["All of them"]);
  });

  it("the question ends if every message was deleted: the customer reads so, and its buttons do nothing", async () => {
    await begin();
    const first = await writes(secret);
    const asked = question();
    await sam().deletes(first);
    await world.settle();
    expect(direct().at(-1)?.text).toMatch(inEnglish("offer.withdrawn"));
    await sam().presses(asked, "open-anyway");
    await world.settle();
    expect(
      direct()
        .map(({ text }) => text)
        .join(),
    ).toMatch(inEnglish("offer.withdrawn"));
    await world.pass(20);
    await expect(world.ticket(1002)).rejects.toThrow("no ticket");
    expect(await stored()).toHaveLength(1);
    expect(await kept()).not.toContain(secret);
    expect(await world.database.rows(sql`select choice, ticket from prompts where settled_at is not null`)).toEqual([
      { choice: "withdrawn", ticket: null },
    ]);
    await writes("Something else");
    expect(question().id).not.toBe(asked.id);
  });

  it("after the answer, an edit and a deletion apply to the ticket, and the waiting copy loses its text", async () => {
    await begin();
    const first = await writes("And the captions");
    const second = await writes(secret);
    await sam().presses(question(), "add-words");
    await world.settle();
    await sam().edits(first, "And the subtitles");
    await sam().deletes(second);
    await world.settle();
    expect((await stored()).slice(1)).toEqual(["And the subtitles", ""]);
    expect(await kept()).not.toContain(secret);
  });
});

describe("an edit or a deletion of a message that waits for an answer, on Discord", () => {
  let world: WorldAcross;
  afterEach(() => world.stop());
  const sam = { user: `discord:${onDiscord.sam}`, name: "Sam" } as const;
  const direct = () => world.discord.dm(onDiscord.sam);
  const asked: string[] = [];
  let events = 0;
  type What =
    | { readonly kind: "message" | "edited"; readonly text: string }
    | { readonly kind: "deleted" }
    | { readonly kind: "press"; readonly action: string };
  /** The adapter reports a message without a thread if the ticket's card stands too far above it to be found. */
  const accept = async (id: string, what: What): Promise<void> => {
    const channel = `discord:${direct().id}` as const;
    // Discord does not say who deleted a message.
    const by = what.kind === "deleted" ? ({ user: "discord:nobody", name: "" } as const) : sam;
    const common = { key: `discord:test:${(events += 1)}`, at: Number.MAX_SAFE_INTEGER, by, channel };
    const event =
      what.kind === "press" ? { ...common, ...what } : { ...common, ...what, message: { channel, id }, direct: true };
    await world.steps.core.accept(event, async (card) => void asked.push(card.summary));
    await world.pass(0);
  };

  it("is followed, and the question ends when no message is left", async () => {
    world = await startWorldAcross(deskAcross(["discord"], "discord"));
    world.discord.user(onDiscord.sam).writes(direct().id, "My videos are gone");
    await world.pass(2);
    await accept("1", { kind: "message", text: "And the captions" });
    expect(asked.at(-1)).toMatch(inEnglish("offer.which"));
    await accept("2", { kind: "message", text: secret });
    await accept("1", { kind: "edited", text: "And the subtitles" });
    await accept("2", { kind: "deleted" });
    await accept("1", { kind: "press", action: "add-words 1" });
    const stored = async () => (await world.messages()).map(({ text }) => text).slice(1);
    expect(await stored()).toEqual(["And the subtitles"]);
    await accept("3", { kind: "message", text: secret });
    await accept("3", { kind: "deleted" });
    expect(direct().messages.at(-1)?.text).toMatch(inEnglish("offer.withdrawn"));
    await world.pass(10);
    expect(await stored()).toEqual(["And the subtitles"]);
  });
});

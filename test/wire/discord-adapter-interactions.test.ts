import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Card } from "../../src/chat/card.ts";
import type { Core } from "../../src/chat/port.ts";
import { connect, keptLog, openDiscord, type DiscordStage } from "../adapters/discord/stage.ts";
import {
  claimable,
  delivered,
  plainCard,
  recordingCore,
  smallForm,
  type RecordingCore,
} from "../adapters/recording-core.ts";

const triage = "310000000000000001";
const acme = "310000000000000002";
const luis = "210000000000000002";
const carla = "210000000000000004";

let now = 0;
let core: RecordingCore;
let stage: DiscordStage;
const start = Date.parse("2026-01-09T16:30:00Z");

/** Answers commands with a form, and refuses a submission titled "bad". */
const strict: RecordingCore["answer"] = (inboundEvent) => {
  if (inboundEvent.kind === "command") return { kind: "form", form: smallForm };
  return inboundEvent.kind === "submit" && inboundEvent.values["title"] === "bad"
    ? { kind: "fieldErrors", errors: { title: "Say more" } }
    : { kind: "work" };
};

beforeEach(async () => {
  now = start;
  core = recordingCore();
  stage = await openDiscord(core, { now: () => now });
});
afterEach(() => stage.stop());

const user = (id: string) => stage.discord.user(id);
const privates = async (id: string): Promise<readonly string[]> => {
  await stage.discord.quiet();
  return user(id).privates.map(({ text }) => text);
};
const post = async (card: Card, channel = triage, thread?: string) =>
  delivered(
    await stage.adapter.port.post({ channel: `discord:${channel}`, thread }, card, { key: crypto.randomUUID() }),
  );
const shown = ({ id, thread }: { readonly id: string; readonly thread?: string | undefined }) => ({
  channel: thread ?? triage,
  id,
});
const operations = () => stage.discord.calls.map(({ operation }) => operation);

describe("Discord commands", () => {
  const writes = () => operations().filter((operation) => operation === "bulk_set_application_commands").length;

  it("are registered once, and again only if they changed", async () => {
    expect(writes()).toBe(1);
    const again = await connect(stage.discord, core, keptLog());
    await again.stop();
    expect(writes()).toBe(1);
    (stage.discord.commands[0] as { description: string }).description = "something else";
    const later = await connect(stage.discord, core, keptLog());
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
    await user(carla).types(acme, line);
    expect([...core.accepted.values()]).toMatchObject([{ kind: "command", name, text }]);
  });

  it("of staff are not offered to everybody", async () => {
    await user(luis).types(triage, "/desk");
    expect([...core.accepted.values()]).toMatchObject([{ name: "desk", text: "" }]);
    await user(luis).types(triage, "/desk words:out until tomorrow");
    expect([...core.accepted.values()].at(-1)).toMatchObject({ name: "desk", text: "out until tomorrow" });
    await expect(user(carla).types(acme, "/desk")).rejects.toThrow("does not offer /desk");
  });

  it("can be chosen on a message, and bring the message with its author", async () => {
    const said = user(carla).writes(acme, "Nothing plays\nsince this morning");
    await user(luis).uses(said, "Open ticket from message");
    expect(core.met.find(({ kind }) => kind === "pick")).toMatchObject({
      by: { user: `discord:${luis}` },
      author: { user: `discord:${carla}` },
      message: { channel: `discord:${acme}`, id: said.id },
      text: "Nothing plays\nsince this morning",
    });
  });
});

describe("a ticket number that a person begins to type", () => {
  it("gets suggestions, and nothing is stored", async () => {
    core.suggest = async ({ by, verb, text }) => [{ value: "T-1042", label: `${by.name} ${verb} ${text}` }];
    expect(await user(carla).isTyping(acme, "/ticket close number:10")).toEqual(["carla close 10 = T-1042"]);
    expect([core.met, [...core.accepted.keys()]]).toEqual([[], []]);
  });

  it("gets no more suggestions than Discord shows", async () => {
    core.suggest = async () => Array.from({ length: 40 }, () => ({ value: "T-1", label: `a\n${"b".repeat(200)}` }));
    expect(await user(carla).isTyping(acme, "/ticket show number:")).toHaveLength(25);
    expect(stage.discord.refusals).toEqual([]);
  });

  it("gets no suggestions, and no error, if they are too slow, broken or unknown", async () => {
    for (const suggest of [() => new Promise<never>(() => {}), () => Promise.reject(new Error("away")), undefined]) {
      Object.assign(core, { suggest });
      expect(await user(carla).isTyping(acme, "/ticket show number:1")).toEqual([]);
    }
    expect(user(carla).complaints).toEqual([]);
    expect(stage.log.lines.filter((line) => /^(?:warn|error)/.test(line))).toEqual([]);
  });
});

describe("the synchronous answer to an interaction", () => {
  it("is a form, with no other call to Discord before it", async () => {
    core.answer = strict;
    const before = operations().length;
    await user(carla).types(acme, "/ticket new");
    expect(user(carla).seesForm()?.title).toBe("New ticket");
    expect(operations().slice(before)).toEqual(["create_interaction_response"]);
  });

  it("says “received” only after the inbound event is committed, and within three seconds or not at all", async () => {
    const commit = Promise.withResolvers<void>();
    const slow: Core = { acknowledge: core.acknowledge, accept: () => commit.promise };
    const adapter = await connect(stage.discord, slow, keptLog());
    await stage.adapter.stop();
    const typing = user(carla).types(acme, "/ticket list");
    await stage.discord.quiet();
    expect(operations()).not.toContain("create_interaction_response");
    commit.resolve();
    await typing;
    expect(await privates(carla)).toEqual(["✓ Received"]);
    await adapter.stop();
  });

  it("is in the language of the person's Discord", async () => {
    user(carla).speaks("es-ES");
    await user(carla).types(acme, "/ticket list");
    expect(await privates(carla)).toEqual(["✓ Recibido"]);
    expect([...core.accepted.values()]).toMatchObject([{ by: { locale: "es-ES" } }]);
  });

  it("is in Portuguese if the person's Discord is Brazilian", async () => {
    user(carla).speaks("pt-BR");
    await user(carla).types(acme, "/ticket list");
    expect(await privates(carla)).toEqual(["✓ Recebido"]);
  });

  it("is replaced by the result of the work", async () => {
    await user(carla).types(acme, "/ticket list");
    await core.answers[0]?.(plainCard("Nothing is open"));
    await core.answers[0]?.(plainCard("And one more thing"));
    expect(await privates(carla)).toEqual(["Nothing is open", "And one more thing"]);
  });

  it("to a press leaves no message behind", async () => {
    const card = await post(claimable);
    await user(luis).presses(shown(card), "Claim");
    expect(await privates(luis)).toEqual([]);
    await core.answers[0]?.(plainCard("Marta was faster"));
    expect(await privates(luis)).toEqual(["Marta was faster"]);
  });

  it("says that a command or a press could not be stored, and keeps nothing", async () => {
    core.failing = 1;
    await user(carla).types(acme, "/ticket list");
    expect((await privates(carla))[0]).toContain("could not be saved");
    const card = await post(claimable);
    core.failing = 1;
    await user(luis).presses(shown(card), "Claim");
    expect((await privates(luis))[0]).toContain("could not be saved");
    expect(core.accepted.size).toBe(0);
  });
});

describe("an answer that is late", () => {
  // The customer's app gives up early here, so that the tests need not wait for it.
  beforeEach(async () => {
    await stage.stop();
    stage = await openDiscord(core, { now: () => now, patience: 200 });
  });

  it("after three seconds loses nothing: the work is stored, and its result comes by direct message", async () => {
    const { accept } = core;
    core.accept = async (...args) => {
      await accept(...args);
      now += 4_000;
    };
    const typing = user(carla).types(acme, "/ticket list");
    await core.until(1);
    await core.answers[0]?.(plainCard("Nothing is open"));
    expect(stage.discord.dm(carla).messages.map(({ text }) => text)).toEqual(["Nothing is open"]);
    expect(stage.log.lines.join("\n")).toContain("10062");
    await typing;
    expect(user(carla).complaints).toEqual(["The application did not respond"]);
  });

  it("after a quarter of an hour comes by direct message", async () => {
    await user(carla).types(acme, "/ticket list");
    await stage.discord.quiet();
    now += 15 * 60_000 + 1;
    await core.answers[0]?.(plainCard("Nothing is open"));
    expect(stage.discord.dm(carla).messages.map(({ text }) => text)).toEqual(["Nothing is open"]);
  });

  it("comes by direct message if Discord says that the interaction was answered already", async () => {
    stage.discord.fail("create_interaction_response", { code: 40060, after: true });
    await user(carla).types(acme, "/ticket list");
    await core.answers[0]?.(plainCard("Nothing is open"));
    expect(await privates(carla)).toEqual(["Nothing is open"]);
  });

  it.each([{ code: 10062 }, { status: 500 }, { drop: "before" }, { drop: "after" }] as const)(
    "comes by direct message if the call fails with %j",
    async (fault) => {
      const card = await post(claimable);
      stage.discord.fail("create_interaction_response", fault);
      const pressing = user(luis).presses(shown(card), "Claim");
      await core.until(1);
      await core.answers[0]?.(plainCard("done"));
      expect(stage.discord.dm(luis).messages.map(({ text }) => text)).toEqual(["done"]);
      stage.discord.user(carla).writes(acme, "still there?");
      await core.until(2);
      await pressing;
    },
  );
});

describe("button presses", () => {
  it("that come twice are two inbound events, each with its own key", async () => {
    const card = await post(claimable);
    await Promise.all([user(luis).presses(shown(card), "Claim"), user(luis).presses(shown(card), "Claim")]);
    expect([...core.accepted.values()].map((each) => each.kind === "press" && each.action)).toEqual([
      "claim 1042",
      "claim 1042",
    ]);
  });

  it("in a thread belong to the channel above it", async () => {
    const root = await post(plainCard("root"));
    const card = await post(claimable, triage, root.id);
    await user(luis).presses(shown(card), "Claim");
    expect([...core.accepted.values()]).toMatchObject([{ channel: `discord:${triage}`, action: "claim 1042" }]);
  });

  it("that ask first are stored only after a yes, and the question disappears", async () => {
    const confirm = { title: "Resolve?", text: "Sure?", yes: "Resolve", no: "Back" };
    const card = await post({
      summary: "T-1042",
      parts: [{ part: "buttons", label: "x", buttons: [{ action: "resolve 1042", label: "Resolve", confirm }] }],
    });
    await user(luis).presses(shown(card), "Resolve");
    expect(await privates(luis)).toEqual([expect.stringContaining("[Resolve]")]);
    await user(luis).presses("private", "Cancel");
    expect(await privates(luis)).toEqual([]);
    expect(core.met).toEqual([]);
    await user(luis).presses(shown(card), "Resolve");
    await user(luis).presses("private", "Resolve");
    expect(await privates(luis)).toEqual([]);
    expect([...core.accepted.values()]).toMatchObject([{ kind: "press", action: "resolve 1042" }]);
  });
});

describe("a Discord form", () => {
  const fill = async (title: string): Promise<void> => {
    await user(carla).types(acme, "/ticket new");
    await user(carla).submits({ title, severity: "low" });
  };

  it("with an error comes back with the error and all that was typed", async () => {
    core.answer = strict;
    await fill("bad");
    expect((await privates(carla)).at(-1)).toContain("Say more");
    expect(core.accepted.size).toBe(0);
    await user(carla).presses("private", "Try again");
    expect(user(carla).seesForm()).toMatchObject({
      initial: { title: "bad", severity: "low" },
      hints: { title: "⚠️ Say more", severity: "" },
    });
    await user(carla).submits({ title: "good" });
    expect([...core.accepted.values()]).toMatchObject([{ kind: "submit", values: { title: "good", severity: "low" } }]);
    expect((await privates(carla)).filter((text) => text.includes("Try again"))).toEqual([]);
  });

  it("that could not be stored comes back with all that was typed", async () => {
    core.answer = strict;
    core.failing = 1;
    await fill("good");
    expect((await privates(carla)).at(-1)).toContain("could not be saved");
    await user(carla).presses("private", "Try again");
    await user(carla).submits();
    expect([...core.accepted.values()]).toMatchObject([{ values: { title: "good", severity: "low" } }]);
  });

  it("is kept for a quarter of an hour", async () => {
    core.answer = strict;
    await fill("bad");
    now += 15 * 60_000;
    await user(carla).presses("private", "Try again");
    expect(user(carla).seesForm()).toBeNull();
    expect((await privates(carla)).at(-1)).toContain("no longer open");
  });

  it("that was opened before a restart still gives back what was typed", async () => {
    core.answer = strict;
    await user(carla).types(acme, "/ticket new");
    await stage.adapter.stop();
    const after = await connect(stage.discord, core, keptLog());
    await user(carla).submits({ title: "bad", severity: "low" });
    expect((await privates(carla)).at(-1)).toMatch(/Say more\nbad\nlow/);
    await after.stop();
  });
});

describe("a private answer by direct message", () => {
  it("waits its turn among others, and follows as soon as Discord's limit allows", async () => {
    const writes = (user: string) => stage.discord.user(user).writes(triage, "hello");
    core.answer = ({ kind, by }) =>
      kind === "message" ? { kind: "private", card: plainCard(`for ${by.name}`) } : { kind: "ignore" };
    const direct = (user: string) => stage.discord.dm(user).messages.map(({ text }) => text);
    writes(carla);
    writes(luis);
    await stage.discord.quiet();
    expect([...direct(carla), ...direct(luis)]).toHaveLength(1);
    now += 3_000;
    await expect
      .poll(() => [...direct(carla), ...direct(luis)].toSorted(), { timeout: 5_000 })
      .toEqual(["for carla", "for luis"]);
  });
});

describe("messages on Discord", () => {
  const heard = async () => {
    await stage.discord.quiet();
    return core.met.map((each) => (each.kind === "message" ? [each.message.thread ?? null, each.text] : null));
  };

  it("of bots and of Plazo itself are ignored", async () => {
    await post(plainCard("root"));
    user("210000000000000009").writes(acme, "beep");
    expect(await heard()).toEqual([]);
  });

  it("in a thread belong below its root; a reply belongs below its original, or below that one's root if it is the bot's", async () => {
    const root = await post(plainCard("root"));
    user(luis).writes(root.id, "in the thread");
    user(luis).writes(triage, "a reply", { replyTo: root.id });
    const other = user(carla).writes(triage, "something else");
    user(luis).writes(triage, "a reply to that", { replyTo: other.id });
    expect(await heard()).toEqual([
      [root.id, "in the thread"],
      [root.id, "a reply"],
      [null, "something else"],
      [other.id, "a reply to that"],
    ]);
    expect(core.met.map(({ channel }) => channel)).toEqual(Array.from({ length: 4 }, () => `discord:${triage}`));
  });

  it("in direct messages belong below the root of their original", async () => {
    const root = delivered(await stage.adapter.port.tell(`discord:${carla}`, plainCard("T-1042"), { key: "1" }));
    const below = delivered(
      await stage.adapter.port.post({ channel: root.channel, thread: root.id }, plainCard("we look"), { key: "2" }),
    );
    const direct = stage.discord.dm(carla).id;
    user(carla).writes(direct, "thanks", { replyTo: below.id });
    user(carla).writes(direct, "and?", { replyTo: root.id });
    expect(await heard()).toEqual([
      [root.id, "thanks"],
      [root.id, "and?"],
    ]);
  });

  it("in direct messages need not be replies: they belong below the bot's last message", async () => {
    const first = delivered(await stage.adapter.port.tell(`discord:${carla}`, plainCard("T-1042"), { key: "1" }));
    const direct = stage.discord.dm(carla).id;
    user(carla).writes(direct, "thanks");
    await core.until(1);
    const second = delivered(await stage.adapter.port.tell(`discord:${carla}`, plainCard("T-1043"), { key: "2" }));
    user(carla).writes(direct, "and this one?");
    await core.until(2);
    delivered(
      await stage.adapter.port.post({ channel: first.channel, thread: first.id }, plainCard("done"), { key: "3" }),
    );
    stage.discord.fail("list_messages", { status: 500 });
    user(carla).writes(direct, "great");
    await core.until(3);
    expect(await heard()).toEqual([
      [first.id, "thanks"],
      [second.id, "and this one?"],
      [first.id, "great"],
    ]);
  });

  it("keep mentioned people by name, and the time at which they were written", async () => {
    user(carla).writes(acme, `<@${luis}> <@299999999999999999> <:party:310000000000000000>`);
    expect(await heard()).toEqual([[null, "@luis @unknown :party:"]]);
    expect(core.met[0]?.at).toBe(start);
    expect(core.met[0]?.key).toMatch(/^discord:msg:/);
  });

  it("are stored as soon as that is possible again", async () => {
    core.failing = 2;
    user(carla).writes(acme, "hello?");
    await core.until(1);
    expect([...core.accepted.values()]).toMatchObject([{ text: "hello?" }]);
  });
});

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { useEmbedded } from "../support/database/database.ts";
import { deskAcross, discordChannels as channels, onDiscord as people } from "../support/discord-cast.ts";
import { startWorldAcross, type WorldAcross } from "../support/world-across.ts";
import { expectCard } from "../support/expect-card.ts";
import { inEnglish } from "../support/sentences.ts";
import { sayIn } from "../../src/i18n/say.ts";

useEmbedded();

describe("the main job on Discord", () => {
  let world: WorldAcross;
  beforeEach(async () => {
    world = await startWorldAcross(deskAcross(["discord"], "discord"));
  });
  afterEach(async () => {
    await world.stop();
    expect(world.discord.refusals).toEqual([]);
    expect(world.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
  });

  const user = (name: keyof typeof people) => world.discord.user(people[name]);
  const card = () => world.onlyCard(channels.triage);
  const conversation = () => world.onlyCard(channels.acme);
  const direct = (name: keyof typeof people) => world.discord.dm(people[name]).messages;
  const opens = async (values: Readonly<Record<string, string>> = {}): Promise<void> => {
    await user("carla").types(channels.acme, "/ticket new title:El vídeo no se ve");
    await user("carla").submits({ severity: "high", description: "No se reproduce nada desde las diez.", ...values });
    await world.settle();
  };

  test("/ticket new opens the form, prefilled, and each severity shows its first response target", async () => {
    await user("carla").types(channels.acme, "/ticket new title:El vídeo no se ve");
    const form = user("carla").seesForm();
    expect(form?.initial["title"]).toBe("El vídeo no se ve");
    expect(form?.fields).toEqual(["title", "severity", "description"]);
    expect(form?.text).toMatch(/30 min/);
  });

  test("the ticket gets a receipt, its own thread and one card in triage", async () => {
    await opens();
    const [receipt] = user("carla").privates;
    expect(receipt?.channel).toBe(channels.acme);
    expect(receipt?.text).toContain("T-1001");
    for (const fact of ["T-1001", "Ana Ruiz", "relative]"]) expect(conversation().text).toContain(fact);
    expect(world.discord.thread(conversation().id)?.name).toContain("El vídeo no se ve");
    expectCard(card())
      .has("T-1001", "El vídeo no se ve", "Acme TV", "premium", "Ana Ruiz", "carla")
      .offers("claim", "reply");
    expect(world.discord.pings.map((ping) => ping.user)).toEqual([people.carla]);
  });

  test("every press edits the same card, and the agent who comes second reads who has the ticket", async () => {
    await opens();
    await Promise.all([user("luis").presses(card(), "claim"), user("marta").presses(card(), "claim")]);
    await world.settle();
    const { assignee } = await world.ticket();
    const [winner, loser] = assignee === "luis" ? ["Luis Gil", "marta" as const] : ["Marta Solé", "luis" as const];
    expect(card().text).toContain(winner);
    expect(user(loser).privates.at(-1)?.text).toContain(winner);
    expect(card().edits).toBeGreaterThan(0);
  });

  test("a public reply reaches the customer's thread and ends the clock; the card's thread stays internal", async () => {
    await opens();
    await user("luis").presses(card(), "reply");
    expect(user("luis").seesForm()?.text).toContain("Acme TV");
    await user("luis").submits({ text: "Lo estamos mirando" });
    user("luis").writes(card().id, "canary: the encoder is broken");
    await world.settle();
    const posted = world.thread(conversation()).map((message) => message.text);
    expect(posted).toHaveLength(1);
    expect(posted[0]).toContain("Lo estamos mirando");
    expect(posted[0]).toContain("Luis Gil");
    expect((await world.ticket()).sla.clocks[0]?.end?.how).toBe("met");
    expect((await world.ticket()).notes).toBe(1);
    expect(JSON.stringify([world.discord.channel(channels.acme).messages, world.thread(conversation())])).not.toContain(
      "canary",
    );
    await world.pass(600);
    expect(direct("ana")).toEqual([]);
  });

  test("the account manager is reminded at half and four fifths, the head and triage at the breach", async () => {
    await opens();
    await world.pass(119);
    expect(direct("ana")).toEqual([]);
    await world.pass(1);
    expectCard(direct("ana")[0])
      .has("T-1001", "Acme TV", `[${sayIn("en")("button.openTriage")}`)
      .offers("acknowledge", "reply", "assign");
    await world.pass(72);
    expect(direct("ana")).toHaveLength(2);
    expect(direct("luis")).toHaveLength(1);
    await world.pass(48);
    expect(direct("ana")).toHaveLength(3);
    expect(direct("eva")).toHaveLength(1);
    expect(world.thread(card())).toHaveLength(1);
    expect(world.discord.pings.some((ping) => ping.channel === card().id && ping.user === people.ana)).toBe(true);
    expect(await world.reminders()).toEqual(["50 sent", "80 sent", "100 sent"]);
  });

  test.each([50007, 50278])("with closed direct messages (%d), the next route is taken at once", async (code) => {
    world.discord.closeDm(people.ana, code);
    await opens();
    await world.pass(120);
    expect(direct("ana")).toEqual([]);
    expect(direct("luis")).toHaveLength(1);
    expect(await world.reminders()).toEqual(["50 fallbackTaken", "80 planned", "100 planned"]);
  });

  test("a reminder's button works from the direct message", async () => {
    await opens();
    await world.pass(120);
    const [reminder] = direct("ana");
    await user("ana").presses(reminder ?? { channel: "", id: "" }, "acknowledge");
    await world.settle();
    await world.pass(72);
    expect(direct("ana")).toHaveLength(1);
    await user("ana").presses(reminder ?? { channel: "", id: "" }, "reply");
    await user("ana").submits({ text: "Estoy en ello" });
    await world.settle();
    expect(world.thread(conversation()).at(-1)?.text).toContain("Estoy en ello");
  });

  test("the customer's message in the thread reaches the team, and ends the waiting", async () => {
    await opens();
    await user("luis").presses(card(), "wait");
    await user("luis").submits({ text: "¿Qué versión es?" });
    await world.settle();
    expect((await world.ticket()).status).toBe("waiting");
    user("carla").writes(conversation().id, "¿Alguna novedad? @everyone **ya**");
    await world.settle();
    expect((await world.ticket()).status).toBe("open");
    expect(world.thread(card()).at(-1)?.text).toContain("¿Alguna novedad? @everyone ya");
    expect(JSON.stringify(world.thread(card()).at(-1)?.components)).toContain("**ya**");
    expect(world.discord.pings.filter((ping) => ping.user !== people.carla)).toEqual([]);
  });

  test("an assignee switches their notifications off with /desk", async () => {
    await opens();
    await user("luis").presses(card(), "claim");
    await world.settle();
    await user("luis").types(channels.triage, "/desk words:notify off");
    await world.settle();
    expect(user("luis").privates.at(-1)?.text).toMatch(inEnglish("notify.off.asYouChose"));
    const before = world.discord.pings.filter((ping) => ping.user === people.luis).length;
    user("carla").writes(conversation().id, "¿Alguna novedad?");
    await world.settle();
    expect(world.discord.pings.filter((ping) => ping.user === people.luis)).toHaveLength(before);
  });

  test("messages that were written while the desk was down arrive when it is back, once", async () => {
    await opens();
    const root = conversation().id;
    await world.discordAway(() => {
      user("carla").writes(root, "en el hilo");
      user("carla").writes(channels.acme, "como respuesta", { replyTo: root });
    });
    await world.settle();
    const inside = world.thread(card()).map(({ text }) => text);
    expect(inside.filter((text) => text.includes("en el hilo"))).toHaveLength(1);
    expect(inside.filter((text) => text.includes("como respuesta"))).toHaveLength(1);
    await world.discordAway(() => {});
    await world.settle();
    expect(world.thread(card())).toHaveLength(2);
  });

  test("direct messages that were written while the desk was down arrive too, and none twice", async () => {
    await user("sam").types(channels.random, "/ticket new title:I cannot sign in");
    await user("sam").submits({ severity: "high", description: "Since this morning." });
    await world.settle();
    const channel = direct("sam")[0]?.channel ?? "";
    user("sam").writes(channel, "before");
    await world.settle();
    await world.discordAway(() => user("sam").writes(channel, "meanwhile"));
    await world.settle();
    const inside = world.thread(card()).map(({ text }) => text);
    expect(inside.filter((text) => text.includes("before"))).toHaveLength(1);
    expect(inside.filter((text) => text.includes("meanwhile"))).toHaveLength(1);
  });

  test("a customer without a channel of the desk is answered in direct messages", async () => {
    await user("sam").types(channels.random, "/ticket new title:I cannot sign in");
    await user("sam").submits({ severity: "high", description: "Since this morning." });
    await world.settle();
    expect(user("sam").privates.at(-1)?.text).toContain("T-1001");
    expect(direct("sam")).toHaveLength(1);
    await user("luis").presses(card(), "reply");
    await user("luis").submits({ text: "We are looking" });
    await world.settle();
    expect(direct("sam").map(({ answers }) => answers)).toEqual([null, direct("sam")[0]?.id]);
    user("sam").writes(direct("sam")[0]?.channel ?? "", "thank you");
    await world.settle();
    expect(world.thread(card()).at(-1)?.text).toContain("thank you");
  });

  test("a customer who presses a staff button is refused in private, and nothing changes", async () => {
    await opens();
    const before = await world.ticket();
    for (const label of ["Claim", "Reply to customer", "Waiting", "Resolve", "Low"]) {
      const seen = user("carla").privates.length;
      await user("carla").presses(card(), label);
      await world.settle();
      expect(user("carla").seesForm()).toBeNull();
      expect(user("carla").privates).toHaveLength(seen + 1);
    }
    expect(await world.ticket()).toEqual(before);
  });

  test("a person who types a ticket's number is offered the tickets they may see, and staff all of them", async () => {
    await opens();
    await user("oliver").types(channels.north, "/ticket new title:Facturas al 100%");
    await user("oliver").submits({ severity: "low", description: "…" });
    await world.settle();
    const offered = (name: keyof typeof people, line: string, channel: string = channels.random) =>
      user(name).isTyping(channel, line);
    const acme = expect.stringMatching(/^T-1001 El vídeo no se ve · .+ = T-1001$/) as string;
    const north = expect.stringMatching(/^T-1002 Facturas al 100% · .+ = T-1002$/) as string;
    expect(await offered("carla", "/ticket show number:")).toEqual([acme]);
    expect(await offered("carla", "/ticket show number:1002")).toEqual([]);
    expect(await offered("sam", "/ticket show number:")).toEqual([]);
    expect(await offered("luis", "/ticket show number:", channels.triage)).toEqual([acme, north]);
    expect(await offered("luis", "/ticket close number:T-1002", channels.triage)).toEqual([north]);
    expect(await offered("luis", "/ticket show number:VÍDEO", channels.triage)).toEqual([acme]);
    expect(await offered("luis", "/ticket show number:0%", channels.triage)).toEqual([north]);
    expect(await offered("carla", "/ticket history number:")).toEqual([]);

    await user("carla").types(channels.acme, "/ticket close number:T-1001");
    await world.settle();
    expect(await offered("carla", "/ticket show number:")).toEqual([]);
    expect(await offered("carla", "/ticket reopen number:")).toEqual([acme]);
  });

  test("an error in the form loses no text", async () => {
    await user("carla").types(channels.acme, "/ticket new");
    await user("carla").submits({ title: "   ", severity: "low", description: "algo" });
    await user("carla").presses("private", "Try again");
    expect(user("carla").seesForm()?.initial).toMatchObject({ severity: "low", description: "algo" });
    expect(user("carla").seesForm()?.hints["title"]).toMatch(/^⚠️ ./);
    await user("carla").submits({ title: "Subtítulos" });
    await world.settle();
    expect((await world.ticket()).title).toBe("Subtítulos");
  });
});

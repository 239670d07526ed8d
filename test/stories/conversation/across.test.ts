import { afterEach, describe, expect, test } from "vitest";
import { deskAcross, discordChannels as channels, onDiscord as people } from "../../support/discord-cast.ts";
import { startWorldAcross, type WorldAcross } from "../../support/world-across.ts";
import { inEnglish, inOrder } from "../../support/sentences.ts";
import { expectCard } from "../../support/expect-card.ts";

let world: WorldAcross;
afterEach(async () => {
  await world.stop();
  expect(world.discord.refusals).toEqual([]);
  expect(world.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
});

const slackCards = (channel: string) =>
  world.slack
    .channel(channel)
    .messages.filter((message) => message.thread === null && message.user === world.slack.botUser);
const slackThread = (root: { readonly channel: string; readonly ts: string } | undefined) =>
  world.slack.channel(root?.channel ?? "").messages.filter((message) => message.thread === root?.ts);
const nowhere = { channel: "", ts: "" };

const opensOnDiscord = async (): Promise<void> => {
  const carla = world.discord.user(people.carla);
  await carla.types(channels.acme, "/ticket new title:El vídeo no se ve");
  await carla.submits({ severity: "high", description: "No se reproduce nada." });
  await world.settle();
};
const opensOnSlack = async (): Promise<void> => {
  const carla = world.slack.user("U0CARLA");
  await carla.types("C0ACME", "/ticket El vídeo no se ve");
  await carla.submits({ severity: "high", description: "No se reproduce nada." });
  await world.settle();
};

describe("a customer on Discord, the team on Slack", () => {
  test("one ticket, one clock: replies, notes, severity and claims appear on the right side only", async () => {
    world = await startWorldAcross(deskAcross(["slack"], "discord"));
    await opensOnDiscord();
    const conversation = world.onlyCard(channels.acme);
    const [card] = slackCards("C0TRIAGE");
    expect(card?.text).toContain("T-1001");
    expect(slackCards("C0TRIAGE")).toHaveLength(1);
    expect(world.discord.channel(channels.triage).messages).toEqual([]);

    const luis = world.slack.user("U0LUIS");
    await luis.presses(card ?? nowhere, "claim");
    await luis.presses(card ?? nowhere, "severity 1001 critical");
    await luis.presses(card ?? nowhere, "reply");
    await luis.submits({ text: "Lo *estamos* mirando @everyone" });
    await luis.writes("C0TRIAGE", "canary", { thread: card?.ts });
    await world.settle();
    const posted = world.thread(conversation).map(({ text }) => text);
    expect(posted.join("\n")).toContain("Lo *estamos* mirando @everyone");
    expect(posted.join("\n")).not.toContain("canary");
    expect((await world.ticket()).sla.clocks[0]?.end?.how).toBe("met");
    expect(slackCards("C0TRIAGE")[0]?.text).toContain("Luis Gil");
    expect(world.discord.pings.map(({ user }) => user)).toEqual([people.carla, people.carla]);

    world.discord.user(people.carla).writes(conversation.id, "gracias **mil** <@&1>");
    await world.settle();
    expect(slackThread(card).at(-1)?.text).toContain("gracias mil @role");
    expect(JSON.stringify(slackThread(card).at(-1)?.blocks)).toMatch(/"mil","style":\{"bold":true\}/);
  });

  test("links lead from each platform to the messages of the other", async () => {
    world = await startWorldAcross(deskAcross(["slack"], "discord"));
    await opensOnDiscord();
    const conversation = world.onlyCard(channels.acme);
    const onDiscord = `https://discord.com/channels/${world.discord.guild}/${channels.acme}/${conversation.id}`;
    expect(JSON.stringify(slackCards("C0TRIAGE")[0]?.blocks)).toContain(onDiscord);
    await world.stop();

    world = await startWorldAcross(deskAcross(["discord"], "slack"));
    await opensOnSlack();
    const [asked] = slackCards("C0ACME");
    expect(JSON.stringify(world.onlyCard(channels.triage).components)).toContain(
      `archives/C0ACME/p${asked?.ts.replace(".", "")}`,
    );
  });

  test("reminders reach the team on its own platform", async () => {
    world = await startWorldAcross(deskAcross(["slack"], "discord"));
    await opensOnDiscord();
    await world.pass(240);
    expect(world.slack.dm("U0ANA").messages.length).toBeGreaterThan(0);
    expect(world.discord.dm(people.ana).messages).toEqual([]);
    expect(await world.reminders()).toEqual(["50 superseded", "80 superseded", "100 sent"]);
  });
});

describe("a customer on Slack, the team on Discord", () => {
  test("one ticket, one clock: replies, notes and status appear on the right side only", async () => {
    world = await startWorldAcross(deskAcross(["discord"], "slack"));
    await opensOnSlack();
    const card = world.onlyCard(channels.triage);
    const [conversation] = slackCards("C0ACME");
    expect(conversation?.text).toContain("T-1001");
    const luis = world.discord.user(people.luis);
    await luis.presses(card, "wait");
    await luis.submits({ text: "Lo **estamos** mirando @everyone" });
    luis.writes(card.id, "canary");
    await world.settle();
    const posted = slackThread(conversation).map(({ text }) => text);
    expect(posted.join("\n")).toContain("Lo **estamos** mirando @everyone");
    expect(posted.join("\n")).not.toContain("canary");
    expect((await world.ticket()).status).toBe("waiting");

    await world.slack.user("U0CARLA").writes("C0ACME", "¿novedades? <!here>", { thread: conversation?.ts });
    await world.settle();
    expect((await world.ticket()).status).toBe("open");
    expect(world.thread(card).at(-1)?.text).toContain("¿novedades? <!here>");
    expect(world.slack.pings.filter(({ user }) => user !== "U0CARLA")).toEqual([]);
  });
});

describe("a team on Discord, and several reminders at once", () => {
  test("a reminder whose answer is undone while the others leave together comes by itself", async () => {
    world = await startWorldAcross({ ...deskAcross(["discord"], "discord"), undo: 60_000 });
    for (let each = 0; each < 5; each++) await opensOnDiscord();
    world.sleepThrough(120);
    await world.steps.fireReminders();
    const luis = world.discord.user(people.luis);
    const card = world.discord.channel(channels.triage).messages.find(({ text }) => text.includes("T-1002"));
    await luis.presses(card ?? expect.fail("no card"), "reply");
    await luis.submits({ text: "Lo miramos" });
    await world.settle();
    const received = () => world.discord.dm(people.ana).messages.map(({ text }) => text);
    expect(received()).toEqual([expect.stringMatching(inEnglish("digest.heading", { count: 4 }))]);
    await luis.presses("private", "undoReply");
    await world.settle();
    for (let minute = 0; minute < 5 && received().length < 2; minute += 1) await world.pass(1);
    expect(received()).toEqual([expect.not.stringContaining("T-1002"), expect.stringContaining("T-1002")]);
    expect(await world.reminders(1002)).toContain("50 sent");
  });
});

describe("a pending reply of the team on Discord", () => {
  const privates = () => world.discord.user(people.luis).privates;
  const replies = async (text: string): Promise<void> => {
    world = await startWorldAcross({ ...deskAcross(["discord"], "slack"), undo: 10_000 });
    await opensOnSlack();
    await world.discord.user(people.luis).presses(world.onlyCard(channels.triage), "reply");
    await world.discord.user(people.luis).submits({ text });
    await world.settle();
    expectCard(privates().at(-1)).offers("undoReply");
  };

  test("shows in place of its buttons that it was sent", async () => {
    await replies("Lo miramos");
    await world.pass(1);
    await world.settle();
    for (const each of privates()) expectCard(each).offersNot("undoReply");
    expect(privates().at(-1)?.text).toMatch(inOrder(inEnglish("message.replySent"), inEnglish("replying.sentAt")));
  });

  test("gives its text back in place of its buttons after Undo", async () => {
    await replies("Lo *miramos*\nahora");
    await world.discord.user(people.luis).presses("private", "undoReply");
    await world.settle();
    for (const each of privates()) expectCard(each).offersNot("undoReply");
    await world.discord.user(people.luis).presses("private", "editReply");
    await world.discord.user(people.luis).submits();
    await world.settle();
    await world.pass(1);
    const [conversation] = slackCards("C0ACME");
    expect(slackThread(conversation).map(({ text }) => text)).toEqual([expect.stringContaining("Lo *miramos*\nahora")]);
  });
});

describe("a team on both platforms, with two cards of each ticket", () => {
  test("both cards stay true wherever people act, and each thread shows the customer's messages", async () => {
    world = await startWorldAcross(deskAcross(["discord", "slack"], "discord"));
    await opensOnDiscord();
    const onDiscord = () => world.onlyCard(channels.triage);
    const onSlack = () => slackCards("C0TRIAGE")[0];
    expect(slackCards("C0TRIAGE")).toHaveLength(1);

    await Promise.all([
      world.discord.user(people.luis).presses(onDiscord(), "claim"),
      world.slack.user("U0MARTA").presses(onSlack() ?? nowhere, "claim"),
    ]);
    await world.settle();
    const { assignee } = await world.ticket();
    const winner = assignee === "luis" ? "Luis Gil" : "Marta Solé";
    expect(onDiscord().text).toContain(winner);
    expect(onSlack()?.text).toContain(winner);

    await world.slack.user("U0LUIS").presses(onSlack() ?? nowhere, "resolve");
    await world.settle();
    expect((await world.ticket()).status).toBe("resolved");
    expectCard(onDiscord()).offers("reopen");
    expectCard(onSlack()).offers("reopen");
    expect(onDiscord().edits).toBeGreaterThan(0);

    world.discord.user(people.carla).writes(world.onlyCard(channels.acme).id, "¿de verdad?");
    await world.settle();
    // The message reopened the ticket, which each thread says after it.
    expect(world.thread(onDiscord()).at(-2)?.text).toContain("¿de verdad?");
    expect(slackThread(onSlack()).at(-2)?.text).toContain("¿de verdad?");
    expect((await world.ticket()).status).toBe("open");
  });

  test("a reminder goes to the platform that a person prefers, and to the other one if the first refuses it", async () => {
    world = await startWorldAcross(deskAcross(["discord", "slack"], "discord"));
    await opensOnDiscord();
    await world.pass(120);
    expect(world.discord.dm(people.ana).messages).toHaveLength(1);
    expect(world.slack.dm("U0ANA").messages).toEqual([]);
    world.discord.closeDm(people.ana);
    await world.pass(72);
    expect(world.discord.dm(people.ana).messages).toHaveLength(1);
    expect(world.slack.dm("U0ANA").messages).toHaveLength(1);
    expect((await world.reminders()).slice(0, 2)).toEqual(["50 sent", "80 sent"]);
    const history = async (): Promise<string> => {
      await world.slack.user("U0LUIS").types("C0TRIAGE", "/ticket history 1001");
      await world.settle();
      return world.slack.user("U0LUIS").privates.at(-1)?.text ?? "";
    };
    expect(await history()).toMatch(inEnglish("history.reachedByOtherRoute", { name: "Ana Ruiz" }));
    expect(await history()).toContain("discord: 50007");
    world.slack.closeDm("U0ANA", "user_disabled");
    await world.pass(48);
    expect(await history()).toMatch(inEnglish("history.fallbackTaken", { name: "Ana Ruiz" }));
    expect(await history()).toMatch(/discord: 50007.*slack: user_disabled/);
  });
});

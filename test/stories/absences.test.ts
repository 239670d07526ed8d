import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sampleDesk } from "../support/sample-desk.ts";
import { startWorld, type World } from "../support/world.ts";

describe("people who are not there", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const direct = (user: string) => world.slack.dm(user).messages;
  const lastPrivate = (user: string): string => world.slack.user(user).privates.at(-1)?.text ?? "";
  const types = async (user: string, channel: string, line: string): Promise<void> => {
    await world.slack.user(user).types(channel, line);
    await world.settle();
  };

  test("who is out hands over to the deputy until then, and the history says so", async () => {
    await types("U0ANA", "C0TRIAGE", "/desk out 2h");
    expect(lastPrivate("U0ANA")).toMatch(/out until.*Luis Gil/s);
    await world.opens({ severity: "critical" });
    await world.pass(30);
    expect(direct("U0ANA")).toEqual([]);
    expect(direct("U0LUIS").at(-1)?.text).toMatch(/Ana Ruiz is out until/);
    await types("U0LUIS", "C0TRIAGE", "/ticket history 1001");
    expect(lastPrivate("U0LUIS")).toMatch(/Luis Gil \(Ana Ruiz is out until/);
    await types("U0LUIS", "C0TRIAGE", "/desk");
    expect(lastPrivate("U0LUIS")).toMatch(/Ana Ruiz is out until/);
    await world.pass(120);
    await world.opens({ title: "Otro", severity: "critical" });
    await world.pass(15);
    expect(direct("U0ANA")).toHaveLength(1);
  });

  test("who is back hears again at once; nonsense and the past are said in private", async () => {
    await types("U0ANA", "C0TRIAGE", "/desk fuera mañana");
    await types("U0ANA", "C0TRIAGE", "/desk back");
    expect(lastPrivate("U0ANA")).toMatch(/Welcome back/);
    await world.opens();
    await world.pass(120);
    expect(direct("U0ANA")).toHaveLength(1);
    for (const line of ["/desk out whenever", "/desk out 2026-01-01", "/desk out 0m", "/desk out 9999d"]) {
      await types("U0ANA", "C0TRIAGE", line);
      expect(lastPrivate("U0ANA")).toMatch(/not a time that I understand/);
    }
    await types("U0CARLA", "C0ACME", "/desk out");
    expect(lastPrivate("U0CARLA")).toMatch(/equipo de soporte/);
  });

  test("a reminder can be put off, and the manager can say from there that they are out", async () => {
    await world.opens();
    await world.pass(120);
    const [dm] = direct("U0ANA");
    if (dm === undefined) throw new Error("no direct message");
    await world.slack.user("U0ANA").presses(dm, "Remind me in 4 hours");
    await world.settle();
    expect(lastPrivate("U0ANA")).toMatch(/T-1001 wait until/);
    await world.pass(119);
    expect(direct("U0ANA")).toHaveLength(1);
    await world.pass(1);
    expect(await world.reminders()).toEqual(["50 sent", "80 overtaken", "100 sent"]);
    await world.slack.user("U0ANA").presses(dm, "I’m out until tomorrow");
    await world.settle();
    expect(lastPrivate("U0ANA")).toMatch(/You are out until Tue,? 13 Jan,? 08:00/);
  });

  test("who asked to be reminded in a quarter of an hour is reminded then, alone, and reads why", async () => {
    await world.opens();
    await world.pass(120);
    const [dm] = direct("U0ANA");
    if (dm === undefined) throw new Error("no direct message");
    await world.slack.user("U0ANA").presses(dm, "Remind me in 15 minutes");
    await world.settle();
    await world.pass(14);
    expect(direct("U0ANA")).toHaveLength(1);
    await world.pass(1);
    expect(direct("U0ANA")).toHaveLength(2);
    expect(direct("U0ANA").at(-1)?.text).toMatch(/56% of the time used/);
    expect(direct("U0ANA").at(-1)?.text).toMatch(/you asked to be reminded/);
    expect(direct("U0LUIS")).toEqual([]);
    await world.pass(60);
    expect(direct("U0ANA")).toHaveLength(3);
    expect(direct("U0LUIS")).toHaveLength(1);
  });

  test("a reminder that was decided but waits still follows who goes out meanwhile, and the history says so", async () => {
    await world.opens();
    world.slack.fail("chat.postMessage", { rateLimit: 90 }, { channel: world.slack.dm("U0ANA").id });
    await world.pass(120);
    await types("U0ANA", "C0TRIAGE", "/desk out 2h");
    await world.pass(2);
    expect(direct("U0ANA")).toEqual([]);
    expect(direct("U0LUIS").map(({ text }) => text)).toEqual([expect.stringMatching(/Ana Ruiz is out until/)]);
    expect(await world.reminders()).toContain("50 fallbackTaken");
    await types("U0LUIS", "C0TRIAGE", "/ticket history 1001");
    expect(lastPrivate("U0LUIS")).toMatch(/Ana Ruiz is out until [^;]*; next: Luis Gil/);
  });

  test("one that may have arrived before they went out stays theirs", async () => {
    await world.opens();
    world.slack.fail("chat.postMessage", { drop: "after" }, { channel: world.slack.dm("U0ANA").id });
    await world.pass(120);
    await types("U0ANA", "C0TRIAGE", "/desk out 2h");
    await world.pass(1);
    expect([direct("U0ANA").length, direct("U0LUIS").length]).toEqual([1, 0]);
    expect(await world.reminders()).toContain("50 sent");
  });

  test("a mention in triage rings who is there; where everybody is out it names the manager and rings nobody", async () => {
    const mentions = () => world.thread(world.card()).map(({ text }) => text);
    await types("U0ANA", "C0TRIAGE", "/desk out 3d");
    await world.opens();
    await world.pass(240);
    expect(mentions()).toEqual([expect.stringMatching(/^@U0LUIS: /)]);
    await types("U0LUIS", "C0TRIAGE", "/desk out 3d");
    await types("U0EVA", "C0TRIAGE", "/desk out 3d");
    await types("U0CARLA", "C0ACME", "/ticket close 1001");
    await world.opens({ title: "Otro" });
    await world.pass(240);
    const [card] = world.slack.channel("C0TRIAGE").messages.filter(({ text }) => text.includes("T-1002"));
    if (card === undefined) throw new Error("no card");
    expect(world.thread(card).map(({ text }) => text)).toEqual([expect.stringMatching(/^Ana Ruiz: /)]);
  });

  test("a reminder that reached nobody stands in /desk until its promise is kept", async () => {
    await world.opens();
    for (const user of ["U0ANA", "U0LUIS", "U0EVA"]) world.slack.closeDm(user, "user_disabled");
    world.slack.channel("C0TRIAGE").archive();
    await world.pass(120);
    await types("U0MARTA", "C0RANDOM", "/desk");
    expect(lastPrivate("U0MARTA")).toMatch(/reached nobody[^]*T-1001 · First answer at 50%/);
    await world.slack.user("U0LUIS").writes("C0ACME", "Lo miramos", { thread: world.conversation().ts });
    await world.settle();
    await types("U0MARTA", "C0RANDOM", "/desk");
    expect(lastPrivate("U0MARTA")).not.toMatch(/reached nobody/);
  });
});

test("quiet hours: at night the deputy is told, but a critical ticket that never rests wakes the manager", async () => {
  const ana = sampleDesk.people["ana"];
  if (ana === undefined) throw new Error("no Ana");
  const quiet = { from: 11 * 60, to: 20 * 60 };
  const world = await startWorld("http", { ...sampleDesk, people: { ...sampleDesk.people, ana: { ...ana, quiet } } });
  try {
    await world.opens();
    await world.pass(120);
    expect(world.slack.dm("U0ANA").messages).toEqual([]);
    expect(world.slack.dm("U0LUIS").messages.at(-1)?.text).toMatch(/quiet hours for Ana Ruiz/);
    await world.opens({ title: "Nada funciona", severity: "critical" });
    await world.pass(15);
    expect(world.slack.dm("U0ANA").messages).toHaveLength(1);
  } finally {
    await world.stop();
  }
});

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sampleDesk } from "../../support/sample-desk.ts";
import { type Name, startStoryWorld, type StoryWorld, type Where } from "../../support/story-world/story-world.ts";
import { inEnglish, inOrder, inSpanish } from "../../support/sentences.ts";

describe("out of office, quiet hours and snoozing", () => {
  describe("people who are out", () => {
    let world: StoryWorld;
    beforeEach(async () => {
      world = await startStoryWorld("testchat");
    });
    afterEach(() => world.stop());

    const direct = (user: Name) => world.direct(user);
    const lastPrivate = (user: Name): string => world.user(user).privates.at(-1)?.text ?? "";
    const types = async (user: Name, channel: Where, line: string): Promise<void> => {
      await world.user(user).types(channel, line);
      await world.settle();
    };

    test("a manager who is out hands over to the deputy until they are back, and the history says so", async () => {
      await types("ana", "triage", "/desk out 2h");
      expect(lastPrivate("ana")).toMatch(inEnglish("done.outStandIn", { name: "Luis Gil" }));
      await world.opens({ severity: "critical" });
      await world.pass(30);
      expect(direct("ana")).toEqual([]);
      expect(direct("luis").at(-1)?.text).toMatch(inEnglish("reminder.because.insteadOut", { name: "Ana Ruiz" }));
      await types("luis", "triage", "/ticket history 1001");
      expect(lastPrivate("luis")).toMatch(inOrder("Luis Gil (", inEnglish("history.skippedOut", { name: "Ana Ruiz" })));
      await types("luis", "triage", "/desk");
      expect(lastPrivate("luis")).toMatch(inEnglish("list.away", { name: "Ana Ruiz" }));
      await world.pass(120);
      await world.opens({ title: "Otro", severity: "critical" });
      await world.pass(15);
      expect(direct("ana")).toHaveLength(1);
    });

    test("a manager who is back is notified at once; an unclear or past time is refused in private", async () => {
      await types("ana", "triage", "/desk fuera mañana");
      await types("ana", "triage", "/desk back");
      expect(lastPrivate("ana")).toMatch(inEnglish("done.back"));
      await world.opens();
      await world.pass(120);
      expect(direct("ana")).toHaveLength(1);
      for (const line of ["/desk out whenever", "/desk out 2026-01-01", "/desk out 0m", "/desk out 9999d"]) {
        await types("ana", "triage", line);
        expect(lastPrivate("ana")).toMatch(inEnglish("problem.badUntil"));
      }
      await types("carla", "acme", "/desk out");
      expect(lastPrivate("carla")).toMatch(inSpanish("refusal.notAllowed"));
    });

    test("a manager can snooze a reminder, and say from there that they are out", async () => {
      await world.opens();
      await world.pass(120);
      const [dm] = direct("ana");
      if (dm === undefined) throw new Error("no direct message");
      await world.user("ana").presses(dm, "snooze 1001 240");
      await world.settle();
      expect(lastPrivate("ana")).toMatch(inEnglish("done.snoozed", { ticket: "T-1001" }));
      await world.pass(119);
      expect(direct("ana")).toHaveLength(1);
      await world.pass(1);
      expect(await world.reminders()).toEqual(["50 sent", "80 superseded", "100 sent"]);
      await world.user("ana").presses(dm, "out");
      await world.settle();
      expect(lastPrivate("ana")).toMatch(inEnglish("done.outStandIn", { until: "Tue 13 Jan, 08:00" }));
    });

    test("a manager who snoozed for a quarter of an hour is reminded then, alone, and reads why", async () => {
      await world.opens();
      await world.pass(120);
      const [dm] = direct("ana");
      if (dm === undefined) throw new Error("no direct message");
      await world.user("ana").presses(dm, "snooze 1001 15");
      await world.settle();
      await world.pass(14);
      expect(direct("ana")).toHaveLength(1);
      await world.pass(1);
      expect(direct("ana")).toHaveLength(2);
      expect(direct("ana").at(-1)?.text).toMatch(inEnglish("reminder.used", { share: "56%" }));
      expect(direct("ana").at(-1)?.text).toMatch(inEnglish("reminder.because.asked"));
      expect(direct("luis")).toEqual([]);
      await world.pass(60);
      expect(direct("ana")).toHaveLength(3);
      expect(direct("luis")).toHaveLength(1);
    });

    test("a planned reminder goes to the deputy if the manager goes out meanwhile, and the history says so", async () => {
      await world.opens();
      world.limits("ana", 90);
      await world.pass(120);
      await types("ana", "triage", "/desk out 2h");
      await world.pass(2);
      expect(direct("ana")).toEqual([]);
      expect(direct("luis").map(({ text }) => text)).toEqual([
        expect.stringMatching(inEnglish("reminder.because.insteadOut", { name: "Ana Ruiz" })),
      ]);
      expect(await world.reminders()).toContain("50 fallbackTaken");
      await types("luis", "triage", "/ticket history 1001");
      expect(lastPrivate("luis")).toMatch(/Ana Ruiz is out until [^;]*; next: Luis Gil/);
    });

    test("a reminder that may have arrived before the manager went out stays theirs", async () => {
      await world.opens();
      world.fails("ana", "breaks after");
      await world.pass(120);
      await types("ana", "triage", "/desk out 2h");
      await world.pass(1);
      expect([direct("ana").length, direct("luis").length]).toEqual([1, 0]);
      expect(await world.reminders()).toContain("50 sent");
    });

    test("a mention in triage notifies a person who is there; if everybody is out it names the manager and notifies no one", async () => {
      const mentions = () => world.thread(world.card()).map(({ text }) => text);
      await types("ana", "triage", "/desk out 3d");
      await world.opens();
      await world.pass(240);
      expect(mentions()).toEqual([expect.stringMatching(new RegExp(`^@${world.idOf("luis")}: `))]);
      await types("luis", "triage", "/desk out 3d");
      await types("eva", "triage", "/desk out 3d");
      await types("carla", "acme", "/ticket close 1001");
      await world.opens({ title: "Otro" });
      await world.pass(240);
      const [card] = world.channel("triage").filter(({ text }) => text.includes("T-1002"));
      if (card === undefined) throw new Error("no card");
      expect(world.thread(card).map(({ text }) => text)).toEqual([expect.stringMatching(/^Ana Ruiz: /)]);
    });

    test("a reminder that reached no person stands in /desk until its target is met", async () => {
      await world.opens();
      for (const user of ["ana", "luis", "eva"] as const) world.leaves(user);
      world.loses("triage");
      await world.pass(120);
      await types("marta", "random", "/desk");
      expect(lastPrivate("marta")).toMatch(inOrder(inEnglish("list.unreached"), "T-1001 · First answer at 50%"));
      await world.user("luis").writes("acme", "Lo miramos", world.conversation());
      await world.settle();
      await types("marta", "random", "/desk");
      expect(lastPrivate("marta")).not.toMatch(inEnglish("list.unreached"));
    });
  });

  test("quiet hours: at night the deputy is notified, and a critical ticket round the clock still wakes the manager", async () => {
    const ana = sampleDesk.people["ana"];
    if (ana === undefined) throw new Error("no Ana");
    const quiet = { from: 11 * 60, to: 20 * 60 };
    const world = await startStoryWorld("testchat", {
      ...sampleDesk,
      people: { ...sampleDesk.people, ana: { ...ana, quiet } },
    });
    try {
      await world.opens();
      await world.pass(120);
      expect(world.direct("ana")).toEqual([]);
      expect(world.direct("luis").at(-1)?.text).toMatch(
        inEnglish("reminder.because.insteadQuiet", { name: "Ana Ruiz" }),
      );
      await world.opens({ title: "Nada funciona", severity: "critical" });
      await world.pass(15);
      expect(world.direct("ana")).toHaveLength(1);
    } finally {
      await world.stop();
    }
  });
});

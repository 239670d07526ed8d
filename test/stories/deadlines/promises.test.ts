import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readEvents } from "../../../src/db/event-store.ts";
import { evolve } from "../../../src/tickets/evolve.ts";
import { readPauses } from "../../../src/db/pause-store.ts";
import { unansweredTimes } from "../../support/database/unanswered-times.ts";
import type { TicketState } from "../../../src/tickets/ticket.ts";
import { promisingDesk } from "../../support/sample-desk.ts";
import { type Name, startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";
import { inEnglish, inSpanish } from "../../support/sentences.ts";
import { sayIn } from "../../../src/i18n/say.ts";

describe("the other clocks", () => {
  let world: StoryWorld;
  beforeEach(async () => {
    world = await startStoryWorld("testchat", promisingDesk);
    await world.opens();
  });
  afterEach(() => world.stop());

  const customerReads = (): string =>
    world
      .thread(world.conversation())
      .map((message) => message.text)
      .join("\n");
  const lastPrivate = (user: Name): string => world.user(user).privates.at(-1)?.text ?? "";
  const carlaWrites = async (text: string): Promise<void> => {
    await world.user("carla").writes("acme", text, world.conversation());
    await world.settle();
  };
  const luisReplies = async (text: string): Promise<void> => {
    await world.user("luis").writes("acme", text, world.conversation());
    await world.settle();
  };
  const running = async (): Promise<readonly string[]> =>
    (await world.ticket()).sla.clocks.filter((clock) => clock.end === null).map((clock) => clock.kind);

  test("a customer message after the first response starts its own clock, with its own reminders", async () => {
    await luisReplies("Lo miramos");
    expect(await running()).toEqual(["resolution"]);
    await world.pass(10);
    await carlaWrites("¿Y bien?");
    expect(await running()).toEqual(["resolution", "nextResponse"]);
    expect(world.card().text).toMatch(inEnglish("clock.nextResponse"));
    expect(world.conversation().text).toMatch(inSpanish("conversation.nextAnswerBy"));
    await world.pass(60);
    expect(world.direct("ana").at(-1)?.text).toMatch(
      inEnglish("reminder.nearing", { clock: sayIn("en")("clock.nextResponse"), ticket: "T-1001" }),
    );
    await luisReplies("Ya está");
    expect(await running()).toEqual(["resolution"]);
  });

  test("the resolution clock is paused while waiting on the customer, and both sides read so", async () => {
    await luisReplies("¿Qué versión tienes?");
    await world.user("luis").presses(world.card(), "wait");
    await world.user("luis").submits({ text: "" });
    await world.settle();
    expect(world.card().text).toMatch(inEnglish("target.paused", { time: "16 hours" }));
    expect(world.conversation().text).toMatch(inSpanish("conversation.solutionWaits"));
    await world.pass(3_000);
    expect(world.direct("ana")).toEqual([]);
    await carlaWrites("La 7");
    await luisReplies("Gracias");
    await world.pass(480);
    expect(world.direct("ana").at(-1)?.text).toMatch(
      inEnglish("reminder.nearing", { clock: sayIn("en")("clock.resolution"), ticket: "T-1001" }),
    );
  });

  test("an agent promises an update from the card; the customer reads it, and the agent is reminded", async () => {
    await luisReplies("Lo miramos");
    await world.user("luis").presses(world.card(), "promiseUpdate");
    await world.user("luis").submits({ when: "4" });
    await world.settle();
    expect(customerReads()).toMatch(inSpanish("message.updatePromised", { ticket: "T-1001" }));
    expect(world.card().text).toMatch(inEnglish("clock.update"));
    await world.pass(120);
    expect(world.direct("ana").at(-1)?.text).toMatch(
      inEnglish("reminder.nearing", { clock: sayIn("en")("clock.update"), ticket: "T-1001" }),
    );
    await luisReplies("Seguimos en ello");
    expect((await world.ticket()).sla.clocks.find((clock) => clock.kind === "update")?.end?.how).toBe("met");
  });

  test("an unclear time is an error in the form; a past time is refused in private", async () => {
    await world.user("luis").presses(world.card(), "promiseUpdate");
    await world.user("luis").submits({ when: "other", time: "soon" });
    expect(Object.keys(world.user("luis").seesForm()?.errors ?? {})).toEqual(["time"]);
    await world.user("luis").submits({ when: "other", time: "2026-01-12 09:00" });
    await world.settle();
    expect(lastPrivate("luis")).toMatch(inEnglish("refusal.timeHasPassed"));
    expect(await running()).toEqual(["firstResponse", "resolution"]);
  });

  test("lowering a confirmed severity asks why; the team reads the reason, and the customer the new target", async () => {
    await world.user("luis").presses(world.card(), "severity 1001 high");
    await world.settle();
    await world.user("luis").presses(world.card(), "lower 1001 medium");
    expect(world.user("luis").seesForm()?.text).toMatch(
      inEnglish("form.lowerReason", { ticket: "T-1001", severity: sayIn("en")("severity.medium") }),
    );
    await world.user("luis").submits({ text: "canary: only one screen" });
    await world.settle();
    expect((await world.ticket()).sla.confirmedSeverity).toBe("medium");
    const inside = world
      .thread(world.card())
      .map((message) => message.text)
      .join("\n");
    expect(inside).toContain("canary: only one screen");
    expect(customerReads()).toMatch(inSpanish("message.severityChanged", { ticket: "T-1001" }));
    expect(customerReads()).toMatch(inSpanish("conversation.solutionBy"));
    expect(JSON.stringify(world.channel("acme"))).not.toContain("canary");
    await world.user("luis").types("triage", "/ticket history 1001");
    await world.settle();
    expect(lastPrivate("luis")).toContain("canary: only one screen");
  });

  test("the explanation of a due time is private, in the viewer's language, with what was counted", async () => {
    await world.user("luis").presses(world.card(), "why");
    await world.settle();
    expect(lastPrivate("luis")).toMatch(/Counted: Mon,? 12 Jan 10:00–14:00 \(4 hours\)/);
    await world.user("carla").types("acme", "/ticket ver 1001");
    await world.settle();
    await world.user("carla").presses("private", "show 1001 why");
    await world.settle();
    expect(lastPrivate("carla")).toMatch(/Contado: lun,? 12 ene 10:00–14:00 \(4 horas\)/);
    await world.user("oliver").types("north", "/ticket show 1001");
    await world.settle();
    expect(lastPrivate("oliver")).not.toContain("Acme");
  });

  test("a ticket that is rebuilt from its events equals the stored ticket", async () => {
    await luisReplies("Lo miramos");
    await carlaWrites("¿Y?");
    await world.user("luis").presses(world.card(), "wait");
    await world.user("luis").submits({ text: "¿Cuál?" });
    await world.pass(30);
    await carlaWrites("Eso");
    await world.pass(200);
    await world.user("luis").presses(world.card(), "resolve");
    await world.settle();
    await world.user("carla").types("acme", "/ticket reabrir 1001");
    await world.settle();
    const events = await readEvents(world.database.db, 1001);
    const rebuilt = events.reduce<TicketState | null>(evolve, null);
    const { db } = world.database;
    const ticket = await world.ticket();
    expect(rebuilt).toEqual({
      ticket,
      messages: await world.messages(),
      unanswered: await unansweredTimes(db, ticket),
      pauses: await readPauses(db, 1001),
    });
    expect(rebuilt?.pauses).toHaveLength(1);
  });
});

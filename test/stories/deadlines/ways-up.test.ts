import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createEmail } from "../../../adapters/email/index.ts";
import type { Adapter } from "../../../src/chat/port.ts";
import type { Desk, Person } from "../../../src/desk/desk.ts";
import { callBackOf } from "../../../src/tickets/ticket.ts";
import { startMailServer, type MailServer } from "../../support/mail-server.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { type Name, startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";
import { inEnglish, inSpanish } from "../../support/sentences.ts";
import { expectCard } from "../../support/expect-card.ts";
import { sayIn } from "../../../src/i18n/say.ts";

const person = (key: string, change: Partial<Person>): Person => {
  const found = sampleDesk.people[key];
  if (found === undefined) throw new Error(`nobody is ${key}`);
  return { ...found, ...change };
};
const desk: Desk = {
  ...sampleDesk,
  people: { ...sampleDesk.people, eva: person("eva", { email: "eva@example.com" }) },
};

describe("ways to reach more than the team", () => {
  let world: StoryWorld;
  let server: MailServer;
  let mail: Adapter;
  beforeEach(async () => {
    server = await startMailServer();
    world = await startStoryWorld("testchat", desk);
    mail = createEmail({ url: server.url, from: "desk@example.com" }, { log: world.log, now: world.now });
    world.ports.set("email", mail.port);
  });
  afterEach(async () => {
    await mail.stop();
    await world.stop();
    await server.stop();
  });

  const posted = () => world.thread(world.conversation()).map(({ text }) => text);
  const inside = () => world.thread(world.card()).map(({ text }) => text);
  const answered = (user: Name) => world.user(user).privates.at(-1)?.text ?? "";

  describe("a customer with a breached target", () => {
    test("reads before the breach until when the target runs, and whom to call", async () => {
      await world.opens();
      expect(world.conversation().text).not.toMatch(inSpanish("person.headOfSupport"));
      await world.user("carla").types("acme", "/ticket escalar 1001");
      await world.settle();
      expect(answered("carla")).toMatch(/14:00.*Ana Ruiz, \+34 600 000 001/);
      expect(world.direct("eva")).toEqual([]);
    });

    test("presses once on their card: the head is notified in chat and by mail with the clock's evidence, and the customer reads who knows", async () => {
      await world.opens();
      await world.user("carla").writes("acme", "¿Hay alguien?", world.conversation());
      await world.pass(241);
      const before = world.direct("eva").length;
      await world.user("carla").presses(world.conversation(), "escalate");
      await world.settle();
      const [received, ...more] = world.direct("eva").slice(before);
      expect(more).toEqual([]);
      expectCard(received).has("T-1001", "Acme TV", "¿Hay alguien?").says("clock.firstResponse").offers("reply");
      for (const fact of ["carla", "4 hours"]) expect(received?.text.toLowerCase()).toContain(fact);
      expect(server.mails.map(({ to }) => to)).toEqual([["eva@example.com"]]);
      expect(inside().at(-1)).toMatch(
        inEnglish("escalation.escalated", {
          ticket: "T-1001",
          names: `Eva Sanz and ${sayIn("en")("history.byEmail", { name: "Eva Sanz" })}`,
        }),
      );
      expect(posted()).toHaveLength(2);
      expect(posted()[1]).toMatch(inSpanish("notified.person.escalation", { ticket: "T-1001" }));
      expect(world.card().text).toMatch(inEnglish("page.notifiedAt", { name: "Eva Sanz" }));
      await world.user("carla").presses(world.conversation(), "escalate");
      await world.settle();
      expect(answered("carla")).toMatch(inSpanish("refusal.escalatedAlready", { ticket: "T-1001" }));
      expect(world.direct("eva").slice(before)).toHaveLength(1);
      expect(server.mails).toHaveLength(1);
      await world.user("luis").types("triage", "/ticket history 1001");
      await world.settle();
      expect(answered("luis")).toMatch(/carla.* escalated the ticket to the head of support; notified: Eva Sanz/i);
    });

    test("reaches triage if the head cannot be notified, and reads that the team knows", async () => {
      await world.opens();
      await world.pass(241);
      world.leaves("eva");
      await server.stop();
      await world.user("carla").types("acme", "/ticket escalate 1001 salimos al aire a mediodía");
      await world.settle();
      expect(inside().at(-1)).toMatch(
        inEnglish("escalation.mention", { people: `@${world.idOf("eva")}`, ticket: "T-1001", account: "Acme TV" }),
      );
      expect(inside().at(-1)).toContain("salimos al aire a mediodía");
      expect(posted()).toHaveLength(1);
      expect(posted()[0]).toMatch(inSpanish("notified.team.escalation", { ticket: "T-1001" }));
    });

    test("of another account gets the same answer as for an unknown number", async () => {
      await world.opens();
      await world.pass(241);
      const answers: string[] = [];
      for (const number of [1001, 4711]) {
        await world.user("oliver").types("north", `/ticket escalate ${number}`);
        await world.settle();
        answers.push(answered("oliver"));
      }
      expect(answers[0]).toBe(answers[1]);
      expect(world.direct("eva")).toHaveLength(1);
    });
  });

  describe("a customer who wants a call", () => {
    test("reads the number to call and leaves their own, and their contact is notified until an agent called", async () => {
      await world.opens();
      await world.user("carla").types("acme", "/ticket llamada 1001");
      await world.settle();
      expect(answered("carla")).toContain("+34 600 000 001");
      await world.user("carla").presses(world.conversation(), "requestCall");
      expect(world.user("carla").seesForm()?.fields).toEqual(["number", "time"]);
      await world.user("carla").submits({ number: "call me maybe" });
      await world.user("carla").submits({ number: "+34 600 000 009", time: "después de las cuatro" });
      await world.settle();
      const [received, ...more] = world.direct("ana");
      expect(more).toEqual([]);
      expectCard(received).has("T-1001", "+34 600 000 009", "después de las cuatro", "Acme TV").offers("reportCalled");
      expect(inside().at(-1)).toContain("+34 600 000 009");
      expect(posted()).toHaveLength(1);
      expect(posted()[0]).toMatch(inSpanish("notified.person.call"));
      expect(posted()[0]).not.toContain("009");
      if (received === undefined) throw new Error("nobody was told");
      await world.user("ana").presses(received, "reportCalled");
      await world.settle();
      expect(callBackOf(await world.ticket())).toBeNull();
      expect(inside().at(-1)).toMatch(inEnglish("call.made", { name: "Ana Ruiz", ticket: "T-1001" }));
      await world.user("luis").types("triage", "/ticket history 1001");
      await world.settle();
      expect(answered("luis")).toMatch(
        inEnglish("history.callRequested", { number: "+34 600 000 009", names: "Ana Ruiz" }),
      );
    });

    test("reads which severities offer calls if theirs does not, and whose number to call", async () => {
      await world.opens({ severity: "low" });
      expect(world.conversation().text).not.toMatch(inSpanish("form.callTitle"));
      await world.user("carla").types("acme", "/ticket call 1001 600 000 009 16:30");
      await world.settle();
      expect(answered("carla")).toMatch(/crítica y alta.*Ana Ruiz, \+34 600 000 001/);
      expect(world.direct("ana")).toEqual([]);
    });
  });

  test("customers of the account, and no others, read who looks after them", async () => {
    await world.user("carla").types("acme", "/ticket gerente");
    expect(answered("carla")).toMatch(/Ana Ruiz · \+34 600 000 001[^]*Luis Gil/);
    await world.user("oliver").types("north", "/ticket manager");
    expect(answered("oliver")).not.toContain("Ana");
    await world.user("sam").types("random", "/ticket manager");
    expect(answered("sam")).not.toContain("Ana");
  });

  test("the customer is asked once for a rating after the ticket is resolved, and the team reads it", async () => {
    await world.opens();
    await world.user("luis").presses(world.card(), "resolve");
    await world.settle();
    const question = world.thread(world.conversation()).at(-1);
    if (question === undefined) throw new Error("nobody asked");
    expectCard(question).offersOnly("rate 1001 good", "rate 1001 ok", "rate 1001 bad");
    await world.user("oliver").presses(question, "rate 1001 bad");
    await world.user("luis").presses(question, "rate 1001 bad");
    await world.settle();
    expect((await world.ticket()).rating?.given).toBeNull();
    await world.user("carla").presses(question, "rate 1001 good");
    await world.settle();
    expect(inside().at(-1)).toMatch(
      inEnglish("rating.given", { ticket: "T-1001", score: sayIn("en")("rating.score.good") }),
    );
    expect(world.card().text).toContain(`${sayIn("en")("fact.rating")}  ${sayIn("en")("rating.score.good")} · carla`);
    expect(answered("carla")).toMatch(inSpanish("done.rated"));
    await world.user("carla").presses(question, "rate 1001 good comment");
    expect(world.user("carla").seesForm()?.fields).toEqual(["score", "comment"]);
    await world.user("carla").submits({ score: "ok", comment: "Rápido, pero *seco*." });
    await world.settle();
    expect(inside().at(-1)).toContain("Rápido, pero *seco*.");
    expect(world.card().text).toContain("“Rápido, pero *seco*.”");
    expect(JSON.stringify(world.thread(world.conversation()))).not.toContain("seco");
    await world.user("luis").types("triage", "/ticket history 1001");
    await world.settle();
    expect(answered("luis")).toContain("Rápido, pero *seco*.");
  });

  test("a consulting ticket goes to the account manager, without a severity", async () => {
    await world.user("carla").types("acme", "/ticket consultoría canales en directo");
    const form = world.user("carla").seesForm();
    expect(form?.fields).toEqual(["title", "description", "time"]);
    expect(form?.text).toMatch(inSpanish("form.consultingManager", { name: "Ana Ruiz" }));
    await world.user("carla").submits({ description: "Doce canales en mayo.", time: "el martes" });
    await world.settle();
    expect(answered("carla")).toMatch(inSpanish("consulting.receipt"));
    expectCard(world.card()).says("kind.consulting").offersNot("severity");
    const [received, ...more] = world.direct("ana");
    expect(more).toEqual([]);
    expectCard(received)
      .says("consulting.heading", { account: "Acme TV" })
      .has("canales en directo", "Doce canales en mayo.", "el martes")
      .offers("claim");
    expect(posted().at(-1)).toMatch(inSpanish("notified.person.consulting"));
    if (received === undefined) throw new Error("nobody was told");
    await world.user("ana").presses(received, "claim");
    await world.settle();
    expect((await world.ticket()).assignee).toBe("ana");
  });
});

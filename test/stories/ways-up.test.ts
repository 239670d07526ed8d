import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createEmail } from "../../adapters/email/index.ts";
import type { Adapter } from "../../src/chat/port.ts";
import type { Desk, Person } from "../../src/desk/desk.ts";
import { callBackOf } from "../../src/tickets/ticket.ts";
import { startMailServer, type MailServer } from "../support/mail-server.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { type Name, startStoryWorld, storyPlatforms, type StoryWorld } from "../support/story-world/story-world.ts";

const person = (key: string, change: Partial<Person>): Person => {
  const found = sampleDesk.people[key];
  if (found === undefined) throw new Error(`nobody is ${key}`);
  return { ...found, ...change };
};
const desk: Desk = {
  ...sampleDesk,
  people: { ...sampleDesk.people, eva: person("eva", { email: "eva@example.com" }) },
};

describe.each(storyPlatforms)("on %s", (platform) => {
  let world: StoryWorld;
  let server: MailServer;
  let mail: Adapter;
  beforeEach(async () => {
    server = await startMailServer();
    world = await startStoryWorld(platform, desk);
    mail = createEmail({ url: server.url, from: "desk@example.com" }, { log: world.log, now: world.now });
    world.ports.set("email", mail.port);
  });
  afterEach(async () => {
    await mail.stop();
    await world.stop();
    await server.stop();
  });

  const said = () => world.thread(world.conversation()).map(({ text }) => text);
  const inside = () => world.thread(world.card()).map(({ text }) => text);
  const answered = (user: Name) => world.user(user).privates.at(-1)?.text ?? "";

  describe("a customer with a breached target", () => {
    test("reads before the breach until when the target runs, and whom to call", async () => {
      await world.opens();
      expect(world.conversation().text).not.toContain("dirección de soporte");
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
      await world.user("carla").presses(world.conversation(), "Escalar a la dirección de soporte");
      await world.settle();
      const [told, ...more] = world.direct("eva").slice(before);
      expect(more).toEqual([]);
      for (const fact of ["T-1001", "Acme TV", "Carla", "First answer", "¿Hay alguien?", "4 hours", "[Reply]"])
        expect(told?.text.toLowerCase()).toContain(fact.toLowerCase());
      expect(server.mails.map(({ to }) => to)).toEqual([["eva@example.com"]]);
      expect(inside().at(-1)).toMatch(
        /escalated T-1001 to the head of support\. Notified: Eva Sanz and Eva Sanz \(by e-mail\)/,
      );
      expect(said()).toHaveLength(2);
      expect(said()[1]).toMatch(/Eva Sanz, de la dirección de soporte, ha recibido el aviso .*de que T-1001/);
      expect(world.card().text).toContain("Eva Sanz was notified");
      await world.user("carla").presses(world.conversation(), "Escalar a la dirección de soporte");
      await world.settle();
      expect(answered("carla")).toContain("T-1001 ya se escaló a la dirección de soporte");
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
        new RegExp(`@${world.idOf("eva")}: carla escalates T-1001 \\(Acme TV\\) to the head of support`),
      );
      expect(inside().at(-1)).toContain("salimos al aire a mediodía");
      expect(said()).toHaveLength(1);
      expect(said()[0]).toMatch(/Nuestro equipo de soporte ha recibido el aviso .*de que T-1001/);
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
      await world.user("carla").presses(world.conversation(), "Pedir una llamada");
      expect(world.user("carla").seesForm()?.fields).toEqual(["number", "time"]);
      await world.user("carla").submits({ number: "call me maybe" });
      await world.user("carla").submits({ number: "+34 600 000 009", time: "después de las cuatro" });
      await world.settle();
      const [told, ...more] = world.direct("ana");
      expect(more).toEqual([]);
      for (const fact of ["T-1001", "+34 600 000 009", "después de las cuatro", "Acme TV", "[Call made]"])
        expect(told?.text).toContain(fact);
      expect(inside().at(-1)).toContain("+34 600 000 009");
      expect(said()).toHaveLength(1);
      expect(said()[0]).toMatch(/Ana Ruiz, gerente de su cuenta, ha recibido el aviso/);
      expect(said()[0]).not.toContain("009");
      if (told === undefined) throw new Error("nobody was told");
      await world.user("ana").presses(told, "Call made");
      await world.settle();
      expect(callBackOf(await world.ticket())).toBeNull();
      expect(inside().at(-1)).toContain("Ana Ruiz has called the customer of T-1001");
      await world.user("luis").types("triage", "/ticket history 1001");
      await world.settle();
      expect(answered("luis")).toMatch(/asked for a call on \+34 600 000 009; notified: Ana Ruiz/);
    });

    test("reads which severities offer calls if theirs does not, and whose number to call", async () => {
      await world.opens({ severity: "low" });
      expect(world.conversation().text).not.toContain("Pedir una llamada");
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
    await world.user("luis").presses(world.card(), "Resolve");
    await world.settle();
    const question = world.thread(world.conversation()).at(-1);
    if (question === undefined) throw new Error("nobody asked");
    expect(question.text).toContain("[Buena] [Regular] [Mala]");
    await world.user("oliver").presses(question, "Mala");
    await world.user("luis").presses(question, "Mala");
    await world.settle();
    expect((await world.ticket()).rating?.given).toBeNull();
    await world.user("carla").presses(question, "Buena");
    await world.settle();
    expect(inside().at(-1)).toMatch(/carla rated T-1001: Good/i);
    expect(world.card().text).toContain("Customer’s rating  Good · carla");
    expect(answered("carla")).toContain("Gracias");
  });

  test("a consulting ticket goes to the account manager, without a severity", async () => {
    await world.user("carla").types("acme", "/ticket consultoría canales en directo");
    const form = world.user("carla").seesForm();
    expect(form?.fields).toEqual(["title", "description", "time"]);
    expect(form?.text).toMatch(/Ana Ruiz, gerente de cuenta/);
    await world.user("carla").submits({ description: "Doce canales en mayo.", time: "el martes" });
    await world.settle();
    expect(answered("carla")).toMatch(/no tiene un plazo fijo/);
    expect(world.card().text).toContain("Consulting");
    expect(world.card().text).not.toContain("[Critical]");
    const [told, ...more] = world.direct("ana");
    expect(more).toEqual([]);
    for (const fact of [
      "Acme TV asks for consulting",
      "canales en directo",
      "Doce canales en mayo.",
      "el martes",
      "[Claim]",
    ])
      expect(told?.text).toContain(fact);
    expect(said().at(-1)).toMatch(
      /Ana Ruiz, gerente de su cuenta, ha recibido el aviso .*de su solicitud de consultoría/,
    );
    if (told === undefined) throw new Error("nobody was told");
    await world.user("ana").presses(told, "Claim");
    await world.settle();
    expect((await world.ticket()).assignee).toBe("ana");
  });
});

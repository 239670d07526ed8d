import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createEmail } from "../../adapters/email/index.ts";
import type { Adapter } from "../../src/chat/port.ts";
import type { Desk, Person } from "../../src/desk/desk.ts";
import { callBackOf } from "../../src/tickets/ticket.ts";
import { startMailServer, type MailServer } from "../support/mail-server.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { startWorld, type World } from "../support/world.ts";

const person = (key: string, change: Partial<Person>): Person => {
  const found = sampleDesk.people[key];
  if (found === undefined) throw new Error(`nobody is ${key}`);
  return { ...found, ...change };
};
const desk: Desk = {
  ...sampleDesk,
  people: { ...sampleDesk.people, eva: person("eva", { email: "eva@example.com" }) },
};

let world: World;
let server: MailServer;
let mail: Adapter;
beforeEach(async () => {
  server = await startMailServer();
  world = await startWorld("http", desk);
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
const answered = (user: string) => world.slack.user(user).privates.at(-1)?.text ?? "";

describe("a customer whose promise was broken", () => {
  test("is told before that until when it runs, and whom to ring", async () => {
    await world.opens();
    expect(world.conversation().text).not.toContain("dirección de soporte");
    await world.slack.user("U0CARLA").types("C0ACME", "/ticket escalar 1001");
    await world.settle();
    expect(answered("U0CARLA")).toMatch(/14:00.*Ana Ruiz, \+34 600 000 001/);
    expect(world.slack.dm("U0EVA").messages).toEqual([]);
  });

  test("presses once on their card: the head hears in chat and by mail, with the clock's evidence; they read who knows", async () => {
    await world.opens();
    await world.slack.user("U0CARLA").writes("C0ACME", "¿Hay alguien?", { thread: world.conversation().ts });
    await world.pass(241);
    const before = world.slack.dm("U0EVA").messages.length;
    await world.slack.user("U0CARLA").presses(world.conversation(), "Escalar a la dirección de soporte");
    await world.settle();
    const [told, ...more] = world.slack.dm("U0EVA").messages.slice(before);
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
    await world.slack.user("U0CARLA").presses(world.conversation(), "Escalar a la dirección de soporte");
    await world.settle();
    expect(answered("U0CARLA")).toContain("T-1001 ya se escaló a la dirección de soporte");
    expect(world.slack.dm("U0EVA").messages.slice(before)).toHaveLength(1);
    expect(server.mails).toHaveLength(1);
    await world.slack.user("U0LUIS").types("C0TRIAGE", "/ticket history 1001");
    await world.settle();
    expect(answered("U0LUIS")).toMatch(/carla.* escalated the ticket to the head of support; notified: Eva Sanz/i);
  });

  test("is heard by triage where the head cannot be told, and reads that the team knows", async () => {
    await world.opens();
    await world.pass(241);
    world.slack.closeDm("U0EVA", "user_disabled");
    await server.stop();
    await world.slack.user("U0CARLA").types("C0ACME", "/ticket escalate 1001 salimos al aire a mediodía");
    await world.settle();
    expect(inside().at(-1)).toMatch(/@U0EVA: carla escalates T-1001 \(Acme TV\) to the head of support/);
    expect(inside().at(-1)).toContain("salimos al aire a mediodía");
    expect(said()).toHaveLength(1);
    expect(said()[0]).toMatch(/Nuestro equipo de soporte ha recibido el aviso .*de que T-1001/);
  });

  test("of another account gets the answer of somebody who guesses a number", async () => {
    await world.opens();
    await world.pass(241);
    const answers: string[] = [];
    for (const number of [1001, 4711]) {
      await world.slack.user("U0OLIVER").types("C0NORTH", `/ticket escalate ${number}`);
      await world.settle();
      answers.push(answered("U0OLIVER"));
    }
    expect(answers[0]).toBe(answers[1]);
    expect(world.slack.dm("U0EVA").messages).toHaveLength(1);
  });
});

describe("a customer who wants to be called", () => {
  test("reads the number to ring, leaves their own, and whoever looks after them hears of it until somebody called", async () => {
    await world.opens();
    await world.slack.user("U0CARLA").types("C0ACME", "/ticket llamada 1001");
    await world.settle();
    expect(answered("U0CARLA")).toContain("+34 600 000 001");
    await world.slack.user("U0CARLA").presses(world.conversation(), "Pedir una llamada");
    expect(world.slack.user("U0CARLA").seesForm()?.fields).toEqual(["number", "time"]);
    await world.slack.user("U0CARLA").submits({ number: "call me maybe" });
    await world.slack.user("U0CARLA").submits({ number: "+34 600 000 009", time: "después de las cuatro" });
    await world.settle();
    const [told, ...more] = world.slack.dm("U0ANA").messages;
    expect(more).toEqual([]);
    for (const fact of ["T-1001", "+34 600 000 009", "después de las cuatro", "Acme TV", "[Call made]"])
      expect(told?.text).toContain(fact);
    expect(inside().at(-1)).toContain("+34 600 000 009");
    expect(said()).toHaveLength(1);
    expect(said()[0]).toMatch(/Ana Ruiz, gerente de su cuenta, ha recibido el aviso/);
    expect(said()[0]).not.toContain("009");
    if (told === undefined) throw new Error("nobody was told");
    await world.slack.user("U0ANA").presses(told, "Call made");
    await world.settle();
    expect(callBackOf(await world.ticket())).toBeNull();
    expect(inside().at(-1)).toContain("Ana Ruiz has called the customer of T-1001");
    await world.slack.user("U0LUIS").types("C0TRIAGE", "/ticket history 1001");
    await world.settle();
    expect(answered("U0LUIS")).toMatch(/asked for a call on \+34 600 000 009; notified: Ana Ruiz/);
  });

  test("where the severity has no calls, reads which have, and whose number to ring", async () => {
    await world.opens({ severity: "low" });
    expect(world.conversation().text).not.toContain("Pedir una llamada");
    await world.slack.user("U0CARLA").types("C0ACME", "/ticket call 1001 600 000 009 16:30");
    await world.settle();
    expect(answered("U0CARLA")).toMatch(/crítica y alta.*Ana Ruiz, \+34 600 000 001/);
    expect(world.slack.dm("U0ANA").messages).toEqual([]);
  });
});

test("who looks after them is told to customers of the account, and to nobody else", async () => {
  await world.slack.user("U0CARLA").types("C0ACME", "/ticket gerente");
  expect(answered("U0CARLA")).toMatch(/Ana Ruiz · \+34 600 000 001[^]*Luis Gil/);
  await world.slack.user("U0OLIVER").types("C0NORTH", "/ticket manager");
  expect(answered("U0OLIVER")).not.toContain("Ana");
  await world.slack.user("U0SAM").types("C0RANDOM", "/ticket manager");
  expect(answered("U0SAM")).not.toContain("Ana");
});

test("after it is solved the customer is asked once how it was; the team reads the answer", async () => {
  await world.opens();
  await world.slack.user("U0LUIS").presses(world.card(), "Resolve");
  await world.settle();
  const question = world.thread(world.conversation()).at(-1);
  if (question === undefined) throw new Error("nobody asked");
  expect(question.text).toContain("[Buena] [Regular] [Mala]");
  await world.slack.user("U0OLIVER").presses(question, "Mala");
  await world.slack.user("U0LUIS").presses(question, "Mala");
  await world.settle();
  expect((await world.ticket()).rating?.given).toBeNull();
  await world.slack.user("U0CARLA").presses(question, "Buena");
  await world.settle();
  expect(inside().at(-1)).toMatch(/carla rated T-1001: Good/i);
  expect(world.card().text).toContain("Customer’s rating  Good · carla");
  expect(answered("U0CARLA")).toContain("Gracias");
});

test("consulting goes to the account manager, without a severity", async () => {
  await world.slack.user("U0CARLA").types("C0ACME", "/ticket consultoría canales en directo");
  const form = world.slack.user("U0CARLA").seesForm();
  expect(form?.fields).toEqual(["title", "description", "time"]);
  expect(form?.text).toMatch(/Ana Ruiz, gerente de cuenta/);
  await world.slack.user("U0CARLA").submits({ description: "Doce canales en mayo.", time: "el martes" });
  await world.settle();
  expect(answered("U0CARLA")).toMatch(/no tiene un plazo fijo/);
  expect(world.card().text).toContain("Consulting");
  expect(world.card().text).not.toContain("[Critical]");
  const [told, ...more] = world.slack.dm("U0ANA").messages;
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
  await world.slack.user("U0ANA").presses(told, "Claim");
  await world.settle();
  expect((await world.ticket()).assignee).toBe("ana");
});

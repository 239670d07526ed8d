import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createEmail } from "../../../adapters/email/index.ts";
import type { Adapter } from "../../../src/chat/port.ts";
import { attention } from "../../../src/http/attention.ts";
import type { Desk, Person } from "../../../src/desk/desk.ts";
import { refusing, startMailServer, type MailServer } from "../../support/mail-server.ts";
import { promisingDesk, sampleDesk } from "../../support/sample-desk.ts";
import { startWorld, type World } from "../../support/world.ts";
import { inEnglish, inOrder } from "../../support/sentences.ts";
import { sayIn } from "../../../src/i18n/say.ts";

const person = (key: string, change: Partial<Person>): Person => {
  const found = sampleDesk.people[key];
  if (found === undefined) throw new Error(`nobody is ${key}`);
  return { ...found, ...change };
};
const withMailbox: Desk = {
  ...sampleDesk,
  people: { ...sampleDesk.people, ana: person("ana", { email: "ana@example.com" }) },
};

let world: World;
beforeEach(async () => {
  world = await startWorld("http", withMailbox);
});
afterEach(() => world.stop());

const direct = (user: string) => world.slack.dm(user).messages;
/** Makes Slack refuse a person's direct messages, some times. */
const refuses = (user: string, error: string, times: number): void =>
  world.slack.fail("chat.postMessage", { error }, { channel: world.slack.dm(user).id, times });
const history = async (): Promise<string> => {
  await world.slack.user("U0LUIS").types("C0TRIAGE", "/ticket history 1001");
  await world.settle();
  return world.slack.user("U0LUIS").privates.at(-1)?.text ?? "";
};
const deskSays = async (): Promise<string> => {
  await world.slack.user("U0MARTA").types("C0RANDOM", "/desk");
  await world.settle();
  return world.slack.user("U0MARTA").privates.at(-1)?.text ?? "";
};

describe("a token that is revoked", () => {
  test("causes no wait: the next route is taken at once, and the history says why", async () => {
    await world.opens();
    refuses("U0ANA", "token_revoked", 99);
    await world.pass(120);
    expect(direct("U0LUIS")).toHaveLength(1);
    expect(await world.reminders()).toContain("50 fallbackTaken");
    expect(await history()).toMatch(inEnglish("history.fallbackTaken", { name: "Ana Ruiz", next: "Luis Gil" }));
    expect(await history()).toMatch(/token_revoked/);
  });

  describe("if the manager has a mailbox", () => {
    let server: MailServer;
    let mail: Adapter;
    beforeEach(async () => {
      server = await startMailServer();
      mail = createEmail({ url: server.url, from: "desk@example.com" }, { log: world.log, now: world.now });
      world.ports.set("email", mail.port);
    });
    afterEach(async () => {
      await mail.stop();
      await server.stop();
    });

    test("the manager gets the mail, without a wait", async () => {
      await world.opens();
      world.slack.fail("chat.postMessage", { error: "token_revoked" }, { times: 999 });
      await world.pass(120);
      expect(server.mails.map(({ to }) => to)).toEqual([["ana@example.com"]]);
      expect(await attention(world.database, world.now())).toEqual([]);
    });

    test("a person who is paged gets a mail too", async () => {
      await world.opens();
      world.slack.fail("chat.postMessage", { error: "token_revoked" }, { times: 999 });
      await world.slack.user("U0CARLA").types("C0ACME", "/ticket llamada 1001 +34600000009 16:30");
      await world.settle();
      expect(server.mails.map(({ to }) => to)).toEqual([["ana@example.com"]]);
    });
  });
});

describe("a platform that asks to try again later", () => {
  test("is tried for half a minute, then the next route is taken", async () => {
    await world.opens();
    refuses("U0ANA", "service_unavailable", 99);
    await world.pass(120);
    for (let second = 0; second < 29; second++) await world.passSeconds(1);
    expect([direct("U0ANA"), direct("U0LUIS")]).toEqual([[], []]);
    for (let second = 0; second < 4; second++) await world.passSeconds(1);
    expect([direct("U0ANA").length, direct("U0LUIS").length]).toEqual([0, 1]);
    expect(await world.reminders()).toContain("50 fallbackTaken");
  });

  test("however rarely it was tried in that time", async () => {
    await world.opens();
    refuses("U0ANA", "service_unavailable", 99);
    await world.pass(120);
    await world.passSeconds(35);
    expect(direct("U0LUIS")).toHaveLength(1);
  });

  test("and needs no other route if it accepts the message in that time", async () => {
    await world.opens();
    refuses("U0ANA", "service_unavailable", 3);
    await world.pass(120);
    for (let second = 0; second < 40; second++) await world.passSeconds(1);
    expect([direct("U0ANA").length, direct("U0LUIS").length]).toEqual([1, 0]);
    expect(await world.reminders()).toContain("50 sent");
  });
});

test("a rate limit is not a failure, however long it lasts", async () => {
  await world.opens();
  world.slack.fail("chat.postMessage", { rateLimit: 90 }, { channel: world.slack.dm("U0ANA").id });
  await world.pass(120);
  refuses("U0ANA", "service_unavailable", 1);
  for (let second = 0; second < 95; second += 5) await world.passSeconds(5);
  expect([direct("U0ANA").length, direct("U0LUIS").length]).toEqual([1, 0]);
});

describe("a message in doubt", () => {
  const inDoubt = async (looks: number): Promise<void> => {
    await world.opens();
    world.slack.fail("chat.postMessage", { drop: "after" }, { channel: world.slack.dm("U0ANA").id });
    world.slack.fail("conversations.history", { error: "token_revoked" }, { times: looks });
    await world.pass(120);
  };

  test("is looked up before another person is notified", async () => {
    await inDoubt(1);
    await world.passSeconds(1);
    await world.passSeconds(31);
    expect([direct("U0ANA").length, direct("U0LUIS").length]).toEqual([1, 0]);
    expect(await world.reminders()).toContain("50 sent");
  });

  test("that cannot be looked up goes to the next person after a minute, and to no person twice", async () => {
    await inDoubt(99);
    for (let second = 0; second < 120; second += 5) await world.passSeconds(5);
    expect([direct("U0ANA").length, direct("U0LUIS").length]).toEqual([1, 1]);
    expect(await world.reminders()).toContain("50 fallbackTaken");
  });
});

describe("if no route is left", () => {
  const nobodyElse = async (): Promise<void> => {
    await world.opens();
    for (const user of ["U0ANA", "U0LUIS"]) world.slack.closeDm(user, "user_disabled");
    world.slack.channel("C0TRIAGE").archive();
  };

  test.each(["token_revoked", "service_unavailable"])(
    "%s is tried again and again, and stands in /desk meanwhile",
    async (error) => {
      await nobodyElse();
      refuses("U0EVA", error, 4);
      await world.pass(120);
      expect(await world.reminders()).toContain("50 sending");
      expect(await attention(world.database, world.now())).toEqual([]);
      await world.passSeconds(30);
      await world.passSeconds(31);
      expect(await attention(world.database, world.now())).toEqual([
        "T-1001: the firstResponse reminder at 50 % has reached no recipient yet (2026-01-12T11:00:00.000Z)",
      ]);
      expect(await deskSays()).toMatch(
        inOrder(inEnglish("list.unreached"), "T-1001 · First answer at 50%", inEnglish("list.unreachedYet")),
      );
      for (let turn = 0; turn < 3; turn++) await world.passSeconds(60);
      expect(direct("U0EVA")).toHaveLength(1);
      expect(await attention(world.database, world.now())).toEqual([]);
      expect(await deskSays()).not.toMatch(inEnglish("list.unreached"));
    },
  );
});

test("a step that fell back and was held back comes again from its first route, and falls back again", async () => {
  await world.stop();
  world = await startWorld("http", promisingDesk);
  await world.opens();
  await world.slack.user("U0LUIS").writes("C0ACME", "Lo miramos", { thread: world.conversation().ts });
  await world.settle();
  world.slack.closeDm("U0ANA", "user_disabled");
  refuses("U0LUIS", "service_unavailable", 1);
  await world.pass(480);
  expect(await world.reminders()).toContain("50 sending");
  await world.slack.user("U0LUIS").presses(world.card(), "wait");
  await world.slack.user("U0LUIS").submits({ text: "" });
  await world.passSeconds(5);
  expect(await world.reminders()).toContain("50 cancelled");
  await world.slack.user("U0CARLA").writes("C0ACME", "¿Alguna novedad?", { thread: world.conversation().ts });
  await world.settle();
  await world.passSeconds(30);
  expect(direct("U0LUIS").map(({ text }) => text)).toEqual([expect.stringMatching(/T-1001/)]);
  expect(await world.reminders()).toContain("50 fallbackTaken");
  expect(
    (await history()).match(new RegExp(inEnglish("history.fallbackTaken", { name: "Ana Ruiz" }), "g")),
  ).toHaveLength(2);
});

describe("two routes that meet in triage, where no person can be notified either", () => {
  const mails: string[] = [];
  beforeEach(async () => {
    await world.stop();
    mails.length = 0;
    // The deputy is notified first, so the route with a mailbox comes second.
    const ladder = withMailbox.ladder.map((step) => ({ ...step, tell: step.tell.toReversed() }));
    const people = { ...withMailbox.people, eva: person("eva", { roles: ["agent"] }) };
    world = await startWorld("http", { ...withMailbox, ladder, people });
    const refused = { ok: false, failure: { kind: "ourBug", why: "only mail" } } as const;
    world.ports.set("email", {
      post: async () => refused,
      edit: async () => refused,
      tell: async (to) => (mails.push(to), { ok: true, ref: { channel: to, id: "1" } }),
    });
    await world.opens();
    world.slack.closeDm("U0LUIS", "user_disabled");
    world.slack.channel("C0TRIAGE").archive();
  });

  test("both fail to the end", async () => {
    world.slack.closeDm("U0ANA", "user_disabled");
    await world.pass(200);
    expect(mails).toEqual(["email:ana@example.com"]);
    expect(await world.reminders()).toContain("80 fallbackTaken");
  });

  test("both fail if one reaches triage while the other is refused", async () => {
    refuses("U0ANA", "service_unavailable", 1);
    const port = world.ports.get("slack") ?? expect.fail("no Slack");
    world.ports.set("slack", {
      ...port,
      post: async (...args) => {
        world.slack.closeDm("U0ANA", "user_disabled");
        world.sleepThrough(1 / 30);
        await world.steps.deliverOutbox();
        return port.post(...args);
      },
    });
    await world.pass(200);
    expect(mails).toEqual(["email:ana@example.com"]);
  });

  test("both fail if one reaches triage long after the other", async () => {
    refuses("U0ANA", "service_unavailable", 99);
    await world.pass(200);
    expect(await world.reminders()).toContain("80 failed");
    for (let second = 0; second < 40; second++) await world.passSeconds(1);
    expect(mails).toEqual(["email:ana@example.com"]);
    expect(await world.reminders()).toContain("80 fallbackTaken");
  });
});

test("a mail server that refuses the password makes no person wait: the head is notified in chat", async () => {
  const server = await startMailServer({
    disabledCommands: ["STARTTLS"],
    authOptional: false,
    onAuth: (_, __, done) => done(refusing("5.7.8 bad password", 535)),
  });
  const url = server.url.replace("smtp://", "smtp://desk:wrong@");
  const mail = createEmail({ url, from: "desk@example.com" }, { log: world.log, now: world.now });
  world.ports.set("email", mail.port);
  try {
    await world.opens();
    for (const user of ["U0ANA", "U0LUIS"]) world.slack.closeDm(user, "user_disabled");
    world.slack.channel("C0TRIAGE").archive();
    await world.pass(120);
    expect(direct("U0EVA")).toHaveLength(1);
    expect(await history()).toMatch(
      inEnglish("history.fallbackTaken", { name: sayIn("en")("history.byEmail", { name: "Ana Ruiz" }) }),
    );
  } finally {
    await mail.stop();
    await server.stop();
  }
});

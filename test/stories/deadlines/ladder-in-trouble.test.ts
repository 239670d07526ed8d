import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createEmail } from "../../../adapters/email/index.ts";
import type { Adapter } from "../../../src/chat/port.ts";
import { attention } from "../../../src/http/attention.ts";
import type { Desk, Person } from "../../../src/desk/desk.ts";
import { refusing, startMailServer, type MailServer } from "../../support/mail-server.ts";
import { promisingDesk, sampleDesk } from "../../support/sample-desk.ts";
import { startStoryWorld, type Name, type StoryWorld } from "../../support/story-world/story-world.ts";
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

let world: StoryWorld;
beforeEach(async () => {
  world = await startStoryWorld("testchat", withMailbox);
});
afterEach(() => world.stop());

const direct = (name: Name) => world.direct(name);
/** The platform refuses every message from now on. */
const revokesToken = (): void => {
  for (const each of ["ana", "luis", "marta", "tom", "eva", "carla", "triage", "tech", "acme"] as const)
    world.fails(each, "token revoked", 999);
};
const history = async (): Promise<string> => {
  await world.user("marta").types("triage", "/ticket history 1001");
  await world.settle();
  return world.user("marta").privates.at(-1)?.text ?? "";
};
const deskSays = async (): Promise<string> => {
  await world.user("marta").types("random", "/desk");
  await world.settle();
  return world.user("marta").privates.at(-1)?.text ?? "";
};

describe("a token that is revoked", () => {
  test("causes no wait: the next route is taken at once, and the history says why", async () => {
    await world.opens();
    world.fails("ana", "token revoked", 99);
    await world.pass(120);
    expect(direct("luis")).toHaveLength(1);
    expect(await world.reminders()).toContain("50 fallbackTaken");
    expect(await history()).toMatch(inEnglish("history.fallbackTaken", { name: "Ana Ruiz", next: "Luis Gil" }));
    expect(await history()).toContain("TOKEN_INVALID");
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
      revokesToken();
      await world.pass(120);
      expect(server.mails.map(({ to }) => to)).toEqual([["ana@example.com"]]);
      expect(await attention(world.database, world.now())).toEqual([]);
    });

    test("a person who is paged gets a mail too", async () => {
      await world.opens();
      revokesToken();
      await world.user("carla").types("acme", "/ticket llamada 1001 +34600000009 16:30");
      await world.settle();
      expect(server.mails.map(({ to }) => to)).toEqual([["ana@example.com"]]);
    });
  });
});

describe("a platform that asks to try again later", () => {
  test("is tried for half a minute, then the next route is taken", async () => {
    await world.opens();
    world.fails("ana", "unavailable", 99);
    await world.pass(120);
    for (let second = 0; second < 29; second++) await world.passSeconds(1);
    expect([direct("ana"), direct("luis")]).toEqual([[], []]);
    for (let second = 0; second < 4; second++) await world.passSeconds(1);
    expect([direct("ana").length, direct("luis").length]).toEqual([0, 1]);
    expect(await world.reminders()).toContain("50 fallbackTaken");
  });

  test("however rarely it was tried in that time", async () => {
    await world.opens();
    world.fails("ana", "unavailable", 99);
    await world.pass(120);
    await world.passSeconds(35);
    expect(direct("luis")).toHaveLength(1);
  });

  test("and needs no other route if it accepts the message in that time", async () => {
    await world.opens();
    world.fails("ana", "unavailable", 3);
    await world.pass(120);
    for (let second = 0; second < 40; second++) await world.passSeconds(1);
    expect([direct("ana").length, direct("luis").length]).toEqual([1, 0]);
    expect(await world.reminders()).toContain("50 sent");
  });
});

test("a rate limit is not a failure, however long it lasts", async () => {
  await world.opens();
  world.limits("ana", 90);
  await world.pass(120);
  world.fails("ana", "unavailable", 1);
  for (let second = 0; second < 95; second += 5) await world.passSeconds(5);
  expect([direct("ana").length, direct("luis").length]).toEqual([1, 0]);
});

describe("if no route is left", () => {
  const nobodyElse = async (): Promise<void> => {
    await world.opens();
    for (const name of ["ana", "luis"] as const) world.leaves(name);
    world.loses("triage");
  };

  test.each(["token revoked", "unavailable"] as const)(
    "%s is tried again and again, and stands in /desk meanwhile",
    async (error) => {
      await nobodyElse();
      world.fails("eva", error, 4);
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
      expect(direct("eva")).toHaveLength(1);
      expect(await attention(world.database, world.now())).toEqual([]);
      expect(await deskSays()).not.toMatch(inEnglish("list.unreached"));
    },
  );
});

test("a step that fell back and was held back comes again from its first route, and falls back again", async () => {
  await world.stop();
  world = await startStoryWorld("testchat", promisingDesk);
  await world.opens();
  await world.user("luis").writes("acme", "Lo miramos", world.conversation());
  await world.settle();
  world.leaves("ana");
  world.fails("luis", "unavailable", 1);
  await world.pass(480);
  expect(await world.reminders()).toContain("50 sending");
  await world.user("luis").presses(world.card(), "wait");
  await world.user("luis").submits({ text: "" });
  await world.passSeconds(5);
  expect(await world.reminders()).toContain("50 cancelled");
  await world.user("carla").writes("acme", "¿Alguna novedad?", world.conversation());
  await world.settle();
  await world.passSeconds(30);
  expect(direct("luis").map(({ text }) => text)).toEqual([expect.stringMatching(/T-1001/)]);
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
    world = await startStoryWorld("testchat", { ...withMailbox, ladder, people });
    const refused = { ok: false, failure: { kind: "ourBug", why: "only mail" } } as const;
    world.ports.set("email", {
      post: async () => refused,
      edit: async () => refused,
      tell: async (to) => (mails.push(to), { ok: true, ref: { channel: to, id: "1" } }),
    });
    await world.opens();
    world.leaves("luis");
    world.loses("triage");
  });

  test("both fail to the end", async () => {
    world.leaves("ana");
    await world.pass(200);
    expect(mails).toEqual(["email:ana@example.com"]);
    expect(await world.reminders()).toContain("80 fallbackTaken");
  });

  test("both fail if one reaches triage while the other is refused", async () => {
    world.fails("ana", "unavailable", 1);
    const port = world.ports.get("testchat") ?? expect.fail("no port");
    world.ports.set("testchat", {
      ...port,
      post: async (...args) => {
        world.leaves("ana");
        world.sleepThrough(1 / 30);
        await world.steps.deliverOutbox();
        return port.post(...args);
      },
    });
    await world.pass(200);
    expect(mails).toEqual(["email:ana@example.com"]);
  });

  test("both fail if one reaches triage long after the other", async () => {
    world.fails("ana", "unavailable", 99);
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
    for (const name of ["ana", "luis"] as const) world.leaves(name);
    world.loses("triage");
    await world.pass(120);
    expect(direct("eva")).toHaveLength(1);
    expect(await history()).toMatch(
      inEnglish("history.fallbackTaken", { name: sayIn("en")("history.byEmail", { name: "Ana Ruiz" }) }),
    );
  } finally {
    await mail.stop();
    await server.stop();
  }
});

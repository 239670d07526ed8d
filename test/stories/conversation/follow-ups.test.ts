import { afterEach, describe, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { sql } from "../../../src/db/schema/orm.ts";
import { promisingDesk, sampleDesk } from "../../support/sample-desk.ts";
import { unansweredTimes } from "../../support/database/unanswered-times.ts";
import {
  startStoryWorld,
  type MessageKey,
  type StoryWorld,
  type Where,
} from "../../support/story-world/story-world.ts";

const desk: Desk = { ...sampleDesk, reopen: { days: 7, ms: 0 } };
const month = 30 * 24 * 60;
const secret = "canary-1234";

let world: StoryWorld;
afterEach(() => world.stop());

const carla = () => world.user("carla");
const staffTypes = async (line: string): Promise<void> => {
  const luis = world.user("luis");
  await luis.types("triage", line);
  await world.settle();
  if (luis.seesForm()) await luis.submits({});
  await world.settle();
};
const closesLongAgo = async (number: number): Promise<void> => {
  await staffTypes(`/ticket close ${number}`);
  expect((await world.ticket(number)).status).toBe("resolved");
  await world.pass(month);
};
const rootsIn = (channel: Where) => world.cards(channel);
const below = (place = 0) => rootsIn("acme")[place] ?? expect.fail("no card");
const carlaWrites = async (text: string, place = 0) => {
  const message = await carla().writes("acme", text, below(place));
  await world.settle();
  return message;
};
const edits = async (message: MessageKey, text: string): Promise<void> => {
  await world.pass(1);
  await carla().edits(message, text);
  await world.settle();
};
const numbers = async (): Promise<readonly number[]> =>
  (await world.database.rows<{ number: number }>(sql`select number from tickets order by number`)).map(
    ({ number }) => number,
  );
const stored = async (text: string): Promise<readonly string[]> => {
  const tables = ["tickets", "events", "thread_messages", "prompts", "prompt_messages", "inbox", "outbox"];
  const counts = await Promise.all(
    tables.map((table) =>
      world.database.rows<{ n: number }>(
        sql.raw(`select count(*)::int as n from ${table} x where x::text like '%${text}%'`),
      ),
    ),
  );
  return tables.filter((_, index) => counts[index]?.[0]?.n !== 0);
};
const shown = (text: string) =>
  (["triage", "acme"] as const).flatMap((channel) =>
    world.channel(channel).filter((each) => each.isBots && each.text.includes(text)),
  );
const file = (name: string) => ({ name, content: "abc", type: "image/png" });

describe("a message that opens a follow-up", () => {
  test("can be edited and deleted: its text disappears from cards and tables, and the title stays", async () => {
    world = await startStoryWorld("testchat", desk);
    await world.opens();
    await closesLongAgo(1001);
    const message = await carlaWrites(`Vuelve a fallar, mi clave es ${secret}`);
    await edits(message, "Vuelve a fallar, El vídeo no se ve");
    await world.pass(11);
    expect((await world.ticket(1002)).description).toBe("Vuelve a fallar, El vídeo no se ve");
    expect(shown(secret)).toEqual([]);
    await edits(message, `Vuelve a fallar con ${secret}`);
    await carla().deletes(message);
    await world.settle();
    await world.pass(11);
    expect(await world.ticket(1002)).toMatchObject({ description: "", title: "El vídeo no se ve" });
    expect(shown(secret)).toEqual([]);
    expect(await stored(secret)).toEqual([]);
  });

  test("brings its files, within the customer's limit", async () => {
    const files = { ...desk.limits.files, most: 1 };
    world = await startStoryWorld("testchat", { ...desk, limits: { ...desk.limits, files } });
    await world.opens();
    await closesLongAgo(1001);
    await carla().writes("acme", "", below(), [file("proof.png"), file("second.png")]);
    await world.settle();
    expect((await world.messages(1002)).flatMap((each) => each.files)).toMatchObject([
      { name: "proof.png", rejectedBecause: null },
      { name: "second.png", rejectedBecause: "quota" },
    ]);
    const card = rootsIn("triage").find(({ text }) => text.includes("T-1002 ·"));
    expect(card?.text).toContain("proof.png");
    expect(world.files.map(({ name, sharedIn }) => [name, sharedIn])).toEqual([["proof.png", "triage"]]);
  });
});

describe("a follow-up of a private ticket", () => {
  const writesDirect = async (text: string, thread?: MessageKey): Promise<void> => {
    await carla().writes("direct", text, thread);
    await world.settle();
  };
  const isPrivate = async (number: number): Promise<void> => {
    expect((await world.ticket(number)).conversation).toMatchObject({ kind: "person", user: world.refOf("carla") });
    expect(JSON.stringify(world.channel("acme"))).not.toContain("Private");
    expect(world.inDirect("carla").some(({ text }) => text.includes(`T-${number}`))).toBe(true);
  };

  test("is private too, if the customer writes below the closed one", async () => {
    world = await startStoryWorld("testchat", desk);
    await writesDirect("Private: films");
    await closesLongAgo(1001);
    const root = world.inDirect("carla").find(({ text }) => text.includes("T-1001"));
    await writesDirect("Private again, about my boss", root ?? expect.fail("no card"));
    expect((await world.ticket(1002)).description).toBe("Private again, about my boss");
    await isPrivate(1002);
  });

  test("is private too, if the ticket was closed while messages waited for an answer", async () => {
    world = await startStoryWorld("testchat", { ...desk, reopen: { days: 0, ms: 60_000 } });
    await writesDirect("Private: films");
    await writesDirect("Private, the second");
    await staffTypes("/ticket close 1001");
    await world.pass(10);
    expect((await world.ticket(1002)).description).toBe("Private, the second");
    await isPrivate(1002);
  });

  test("is private too, if the ticket was merged into another private one; one in the channel never takes it", async () => {
    world = await startStoryWorld("testchat", desk);
    await writesDirect("Private: films");
    await writesDirect("Private: more films");
    const question = world
      .inDirect("carla")
      .find(({ actions }) => actions.some((each) => each.startsWith("open-anyway")));
    await carla().presses(question ?? expect.fail("no question"), "open-anyway");
    await world.settle();
    await world.opens();
    await staffTypes("/ticket merge 1001 into 1003");
    expect((await world.ticket(1001)).status).toBe("open");
    await staffTypes("/ticket merge 1001 into 1002");
    expect((await world.ticket(1001)).status).toBe("resolved");
    await closesLongAgo(1002);
    const root = world.inDirect("carla").find(({ text }) => text.includes("T-1001"));
    await writesDirect("Private again, about my boss", root ?? expect.fail("no card"));
    await isPrivate(1004);
  });
});

describe("a thank-you that is edited into a question", () => {
  test("goes to the ticket that continues the closed one; a message opens one follow-up at most", async () => {
    world = await startStoryWorld("testchat", desk);
    await world.opens();
    await closesLongAgo(1001);
    const first = await carlaWrites("Gracias");
    const second = await carlaWrites("Gracias!");
    await carlaWrites("Pero está roto otra vez");
    await edits(first, "Gracias, pero está roto en la tele");
    await edits(second, "Gracias! pero está roto en el móvil");
    expect(await numbers()).toEqual([1001, 1002]);
    const next = await world.ticket(1002);
    expect(await unansweredTimes(world.database.db, next)).toHaveLength(2);
    expect(next.lastCustomerMessage?.text).toBe("Gracias! pero está roto en el móvil");
    await edits(second, "Gracias! pero está roto en el coche");
    expect((await world.ticket(1002)).lastCustomerMessage?.text).toBe("Gracias! pero está roto en el coche");
    await carla().deletes(second);
    await world.settle();
    expect(await stored("en el coche")).toEqual([]);
    expect((await world.ticket(1002)).lastCustomerMessage?.text).toBe("Gracias, pero está roto en la tele");
  });

  test("opens a follow-up whose description follows the message, whatever the order of its edits", async () => {
    world = await startStoryWorld("testchat", desk);
    await world.opens();
    await closesLongAgo(1001);
    const message = await carlaWrites("Gracias");
    const at = world.now();
    const editedAt = async (after: number, text: string): Promise<void> => {
      await world.steps.core.accept(
        {
          kind: "edited",
          key: `edit ${after}`,
          at: at + after,
          by: { user: world.refOf("carla"), name: "carla" },
          channel: world.refOf("acme"),
          message: { channel: world.refOf("acme"), id: message.id, thread: below().id },
          text,
        },
        async () => {},
      );
      await world.settle();
    };
    await editedAt(20_000, "Vuelve a fallar en la tele");
    await editedAt(10_000, "Vuelve a fallar");
    await editedAt(30_000, "Vuelve a fallar en el móvil");
    expect(await numbers()).toEqual([1001, 1002]);
    expect((await world.ticket(1002)).description).toBe("Vuelve a fallar en el móvil");
    await carla().deletes(message);
    await world.settle();
    expect((await world.ticket(1002)).description).toBe("");
    expect(await stored("Vuelve a fallar")).toEqual([]);
  });

  test.each([null, desk.reopen])(
    "on a merged ticket starts the deadline of the ticket that continues it, and reopens nothing: reopen %j",
    async (reopen) => {
      world = await startStoryWorld("testchat", { ...promisingDesk, reopen });
      await world.opens();
      await world.opens();
      const message = await carlaWrites("Gracias");
      for (const place of [0, 1]) await world.user("luis").writes("acme", "Ya está", below(place));
      await world.settle();
      await staffTypes("/ticket merge 1001 into 1002");
      await edits(message, "Gracias, pero no funciona");
      const [merged, next] = [await world.ticket(1001), await world.ticket(1002)];
      expect(merged.status).toBe("resolved");
      expect(next.unanswered?.first).toBe(next.unanswered?.last);
      expect(next.sla.clocks.find(({ kind, end }) => kind === "nextResponse" && end === null)?.startedAt).toBe(
        next.unanswered?.first,
      );
      const announced = (name: string) =>
        world
          .thread(rootsIn("triage").find(({ text }) => text.includes(`${name} ·`)) ?? world.card())
          .filter(({ text }) => text.includes("pero no funciona"));
      expect(announced("T-1002")).toHaveLength(1);
    },
  );
});

test("messages below several tickets that were merged into one open one follow-up, at the same time too", async () => {
  world = await startStoryWorld("testchat", desk);
  for (let opened = 0; opened < 3; opened += 1) await world.opens();
  await staffTypes("/ticket merge 1001 into 1003");
  await staffTypes("/ticket merge 1002 into 1003");
  await closesLongAgo(1003);
  await Promise.all([0, 1, 2].map((place) => carla().writes("acme", `Otra vez ${place}`, below(place))));
  await world.settle();
  expect(await numbers()).toEqual([1001, 1002, 1003, 1004]);
  expect((await world.messages(1004)).map(({ text }) => text).toSorted()).toEqual([
    "Otra vez 0",
    "Otra vez 1",
    "Otra vez 2",
  ]);
  expect((await world.ticket(1003)).links.filter(({ how }) => how === "followedBy")).toEqual([
    { number: 1004, how: "followedBy" },
  ]);
});

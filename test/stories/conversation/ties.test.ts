import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startStoryWorld, type StoryWorld, type Where } from "../../support/story-world/story-world.ts";
import { inEnglish, inSpanish } from "../../support/sentences.ts";

const desk: Desk = { ...sampleDesk, reopen: { days: 7, ms: 0 } };
const day = 24 * 60;

let world: StoryWorld;
beforeEach(async () => {
  world = await startStoryWorld("testchat", desk);
  await world.opens();
});
afterEach(() => world.stop());

const luis = () => world.user("luis");
const types = async (line: string): Promise<string> => {
  await luis().types("triage", line);
  await world.settle();
  return luis().privates.at(-1)?.text ?? "";
};
const roots = (channel: Where) => world.cards(channel);
const root = (channel: Where, name: string) => {
  const found = roots(channel).find(({ text }) => text.includes(`${name} ·`));
  if (found === undefined) throw new Error(`no card of ${name} in ${channel}`);
  return found;
};
const below = (channel: Where, name: string): string =>
  world
    .thread(root(channel, name))
    .map(({ text }) => text)
    .join("\n");
const carlaWrites = async (name: string, text: string): Promise<void> => {
  await world.user("carla").writes("acme", text, root("acme", name));
  await world.settle();
};

describe("a duplicate ticket", () => {
  test("ends; its customer reads where it continues, and their messages below it arrive there", async () => {
    await world.opens();
    expect(await types("/ticket merge 1002 into 1001")).toMatch(
      inEnglish("link.done.merge", { ticket: "T-1002", to: "T-1001" }),
    );
    expect(below("acme", "T-1002")).toMatch(inSpanish("link.continuesIn.merged", { to: "T-1001" }));
    expect((await world.ticket(1002)).status).toBe("resolved");
    await carlaWrites("T-1002", "Ahora tampoco hay sonido");
    expect(below("triage", "T-1001")).toContain("Ahora tampoco hay sonido");
    expect(below("triage", "T-1002")).not.toContain("Ahora tampoco hay sonido");
    expect((await world.ticket(1001)).lastCustomerMessage?.text).toBe("Ahora tampoco hay sonido");
    expect(await types("/ticket merge 1001 into 1002")).toMatch(inEnglish("link.mergedInto", { other: "T-1001" }));
  });

  test("that waits for an answer takes its wait with it to a ticket that was answered", async () => {
    await world.user("luis").writes("acme", "Hello", root("acme", "T-1001"));
    await world.settle();
    await world.pass(10);
    await world.opens();
    const waits = (await world.ticket(1002)).sla.clocks.find(({ kind }) => kind === "firstResponse");
    await world.pass(5);
    await types("/ticket merge 1002 into 1001");
    const ticket = await world.ticket(1001);
    expect(ticket.unanswered?.first).toBe(waits?.startedAt);
    expect(ticket.unanswered?.last).toBe(waits?.startedAt);
  });

  test("that is open never ends in a resolved one, where no deadline runs", async () => {
    await world.opens();
    await types("/ticket close 1001");
    expect((await world.ticket(1001)).status).toBe("resolved");
    expect(await types("/ticket merge 1002 into 1001")).toMatch(inEnglish("refusal.link.targetResolved"));
    expect((await world.ticket(1002)).status).toBe("open");
  });

  test("of another person without an account cannot be merged, since its requester would read what the other writes", async () => {
    for (const [index, user] of [world.refOf("sam"), "testchat:999" as const].entries()) {
      // A private chat has the id of its person.
      const channel = user;
      const message = { channel, id: String(9000 + index) };
      const by = { user, name: "A stranger" } as const;
      const key = `stranger:${index}`;
      await world.steps.core.accept({
        kind: "message",
        key,
        at: world.now(),
        by,
        channel,
        direct: true,
        message,
        text: "No films at all",
      });
      await world.settle();
    }
    expect((await world.ticket(1003)).account).toBeNull();
    expect(await types("/ticket merge 1002 into 1003")).toMatch(inEnglish("refusal.link.otherAccount"));
    expect((await world.ticket(1002)).status).toBe("open");
  });

  test("of another account cannot be merged, and can be linked", async () => {
    await world.user("oliver").types("north", "/ticket No sound");
    await world.user("oliver").submits({ severity: "low", description: "None at all." });
    await world.settle();
    expect(await types("/ticket merge 1002 into 1001")).toMatch(inEnglish("refusal.link.otherAccount"));
    expect((await world.ticket(1002)).status).toBe("open");
    expect(await types("/ticket link 1001 1002")).toMatch(
      inEnglish("link.done.link", { ticket: "T-1001", to: "T-1002" }),
    );
    expect((await world.ticket(1002)).links).toEqual([{ number: 1001, how: "linked" }]);
    expect(await types("/ticket show 1002")).toContain("T-1001");
    expect(JSON.stringify(world.channel("north"))).not.toContain("T-1001");
    expect(await types("/ticket link 1001 9999")).toMatch(inEnglish("refusal.noSuchTicket"));
  });
});

describe("a customer who comes back", () => {
  test("reopens the resolved ticket by a message below it", async () => {
    await types("/ticket close 1001");
    await world.pass(day);
    await carlaWrites("T-1001", "¡Muchas gracias!");
    expect((await world.ticket()).status).toBe("resolved");
    await carlaWrites("T-1001", "Vuelve a fallar");
    expect((await world.ticket()).status).toBe("open");
    expect(below("acme", "T-1001")).toMatch(inSpanish("message.reopened"));
  });

  test("after a long time gets a new ticket with the message, which both sides read; more messages follow it", async () => {
    await types("/ticket close 1001");
    await world.pass(8 * day);
    await carlaWrites("T-1001", "Vuelve a fallar en la tele nueva");
    const next = await world.ticket(1002);
    expect(next).toMatchObject({ description: "Vuelve a fallar en la tele nueva", title: "El vídeo no se ve" });
    expect(next.links).toEqual([{ number: 1001, how: "follows" }]);
    expect(below("acme", "T-1001")).toMatch(inSpanish("link.continuesIn.closed", { to: "T-1002" }));
    expect(below("triage", "T-1001")).toMatch(inEnglish("link.added.followedBy", { other: "T-1002" }));
    expect((await world.ticket(1001)).status).toBe("resolved");
    await carlaWrites("T-1001", "Y en el móvil");
    expect((await world.ticket(1002)).lastCustomerMessage?.text).toBe("Y en el móvil");
  });
});

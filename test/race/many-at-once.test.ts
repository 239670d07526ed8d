import { asOutboxRow } from "../../src/db/delivery/outbox-row.ts";
import { outbox } from "../../src/db/schema/delivery-schema.ts";
import { afterEach, describe, expect, test } from "vitest";
import { readCards } from "../../src/db/delivery/card-store.ts";
import { readEvents } from "../../src/db/event-store.ts";
import { inbox, requests } from "../../src/db/schema/inbox-schema.ts";
import { reminders, tickets } from "../../src/db/schema/schema.ts";
import { readTicket } from "../../src/db/ticket-store.ts";
import { minutes } from "../support/given.ts";
import { opens, presses, submits, writes, type Who } from "./acts.ts";
import { amiss } from "./amiss.ts";
import { busyDesk, openSeveral, type Kind, type SeveralDesks } from "./several-desks.ts";
import { openSquare, type Square } from "./square.ts";

const severities = ["critical", "high", "medium", "low"] as const;
const agents: readonly Who[] = ["luis", "marta", "ana", "eva"];

describe.each<Kind>(["postgres", "pglite"])("several processes on %s", (kind) => {
  const processes = kind === "postgres" ? 4 : 2;
  const many = kind === "postgres" ? 6 : 3;
  let square: Square;
  let desks: SeveralDesks;
  const begin = async (): Promise<void> => {
    square = openSquare();
    desks = await openSeveral(
      kind,
      Array.from({ length: processes }, () => square.port),
    );
  };
  afterEach(() => desks.close());

  /** Opens so many tickets through all processes at once and returns their numbers. */
  const openMany = async (count: number): Promise<readonly number[]> => {
    await Promise.all(Array.from({ length: count }, (_, n) => desks.accept(opens(`Ticket ${n}`, desks.now()), n)));
    await desks.settle();
    const rows = await desks.database.db.select({ number: tickets.number }).from(tickets);
    return rows.map((row) => row.number);
  };

  const wellAndQuiet = async (): Promise<void> => {
    expect(await amiss(desks.database, square, busyDesk)).toEqual([]);
    expect(desks.log.lines.filter((line) => !line.startsWith("info"))).toEqual([]);
  };

  test("let exactly one of many claims win, and tell each of the others who has the ticket", async () => {
    await begin();
    const numbers = await openMany(many);
    const claims = numbers.flatMap((number) =>
      agents.map((who) => ({ number, who, inboundEvent: presses(who, `claim ${number}`, desks.now()) })),
    );
    await Promise.all(claims.map(({ inboundEvent }, n) => desks.accept(inboundEvent, n)));
    await desks.settle();
    for (const number of numbers) {
      const ticket = await readTicket(desks.database.db, number);
      const winner = busyDesk.people[ticket?.assignee ?? ""]?.name ?? "nobody";
      const wins = (await readEvents(desks.database.db, number)).filter(({ type }) => type === "assigned");
      expect(wins).toHaveLength(1);
      const received = claims
        .filter((claim) => claim.number === number)
        .map(({ inboundEvent }) => desks.answers.get(inboundEvent.key) ?? []);
      expect(received.filter((cards) => cards.length === 0)).toHaveLength(1);
      expect(received.filter((cards) => JSON.stringify(cards).includes(winner))).toHaveLength(agents.length - 1);
    }
    await wellAndQuiet();
  });

  test("end with true cards and each message once, whatever people and the clock do at once", async () => {
    await begin();
    const numbers = await openMany(many);
    const { db } = desks.database;
    for (let round = 0; round < 3; round += 1) {
      const outcomes = await Promise.all(
        numbers.map(async (number, n) => {
          const card = (await readCards(db, number)).find(({ side }) => side === "conversation");
          const thread = card?.refMessage ?? "";
          const at = desks.now();
          return [
            presses("luis", `severity ${number} ${severities[(round + n) % 4] ?? "low"}`, at),
            presses("marta", `severity ${number} ${severities[(round + n + 1) % 4] ?? "low"}`, at),
            presses("ana", round === 1 ? `acknowledge ${number}` : `wait ${number}`, at),
            presses("eva", round === 2 && n % 3 === 0 ? `resolve ${number}` : `claim ${number}`, at),
            writes("carla", `And now? ${round}`, "slack:C0ACME", thread, at),
            ...(round === 1 && n % 2 === 0
              ? [submits("luis", `submit-reply ${number} slack:C0ACME`, { text: "We are on it" }, at)]
              : []),
          ];
        }),
      );
      const accepting = outcomes.flat().map((inboundEvent, n) => desks.accept(inboundEvent, n));
      await Promise.all([...accepting, desks.settle()]);
      desks.turn(45 * minutes);
      await desks.settle();
    }
    desks.turn(48 * 60 * minutes);
    await desks.settle();
    const rows = await db.select({ status: reminders.status }).from(reminders);
    expect(rows.filter(({ status }) => status === "planned")).toEqual([]);
    expect(rows.filter(({ status }) => status === "sent").length).toBeGreaterThan(0);
    await wellAndQuiet();
  });

  test("give an inbound event that several of them receive one effect", async () => {
    await begin();
    const opening = opens("Only once", desks.now());
    await Promise.all(desks.instances.map((_, n) => desks.accept(opening, n)));
    await desks.settle();
    const reply = submits("luis", "submit-reply 1001 slack:C0ACME", { text: "Once" }, desks.now());
    await Promise.all([...desks.instances, ...desks.instances].map((_, n) => desks.accept(reply, n)));
    await desks.settle();
    const { db } = desks.database;
    expect((await db.select().from(tickets)).map(({ replies }) => replies)).toEqual([1]);
    expect(await db.select().from(inbox)).toHaveLength(2);
    expect(await db.select().from(requests)).toHaveLength(2);
    expect(await db.select().from(outbox)).toHaveLength(1);
    await wellAndQuiet();
  });

  test("send each of many reminders that fall due together once", async () => {
    await begin();
    await openMany(many);
    for (const step of [120, 72, 48]) {
      desks.turn(step * minutes);
      await desks.settle();
    }
    const rows = await desks.database.db.select().from(reminders);
    expect(rows).toHaveLength(many * 3);
    expect(rows.filter(({ status }) => status !== "sent")).toEqual([]);
    // Manager; manager and deputy; manager, head and a mention in both triage channels.
    const received = (await desks.database.db.select().from(outbox)).map(asOutboxRow);
    expect(received.filter(({ message }) => message.type === "reminder")).toHaveLength(many * (1 + 2 + 4));
    expect(received.filter(({ status }) => status !== "sent")).toEqual([]);
    // Several reminders for one person are one message, and each message was posted once.
    const posted = square.messages.filter(({ key }) => key.includes("firstResponse") || key.startsWith("digest"));
    expect(posted).toHaveLength(new Set(received.map(({ ref }) => `${ref?.channel} ${ref?.id}`)).size);
    await wellAndQuiet();
  });
});

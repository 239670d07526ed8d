import { afterEach, describe, expect, test } from "vitest";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import { tickets } from "../../src/db/schema/schema.ts";
import { readTicket } from "../../src/db/ticket-store.ts";
import { mergedInto } from "../../src/tickets/ticket.ts";
import { opens } from "./acts.ts";
import { openSeveral, type Kind, type SeveralDesks } from "./several-desks.ts";
import { openSquare } from "./square.ts";

const pairs = 4;

describe.each<Kind>(["postgres", "pglite"])("several processes on %s", (kind) => {
  let desks: SeveralDesks;
  afterEach(() => desks.close());

  test("merge two tickets one way only, however many agents merge both ways at once", async () => {
    const square = openSquare();
    desks = await openSeveral(
      kind,
      Array.from({ length: kind === "postgres" ? 4 : 2 }, () => square.port),
    );
    await Promise.all(Array.from({ length: 2 * pairs }, (_, n) => desks.accept(opens(`Ticket ${n}`, desks.now()), n)));
    await desks.settle();
    const numbers = (await desks.database.db.select({ number: tickets.number }).from(tickets)).map((row) => row.number);
    const mergePress = (user: string, from: number, to: number): InboundEvent => ({
      key: `slack:tie:${from}:${to}`,
      at: desks.now(),
      by: { user: `slack:U0${user}`, name: user },
      channel: "slack:C0TRIAGE",
      kind: "command",
      name: "ticket",
      text: `merge ${from} into ${to}`,
    });
    const couples = Array.from({ length: pairs }, (_, n) => [numbers[2 * n] ?? 0, numbers[2 * n + 1] ?? 0] as const);
    await Promise.all(
      couples.flatMap(([one, other], n) => [
        desks.accept(mergePress(`LUIS`, one, other), 2 * n),
        desks.accept(mergePress(`MARTA`, other, one), 2 * n + 1),
      ]),
    );
    await desks.settle();
    for (const [one, other] of couples) {
      const ends = await Promise.all([one, other].map((number) => readTicket(desks.database.db, number)));
      expect(ends.filter((ticket) => ticket !== null && mergedInto(ticket) !== null)).toHaveLength(1);
      const received = [`slack:tie:${one}:${other}`, `slack:tie:${other}:${one}`].map((key) =>
        JSON.stringify(desks.answers.get(key)),
      );
      expect(received.filter((card) => /it continues in T-|sigue en T-/.test(card))).toHaveLength(1);
    }
    expect(desks.log.lines.filter((line) => !line.startsWith("info"))).toEqual([]);
  });
});

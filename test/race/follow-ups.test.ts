import { afterEach, describe, expect, test } from "vitest";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import { cards } from "../../src/db/schema/delivery-schema.ts";
import { threadMessages } from "../../src/db/schema/message-schema.ts";
import { tickets } from "../../src/db/schema/schema.ts";
import { readTicket } from "../../src/db/ticket-store.ts";
import { execute } from "../../src/tickets/execute/execute.ts";
import { opens, writes } from "./acts.ts";
import { busyDesk, openSeveral, type Kind, type SeveralDesks } from "./several-desks.ts";
import { openSquare } from "./square.ts";

const month = 30 * 24 * 60 * 60_000;

describe.each<Kind>(["postgres", "pglite"])("several processes on %s", (kind) => {
  let desks: SeveralDesks;
  afterEach(() => desks.close());

  const numbers = async (): Promise<readonly number[]> =>
    (await desks.database.db.select({ number: tickets.number }).from(tickets))
      .map(({ number }) => number)
      .toSorted((one, other) => one - other);
  const merges = async (from: number, into: number): Promise<void> => {
    const at = desks.now();
    const by = { user: "slack:U0LUIS", name: "luis" } as const;
    const key = `slack:merge:${from}`;
    const text = `merge ${from} into ${into}`;
    await desks.accept({ key, at, by, channel: "slack:C0TRIAGE", kind: "command", name: "ticket", text });
    await desks.settle();
  };
  const resolves = async (number: number): Promise<void> => {
    const [instance] = desks.instances;
    if (instance === undefined) throw new Error("no process");
    const by = { kind: "person", user: "slack:U0LUIS", name: "luis", channel: "slack:C0TRIAGE" } as const;
    const command = { type: "resolve", by, at: desks.now() } as const;
    expect((await execute(instance.deps, { key: null, number, command })).ok).toBe(true);
    await desks.settle();
  };
  /** Carla's message below the card of a ticket. */
  const writesBelow = async (number: number, text: string): Promise<InboundEvent> => {
    const shown = await desks.database.db.select().from(cards);
    const card = shown.find(({ ticket, side }) => ticket === number && side === "conversation");
    if (card?.refChannel == null || card.refMessage === null) throw new Error(`T-${number} has no card`);
    return writes("carla", text, card.refChannel, card.refMessage, desks.now());
  };

  test("messages that arrive at once below merged, long closed tickets open one follow-up and are all in it", async () => {
    const square = openSquare();
    desks = await openSeveral(
      kind,
      Array.from({ length: kind === "postgres" ? 4 : 2 }, () => square.port),
      { ...busyDesk, reopen: { days: 7, ms: 0 } },
    );
    for (let round = 0; round < (kind === "postgres" ? 3 : 1); round += 1) {
      const before = (await numbers()).length;
      for (let n = 0; n < 3; n += 1) await desks.accept(opens(`Ticket ${round} ${n}`, desks.now()), n);
      await desks.settle();
      const opened = (await numbers()).slice(before);
      const last = opened.at(-1) ?? 0;
      for (const number of opened.slice(0, -1)) await merges(number, last);
      await resolves(last);
      desks.turn(month);
      const late = await Promise.all(opened.map((number, n) => writesBelow(number, `Otra vez ${round} ${n}`)));
      await Promise.all(late.map((event, n) => desks.accept(event, n)));
      await desks.settle();
      expect(await numbers()).toHaveLength(before + 4);
      const links = (await readTicket(desks.database.db, last))?.links ?? [];
      const followUps = links.filter(({ how }) => how === "followedBy").map(({ number }) => number);
      expect(followUps).toEqual([(await numbers()).at(-1)]);
      const posted = (await desks.database.db.select().from(threadMessages)).filter(({ text }) =>
        text.startsWith(`Otra vez ${round} `),
      );
      expect(posted.map(({ ticket }) => ticket)).toEqual(late.map(() => followUps[0]));
    }
    expect(desks.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
  });
});

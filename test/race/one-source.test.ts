import { afterEach, describe, expect, test } from "vitest";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import { readEvents } from "../../src/db/event-store.ts";
import { tickets } from "../../src/db/schema/schema.ts";
import { busyDesk, openSeveral, type Kind, type SeveralDesks } from "./several-desks.ts";
import { openSquare } from "./square.ts";

/** Several people make a ticket of one message at once, each in another way. */
const waysToOpen = (at: number): readonly InboundEvent[] => {
  const message = { channel: "slack:C0ACME", id: "100.1" } as const;
  const by = (user: string) => ({ user: `slack:U0${user}` as const, name: user.toLowerCase() });
  const mention: InboundEvent = {
    key: "slack:msg:C0ACME:100.1",
    at,
    by: by("CARLA"),
    channel: "slack:C0ACME",
    kind: "message",
    message,
    text: "No hay vídeo",
    mentionsBot: true,
  };
  const form = (user: string): InboundEvent => ({
    key: `slack:submit:${user}`,
    at,
    by: by(user),
    channel: "slack:C0ACME",
    kind: "submit",
    action: "submit-ticket slack:C0ACME 100.1",
    values: { title: "No hay vídeo", severity: "high", description: "Desde las diez.", account: "acme" },
  });
  return [mention, ...["DIEGO", "LUIS", "MARTA", "ANA", "EVA", "PEPE"].map(form)];
};

describe.each<Kind>(["postgres", "pglite"])("several processes on %s", (kind) => {
  let desks: SeveralDesks;
  afterEach(() => desks.close());

  test("make one ticket of one message, and name it to those who came later", async () => {
    const square = openSquare();
    desks = await openSeveral(
      kind,
      Array.from({ length: kind === "postgres" ? 4 : 2 }, () => square.port),
      busyDesk,
    );
    const all = waysToOpen(desks.now());
    await Promise.all(all.map((inboundEvent, n) => desks.accept(inboundEvent, n)));
    await desks.settle();
    const rows = await desks.database.db.select({ number: tickets.number }).from(tickets);
    expect(rows).toHaveLength(1);
    const number = rows[0]?.number ?? 0;
    expect((await readEvents(desks.database.db, number)).filter(({ type }) => type === "opened")).toHaveLength(1);
    const answers = all.flatMap(({ key }) => desks.answers.get(key) ?? []).map((card) => JSON.stringify(card));
    const refusals = answers.filter((card) => /already|ya es/.test(card) && card.includes(`T-${number}`));
    // A mention that comes first is answered by the card in its thread; a later one becomes a message there.
    expect(refusals.length).toBeGreaterThanOrEqual(all.length - 2);
    expect(answers.length - refusals.length).toBeLessThanOrEqual(1);
    expect(square.messages.filter(({ ref }) => ref.thread === "100.1" && ref.channel === "slack:C0ACME")).toHaveLength(
      1,
    );
    expect(desks.log.lines.filter((line) => !line.startsWith("info"))).toEqual([]);
  });
});

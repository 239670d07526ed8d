import { afterEach, describe, expect, test } from "vitest";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import { prompts } from "../../src/db/schema/prompt-schema.ts";
import { threadMessages } from "../../src/db/schema/message-schema.ts";
import { busyDesk, openSeveral, type Kind, type SeveralDesks } from "./several-desks.ts";
import { openSquare } from "./square.ts";

describe.each<Kind>(["postgres", "pglite"])("several processes on %s", (kind) => {
  let desks: SeveralDesks;
  afterEach(() => desks.close());

  const begin = async (): Promise<void> => {
    const square = openSquare();
    const processes = kind === "postgres" ? 4 : 2;
    desks = await openSeveral(
      kind,
      Array.from({ length: processes }, () => square.port),
      busyDesk,
    );
  };
  const direct = (who: number, key: string) => ({
    key: `slack:${key}:${who}`,
    at: desks.now(),
    by: { user: `slack:U0P${who}` as const, name: `Person ${who}` },
    channel: `slack:D0P${who}` as const,
  });
  const writes = (who: number, id: string, text: string): InboundEvent => ({
    ...direct(who, `msg ${id}`),
    kind: "message",
    message: { channel: `slack:D0P${who}`, id },
    text,
    direct: true,
  });
  const edits = (who: number, id: string, text: string): InboundEvent => ({
    ...direct(who, `edit ${id}`),
    at: desks.now() + 1,
    kind: "edited",
    message: { channel: `slack:D0P${who}`, id },
    text,
    direct: true,
  });
  const deletes = (who: number, id: string): InboundEvent => ({
    ...direct(who, `gone ${id}`),
    kind: "deleted",
    message: { channel: `slack:D0P${who}`, id },
    direct: true,
  });

  test("an edit and a deletion are followed, whether the answer comes before, at the same time or after", async () => {
    await begin();
    const people = Array.from({ length: kind === "postgres" ? 8 : 2 }, (_, who) => who);
    const each = async (act: (who: number) => readonly InboundEvent[]): Promise<void> => {
      await Promise.all(people.flatMap((who) => act(who).map((event, n) => desks.accept(event, who + n))));
      await desks.settle();
    };
    await each((who) => [writes(who, "1.1", "The videos are gone")]);
    await each((who) => [writes(who, "1.2", "And the captions")]);
    await each((who) => [writes(who, "1.3", "password-1234")]);
    const asked = await desks.database.db.select().from(prompts);
    expect(asked).toHaveLength(people.length);
    await each((who) => {
      const prompt = asked.find(({ byUser }) => byUser === `slack:U0P${who}`)?.id;
      const verb = who % 2 === 0 ? "add-words" : "open-anyway";
      return [
        { ...direct(who, "press"), kind: "press", action: `${verb} ${prompt}` },
        edits(who, "1.2", "And the subtitles"),
        deletes(who, "1.3"),
      ];
    });
    for (let turn = 0; turn < 6; turn += 1) {
      desks.turn(60_000);
      await desks.settle();
    }
    const kept = await desks.database.db.select().from(threadMessages);
    for (const who of people) {
      const theirs = kept.filter(({ channel }) => channel === `slack:D0P${who}`);
      expect(theirs.find(({ message }) => message === "1.2")?.text).toBe("And the subtitles");
      expect(theirs.find(({ message }) => message === "1.3")?.text ?? "").toBe("");
    }
    const settled = await desks.database.db.select().from(prompts);
    expect(settled.filter(({ settledAt }) => settledAt === null)).toEqual([]);
    expect(desks.log.lines.filter((line) => !line.startsWith("info"))).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import { createDeskCache } from "../../../src/tickets/execute/desk-cache.ts";
import { execute } from "../../../src/tickets/execute/execute.ts";
import { acknowledge } from "../../../src/requests/route.ts";
import type { InboundEvent } from "../../../src/chat/inbound-event.ts";
import { writeDesk } from "../../../src/db/desk-store.ts";
import { readEvents } from "../../../src/db/event-store.ts";
import type { DatabaseHandle } from "../../../src/db/connection/handle.ts";
import { sql } from "../../../src/db/schema/orm.ts";
import type { Desk } from "../../../src/desk/desk.ts";
import { respond } from "../../../src/inbox/respond.ts";
import { suggest } from "../../../src/inbox/suggest.ts";
import { keptLog } from "../../adapters/slack/stage.ts";
import { freshDatabase } from "../../support/database/database.ts";
import { monday, type GivenCommand, wholeCommand } from "../../support/given.ts";
import { bare } from "../../support/source-rules/bare-commands.ts";
import { deskOfRoles, everybody, type Who } from "../../support/who-may.ts";
import { permissionTable, type Way } from "../../support/permission-table.ts";
import { silentMeter } from "../../support/world.ts";

const canary = "Canario";
const nowhere = 9042;

/** The same desk, with all people and channels on another platform. */
const moved = <T>(value: T, platform: string): T =>
  JSON.parse(JSON.stringify(value).replaceAll("slack:", `${platform}:`)) as T;

const every: readonly Way[] = [
  ...Object.values(permissionTable).flatMap(({ ways }) => ways),
  { surface: "form", does: { kind: "submit", action: "submit-ticket slack:C0ACME 17.1", values: {} } },
  { surface: "button", does: { kind: "press", action: "why 1042" } },
];
const forged = every.flatMap((way) => (way.surface === "message" ? [] : [way.does]));
const aboutTicket = forged.filter((does) => JSON.stringify(does).includes("1042"));

/** Acme's tickets in three states, on a desk of this platform. */
const opened = async (platform: string) => {
  const database: DatabaseHandle = await freshDatabase();
  const desk: Desk = moved(deskOfRoles, platform);
  await writeDesk(database.db, {}, monday);
  const cache = createDeskCache(() => desk);
  await cache.read(database.db);
  const deps = {
    database,
    desk: cache,
    ports: new Map(),
    now: () => monday + 60_000,
    log: keptLog(),
    metrics: silentMeter,
  };
  const does = async (who: Who, number: number | null, command: GivenCommand): Promise<void> => {
    const [user, channel] = moved(everybody[who], platform);
    const by = { kind: "person", user, name: `${canary} ${who}`, channel } as const;
    const outcome = await execute(deps, {
      key: null,
      number,
      command: moved({ ...wholeCommand(command), by, at: monday }, platform),
    });
    if (!outcome.ok) throw new Error(`${command.type}: ${outcome.refusal.reason}`);
  };
  for (const number of [1001, 1002, 1003]) {
    await does("owner", null, { ...bare.open, title: `${canary} title`, description: `${canary} words` });
    if (number === 1001) continue;
    await does("agent", number, { ...bare.reply, text: `${canary} answer` });
    await does("owner", number, { ...bare.receiveMessage, text: `${canary} thanks` });
    await does("agent", number, number === 1002 ? bare.askTech : bare.resolve);
  }
  let acts = 0;
  /** Everything that a person gets for an action, at once and later. */
  const gets = async (who: Who, does: object): Promise<string> => {
    const [user, channel] = moved(everybody[who], platform);
    const key = `${platform}:${++acts}`;
    const inboundEvent = {
      ...moved(does, platform),
      key,
      at: monday,
      by: { user, name: who },
      channel,
    } as InboundEvent;
    const first = acknowledge(inboundEvent, desk);
    return JSON.stringify(first.kind === "work" ? await respond(deps, inboundEvent) : first);
  };
  const rows = async (): Promise<string> => {
    const [row] = await database.rows(
      sql`select (select count(*) from events) as events, (select count(*) from outbox) as outbox, (select count(*) from tickets) as tickets`,
    );
    return JSON.stringify(row);
  };
  return { deps, desk, gets, rows, events: (number: number) => readEvents(database.db, number) };
};

const renumbered = (does: object, number: number): object =>
  JSON.parse(JSON.stringify(does).replaceAll("1042", String(number))) as object;

describe.each(["slack", "discord"])("a customer of another account on %s", (platform) => {
  test("who uses the numbers of tickets that are not theirs gets the same answers as for numbers without a ticket", async () => {
    const { gets, rows } = await opened(platform);
    const before = await rows();
    expect(aboutTicket.length).toBeGreaterThan(30);
    for (const who of ["other", "nobody", "guestInTriage"] as const)
      for (const does of aboutTicket) {
        const none = await gets(who, renumbered(does, nowhere));
        for (const number of [1001, 1002, 1003]) {
          const theirs = await gets(who, renumbered(does, number));
          expect([who, does, theirs]).toEqual([who, does, none.replaceAll(String(nowhere), String(number))]);
          expect(theirs).not.toContain(canary);
        }
      }
    expect(await rows()).toBe(before);
  });

  test("finds no ticket of others in lists, suggestions and commands without a number", async () => {
    const { deps, gets } = await opened(platform);
    const [user, channel] = moved(everybody["other"], platform);
    for (const does of forged.filter((each) => !aboutTicket.includes(each))) {
      const got = await gets("other", does);
      expect([does, got.includes(canary), /100[123]/.test(got)]).toEqual([does, false, false]);
    }
    for (const text of ["", "1", "1001", "T-10"]) {
      const offered = await suggest(deps, { by: { user, name: "Oliver" }, channel, verb: "show", text });
      expect(JSON.stringify(offered)).not.toMatch(/Canario|100[123]/);
    }
  });

  test("differs from the owner of the ticket, who gets real answers", async () => {
    const { gets } = await opened(platform);
    for (const text of ["show 1001", "transcript 1001", "list"])
      expect(await gets("owner", { kind: "command", name: "ticket", text })).toContain(canary);
  });
});

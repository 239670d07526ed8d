import { afterEach, describe, expect, test } from "vitest";
import type { ChatPort } from "../../src/chat/port.ts";
import { leaseMs } from "../../src/db/delivery/lease.ts";
import { staffReports } from "../../src/db/schema/staff-report-schema.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { day } from "../../src/sla/instant.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { closedGate, deafPort } from "./gates.ts";
import { type Instance, type Kind, openSeveral, type SeveralDesks } from "./several-desks.ts";
import { openSquare } from "./square.ts";

let desks: SeveralDesks;
afterEach(() => desks.close());

const { eva } = sampleDesk.people;
if (eva === undefined) throw new Error("no Eva");
const heads = Array.from({ length: 8 }, (_, index) => ({
  ...eva,
  key: `head${index}`,
  identities: [`slack:U0HEAD${index}`] as const,
}));
const desk: Desk = {
  ...sampleDesk,
  reports: { weekly: { day: "mon", minute: 8 * 60 }, statements: null, alerts: false },
  people: Object.fromEntries(heads.map((head) => [head.key, head])),
};

/** Makes and sends reports in all processes at the same time, until none has anything left to do. */
const settle = async (instances: readonly Instance[]): Promise<void> => {
  for (let done = 1; done > 0;) {
    const each = await Promise.all(
      instances.flatMap(({ steps }) => [steps.makeReports(), steps.deliverReports(), steps.deliverReports()]),
    );
    done = each.reduce((sum, count) => sum + count, 0);
  }
};

const week = 7 * day;
const statuses = async (): Promise<Readonly<Record<string, number>>> => {
  const rows = await desks.database.db.select({ status: staffReports.status }).from(staffReports);
  return Object.fromEntries(
    [...Map.groupBy(rows, ({ status }) => status)].map(([status, own]) => [status, own.length]),
  );
};

describe.each<Kind>(["postgres", "pglite"])("several processes on %s", (kind) => {
  test("send each person the digest of each week once", async () => {
    const square = openSquare();
    const processes = kind === "postgres" ? 3 : 2;
    desks = await openSeveral(
      kind,
      Array.from({ length: processes }, () => square.port),
      desk,
    );
    await settle(desks.instances);
    expect(square.messages).toEqual([]);
    for (let weeks = 0; weeks < 2; weeks += 1) {
      desks.turn(week);
      await settle(desks.instances);
    }
    const keys = square.messages.map(({ key }) => key);
    expect(keys.length).toBe(heads.length * 2);
    expect(new Set(keys).size).toBe(keys.length);
    expect(await statuses()).toEqual({ sent: heads.length * 2 });
  });
});

test("a process that ends while it sends is replaced, and the digest is looked for before it is sent again", async () => {
  const square = openSquare();
  const [first] = heads;
  if (first === undefined) throw new Error("no head");
  desks = await openSeveral("postgres", [square.port], { ...desk, people: { [first.key]: first } });
  await settle(desks.instances);
  desks.turn(week);
  await desks.instances[0]?.steps.makeReports();
  // It reaches the platform, and its process hears no answer.
  const gate = closedGate();
  const lost: ChatPort = {
    ...square.port,
    tell: async (user, card, attempt) => {
      await square.port.tell(user, card, attempt);
      return deafPort(gate, { ok: true, ref: { channel: "slack:C0NOWHERE", id: "late" } }).tell(user, card, attempt);
    },
  };
  const { steps } = await desks.join(lost);
  const hanging = steps.deliverReports();
  await gate.reached();
  await settle(desks.instances);
  expect(await statuses()).toEqual({ pending: 1 });
  desks.turn(leaseMs);
  await settle(desks.instances);
  gate.open();
  await hanging;
  expect(square.messages).toHaveLength(1);
  const [row] = await desks.database.db.select().from(staffReports);
  expect(row).toMatchObject({ status: "sent", tries: 2, ref: { channel: "slack:DU0HEAD0" } });
});

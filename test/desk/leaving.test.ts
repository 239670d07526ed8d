import { expect, test } from "vitest";
import { deskOf } from "../../src/desk/desk-of.ts";
import { noFormer, wentToFormer, withLeft, type Former } from "../../src/desk/former.ts";
import { deskLossLine } from "../../src/features/desk-warnings/index.ts";
import { readDeskFile } from "../../src/desk/read-desk-file.ts";

const file = (people: string, accounts: string, more = ""): string =>
  `calendars: { always: { open: always } }
plans: { basic: { calendar: always } }
channels: { triage: "slack:C0TRIAGE", tech: "slack:C0TECH" }
people: { ana: { name: Ana Ruiz, roles: [manager], slack: U0ANA }, ${people} }
accounts: { acme: { name: Acme TV, plan: basic, channels: ["slack:C0ACME"], contacts: ["slack:U0DAN"] }, ${accounts} }
${more}`;

const before = file(
  "luis: { name: Luis Gil, roles: [agent, admin], slack: U0LUIS }, eva: { name: Eva Sanz, roles: [head, admin], slack: U0EVA, discord: '300000000000000001', deputy: luis }",
  'beta: { name: Beta SL, plan: basic, manager: luis, channels: ["slack:C0BETA"], contacts: ["slack:U0CARLA"] }, eta: { name: Eta, plan: basic, manager: luis }',
  'phone: "+34 910 000 100"\n',
);
const after = file(
  "eva: { name: Eva Sanz, roles: [head], slack: U0EVA }",
  "eta: { name: Eta, plan: basic, manager: eva, contacts: ['slack:U0CARLA'] }",
).replace(', contacts: ["slack:U0DAN"]', "");

const applied = (text: string, current: unknown, former: unknown = null, part = false) => {
  const reading = readDeskFile(text, current, { former, part });
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading;
};

test("a desk file is the whole desk: what it does not name is removed, and listed with what it still owned", () => {
  const first = applied(before, null);
  const second = applied(after, first.document);
  expect(Object.keys(second.document.people ?? {})).toEqual(["ana", "eva"]);
  expect(Object.keys(second.document.accounts ?? {})).toEqual(["acme", "eta"]);
  expect(second.removed.losses.map(deskLossLine)).toEqual([
    "people.luis: Luis Gil (agent and admin) loses every right; managed Eta (now Eva Sanz), stood in for Eva Sanz (now nobody)",
    "people.eva: Eva Sanz is no longer discord:300000000000000001",
    "people.eva.roles: Eva Sanz is no longer admin",
    "accounts.beta: Beta SL loses every right, with 1 channel and 1 contact",
    "accounts.acme.contacts slack:U0DAN",
    "phone: back to the default",
  ]);
  // The log line names no person and no company.
  expect(JSON.stringify(second.removed.sections)).not.toMatch(/Luis|Eva|Beta SL|luis|eva|beta/);
});

test("an entry that goes to another person under its key is listed as theirs", () => {
  const first = applied(before, null);
  const handed = before.replace(
    "luis: { name: Luis Gil, roles: [agent, admin], slack: U0LUIS }",
    "luis: { name: Ines Mora, roles: [agent], slack: U0INES }",
  );
  const reading = applied(handed, first.document);
  expect(reading.removed.losses.map(deskLossLine)).toEqual([
    "people.luis: Luis Gil (slack:U0LUIS) loses every right, and Ines Mora takes over the entry with its tickets, duties and history",
  ]);
  expect([reading.removed.leftKeys, reading.formerStaff]).toEqual([["luis"], ["slack:U0LUIS"]]);
  expect(applied(after, first.document).removed.leftKeys).toEqual(["luis"]);
  expect(applied(before.replace("U0LUIS", "U0NEW"), first.document).removed).toMatchObject({
    losses: [{ is: "identities" }],
    leftKeys: [],
    leftIds: { luis: ["slack:U0LUIS"] },
  });
  expect(reading.removed.leftIds).toEqual({ luis: ["slack:U0LUIS"] });
});

test("what an entry's lost id may have received went to a former person, whatever else the next files change", () => {
  const identityOnly = before.replace("U0LUIS", "U0INES");
  const files = [before, identityOnly, identityOnly.replace("name: Luis Gil", "name: Ines Mora")];
  let [document, former]: [object | null, Former] = [null, noFormer];
  const leavesAt = [0, 100, 200];
  for (const [index, file] of files.entries()) {
    const reading = applied(file, document, former);
    document = reading.document;
    former = withLeft(reading.former, reading.removed, leavesAt[index] ?? 0);
  }
  const desk = deskOf(document ?? {}, 3, former);
  const went = (platform: string, at: number, key = "luis") => wentToFormer(desk, { key, platform, at });
  expect([went("slack", 99), went("slack", 100), went("discord", 99), went("slack", 99, "ana")]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  const back = applied(before, document, former);
  const returned = deskOf(back.document, 4, withLeft(back.former, back.removed, 300));
  expect(wentToFormer(returned, { key: "luis", platform: "slack", at: 250 })).toBe(true);
});

test("a partial file removes nothing", () => {
  const first = applied(before, null);
  const part = applied("accounts: { zeta: { name: Zeta, plan: basic } }", first.document, first.former, true);
  expect(part.removed.losses).toEqual([]);
  expect(Object.keys(part.document.accounts ?? {})).toEqual(["acme", "beta", "eta", "zeta"]);
});

test("a manager who was removed from the people is a fault if the file still names them", () => {
  const first = applied(before, null);
  const reading = readDeskFile(after.replace("manager: eva", "manager: luis"), first.document);
  expect(reading).toMatchObject({ ok: false, faults: [{ path: "accounts.eta.manager", value: { text: '"luis"' } }] });
});

test("the desk remembers the names of removed people and their contacts' accounts until they are back", () => {
  const first = applied(before, null);
  const second = applied(after, first.document, first.former);
  expect(deskOf(second.document, 2, second.former).former).toEqual({
    people: { luis: "Luis Gil" },
    staff: ["slack:U0LUIS", "discord:300000000000000001"],
    accounts: { beta: "Beta SL" },
    contacts: { "slack:U0CARLA": ["beta"], "slack:U0DAN": ["acme"] },
    leftAt: {},
    idsLeftAt: {},
  });
  const third = applied(before, second.document, second.former);
  // Carla is at Beta again, and was at Eta meanwhile.
  expect(deskOf(third.document, 3, third.former).former).toEqual({
    people: {},
    staff: [],
    accounts: {},
    contacts: { "slack:U0CARLA": ["eta"] },
    leftAt: {},
    idsLeftAt: {},
  });
  expect(deskOf(second.document, 2).former).toEqual(noFormer);
});

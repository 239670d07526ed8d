import { expect, test } from "vitest";
import { losesAccess, withContacts, type AddedContact } from "../../src/tickets/contact.ts";
import { isOwnTicket } from "../../src/tickets/principal.ts";
import { sampleDesk } from "../support/sample-desk.ts";

const invited: AddedContact = {
  user: "web:nuria",
  account: "acme",
  knownAs: "slack:U0NURIA",
  name: "Nuria",
  how: "invited",
  addedBy: "slack:U0ANA",
  addedAt: 0,
  withdrawnAt: null,
  lastSeenAt: null,
  managesAccess: false,
  seesAll: true,
};
const ticket = {
  account: "acme",
  requester: { user: "slack:U0CARLA" as const, name: "Carla", account: null },
  conversation: { kind: "channel", channel: "slack:C0ACME" },
} as const;

test("an invited contact belongs to the account on the pages and in chat", () => {
  const desk = withContacts(sampleDesk, [invited]);
  expect(desk.accounts["acme"]?.contacts).toEqual(expect.arrayContaining(["web:nuria", "slack:U0NURIA"]));
  expect(isOwnTicket("web:nuria", desk.accounts["acme"] ?? null, ticket, desk)).toBe(true);
});

test("a contact whom the desk file names for another account, or as staff, leaves the account on the pages too", () => {
  const north = sampleDesk.accounts["northwind"];
  if (north === undefined) throw new Error("the desk has the account");
  const moved = {
    ...sampleDesk,
    accounts: { ...sampleDesk.accounts, northwind: { ...north, contacts: [...north.contacts, invited.knownAs] } },
  };
  const desk = withContacts(moved, [invited]);
  expect(desk.accounts["acme"]?.contacts).not.toContain("web:nuria");
  expect(desk.former.contacts["web:nuria"]).toEqual(["acme"]);
  const staff = withContacts(sampleDesk, [{ ...invited, knownAs: "slack:U0LUIS" }]);
  expect(staff.accounts["acme"]?.contacts).not.toContain("web:nuria");
});

test("contacts whom a leaving member of the staff invited lose their access if that was lately, or if they never came", () => {
  const { ana, ...staying } = sampleDesk.people;
  const [anasId = "slack:U0ANA"] = ana?.identities ?? [];
  const day = 24 * 60 * 60 * 1_000;
  const at = 100 * day;
  const loses = losesAccess(sampleDesk, { ...sampleDesk, people: staying });
  const by = (change: Partial<AddedContact>) => loses({ ...invited, addedBy: anasId, lastSeenAt: at, ...change }, at);
  expect(by({ addedAt: at - 6 * day })).toBe(true);
  expect(by({ addedAt: at - 8 * day })).toBe(false);
  expect(by({ addedAt: at - 8 * day, lastSeenAt: null })).toBe(true);
  expect(by({ addedAt: at - 8 * day, lastSeenAt: null, how: "remembered" })).toBe(false);
  expect(by({ addedAt: at - 6 * day, addedBy: "slack:U0LUIS" })).toBe(false);
  expect(losesAccess(sampleDesk, sampleDesk)({ ...invited, addedBy: anasId, addedAt: at }, at)).toBe(false);
});

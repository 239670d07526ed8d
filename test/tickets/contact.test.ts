import { expect, test } from "vitest";
import { withContacts, type AddedContact } from "../../src/tickets/contact.ts";
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
  requester: { user: "slack:U0CARLA" as const, name: "Carla" },
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

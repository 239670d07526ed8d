import { describe, expect, test } from "vitest";
import { sortsContacts, withContacts, type AddedContact } from "../../src/tickets/contact.ts";
import { isOwnTicket } from "../../src/tickets/principal.ts";
import type { UserRef } from "../../src/tickets/refs.ts";
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
  followers: [],
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

describe("when a member of the staff leaves", () => {
  const { ana, ...staying } = sampleDesk.people;
  if (ana === undefined) throw new Error("the desk has Ana");
  const [anasId = "slack:U0ANA"] = ana.identities;
  const day = 24 * 60 * 60 * 1_000;
  const at = 100 * day;
  const withoutAna = { ...sampleDesk, people: staying };
  const sorts = sortsContacts(sampleDesk, withoutAna);
  const contact = (user: AddedContact["user"], change: Partial<AddedContact>): AddedContact => ({
    ...invited,
    user,
    knownAs: `email:${user.slice("web:".length)}@acme.example`,
    addedBy: anasId,
    addedAt: at - day,
    lastSeenAt: at,
    ...change,
  });
  const lostOf = (contacts: readonly AddedContact[], by = sorts) => by(contacts, at).withdrawn.map(({ user }) => user);

  test("contacts whom they added lose their access if that was lately, or if they were invited and never came", () => {
    const by = (change: Partial<AddedContact>) => lostOf([contact("web:nuria", change)]).length === 1;
    expect(by({ addedAt: at - 6 * day })).toBe(true);
    expect(by({ addedAt: at - 6 * day, lastSeenAt: null, how: "remembered" })).toBe(true);
    expect(by({ addedAt: at - 8 * day })).toBe(false);
    expect(by({ addedAt: at - 8 * day, lastSeenAt: null })).toBe(true);
    expect(by({ addedAt: at - 8 * day, lastSeenAt: null, how: "remembered" })).toBe(false);
    expect(by({ addedAt: at - 6 * day, addedBy: "slack:U0LUIS" })).toBe(false);
    expect(sortsContacts(sampleDesk, sampleDesk)([contact("web:nuria", { addedAt: at })], at)).toEqual({
      withdrawn: [],
      kept: [],
    });
  });

  test("contacts whom these contacts invited lose it too, also if those have lost theirs already", () => {
    const third = contact("web:third", { addedBy: "web:second" });
    const second = contact("web:second", { addedBy: "web:first" });
    const first = contact("web:first", {});
    expect(lostOf([third, second, first])).toEqual(["web:third", "web:second", "web:first"]);
    expect(lostOf([third, second, { ...first, withdrawnAt: at }])).toEqual(["web:third", "web:second"]);
    expect(lostOf([third, second, { ...first, addedBy: "slack:U0LUIS" }])).toEqual([]);
  });

  test("identities that an earlier desk named count as theirs", () => {
    const other = contact("web:nuria", { addedBy: "discord:1" });
    expect(lostOf([other], sortsContacts(sampleDesk, withoutAna, ["discord:1"]))).toEqual(["web:nuria"]);
    expect(lostOf([other], sortsContacts(sampleDesk, sampleDesk, ["discord:1"]))).toEqual([]);
    expect(
      lostOf([{ ...other, addedBy: "slack:U0LUIS" }], sortsContacts(sampleDesk, withoutAna, ["slack:U0LUIS"])),
    ).toEqual([]);
  });

  describe("whose entry stays under its key", () => {
    const changed = (change: object) => ({
      ...sampleDesk,
      people: { ...sampleDesk.people, ana: { ...ana, ...change } },
    });
    const other = { name: "Ines Mora", identities: ["slack:U0INES"] };
    const lately = contact("web:lately", {});
    const old = contact("web:old", { addedAt: at - 8 * day });
    const sorted = (now: typeof sampleDesk, before = sampleDesk, former: readonly UserRef[] = []) => {
      const { withdrawn, kept } = sortsContacts(before, now, former)([lately, old], at);
      return [withdrawn.map(({ user }) => user), kept.map((each) => `${each.contact.user} by ${each.inviter}`)];
    };

    test("as another person's: their contacts lose access like those of a person who is removed", () => {
      const taken = [["web:lately"], ["web:old by Ana Ruiz"]];
      expect(sorted(changed(other))).toEqual(taken);
      // An identity that was forgotten in the entry makes the next person no other.
      const both = changed({ identities: [anasId, "discord:7"] });
      expect(sorted(changed({ ...other, identities: ["slack:U0INES", "discord:7"] }), both)).toEqual(taken);
    });

    test("with another account of theirs: the contacts keep access, and are named", () => {
      const named = [[], ["web:lately by Ana Ruiz", "web:old by Ana Ruiz"]];
      const moved = changed({ identities: ["slack:U0NEW"] });
      expect(sorted(moved)).toEqual(named);
      const both = changed({ identities: [anasId, "discord:7"] });
      const { ana: _, ...others } = both.people;
      const underNewKey = { ...both, people: { ...others, anaruiz: { ...ana, identities: ["discord:7"] as const } } };
      expect(sorted(underNewKey, both)).toEqual(named);
      // The name follows later: perhaps the entry went to another person in two steps.
      const renamed = changed({ ...other, identities: ["slack:U0NEW"] });
      expect(sorted(renamed, moved, [anasId])).toEqual([["web:lately"], []]);
      expect(sorted(moved, moved, [anasId])).toEqual([[], []]);
    });
  });

  test("older contacts who signed in keep it, and are named with the person who added them", () => {
    const old = contact("web:old", { addedAt: at - 8 * day });
    const first = contact("web:first", {});
    const older = contact("web:older", { addedAt: at - 9 * day, addedBy: "web:first" });
    expect(sorts([older, first, old], at).kept).toEqual([
      { contact: older, inviter: first.name },
      { contact: old, inviter: ana.name },
    ]);
  });
});

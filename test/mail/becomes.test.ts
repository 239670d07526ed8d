import { describe, expect, test } from "vitest";
import {
  floodsAt,
  whatMailBecomes,
  type KnownSender,
  type MailFacts,
  type NamedTicket,
} from "../../src/mail/becomes.ts";
import { bareSubject, ticketsNamedIn } from "../../src/mail/subject.ts";

const carla = { user: "web:carla", account: "acme", name: "Carla" } as const;
const elsewhere = { user: "web:carla2", account: "northwind", name: "Carla" } as const;
const contact: KnownSender = { is: "person", contacts: [carla], isMuted: false };
const unknown: KnownSender = { is: "person", contacts: [], isMuted: false };
const hers: NamedTicket = { number: 1042, account: "acme", writers: [carla], isSigned: true, isEscalated: false };
const anothers: NamedTicket = { ...hers, writers: [], isSigned: false };

const plain: MailFacts = {
  kind: "person",
  isOurs: false,
  verdict: "unverified",
  sender: contact,
  ticket: null,
  head: null,
  sentLately: 0,
  trustsUnverified: true,
  chosen: null,
};

/** What a mail becomes, in words. */
const becomes = (facts: Partial<MailFacts>): string => {
  const decided = whatMailBecomes({ ...plain, ...facts });
  switch (decided.becomes) {
    case "onTicket":
      return `onTicket ${decided.ticket} ${decided.contact.user}${decided.escalates ? " escalated" : ""}`;
    case "opens":
      return `opens ${decided.contact.user}${decided.escalates ? " escalated" : ""}`;
    case "stranger":
      return `stranger ${decided.why}`;
    case "automatic":
      return `automatic ${decided.ticket ?? "-"}`;
    case "refused":
      return `refused ${decided.why}`;
    case "bounce":
      return "bounce";
  }
};

describe("what becomes of a mail", () => {
  test.each<readonly [string, Partial<MailFacts>, string]>([
    ["a contact", {}, "opens web:carla"],
    ["a contact on their ticket", { ticket: hers }, "onTicket 1042 web:carla"],
    ["a contact on a ticket that they may not see", { ticket: anothers }, "opens web:carla"],
    ["a contact of another account on it", { ticket: { ...anothers, account: "northwind" } }, "opens web:carla"],
    ["a contact of two accounts", { sender: { ...contact, contacts: [carla, elsewhere] } }, "stranger severalAccounts"],
    [
      "the same on a ticket",
      { sender: { ...contact, contacts: [carla, elsewhere] }, ticket: hers },
      "onTicket 1042 web:carla",
    ],
    [
      "the same after the staff chose",
      { sender: { ...contact, contacts: [carla, elsewhere] }, chosen: "northwind" },
      "opens web:carla2",
    ],
    ["an unknown person", { sender: unknown }, "stranger unknown"],
    ["an unknown person on a ticket", { sender: unknown, ticket: anothers }, "stranger unknown"],
    ["an unknown person whom the staff muted", { sender: { ...unknown, isMuted: true } }, "refused muted"],
    ["a member of the staff", { sender: { is: "staff" } }, "stranger staff"],
    ["no author", { sender: { is: "nobody" } }, "stranger noAuthor"],
    ["a forged contact", { verdict: "failed" }, "stranger forged"],
    ["a forged contact on a signed address", { verdict: "failed", ticket: hers }, "stranger forged"],
    ["a forged contact for whom the staff vouched", { verdict: "failed", chosen: "acme" }, "opens web:carla"],
    ["an unverified contact where that is not enough", { trustsUnverified: false }, "stranger notVerified"],
    ["the same on their signed address", { trustsUnverified: false, ticket: hers }, "onTicket 1042 web:carla"],
    [
      "the same on a colleague's address",
      { trustsUnverified: false, ticket: { ...hers, isSigned: false } },
      "stranger notVerified",
    ],
    ["a verified contact there", { trustsUnverified: false, verdict: "verified" }, "opens web:carla"],
    ["an unverified unknown person there", { trustsUnverified: false, sender: unknown }, "stranger unknown"],
    ["a mail of ours", { isOurs: true, ticket: hers }, "refused loop"],
    ["a report of a failed delivery", { kind: "bounce", sender: { is: "nobody" } }, "bounce"],
    ["an absence note on a ticket", { kind: "outOfOffice", ticket: hers }, "automatic 1042"],
    ["an absence note without one", { kind: "outOfOffice" }, "automatic -"],
    [
      "a machine that names a stranger's ticket",
      { kind: "automatic", ticket: anothers, sender: unknown },
      "automatic -",
    ],
    ["a read receipt", { kind: "receipt", ticket: hers }, "automatic 1042"],
    ["a newsletter", { kind: "mailingList", sender: unknown }, "automatic -"],
    ["a contact by a list", { kind: "mailingList" }, "stranger mailingList"],
    ["a contact by a list on their ticket", { kind: "mailingList", ticket: hers }, "onTicket 1042 web:carla"],
    ["an invitation", { kind: "calendar" }, "opens web:carla"],
    ["a flood", { sentLately: floodsAt }, "stranger flood"],
    ["almost a flood", { sentLately: floodsAt - 1 }, "opens web:carla"],
    ["the head", { head: "recipient" }, "opens web:carla escalated"],
    ["the head, on a ticket", { head: "recipient", ticket: hers }, "onTicket 1042 web:carla escalated"],
    [
      "the head, again",
      { head: "recipient", ticket: { ...hers, isEscalated: true } },
      "onTicket 1042 web:carla escalated",
    ],
    ["a copy to the head", { head: "copied", ticket: hers }, "onTicket 1042 web:carla escalated"],
    [
      "a copy to the head, again",
      { head: "copied", ticket: { ...hers, isEscalated: true } },
      "onTicket 1042 web:carla",
    ],
    ["an unknown person to the head", { head: "recipient", sender: unknown }, "stranger unknown"],
  ])("%s", (_, facts, expected) => {
    expect(becomes(facts)).toBe(expected);
  });
});

test.each([
  ["Re: No video", "No video"],
  ["RE: FW: Fwd: AW: RV: ENC: RES: No video", "No video"],
  ["Re[2]: re (3): No video", "No video"],
  ["[EXTERNAL] Re: [EXT] No video", "No video"],
  ["[T-1042] No video", "[T-1042] No video"],
  ["Response: none", "Response: none"],
  ["Re:", ""],
  ["", ""],
])("the subject %o is %o", (subject, bare) => {
  expect(bareSubject(subject)).toBe(bare);
});

test("a text names tickets by their numbers", () => {
  expect(ticketsNamedIn("About T-1042 and t-7, not XT-9, T-0 or T-12345678901; T-1042 again")).toEqual([1042, 7]);
});

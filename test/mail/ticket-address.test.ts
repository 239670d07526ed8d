import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isMailAddress } from "../../src/text/mail-address.ts";
import {
  deliveryDigest,
  isMessageOf,
  readMessageId,
  rootMessageId,
  ticketMessageId,
} from "../../src/mail/message-id.ts";
import { ownerOfAddress, tagInAddress, ticketAddress } from "../../src/mail/ticket-address.ts";
import { isTagOf, readTag, ticketTag, type TagOwner } from "../../src/mail/ticket-tag.ts";

const key = new Uint8Array(32).fill(7);
const otherKey = new Uint8Array(32).fill(8);
const nuria: TagOwner = { ticket: 1042, account: "acme", contact: "web:nuria" };
const pattern = "support+*@example.com";
const address = ticketAddress(key, pattern, nuria);

const anyOwner = fc.record({
  ticket: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  account: fc.string({ minLength: 1, maxLength: 64 }),
  contact: fc.string({ minLength: 1, maxLength: 20 }).map((id) => `web:${id}` as const),
});
/** The longest address of a desk, and one of which a domain takes everything. */
const anyPattern = fc.constantFrom(
  pattern,
  `${"s".repeat(34)}+*@example.com`,
  "*@in.example.com",
  "help-*@example.com",
);

/** Each letter in another case, as a mail server may write it. */
const otherCase = (text: string): string =>
  [...text].map((each) => (each === each.toLowerCase() ? each.toUpperCase() : each.toLowerCase())).join("");

test("an address is one, says its ticket, and always reads the same", () => {
  expect(address).toBe("support+t-1042.wiejsv6zmf47qpk6@example.com");
});

test("whatever the ticket, account, contact and pattern: the address is valid and finds its owner in any case", () => {
  fc.assert(
    fc.property(anyOwner, anyPattern, (owner, of) => {
      const signed = ticketAddress(key, of, owner);
      expect(isMailAddress(signed)).toBe(true);
      for (const written of [signed, otherCase(signed), signed.toUpperCase()])
        expect(ownerOfAddress(key, ["ana@example.com", written], [nuria, owner])).toBe(owner);
    }),
  );
});

describe("an address finds nothing", () => {
  test("if one bit of its code differs, or the desk has another key", () => {
    const { code } = tagInAddress(address) ?? expect.fail("no tag");
    for (const at of [...code].keys())
      for (const letter of "a2") {
        const forged = address.replace(code, `${code.slice(0, at)}${letter}${code.slice(at + 1)}`);
        if (forged !== address) expect(ownerOfAddress(key, [forged], [nuria])).toBeNull();
      }
    expect(ownerOfAddress(otherKey, [address], [nuria])).toBeNull();
  });

  test.each([
    ["another ticket", { ...nuria, ticket: 1043 }],
    ["another account", { ...nuria, account: "globex" }],
    ["another contact", { ...nuria, contact: "web:pau" as const }],
  ])("for %s", (_, owner) => {
    expect(ownerOfAddress(key, [address], [owner])).toBeNull();
    const { code } = tagInAddress(ticketAddress(key, pattern, owner)) ?? expect.fail("no tag");
    expect(ownerOfAddress(key, [`support+t-1042.${code}@example.com`], [nuria])).toBeNull();
  });

  test("with the code of a message id or of a link for a rating", () => {
    for (const purpose of ["message", "rating until 1700000000000"] as const)
      expect(ownerOfAddress(key, [`support+${ticketTag(key, purpose, nuria)}@example.com`], [nuria])).toBeNull();
  });

  test.each([
    "support@example.com",
    "support+t-1042@example.com",
    "support+t-1042.@example.com",
    "support+t-01042.wiejsv6zmf47qpk6@example.com",
    "support+t-9999999999.wiejsv6zmf47qpk6@example.com",
    "support+t-1042.wiejsv6zmf47qpk6.more@example.com",
    "supportt-1042.wiejsv6zmf47qpk6@example.com",
    "ana@t-1042.wiejsv6zmf47qpk6",
    "t-1042.wiejsv6zmf47qpk6",
    "",
    "@",
  ])("with no tag before its @: %s", (text) => {
    expect(tagInAddress(text)).toBeNull();
  });

  test("if account and contact together read the same as another two", () => {
    const one = { ticket: 1, account: 'a","b', contact: "web:c" } as const;
    const other = { ticket: 1, account: "a", contact: 'b","web:c' as "web:c" };
    expect(ownerOfAddress(key, [ticketAddress(key, pattern, one)], [other])).toBeNull();
  });
});

test("after the desk got another address, answers to the old one still find their ticket", () => {
  const old = ticketAddress(key, "help+*@old.example", nuria);
  expect(ownerOfAddress(key, [old], [nuria])).toBe(nuria);
});

test("a long address is read in no time", () => {
  const began = performance.now();
  for (const text of ["t-1.a", "+t-1", "-=", "t-1042.wiejsv6zmf47qpk6"])
    expect(tagInAddress(`${text.repeat(100_000)}@example.com`)?.ticket ?? null).toBe(null);
  expect(performance.now() - began).toBeLessThan(1_000);
});

test("a tag for a rating until a time is none until another time", () => {
  const tag = readTag(ticketTag(key, "rating until 1700000000000", nuria)) ?? expect.fail("no tag");
  expect(isTagOf(key, "rating until 1700000000000", tag, nuria)).toBe(true);
  expect(isTagOf(key, "rating until 1700000000001", tag, nuria)).toBe(false);
});

describe("a message id", () => {
  const root = rootMessageId(key, "example.com", nuria);
  const id = ticketMessageId(key, "example.com", nuria, "area:7");

  test("is the same for the same delivery, and another one for the root and for another delivery", () => {
    expect(id).toBe(ticketMessageId(key, "example.com", nuria, "area:7"));
    expect(new Set([root, id, ticketMessageId(key, "example.com", nuria, "area:8")]).size).toBe(3);
    expect(`${root} ${id}`).toMatch(
      /^<t-1042\.[a-z2-7]{16}@example\.com> <t-1042\.[a-z2-7]{16}\.[0-9a-f]{24}@example\.com>$/,
    );
  });

  test("says to whom it went, whatever the case", () => {
    const read = readMessageId(id.toUpperCase()) ?? expect.fail("not read");
    expect([read.tag.ticket, read.delivery]).toEqual([1042, deliveryDigest("area:7")]);
    expect(isMessageOf(key, read, nuria)).toBe(true);
    expect(readMessageId(root)?.delivery).toBeNull();
  });

  test("of another contact, or with the code of an address, is no message to this one", () => {
    const ofPau = readMessageId(rootMessageId(key, "example.com", { ...nuria, contact: "web:pau" }));
    const forged = readMessageId(`<${address.slice("support+".length)}>`);
    for (const read of [ofPau, forged]) expect(isMessageOf(key, read ?? expect.fail("not read"), nuria)).toBe(false);
  });

  test.each([
    "<CAF@mail.gmail.com>",
    "",
    "<>",
    "<t-1042@example.com>",
    `${rootMessageId(key, "example.com", nuria)} <x@y>`,
  ])("of another program is none of ours: %s", (text) => {
    expect(readMessageId(text)).toBeNull();
  });
});

import { expect, test } from "vitest";
import { isInternetAddress, isMailAddress, longestAddress } from "../../../src/text/mail-address.ts";

const longDomain = (length: number): string => `a@${"b".repeat(length - "a@.example".length)}.example`;

test.each([
  ["nuria@acme.example", true, true],
  ["ops@localhost", true, false],
  [longDomain(longestAddress), true, true],
  [longDomain(longestAddress + 1), false, false],
  [`a@${"b".repeat(8_000)}.example`, false, false],
  [`${"a".repeat(65)}@acme.example`, false, false],
  ["nuria@acme.example\r\nBcc: x@y.example", false, false],
  ["a\u0001b@acme.example", false, false],
  ["a\u200bb@acme.example", false, false],
  ["a b@acme.example", false, false],
  ["nuria@acme..example", false, false],
  ["Nuria <nuria@acme.example>", false, false],
  ["", false, false],
])("%j: a mail can be sent %s, a person can be invited %s", (text, canBeSent, canBeInvited) => {
  expect([isMailAddress(text), isInternetAddress(text)]).toEqual([canBeSent, canBeInvited]);
});

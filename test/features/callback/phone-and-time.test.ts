import { expect, test } from "vitest";
import { phoneAndTime, phoneNumber } from "../../../src/features/callback/phone-and-time.ts";

test.each([
  ["+34 600 000 009", { number: "+34 600 000 009", time: null }],
  ["+34 600 000 009 after four", { number: "+34 600 000 009", time: "after four" }],
  ["600000009 16:30", { number: "600000009", time: "16:30" }],
  ["(91) 123.45-67  now ", { number: "(91) 123.45-67", time: "now" }],
  ["after four", null],
  ["12", null],
  ["- - - -", null],
])("%j", (text, meant) => {
  expect(phoneAndTime(text)).toEqual(meant);
});

test("text with letters is not a phone number", () => {
  expect(phoneNumber("600 000 009 now")).toBeNull();
});

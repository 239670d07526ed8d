import { expect, test } from "vitest";
import { addressIn, staffWithAddress } from "../../src/web/sign-in/staff-address.ts";
import { sampleDesk } from "../support/sample-desk.ts";

const { luis } = sampleDesk.people;
if (luis === undefined) throw new Error("the desk has Luis");
const desk = { ...sampleDesk, people: { ...sampleDesk.people, luis: { ...luis, email: "Mike.Sil@Desk.example" } } };

test.each([
  ["the same", "Mike.Sil@Desk.example", "slack:U0LUIS"],
  ["other capitals", "mIKE.SIL@desk.EXAMPLE", "slack:U0LUIS"],
  ["a Kelvin sign", "Mi\u{212a}e.Sil@desk.example", null],
  ["a long s", "Mike.\u{17f}il@desk.example", null],
  ["a dotted capital i", "M\u{130}ke.Sil@desk.example", null],
  ["full-width letters", "Ｍike.Sil@desk.example", null],
  ["a space", "Mike.Sil@desk.example ", null],
])("an address with %s is that of a person of the staff or of no one", (_, address, user) => {
  expect(staffWithAddress(address, desk)).toBe(user);
});

test("an address that was typed keeps its letters, but for ASCII capitals and the spaces around it", () => {
  expect(addressIn(" Mi\u{212a}E@Desk.example ")).toBe("mi\u{212a}e@desk.example");
});

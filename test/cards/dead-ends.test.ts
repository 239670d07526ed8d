import { contactText } from "../../src/cards/people.ts";
import { expect, test } from "vitest";
import type { Desk } from "../../src/desk/desk.ts";
import { managerCard } from "../../src/features/callback/manager-card.ts";
import type { Viewer } from "../../src/i18n/viewer.ts";
import { refusalCard } from "../../src/features/message-cards/message-cards.ts";
import { monday } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { inEnglish } from "../support/sentences.ts";
import { sayIn } from "../../src/i18n/say.ts";

const viewer: Viewer = { locale: "en", timezone: "Europe/Madrid" };
const { ana, luis } = sampleDesk.people;
const { acme } = sampleDesk.accounts;
if (ana === undefined || luis === undefined || acme === undefined) throw new Error("the cast is not there");

/** Acme's manager Ana with the given ways to reach her, and the desk's own number. */
const deskWith = (change: Partial<typeof ana>, phone: string | null = null, deputyOut = false): Desk => ({
  ...sampleDesk,
  phone,
  people: {
    ...sampleDesk.people,
    ana: { ...ana, phone: null, deputy: null, ...change },
    luis: { ...luis, outUntil: deputyOut ? monday + 1_000 : null },
  },
});
const asked = (desk: Desk): string => JSON.stringify(managerCard(acme, desk, viewer, monday));

test.each<[string, Desk, string]>([
  ["on the manager's number", deskWith({ phone: "+34 1" }, "+34 9"), "Ana Ruiz, +34 1"],
  ["on the desk's number", deskWith({}, "+34 9"), "Ana Ruiz, +34 9"],
  ["by mail", deskWith({ email: "ana@example.com" }), "Ana Ruiz, ana@example.com"],
  ["in the thread", deskWith({}), sayIn("en")("contact.personInThread", { name: "Ana Ruiz" })],
])("an urgent customer reads whom to reach, and how: %s", (_, desk, words) => {
  expect(contactText("ana", desk, viewer)).toBe(words);
  for (const refusal of [
    { reason: "notBreached", due: null, manager: "ana" },
    { reason: "callNotOffered", severities: [], manager: "ana" },
  ] as const)
    expect(refusalCard(refusal, 1001, { desk, viewer }).summary).toContain(words);
});

test("a customer of an account without a manager reads the desk's number, or to use the thread", () => {
  expect(contactText(null, deskWith({}, "+34 9"), viewer)).toBe("+34 9");
  expect(contactText(null, deskWith({}), viewer)).toBe(sayIn("en")("contact.ticketThread"));
});

test("a customer who asks for their account manager never gets a name without a way to reach them", () => {
  expect(asked(deskWith({}))).toMatch(inEnglish("manager.noContact", { name: "Ana Ruiz" }));
  expect(asked(deskWith({}, "+34 9"))).not.toContain("/ticket");
  expect(asked(deskWith({ phone: "+34 1" }))).not.toContain("/ticket");
});

test("a deputy who is out too is not named as replacement", () => {
  const out = { outUntil: monday + 3_600_000, deputy: "luis", phone: "+34 1" };
  expect(asked(deskWith(out))).toMatch(inEnglish("manager.outDeputy", { deputy: "Luis Gil" }));
  expect(asked(deskWith(out, null, true))).toMatch(inEnglish("manager.out", { name: "Ana Ruiz" }));
});

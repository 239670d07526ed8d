import { expect, test } from "vitest";
import { deskOf } from "../../src/desk/desk-of.ts";
import { uncovered, unreachable } from "./check-sentences.ts";
import { type People, type WrittenDesk, deskWith, person, warned } from "./coverage-desk.ts";

test("a person who can always be reached covers every hour", () => {
  expect(warned({ ana: person })).toEqual([]);
  expect(warned({ ana: { name: "Ana", roles: ["manager", "head"], email: "ana@example.com" } })).toEqual([]);
});

test("a person without an address covers no hour", () => {
  expect(warned({ ana: { name: "Ana", roles: ["manager"] } })).toEqual([
    "no person with a reachable DM or e-mail step ever covers critical, high, medium, and low tickets of plan always (Acme)",
  ]);
});

test.each<[string, People["ana"], string, string]>([
  ["Discord", { name: "Ana", roles: ["manager"], discord: "200000000000000001" }, "discord", "discord is"],
  ["e-mail", { name: "Ana", roles: ["manager", "head"], email: "ana@example.com" }, "email", "e-mail is"],
])("a person who has only %s covers no hour while it is off", (_, ana, platform, what) => {
  const desk = deskWith({ ana });
  expect(uncovered(desk, new Set(["slack"]))).toEqual([
    "no person with a reachable DM or e-mail step ever covers critical, high, medium, and low tickets of plan always (Acme)",
  ]);
  expect(unreachable(desk, new Set(["slack"]))).toEqual([`Ana cannot be reached: ${what} not switched on`]);
  for (const on of [new Set(["slack", platform]), null])
    expect([uncovered(desk, on), unreachable(desk, on)]).toEqual([[], []]);
});

test("a person who cannot be reached is named, even if another person covers for them", () => {
  const far = { roles: ["manager" as const], discord: "200000000000000001", email: "a@example.com" };
  const people = {
    ana: { ...far, name: "Ana" },
    bea: { ...far, name: "Bea", discord: "200000000000000002" },
    eva: { name: "Eva", roles: ["head" as const], slack: "U0EVA" },
    joe: { name: "Joe", roles: ["agent" as const] },
  };
  expect(uncovered(deskWith(people), new Set(["slack"]))).toEqual([]);
  expect(unreachable(deskWith(people), new Set(["slack"]))).toEqual([
    "Ana and Bea cannot be reached: discord and e-mail are not switched on",
  ]);
});

test("a deputy who is awake covers for a manager who is not, and so does the head", () => {
  const ana = { ...person, quiet: "22:00-07:00", deputy: "luis" };
  const luis = { name: "Luis", roles: ["agent" as const], slack: "U2" };
  expect(warned({ ana, luis })).toEqual([]);
  expect(warned({ ana: { ...person, quiet: "22:00-07:00" }, luis: { ...luis, roles: ["head"] } })).toEqual([]);
  expect(warned({ ana, luis: { ...luis, timezone: "Europe/Madrid", quiet: "23:00-05:30" } })[0]).toContain(
    "every day between 23:00 and 05:30",
  );
});

test.each<[string, string]>([
  ["the head", "head"],
  ["a named person", "eva"],
])("the deputy of %s covers for them, and a deputy has no deputy", (_, recipient) => {
  const quiet = { roles: ["agent" as const], timezone: "Europe/Madrid", quiet: "22:00-07:00" };
  const warnings = (tell: string, eva: string, luis: string) =>
    uncovered(
      deskOf(
        {
          calendars: { always: { open: "always" } },
          plans: { p: { calendar: "always" } },
          reminders: [{ at: "50%", tell: [tell] }],
          people: {
            ana: { ...quiet, name: "Ana", slack: "U1", deputy: "luis" },
            eva: { ...quiet, name: "Eva", slack: "U2", deputy: eva, roles: ["head"] },
            luis: { ...quiet, name: "Luis", slack: "U3", deputy: luis },
            max: { name: "Max", roles: ["agent"], slack: "U4" },
          },
          accounts: { acme: { name: "Acme", plan: "p", manager: "ana", timezone: "Europe/Madrid" } },
        } satisfies WrittenDesk,
        1,
      ),
      null,
    );
  const gap = [expect.stringMatching(/^every day between 22:00 and 07:00 no person/) as string];
  expect(warnings(recipient, "max", "max")).toEqual([]);
  expect(warnings(recipient, "luis", "max")).toEqual(gap);
  expect(warnings("deputy", "max", "max")).toEqual(gap);
});

test("a step by mail covers the night while mail is on, and mail behind a direct message does not", () => {
  const warnings = (step: { readonly tell?: string[]; readonly email?: string[] }, on: string[] | null, ana = {}) =>
    uncovered(
      deskOf(
        {
          calendars: { always: { open: "always" } },
          plans: { p: { calendar: "always" } },
          reminders: [{ at: "50%", ...step }],
          people: {
            ana: { ...person, quiet: "22:00-07:00", email: "ana@example.com", deputy: "luis", ...ana },
            luis: { ...person, name: "Luis", slack: "U2", quiet: "22:00-07:00", email: "luis@example.com" },
          },
          accounts: { acme: { name: "Acme", plan: "p", manager: "ana", timezone: "Europe/Madrid" } },
        } satisfies WrittenDesk,
        1,
      ),
      on === null ? null : new Set(on),
    ).map((each) => each.replace(/ no person.*|.* ever .*/, ""));
  const never = [""];
  const both = { tell: ["manager"], email: ["manager"] };
  const nights = ["every day between 22:00 and 07:00"];
  expect(warnings(both, null)).toEqual(nights);
  expect(warnings(both, null, { quiet: undefined })).toEqual([]);
  expect(warnings({ email: ["manager"] }, ["email"], { quiet: undefined })).toEqual([]);
  expect(warnings({ email: ["manager"] }, ["email"])).toEqual(nights);
  expect(warnings(both, ["slack"])).toEqual(nights);
  expect(warnings({ tell: ["manager"] }, null)).toEqual(nights);
  expect(warnings({ email: ["manager"] }, ["slack"])).toEqual(never);
  // Mail has no deputy.
  expect(warnings({ email: ["manager"] }, null, { email: undefined })).toEqual(never);
  expect(warnings({ tell: ["manager"] }, ["email"])).toEqual(never);
});

import { expect, test } from "vitest";
import { uncovered } from "../../src/desk/coverage.ts";
import { deskOf } from "../../src/desk/desk-of.ts";
import type { DeskDocument } from "../../src/desk/schema.ts";

const warned = (people: NonNullable<DeskDocument["people"]>, plan: "day" | "always" = "always", manager = "ana") =>
  uncovered(
    deskOf(
      {
        calendars: {
          always: { open: "always" },
          office: { timezone: "Europe/Madrid", hours: { "mon-fri": ["09:00-18:00"] } },
        },
        plans: { always: { calendar: "always" }, day: { calendar: "office" } },
        people,
        accounts: { acme: { name: "Acme", plan, manager, timezone: "Europe/Madrid" } },
      } satisfies DeskDocument,
      1,
    ),
  );
const person = { name: "Ana", roles: ["manager" as const], slack: "U1", timezone: "Europe/Madrid" };

test("somebody who can always be reached covers everything", () => {
  expect(warned({ ana: person })).toEqual([]);
  expect(warned({ ana: { name: "Ana", roles: ["manager"], email: "ana@example.com" } })).toEqual([]);
});

test("somebody without an address covers nothing", () => {
  expect(warned({ ana: { name: "Ana", roles: ["manager"] } })).toEqual([
    "nobody with a reachable DM or e-mail ever covers critical, high, medium, and low tickets of plan always (Acme)",
  ]);
});

test("quiet hours leave a gap where the promise runs, and critical tickets of an open plan break them", () => {
  expect(warned({ ana: { ...person, quiet: "22:00-07:00" } })).toEqual([
    "every day between 22:00 and 07:00 nobody with a reachable DM or e-mail covers high, medium, and low tickets of plan always (Acme)",
  ]);
  expect(warned({ ana: { ...person, quiet: "22:00-07:00" } }, "day")).toEqual([]);
});

test("a gap within some days is told with its days, in the plan's own zone", () => {
  const [first, ...rest] = warned({ ana: { ...person, quiet: "17:30-20:00" } }, "day");
  expect(first).toBe(
    "between Monday 17:30 and Monday 18:00 nobody with a reachable DM or e-mail covers critical, high, medium, and low tickets of plan day (Acme)",
  );
  expect(rest).toHaveLength(4);
  expect(warned({ ana: { ...person, quiet: "02:00-09:15", timezone: "UTC" } }, "day")[4]).toContain(
    "between Friday 09:00 and Friday 10:15 nobody",
  );
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

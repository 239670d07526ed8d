import { recipientRoles } from "../../src/sla/ladder-step.ts";
import fc from "fast-check";
import type { DeskDocument } from "../../src/desk/schema.ts";
import { locales, staffRoles } from "../../src/desk/desk.ts";
import { severities } from "../../src/sla/severity.ts";

const optional = { requiredKeys: [] as [] };
const name = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
  .filter((each) => /^\S(?:.{0,98}\S)?$/u.test(each) && each.isWellFormed());
const key = fc.constantFrom("ana", "luis", "eva", "null", "true", "12", "a.b", "josé");
const duration = fc.constantFrom("PT5S", "PT30M", "P1D", "P2DT4H", "PT90M");
const targets = fc.record({ firstResponse: duration, nextResponse: duration, resolution: duration }, optional);
const bySeverity = fc.record({ critical: targets, high: targets, medium: targets, low: targets }, optional);
const calendar = fc.oneof(
  fc.record({ open: fc.constant("always" as const) }),
  fc.record({
    timezone: fc.constantFrom("Europe/Madrid", "America/New_York"),
    hours: fc.constantFrom<Record<string, string[]>>(
      { "mon-fri": ["09:00-14:00", "15:30-24:00"] },
      { sat: ["00:00-24:00"], sun: [] },
    ),
    holidays: fc.uniqueArray(fc.constantFrom("2026-12-25", "2027-01-01")),
    exceptions: fc.dictionary(
      fc.constantFrom("2026-12-24", "2026-12-31"),
      fc.constantFrom<"closed" | string[]>("closed", ["09:00-13:00"]),
      { noNullPrototype: true },
    ),
    publicHolidays: fc.constantFrom("ES", "ES-MD", "DE-BY-A"),
  }),
);
const reference = (kind: string) => fc.integer({ min: 1, max: 1e9 }).map((each) => `slack:${kind}${each}`);

/** Any consistent desk. */
export const document: fc.Arbitrary<DeskDocument> = fc
  .record({
    desk: fc.option(name, { nil: undefined }),
    locale: fc.option(fc.constantFrom(...locales), { nil: undefined }),
    grace: fc.option(
      fc.integer({ min: 1, max: 100 }).map((each) => `${each}%`),
      { nil: undefined },
    ),
    severities: fc.option(bySeverity, { nil: undefined }),
    calendars: fc.dictionary(key, calendar, { minKeys: 1, noNullPrototype: true }),
    planNames: fc.uniqueArray(key, { minLength: 1 }),
    planTargets: bySeverity,
    phone: fc.uniqueArray(fc.constantFrom(...severities)),
    ladder: fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 5 }),
    tell: fc.uniqueArray(fc.constantFrom(...recipientRoles)),
    people: fc.dictionary(
      key,
      fc.record(
        {
          name,
          roles: fc.uniqueArray(fc.constantFrom(...staffRoles), { minLength: 1 }),
          quiet: fc.constantFrom("22:00-07:00", "13:00-14:00", "20:00-24:00"),
        },
        { requiredKeys: ["name", "roles"] },
      ),
      { minKeys: 1, noNullPrototype: true },
    ),
    triage: reference("T"),
    accounts: fc.dictionary(key, fc.record({ name }), { noNullPrototype: true }),
    contacts: fc.uniqueArray(reference("U"), { minLength: 20, maxLength: 20 }),
  })
  .map(({ calendars, planNames, planTargets, phone, ladder, tell, people, triage, accounts, contacts, ...rest }) => {
    const plan = { calendar: Object.keys(calendars)[0] ?? "", targets: planTargets, phone };
    const anyone = Object.keys(people)[0] ?? "";
    const recipients = [
      ...ladder.toSorted((one, other) => one - other).map((at) => ({ at: `${at}%`, tell, severities: phone })),
      { left: "PT30M", tell: [anyone], clocks: ["resolution"] },
    ].map((step) => ("severities" in step && phone.length === 0 ? { ...step, severities: undefined } : step));
    const owned = Object.entries(accounts).map(([each, account], index): [string, object] => [
      each,
      { ...account, plan: planNames[0] ?? "", manager: anyone, contacts: contacts.slice(index * 2, index * 2 + 2) },
    ]);
    const whole = {
      ...rest,
      calendars,
      plans: Object.fromEntries(planNames.map((each) => [each, plan])),
      reminders: recipients,
      channels: { triage },
      people,
      accounts: Object.fromEntries(owned),
    };
    return JSON.parse(JSON.stringify(whole)) as DeskDocument;
  });

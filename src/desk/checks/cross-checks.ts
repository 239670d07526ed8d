import { recipientRoles } from "../../sla/ladder-step.ts";
import { allClockKinds } from "../../sla/clock-kinds.ts";
import type { TargetTime } from "../../sla/calendar.ts";
import { locales, type Desk, type SupportPlan, type Targets } from "../desk.ts";
import { expectation, type Expectation } from "../expectation.ts";
import type { ReferenceFault, NamedPath } from "../keyed-section.ts";
import { mailFaults } from "../mail-of.ts";
import { checkSections } from "../sections.ts";
import { breach } from "../../tickets/clocks/ladder.ts";
import { blockedPhrase } from "../../tickets/internal-mention.ts";
import { severities } from "../../sla/severity.ts";
import { addWorkingTime } from "../../sla/working-time.ts";
import type { DeskDocument } from "../schema.ts";
import { references, type NamedSection } from "./references.ts";

/** All contradictions between parts of a desk that are valid by themselves. */
export const crossChecks = (desk: Desk, document: DeskDocument, named: NamedPath): readonly ReferenceFault[] => [
  ...missingNames(desk, document, named),
  ...strayRecipients(desk, named),
  ...namedTwice(desk),
  ...limitedStrangers(desk),
  ...unreachableTargets(desk),
  ...indiscreetMeans(desk),
  ...mailFaults(desk),
  ...checkSections(desk, named),
  ...(desk.channels.triage.length > 0
    ? []
    : [{ path: ["channels", "triage"], expected: expectation("triageChannel") }]),
];

const missingNames = (desk: Desk, document: DeskDocument, named: NamedPath): readonly ReferenceFault[] => {
  const anyOf = (section: NamedSection): Expectation => {
    const known = Object.keys(desk[section]).toSorted();
    return known.length > 0
      ? expectation("entryOf", { section, values: known.join(", ") })
      : expectation("noEntryOf", { section });
  };
  const expected = { calendars: anyOf("calendars"), plans: anyOf("plans"), people: anyOf("people") };
  return [
    ...references(document).flatMap(({ path, section, name }) =>
      Object.hasOwn(desk[section], name) || named[section].has(name) ? [] : [{ path, expected: expected[section] }],
    ),
    ...Object.values(desk.people).flatMap(({ key, deputy }) =>
      deputy === key ? [{ path: ["people", key, "deputy"], expected: expectation("anotherPerson") }] : [],
    ),
  ];
};

/** People in the ladder must exist, and need an address if they are to get e-mail. */
const strayRecipients = (desk: Desk, named: NamedPath): readonly ReferenceFault[] => {
  const known = [...recipientRoles, ...Object.keys(desk.people).toSorted()].join(", ");
  const strays = desk.ladder.flatMap((step, index) =>
    (["tell", "email"] as const).flatMap((how) =>
      step[how].flatMap((recipient, place): readonly ReferenceFault[] => {
        if (typeof recipient === "string") return [];
        const path = ["reminders", index, how, place];
        const person = Object.hasOwn(desk.people, recipient.person) ? desk.people[recipient.person] : undefined;
        if (person === undefined)
          return named.people.has(recipient.person)
            ? []
            : [{ path, expected: expectation("oneOf", { values: known }) }];
        return how === "email" && person.email === null ? [{ path, expected: expectation("personWithEmail") }] : [];
      }),
    ),
  );
  const ambiguous = recipientRoles
    .filter((role) => Object.hasOwn(desk.people, role))
    .map((role) => ({ path: ["people", role], expected: expectation("otherKey") }));
  return [...strays, ...ambiguous];
};

/**
 * Each reference is one person or channel and belongs to one side. Otherwise a ticket could show at another account.
 */
const namedTwice = (desk: Desk): readonly ReferenceFault[] => {
  const misfits: ReferenceFault[] = [];
  const seen = new Map<string, Expectation>();
  const once = (reference: string, elsewhere: Expectation, path: ReferenceFault["path"]): void => {
    const before = seen.get(reference);
    if (before === undefined) seen.set(reference, elsewhere);
    else misfits.push({ path, expected: before });
  };
  for (const { key, identities } of Object.values(desk.people))
    for (const identity of identities)
      once(identity, expectation("free", { place: `people.${key}` }), [
        "people",
        key,
        identity.slice(0, identity.indexOf(":")),
      ]);
  for (const side of ["triage", "tech"] as const)
    for (const [index, channel] of desk.channels[side].entries())
      once(channel, expectation("free", { place: `channels.${side}` }), ["channels", side, index]);
  for (const { key, channels, contacts } of Object.values(desk.accounts))
    for (const [list, references] of [
      ["channels", channels],
      ["contacts", contacts],
    ] as const)
      for (const [index, reference] of references.entries())
        once(reference, expectation("freeIn", { place: `accounts.${key}.${list}` }), ["accounts", key, list, index]);
  return misfits;
};

/** Only contacts of an account can be limited to their own tickets. A person in one of its channels has no such limit. */
const limitedStrangers = (desk: Desk): readonly ReferenceFault[] =>
  Object.values(desk.accounts).flatMap(({ key, contacts, ownTicketsOnly }) => {
    const named = new Set(contacts);
    const expected = expectation("oneOfList", { place: `accounts.${key}.contacts` });
    return ownTicketsOnly.flatMap((each, index) =>
      named.has(each) ? [] : [{ path: ["accounts", key, "ownTicketsOnly", index], expected }],
    );
  });

/** A fixed start, so that the same file gives the same result on every day. */
const someMonday = Date.UTC(2026, 0, 5);

/** A calendar as a plan names it, and the targets that count in it, each with what it is for. */
interface PlanCalendar {
  readonly path: ReferenceFault["path"];
  readonly name: string;
  readonly targets: readonly (readonly [what: string, Targets])[];
}

/** The calendar of a plan, and those of the severities that have one of their own. */
const calendarsOf = ({ key, calendar, terms }: SupportPlan, desk: Desk): readonly PlanCalendar[] => {
  const own = severities.filter((each) => terms[each].calendar !== calendar);
  const shared = severities.filter((each) => !own.includes(each));
  return [
    {
      path: ["plans", key, "calendar"],
      name: calendar,
      targets: [...shared.map((each) => [each, terms[each].targets] as const), ["consulting", desk.consulting]],
    },
    ...own.map((each) => ({
      path: ["plans", key, "targets", each, "calendar"],
      name: terms[each].calendar,
      targets: [[each, terms[each].targets] as const],
    })),
  ];
};

/** Every length of time that the desk counts in a calendar of a plan, and the calendar that it needs. */
const measuredIn = (
  { targets }: PlanCalendar,
  desk: Desk,
): readonly (readonly [needs: Expectation, length: TargetTime])[] => {
  // A ladder with steps after the breach needs more time than the target.
  const furthest = Math.max(1, ...desk.ladder.map(({ when }) => (when.by === "used" ? when.percent / breach : 0)));
  const lengthsOf = ([what, of]: readonly [what: string, Targets]) =>
    allClockKinds.flatMap((clock) => {
      const target = of[clock];
      if (target === undefined) return [];
      const whole = { days: Math.ceil(target.days * furthest), ms: Math.ceil(target.ms * furthest) };
      return [[expectation("calendarForTarget", { of: what, clock }), whole] as const];
    });
  const { nudge, close } = desk.waiting ?? { nudge: null, close: null };
  return [
    ...targets.flatMap(lengthsOf),
    ...Object.entries({ reopen: desk.reopen, "waiting.nudge": nudge, "waiting.close": close }).flatMap(
      ([what, length]) => (length === null ? [] : [[expectation("calendarForLength", { of: what }), length] as const]),
    ),
  ];
};

/** A calendar may open too seldom to ever use up a length of time. */
const unreachableTargets = (desk: Desk): readonly ReferenceFault[] =>
  Object.values(desk.plans)
    .flatMap((plan) => calendarsOf(plan, desk))
    .flatMap((named) => {
      const calendar = Object.hasOwn(desk.calendars, named.name) ? desk.calendars[named.name] : undefined;
      if (calendar === undefined) return [];
      return measuredIn(named, desk).flatMap(([needs, length]) => {
        try {
          addWorkingTime(calendar, someMonday, length);
          return [];
        } catch {
          return [{ path: named.path, expected: needs }];
        }
      });
    });

/** Customers read in the form what a severity means, so nothing internal may stand there. */
const indiscreetMeans = (desk: Desk): readonly ReferenceFault[] =>
  severities.flatMap((severity) => {
    const means = desk.severityMeans[severity];
    const found = means === null ? [] : locales.flatMap((locale) => blockedPhrase(means[locale], desk) ?? []);
    return found.slice(0, 1).map((word) => ({
      path: ["severities", severity, "means"],
      expected: expectation("withoutInternal", { word: JSON.stringify(word) }),
    }));
  });

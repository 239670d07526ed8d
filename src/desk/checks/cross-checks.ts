import { recipientRoles } from "../../sla/ladder-step.ts";
import { allClockKinds } from "../../sla/clock-kinds.ts";
import type { TargetTime } from "../../sla/calendar.ts";
import type { Desk, SupportPlan, Targets } from "../desk.ts";
import type { Misfit, NamedPath } from "../keyed-section.ts";
import { checkSections } from "../sections.ts";
import { breach } from "../../tickets/clocks/ladder.ts";
import { severities } from "../../sla/severity.ts";
import { addWorkingTime } from "../../sla/working-time.ts";
import type { DeskDocument } from "../schema.ts";
import { references } from "./references.ts";

/** All contradictions between parts of a desk that are valid by themselves. */
export const crossChecks = (desk: Desk, document: DeskDocument, named: NamedPath): readonly Misfit[] => [
  ...missingNames(desk, document, named),
  ...strayRecipients(desk, named),
  ...namedTwice(desk),
  ...unreachableTargets(desk),
  ...checkSections(desk, named),
  ...(desk.channels.triage.length > 0
    ? []
    : [{ path: ["channels", "triage"], expected: "the channel where the team sees new tickets" }]),
];

const missingNames = (desk: Desk, document: DeskDocument, named: NamedPath): readonly Misfit[] => [
  ...references(document).flatMap(({ path, section, name }) => {
    if (Object.hasOwn(desk[section], name) || named[section].has(name)) return [];
    const known = Object.keys(desk[section]).toSorted();
    const expected =
      known.length > 0 ? `one of the ${section} ${known.join(", ")}` : `an entry of ${section}, and there is none`;
    return [{ path, expected }];
  }),
  ...Object.values(desk.people).flatMap(({ key, deputy }) =>
    deputy === key ? [{ path: ["people", key, "deputy"], expected: "somebody else" }] : [],
  ),
];

/** People in the ladder must exist, and need an address if they are to get e-mail. */
const strayRecipients = (desk: Desk, named: NamedPath): readonly Misfit[] => {
  const known = [...recipientRoles, ...Object.keys(desk.people).toSorted()].join(", ");
  const strays = desk.ladder.flatMap((step, index) =>
    (["tell", "email"] as const).flatMap((how) =>
      step[how].flatMap((recipient, place): readonly Misfit[] => {
        if (typeof recipient === "string") return [];
        const path = ["reminders", index, how, place];
        const person = Object.hasOwn(desk.people, recipient.person) ? desk.people[recipient.person] : undefined;
        if (person === undefined)
          return named.people.has(recipient.person) ? [] : [{ path, expected: `one of ${known}` }];
        return how === "email" && person.email === null ? [{ path, expected: "somebody with an e-mail address" }] : [];
      }),
    ),
  );
  const ambiguous = recipientRoles
    .filter((role) => Object.hasOwn(desk.people, role))
    .map((role) => ({ path: ["people", role], expected: "another key, since this one names a part in reminders" }));
  return [...strays, ...ambiguous];
};

/**
 * Each reference is one person or channel and belongs to one side. Otherwise a ticket could show at another account.
 */
const namedTwice = (desk: Desk): readonly Misfit[] => {
  const misfits: Misfit[] = [];
  const seen = new Map<string, string>();
  const once = (reference: string, owner: string, path: Misfit["path"]): void => {
    const before = seen.get(reference);
    if (before === undefined) seen.set(reference, owner);
    else misfits.push({ path, expected: `one that is not already ${before}` });
  };
  for (const { key, identities } of Object.values(desk.people))
    for (const identity of identities)
      once(identity, `people.${key}`, ["people", key, identity.slice(0, identity.indexOf(":"))]);
  for (const side of ["triage", "tech"] as const)
    for (const [index, channel] of desk.channels[side].entries())
      once(channel, `channels.${side}`, ["channels", side, index]);
  for (const { key, channels, contacts } of Object.values(desk.accounts))
    for (const [list, references] of [
      ["channels", channels],
      ["contacts", contacts],
    ] as const)
      for (const [index, reference] of references.entries())
        once(reference, `in accounts.${key}.${list}`, ["accounts", key, list, index]);
  return misfits;
};

/** A fixed start, so that the same file gives the same result on every day. */
const someMonday = Date.UTC(2026, 0, 5);

/** Every length of time that the desk counts in a plan's calendar, with its name. */
const measuredBy = (plan: SupportPlan, desk: Desk): readonly (readonly [what: string, length: TargetTime])[] => {
  // A ladder with steps after the breach needs more time than the target.
  const furthest = Math.max(1, ...desk.ladder.map(({ when }) => (when.by === "used" ? when.percent / breach : 0)));
  const promised = (what: string, targets: Targets) =>
    allClockKinds.flatMap((clock) => {
      const target = targets[clock];
      if (target === undefined) return [];
      const whole = { days: Math.ceil(target.days * furthest), ms: Math.ceil(target.ms * furthest) };
      return [[`the ${what} ${clock} target`, whole] as const];
    });
  const { nudge, close } = desk.waiting ?? { nudge: null, close: null };
  return [
    ...severities.flatMap((severity) => promised(severity, plan.terms[severity].targets)),
    ...promised("consulting", desk.consulting),
    ...Object.entries({ reopen: desk.reopen, "waiting.nudge": nudge, "waiting.close": close }).flatMap(
      ([what, length]) => (length === null ? [] : [[what, length] as const]),
    ),
  ];
};

/** A calendar may open too seldom to ever use up a length of time. */
const unreachableTargets = (desk: Desk): readonly Misfit[] =>
  Object.values(desk.plans).flatMap((plan) => {
    const calendar = Object.hasOwn(desk.calendars, plan.calendar) ? desk.calendars[plan.calendar] : undefined;
    if (calendar === undefined) return [];
    return measuredBy(plan, desk).flatMap(([what, length]) => {
      try {
        addWorkingTime(calendar, someMonday, length);
        return [];
      } catch {
        return [
          {
            path: ["plans", plan.key, "calendar"],
            expected: `a calendar in which ${what} can be used up within 60 years`,
          },
        ];
      }
    });
  });

import { awayWhy, wakes } from "./away.ts";
import type { Calendar } from "./calendar.ts";
import type { Desk, Person, Recipient, RecipientRole } from "./desk.ts";
import type { PassedRung, ReminderNotice, Rung } from "./messages.ts";
import type { Instant } from "./refs.ts";
import { severityOf, type PromisedStep, type Ticket } from "./ticket.ts";

type Direct = Extract<Rung, { how: "direct" }>;
type Named = Pick<Direct, "person" | "as">;

/** Where and when reminders are about to leave. */
interface Scene {
  readonly ticket: Ticket;
  readonly desk: Desk;
  readonly at: Instant;
  /** Whether the promise is worth waking people for. */
  readonly waking: boolean;
}

const personOf = (key: string | null, desk: Desk): Person | null =>
  key !== null && Object.hasOwn(desk.people, key) ? (desk.people[key] ?? null) : null;

const managerOf = (ticket: Ticket, desk: Desk): Person | null =>
  personOf(ticket.account === null ? null : (desk.accounts[ticket.account]?.manager ?? null), desk);

const playing = (role: RecipientRole, { ticket, desk }: Scene): readonly (Person | null)[] => {
  switch (role) {
    case "manager":
      return [managerOf(ticket, desk)];
    case "deputy":
      return [personOf(managerOf(ticket, desk)?.deputy ?? null, desk)];
    case "assignee":
      return [personOf(ticket.assignee, desk)];
    case "head":
      return Object.values(desk.people).filter((person) => person.roles.includes("head"));
  }
};

const namedBy = (recipient: Recipient, scene: Scene): readonly Named[] =>
  typeof recipient === "string"
    ? playing(recipient, scene).flatMap((person) => (person === null ? [] : [{ person: person.key, as: recipient }]))
    : personOf(recipient.person, scene.desk) === null
      ? []
      : [{ person: recipient.person, as: "named" }];

/** Everybody the recipients name, each once: the first that names them counts. */
const everybody = (recipients: readonly Recipient[], scene: Scene): readonly Named[] => {
  const named = recipients.flatMap((recipient) => namedBy(recipient, scene));
  return named.filter((each, index) => named.findIndex((other) => other.person === each.person) === index);
};

const direct = (named: Named): Direct => ({ how: "direct", ...named });

const mailed = (named: Named, { desk }: Scene): readonly Rung[] =>
  desk.people[named.person]?.email == null ? [] : [{ how: "email", ...named }];

/** The rungs after one: the deputy, a mention in triage, e-mail, the head. */
const rungsBehind = (rung: Rung, scene: Scene): readonly Rung[] => {
  const { person } = rung;
  const named = person === null || rung.how === "mention" ? null : { person, as: rung.as };
  const deputy = personOf(scene.desk.people[person ?? ""]?.deputy ?? null, scene.desk);
  const standIn: readonly Rung[] =
    rung.how === "direct" && rung.as !== "deputy" && deputy !== null
      ? [{ how: "direct", person: deputy.key, as: "deputy" }]
      : [];
  return [
    ...standIn,
    ...(rung.how === "mention" ? [] : [{ how: "mention", person } as const]),
    ...(named === null || rung.how === "email" ? [] : mailed(named, scene)),
    ...everybody(["head"], scene).map(direct),
  ];
};

const sameRung = (one: Rung, other: Rung): boolean =>
  one.how === other.how && (one.how === "mention" || one.person === other.person);

const away = (rung: Rung, { desk, at, waking }: Scene): PassedRung["why"] | null => {
  const person = rung.how === "direct" ? personOf(rung.person, desk) : null;
  return person === null ? null : awayWhy(person, at, waking, desk);
};

/** Goes down the rungs to the first who may be told now. Where all of them are away, whom it is for is told all the same. */
const descend = (
  rungs: readonly Rung[],
  scene: Scene,
): { readonly rung: Rung; readonly next: readonly Rung[]; readonly passed: readonly PassedRung[] } | null => {
  const [first, ...rest] = rungs;
  if (first === undefined) return null;
  const passed: PassedRung[] = [];
  for (const [index, rung] of rungs.entries()) {
    const why = away(rung, scene);
    if (why === null) return { rung, next: rungs.slice(index + 1), passed };
    passed.push({ rung, why });
  }
  return { rung: first, next: rest, passed: [] };
};

/** What a step says to begin with, before anybody is looked for. */
const firstRungs = (step: PromisedStep, scene: Scene): readonly Rung[] => {
  const manager = managerOf(scene.ticket, scene.desk)?.key ?? null;
  const told: readonly Rung[] = [
    ...everybody(step.tell, scene).map(direct),
    ...everybody(step.email, scene).flatMap((named) => mailed(named, scene)),
  ];
  // Nobody assigned is a failure to be shown, never a silent skip.
  const unmanaged = step.tell.includes("manager") && manager === null;
  const mention: Rung = { how: "mention", person: manager ?? scene.ticket.assignee };
  return step.mention === "triage" || unmanaged || told.length === 0 ? [...told, mention] : told;
};

const sceneOf = (calendar: Calendar, ticket: Ticket, desk: Desk, at: Instant): Scene => ({
  ticket,
  desk,
  at,
  waking: wakes(severityOf(ticket), calendar),
});

/**
 * Whom a step of the ladder tells, each with the rungs left if they cannot be reached. Whoever is away is passed over, and who
 * comes next is told once, however many they stand in for. Where nobody is to be told, triage is: a step never ends in silence.
 */
export const noticesFor = (
  step: PromisedStep,
  calendar: Calendar,
  about: Pick<ReminderNotice, "clock" | "cycle" | "promise" | "plannedFor">,
  ticket: Ticket,
  desk: Desk,
  at: Instant,
): readonly ReminderNotice[] => {
  const scene = sceneOf(calendar, ticket, desk, at);
  const first = firstRungs(step, scene);
  const notices: ReminderNotice[] = [];
  for (const rung of first) {
    const isTold = (each: Rung): boolean => first.some((other) => sameRung(other, each));
    const found = descend([rung, ...rungsBehind(rung, scene)], scene);
    if (found === null) continue;
    const known = notices.findIndex((notice) => sameRung(notice.rung, found.rung));
    const before = notices[known];
    if (before === undefined)
      notices.push({ ...about, step: step.at, ...found, next: found.next.filter((each) => !isTold(each)) });
    // Somebody told anyway also stands in for another: one message, and the history says for whom.
    else notices[known] = { ...before, passed: [...before.passed, ...found.passed] };
  }
  return notices;
};

/** The same reminder on the next rung that may be taken now; null where there is none left. */
export const noticeAfter = (
  notice: ReminderNotice,
  error: string,
  calendar: Calendar,
  ticket: Ticket,
  desk: Desk,
  at: Instant,
): ReminderNotice | null => {
  const found = descend(notice.next, sceneOf(calendar, ticket, desk, at));
  if (found === null) return null;
  const failed: PassedRung = { rung: notice.rung, why: { is: "failed", error } };
  return { ...notice, ...found, passed: [...notice.passed, failed, ...found.passed] };
};

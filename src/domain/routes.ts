import { awayWhy, wakes } from "./away.ts";
import type { Calendar } from "./calendar.ts";
import type { Desk, Person, Recipient, RecipientRole } from "./desk.ts";
import type { Instant } from "./refs.ts";
import type { PassedRung, Route, Rung } from "./rung.ts";
import { severityOf, type Ticket } from "./ticket.ts";

type Direct = Extract<Rung, { how: "direct" }>;
type Mention = Extract<Rung, { how: "mention" }>;
type Named = Pick<Direct, "person" | "as">;

/** Where and when somebody is about to be told. */
export interface Scene {
  readonly ticket: Ticket;
  readonly desk: Desk;
  readonly at: Instant;
  /** Whether the promise is worth waking people for. */
  readonly waking: boolean;
}

const personOf = (key: string | null, desk: Desk): Person | null =>
  key !== null && Object.hasOwn(desk.people, key) ? (desk.people[key] ?? null) : null;

/** The account manager of a ticket. */
export const managerOf = (ticket: Ticket, desk: Desk): Person | null =>
  personOf(ticket.account === null ? null : (desk.accounts[ticket.account]?.manager ?? null), desk);

const playing = (role: RecipientRole, { ticket, desk }: Scene): readonly (Person | null)[] => {
  switch (role) {
    case "manager":
      return [managerOf(ticket, desk)];
    case "deputy":
      return [personOf(managerOf(ticket, desk)?.deputy ?? null, desk)];
    case "assignee":
      return [personOf(ticket.assignee, desk)];
    case "tech":
      return [personOf(ticket.tech?.takenBy ?? null, desk)];
    case "head":
      return Object.values(desk.people).filter((person) => person.roles.includes("head"));
  }
};

const namedBy = (recipient: Recipient, scene: Scene): readonly Named[] =>
  typeof recipient === "string"
    ? playing(recipient, scene).flatMap((person) => (person === null ? [] : [{ person: person.key, as: recipient }]))
    : personOf(recipient.person, scene.desk) === null
      ? []
      : [{ person: recipient.person, as: recipient.asked === true ? "asked" : "named" }];

/** Everybody the recipients name, each once: the first that names them counts. */
const everybody = (recipients: readonly Recipient[], scene: Scene): readonly Named[] => {
  const named = recipients.flatMap((recipient) => namedBy(recipient, scene));
  return named.filter((each, index) => named.findIndex((other) => other.person === each.person) === index);
};

const direct = (named: Named): Direct => ({ how: "direct", ...named });

/** A direct message to everybody the recipients name, each once. */
export const directTo = (recipients: readonly Recipient[], scene: Scene): readonly Rung[] =>
  everybody(recipients, scene).map(direct);

/** Mail to everybody the recipients name who has an address. */
export const mailTo = (recipients: readonly Recipient[], scene: Scene): readonly Rung[] =>
  everybody(recipients, scene).flatMap((named) => mailed(named, scene));

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

/** A mention rings whom it is for, else the first of manager, deputy, assignee and heads who is there. */
const ringing = ({ person }: Mention, scene: Scene): Mention => {
  const { desk, at, waking } = scene;
  const isThere = (each: Person): boolean => awayWhy(each, at, waking, desk) === null;
  const roles = (["manager", "deputy", "assignee"] as const).flatMap((role) => playing(role, scene));
  const own = [personOf(person, desk), ...roles].filter((each) => each !== null);
  const heads = playing("head", scene).filter((each) => each !== null);
  if (own.length === 0 && heads.every(isThere)) return { how: "mention", person: null };
  const rung = [...own, ...heads].find(isThere);
  return rung === undefined
    ? { how: "mention", person: own[0]?.key ?? null, rings: false }
    : { how: "mention", person: rung.key };
};

/** Goes down the rungs to the first who may be told now. Where all of them are away, whom it is for is told all the same. */
const descend = (rungs: readonly Rung[], scene: Scene): Route | null => {
  const [first, ...rest] = rungs;
  if (first === undefined) return null;
  const passed: PassedRung[] = [];
  for (const [index, rung] of rungs.entries()) {
    const why = away(rung, scene);
    if (why === null) {
      const taken = rung.how === "mention" ? ringing(rung, scene) : rung;
      return { rung: taken, next: rungs.slice(index + 1), passed };
    }
    passed.push({ rung, why });
  }
  return { rung: first, next: rest, passed };
};

/** The scene of a ticket, judged by the calendar that what is to be told goes by. */
export const sceneOf = (calendar: Calendar, ticket: Ticket, desk: Desk, at: Instant): Scene => ({
  ticket,
  desk,
  at,
  waking: wakes(severityOf(ticket), calendar),
});

/** Two routes that meet: one message, with the rungs left of both, and the history says for whom. */
export const joined = (route: Route, other: Route): Route => {
  const passed = [
    ...route.passed,
    ...other.passed.filter(({ rung }) => !route.passed.some((each) => sameRung(each.rung, rung))),
  ];
  const isKnown = (each: Rung): boolean =>
    [route.rung, ...route.next, ...passed.map(({ rung }) => rung)].some((known) => sameRung(known, each));
  return { ...route, next: [...route.next, ...other.next.filter((each) => !isKnown(each))], passed };
};

/**
 * The first rungs, each with what is left if they cannot be reached: `behind`, the deputy, a mention in triage, e-mail, the head.
 * Whoever is away is passed over, and who comes next is told once, however many they stand in for.
 */
export const routesFor = (first: readonly Rung[], scene: Scene, behind: readonly Rung[] = []): readonly Route[] => {
  const isTold = (each: Rung): boolean => first.some((other) => sameRung(other, each));
  const routes: Route[] = [];
  for (const rung of first) {
    const found = descend([rung, ...behind, ...rungsBehind(rung, scene)], scene);
    if (found === null) continue;
    const left = { ...found, next: found.next.filter((each) => !isTold(each)) };
    const known = routes.findIndex((route) => sameRung(route.rung, found.rung));
    const before = routes[known];
    // Somebody told anyway also stands in for another.
    if (before === undefined) routes.push(left);
    else routes[known] = joined(before, left);
  }
  return routes;
};

/** The next rung that may be taken now, after one that failed; null where there is none left. */
export const routeAfter = (route: Route, error: string, scene: Scene): Route | null => {
  const found = descend(route.next, scene);
  if (found === null) return null;
  const failed: PassedRung = { rung: route.rung, why: { is: "failed", error } };
  return { ...found, passed: [...route.passed, failed, ...found.passed] };
};

/**
 * The way around somebody who is away by now; null where they are not, or nobody else is there. Who is told anyway may be the one
 * who is left: what they get already is this.
 */
export const routeAround = (route: Route, scene: Scene): Route | null => {
  const isKnown = (each: Rung): boolean => [route, ...route.passed].some(({ rung }) => sameRung(rung, each));
  const isLeft = (each: Rung): boolean => route.next.some((other) => sameRung(other, each));
  const anyway = rungsBehind(route.rung, scene).filter((each) => !isKnown(each) && !isLeft(each));
  const found = descend([route.rung, ...route.next, ...anyway], scene);
  if (found === null || sameRung(found.rung, route.rung)) return null;
  return { ...found, next: found.next.filter(isLeft), passed: [...route.passed, ...found.passed] };
};

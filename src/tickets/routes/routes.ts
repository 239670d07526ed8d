import type { Audience, Effect, Notification } from "../effect.ts";
import { managerOf, personOf } from "../people.ts";
import type { Recipient, RecipientRole } from "../../sla/ladder-step.ts";
import type { Instant } from "../../sla/instant.ts";
import { unavailability, overridesQuietHours } from "./unavailability.ts";
import type { Calendar } from "../../sla/calendar.ts";
import type { Desk, Person } from "../../desk/desk.ts";
import type { SkippedTarget, NotificationRoute, NotifyTarget } from "./notification-route.ts";
import { severityOf, type Ticket } from "../ticket.ts";

type Direct = Extract<NotifyTarget, { how: "direct" }>;
type Mention = Extract<NotifyTarget, { how: "mention" }>;
type Named = Pick<Direct, "person" | "as">;

/** Where and when somebody is about to be told. */
export interface RouteContext {
  readonly ticket: Ticket;
  readonly desk: Desk;
  readonly at: Instant;
  /** Whether the promise is worth waking people for. */
  readonly waking: boolean;
}

const playing = (role: RecipientRole, { ticket, desk }: RouteContext): readonly (Person | null)[] => {
  switch (role) {
    case "manager":
      return [managerOf(desk, ticket)];
    case "deputy":
      return [personOf(desk, managerOf(desk, ticket)?.deputy ?? null)];
    case "assignee":
      return [personOf(desk, ticket.assignee)];
    case "tech":
      return [personOf(desk, ticket.tech?.takenBy ?? null)];
    case "head":
      return Object.values(desk.people).filter((person) => person.roles.includes("head"));
  }
};

const namedBy = (recipient: Recipient, context: RouteContext): readonly Named[] =>
  typeof recipient === "string"
    ? playing(recipient, context).flatMap((person) => (person === null ? [] : [{ person: person.key, as: recipient }]))
    : personOf(context.desk, recipient.person) === null
      ? []
      : [{ person: recipient.person, as: recipient.asked === true ? "asked" : "named" }];

/** Everybody the recipients name, each once: the first that names them counts. */
const everybody = (recipients: readonly Recipient[], context: RouteContext): readonly Named[] => {
  const named = recipients.flatMap((recipient) => namedBy(recipient, context));
  return named.filter((each, index) => named.findIndex((other) => other.person === each.person) === index);
};

const direct = (named: Named): Direct => ({ how: "direct", ...named });

/** A direct message to everybody the recipients name, each once. */
export const directTo = (recipients: readonly Recipient[], context: RouteContext): readonly NotifyTarget[] =>
  everybody(recipients, context).map(direct);

/** Mail to everybody the recipients name who has an address. */
export const mailTo = (recipients: readonly Recipient[], context: RouteContext): readonly NotifyTarget[] =>
  everybody(recipients, context).flatMap((named) => mailed(named, context));

const mailed = (named: Named, { desk }: RouteContext): readonly NotifyTarget[] =>
  desk.people[named.person]?.email == null ? [] : [{ how: "email", ...named }];

/** The notify targets after one: the deputy, a mention in triage, e-mail, the head. */
const rungsBehind = (notifyTarget: NotifyTarget, context: RouteContext): readonly NotifyTarget[] => {
  const { person } = notifyTarget;
  const named = person === null || notifyTarget.how === "mention" ? null : { person, as: notifyTarget.as };
  const deputy = personOf(context.desk, context.desk.people[person ?? ""]?.deputy ?? null);
  const standIn: readonly NotifyTarget[] =
    notifyTarget.how === "direct" && notifyTarget.as !== "deputy" && deputy !== null
      ? [{ how: "direct", person: deputy.key, as: "deputy" }]
      : [];
  return [
    ...standIn,
    ...(notifyTarget.how === "mention" ? [] : [{ how: "mention", person } as const]),
    ...(named === null || notifyTarget.how === "email" ? [] : mailed(named, context)),
    ...everybody(["head"], context).map(direct),
  ];
};

const sameRung = (one: NotifyTarget, other: NotifyTarget): boolean =>
  one.how === other.how && (one.how === "mention" || one.person === other.person);

const away = (notifyTarget: NotifyTarget, { desk, at, waking }: RouteContext): SkippedTarget["why"] | null => {
  const person = notifyTarget.how === "direct" ? personOf(desk, notifyTarget.person) : null;
  return person === null ? null : unavailability(person, at, waking, desk);
};

/** A mention rings whom it is for, else the first of manager, deputy, assignee and heads who is there. */
const ringing = ({ person }: Mention, context: RouteContext): Mention => {
  const { desk, at, waking } = context;
  const isThere = (each: Person): boolean => unavailability(each, at, waking, desk) === null;
  const roles = (["manager", "deputy", "assignee"] as const).flatMap((role) => playing(role, context));
  const own = [personOf(desk, person), ...roles].filter((each) => each !== null);
  const heads = playing("head", context).filter((each) => each !== null);
  if (own.length === 0 && heads.every(isThere)) return { how: "mention", person: null };
  const notifyTarget = [...own, ...heads].find(isThere);
  return notifyTarget === undefined
    ? { how: "mention", person: own[0]?.key ?? null, rings: false }
    : { how: "mention", person: notifyTarget.key };
};

/** Goes down the notify targets to the first who may be told now. Where all of them are away, whom it is for is told all the same. */
const descend = (notifyTargets: readonly NotifyTarget[], context: RouteContext): NotificationRoute | null => {
  const [first, ...rest] = notifyTargets;
  if (first === undefined) return null;
  const passed: SkippedTarget[] = [];
  for (const [index, notifyTarget] of notifyTargets.entries()) {
    const why = away(notifyTarget, context);
    if (why === null) {
      const taken = notifyTarget.how === "mention" ? ringing(notifyTarget, context) : notifyTarget;
      return { to: taken, next: notifyTargets.slice(index + 1), skipped: passed };
    }
    passed.push({ to: notifyTarget, why });
  }
  return { to: first, next: rest, skipped: passed };
};

/** The scene of a ticket, judged by the calendar that what is to be told goes by. */
export const routeContextOf = (calendar: Calendar, ticket: Ticket, desk: Desk, at: Instant): RouteContext => ({
  ticket,
  desk,
  at,
  waking: overridesQuietHours(severityOf(ticket), calendar),
});

/** Two routes that meet: one message, with the notify targets left of both, and the history says for whom. */
export const mergeRoutes = (route: NotificationRoute, other: NotificationRoute): NotificationRoute => {
  const passed = [
    ...route.skipped,
    ...other.skipped.filter(({ to: notifyTarget }) => !route.skipped.some((each) => sameRung(each.to, notifyTarget))),
  ];
  const isKnown = (each: NotifyTarget): boolean =>
    [route.to, ...route.next, ...passed.map(({ to: notifyTarget }) => notifyTarget)].some((known) =>
      sameRung(known, each),
    );
  return { ...route, next: [...route.next, ...other.next.filter((each) => !isKnown(each))], skipped: passed };
};

/**
 * The first notify targets, each with what is left if they cannot be reached: `behind`, the deputy, a mention in triage, e-mail, the head.
 * Whoever is away is passed over, and who comes next is told once, however many they stand in for.
 */
export const routesFor = (
  first: readonly NotifyTarget[],
  context: RouteContext,
  behind: readonly NotifyTarget[] = [],
): readonly NotificationRoute[] => {
  const isTold = (each: NotifyTarget): boolean => first.some((other) => sameRung(other, each));
  const routes: NotificationRoute[] = [];
  for (const notifyTarget of first) {
    const found = descend([notifyTarget, ...behind, ...rungsBehind(notifyTarget, context)], context);
    if (found === null) continue;
    const left = { ...found, next: found.next.filter((each) => !isTold(each)) };
    const known = routes.findIndex((route) => sameRung(route.to, found.to));
    const before = routes[known];
    // Somebody told anyway also stands in for another.
    if (before === undefined) routes.push(left);
    else routes[known] = mergeRoutes(before, left);
  }
  return routes;
};

/** The next notify target that may be taken now, after one that failed; null where there is none left. */
export const routeAfter = (
  route: NotificationRoute,
  error: string,
  context: RouteContext,
): NotificationRoute | null => {
  const found = descend(route.next, context);
  if (found === null) return null;
  const failed: SkippedTarget = { to: route.to, why: { is: "failed", error } };
  return { ...found, skipped: [...route.skipped, failed, ...found.skipped] };
};

/**
 * The way around somebody who is away by now; null where they are not, or nobody else is there. Who is told anyway may be the one
 * who is left: what they get already is this.
 */
export const routeAround = (route: NotificationRoute, context: RouteContext): NotificationRoute | null => {
  const isKnown = (each: NotifyTarget): boolean =>
    [route, ...route.skipped].some(({ to: notifyTarget }) => sameRung(notifyTarget, each));
  const isLeft = (each: NotifyTarget): boolean => route.next.some((other) => sameRung(other, each));
  const anyway = rungsBehind(route.to, context).filter((each) => !isKnown(each) && !isLeft(each));
  const found = descend([route.to, ...route.next, ...anyway], context);
  if (found === null || sameRung(found.to, route.to)) return null;
  return { ...found, next: found.next.filter(isLeft), skipped: [...route.skipped, ...found.skipped] };
};

const audienceOf = ({ to }: NotificationRoute): Audience => {
  switch (to.how) {
    case "direct":
      return { kind: "person", person: to.person };
    case "email":
      return { kind: "email", person: to.person };
    case "mention":
      return { kind: "internal" };
  }
};

/** Sends a notification to the notify target whose turn it is on its route. */
export const sendOnRoute = (route: NotificationRoute, message: Notification): Effect => ({
  type: "send",
  to: audienceOf(route),
  message,
});

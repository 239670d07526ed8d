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

/** The ticket and the time of a notification. */
export interface RouteContext {
  readonly ticket: Ticket;
  readonly desk: Desk;
  readonly at: Instant;
  /** Whether the clock may override quiet hours. */
  readonly waking: boolean;
}

const peopleInRole = (role: RecipientRole, { ticket, desk }: RouteContext): readonly (Person | null)[] => {
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
    ? peopleInRole(recipient, context).flatMap((person) =>
        person === null ? [] : [{ person: person.key, as: recipient }],
      )
    : personOf(context.desk, recipient.person) === null
      ? []
      : [{ person: recipient.person, as: recipient.asked === true ? "asked" : "named" }];

/** All people whom the recipients name, each once; the first mention decides the role. */
const peopleNamed = (recipients: readonly Recipient[], context: RouteContext): readonly Named[] => {
  const named = recipients.flatMap((recipient) => namedBy(recipient, context));
  return named.filter((each, index) => named.findIndex((other) => other.person === each.person) === index);
};

const direct = (named: Named): Direct => ({ how: "direct", ...named });

/** A direct message to all people whom the recipients name, each once. */
export const directTo = (recipients: readonly Recipient[], context: RouteContext): readonly NotifyTarget[] =>
  peopleNamed(recipients, context).map(direct);

/** An e-mail to all people whom the recipients name and who have an address. */
export const mailTo = (recipients: readonly Recipient[], context: RouteContext): readonly NotifyTarget[] =>
  peopleNamed(recipients, context).flatMap((named) => mailed(named, context));

const mailed = (named: Named, { desk }: RouteContext): readonly NotifyTarget[] =>
  desk.people[named.person]?.email == null ? [] : [{ how: "email", ...named }];

/** The fallbacks after a target: the deputy, a mention in triage, e-mail, the heads. */
const fallbacksAfter = (notifyTarget: NotifyTarget, context: RouteContext): readonly NotifyTarget[] => {
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
    ...peopleNamed(["head"], context).map(direct),
  ];
};

const sameTarget = (one: NotifyTarget, other: NotifyTarget): boolean =>
  one.how === other.how && (one.how === "mention" || one.person === other.person);

const whyUnavailable = (
  notifyTarget: NotifyTarget,
  { desk, at, waking }: RouteContext,
): SkippedTarget["why"] | null => {
  const person = notifyTarget.how === "direct" ? personOf(desk, notifyTarget.person) : null;
  return person === null ? null : unavailability(person, at, waking, desk);
};

/** A mention goes to its own person, else to the first available of manager, deputy, assignee and heads. */
const mentionTarget = ({ person }: Mention, context: RouteContext): Mention => {
  const { desk, at, waking } = context;
  const isThere = (each: Person): boolean => unavailability(each, at, waking, desk) === null;
  const roles = (["manager", "deputy", "assignee"] as const).flatMap((role) => peopleInRole(role, context));
  const own = [personOf(desk, person), ...roles].filter((each) => each !== null);
  const heads = peopleInRole("head", context).filter((each) => each !== null);
  if (own.length === 0 && heads.every(isThere)) return { how: "mention", person: null };
  const notifyTarget = [...own, ...heads].find(isThere);
  return notifyTarget === undefined
    ? { how: "mention", person: own[0]?.key ?? null, notifies: false }
    : { how: "mention", person: notifyTarget.key };
};

/** The first target whose person is available. If all are unavailable, the first target is used anyway. */
const firstAvailable = (notifyTargets: readonly NotifyTarget[], context: RouteContext): NotificationRoute | null => {
  const [first, ...rest] = notifyTargets;
  if (first === undefined) return null;
  const skippedTargets: SkippedTarget[] = [];
  for (const [index, notifyTarget] of notifyTargets.entries()) {
    const why = whyUnavailable(notifyTarget, context);
    if (why === null) {
      const taken = notifyTarget.how === "mention" ? mentionTarget(notifyTarget, context) : notifyTarget;
      return { to: taken, next: notifyTargets.slice(index + 1), skipped: skippedTargets };
    }
    skippedTargets.push({ to: notifyTarget, why });
  }
  return { to: first, next: rest, skipped: skippedTargets };
};

/** The context of a ticket's notification. The calendar decides whether it overrides quiet hours. */
export const routeContextOf = (calendar: Calendar, ticket: Ticket, desk: Desk, at: Instant): RouteContext => ({
  ticket,
  desk,
  at,
  waking: overridesQuietHours(severityOf(ticket), calendar),
});

/** Joins two routes that reach the same target: one message, with the fallbacks of both. The history says for whom. */
export const mergeRoutes = (route: NotificationRoute, other: NotificationRoute): NotificationRoute => {
  const skippedTargets = [
    ...route.skipped,
    ...other.skipped.filter(({ to: notifyTarget }) => !route.skipped.some((each) => sameTarget(each.to, notifyTarget))),
  ];
  const isKnown = (each: NotifyTarget): boolean =>
    [route.to, ...route.next, ...skippedTargets.map(({ to: notifyTarget }) => notifyTarget)].some((known) =>
      sameTarget(known, each),
    );
  return { ...route, next: [...route.next, ...other.next.filter((each) => !isKnown(each))], skipped: skippedTargets };
};

/**
 * A route for each first target, with its fallbacks: `behind`, the deputy, a mention in triage, e-mail, the heads.
 * Unavailable people are skipped. A stand-in for several people is notified once.
 */
export const routesFor = (
  first: readonly NotifyTarget[],
  context: RouteContext,
  behind: readonly NotifyTarget[] = [],
): readonly NotificationRoute[] => {
  const isFirst = (each: NotifyTarget): boolean => first.some((other) => sameTarget(other, each));
  const routes: NotificationRoute[] = [];
  for (const notifyTarget of first) {
    const found = firstAvailable([notifyTarget, ...behind, ...fallbacksAfter(notifyTarget, context)], context);
    if (found === null) continue;
    const left = { ...found, next: found.next.filter((each) => !isFirst(each)) };
    const known = routes.findIndex((route) => sameTarget(route.to, found.to));
    const before = routes[known];
    // A person who is notified already may also stand in for another.
    if (before === undefined) routes.push(left);
    else routes[known] = mergeRoutes(before, left);
  }
  return routes;
};

/** The route to the next available target after one failed; null if none is left. */
export const routeAfter = (
  route: NotificationRoute,
  error: string,
  context: RouteContext,
): NotificationRoute | null => {
  const found = firstAvailable(route.next, context);
  if (found === null) return null;
  const failed: SkippedTarget = { to: route.to, why: { is: "failed", error } };
  return { ...found, skipped: [...route.skipped, failed, ...found.skipped] };
};

/**
 * A new route for a notification whose recipient has become unavailable. Null if they are available or there is no
 * other target. The new target may be a person who was already notified of this step; they get no second message.
 */
export const rerouted = (route: NotificationRoute, context: RouteContext): NotificationRoute | null => {
  const isKnown = (each: NotifyTarget): boolean =>
    [route, ...route.skipped].some(({ to: notifyTarget }) => sameTarget(notifyTarget, each));
  const isLeft = (each: NotifyTarget): boolean => route.next.some((other) => sameTarget(other, each));
  const anyway = fallbacksAfter(route.to, context).filter((each) => !isKnown(each) && !isLeft(each));
  const found = firstAvailable([route.to, ...route.next, ...anyway], context);
  if (found === null || sameTarget(found.to, route.to)) return null;
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

/** Sends a notification to the current target of its route. */
export const sendOnRoute = (route: NotificationRoute, message: Notification): Effect => ({
  type: "send",
  to: audienceOf(route),
  message,
});

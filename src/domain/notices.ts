import type { Calendar } from "./calendar.ts";
import type { Desk } from "./desk.ts";
import type { ReminderNotice } from "./messages.ts";
import type { Instant } from "./refs.ts";
import { directTo, mailTo, managerOf, routeAfter, routeAround, routesFor, sceneOf, type Scene } from "./routes.ts";
import type { Rung } from "./rung.ts";
import type { PromisedStep, Ticket } from "./ticket.ts";

/** What a step says to begin with, before anybody is looked for. */
const firstRungs = (step: PromisedStep, scene: Scene): readonly Rung[] => {
  const manager = managerOf(scene.ticket, scene.desk)?.key ?? null;
  const told = [...directTo(step.tell, scene), ...mailTo(step.email, scene)];
  // Nobody assigned is a failure to be shown, never a silent skip.
  const unmanaged = step.tell.includes("manager") && manager === null;
  const mention: Rung = { how: "mention", person: manager ?? scene.ticket.assignee };
  return step.mention === "triage" || unmanaged || told.length === 0 ? [...told, mention] : told;
};

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
  return routesFor(firstRungs(step, scene), scene).map((route) => ({ ...about, step: step.at, ...route }));
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
  const found = routeAfter(notice, error, sceneOf(calendar, ticket, desk, at));
  return found === null ? null : { ...notice, ...found };
};

/** The same reminder for who is there, where whoever it was for is away by now; null where it stays theirs. */
export const noticeAround = (
  notice: ReminderNotice,
  calendar: Calendar,
  ticket: Ticket,
  desk: Desk,
  at: Instant,
): ReminderNotice | null => {
  const found = routeAround(notice, sceneOf(calendar, ticket, desk, at));
  return found === null ? null : { ...notice, ...found };
};

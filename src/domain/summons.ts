import { termsOf } from "./clock-changes.ts";
import type { Desk, Recipient } from "./desk.ts";
import { termsFor } from "./promise.ts";
import type { Instant } from "./refs.ts";
import { directTo, mailTo, managerOf, routeAfter, routesFor, sceneOf, type Scene } from "./routes.ts";
import type { Rung } from "./rung.ts";
import type { Ticket } from "./ticket.ts";
import type { Summons } from "./way-facts.ts";

const sceneFor = (ticket: Ticket, desk: Desk, at: Instant): Scene => {
  const { account, severity } = termsOf(ticket, desk);
  return sceneOf(termsFor(desk, account, severity).calendar, ticket, desk, at);
};

const heads: readonly Recipient[] = ["head"];

const called = (scene: Scene): readonly Rung[] => [...directTo(heads, scene), ...mailTo(heads, scene)];

/** Who hears of it, each with the rungs left if they cannot be reached. Where there is nobody, triage is asked. */
export const summonsFor = (about: Summons["about"], ticket: Ticket, desk: Desk, at: Instant): readonly Summons[] => {
  const scene = sceneFor(ticket, desk, at);
  const first = called(scene);
  const mention: Rung = { how: "mention", person: managerOf(ticket, desk)?.key ?? ticket.assignee };
  return routesFor(first.length === 0 ? [mention] : first, scene).map((route) => ({ about, since: at, ...route }));
};

/** The same on the next rung that may be taken now; null where there is none left. */
export const summonsAfter = (
  summons: Summons,
  error: string,
  ticket: Ticket,
  desk: Desk,
  at: Instant,
): Summons | null => {
  const route = routeAfter(summons, error, sceneFor(ticket, desk, at));
  return route === null ? null : { ...summons, ...route };
};

/** Whether somebody still has to be told of this: nobody has seen to it, and nobody was called for anew. */
export const isWanted = (summons: Summons, ticket: Ticket): boolean =>
  ticket.status !== "resolved" && ticket.escalation?.at === summons.since;

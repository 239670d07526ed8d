import { termsOf } from "./clock-changes.ts";
import type { Desk, Recipient } from "./desk.ts";
import { termsFor } from "./promise.ts";
import type { Instant } from "./refs.ts";
import { directTo, mailTo, managerOf, routeAfter, routesFor, sceneOf, type Scene } from "./routes.ts";
import type { Rung } from "./rung.ts";
import type { Ticket } from "./ticket.ts";
import type { Summons } from "./way-facts.ts";
import type { Escalation } from "./ways.ts";

const sceneFor = (ticket: Ticket, desk: Desk, at: Instant): Scene => {
  const { account, severity } = termsOf(ticket, desk);
  return sceneOf(termsFor(desk, account, severity).calendar, ticket, desk, at);
};

const heads: readonly Recipient[] = ["head"];

interface Called {
  readonly first: readonly Rung[];
  /** Who comes before the usual rungs. */
  readonly behind: readonly Rung[];
}

/** Every head hears of an escalation, the account manager of consulting, one person of a call: who has the ticket, else the account manager, else their deputy. */
const called = (about: Summons["about"], scene: Scene): Called => {
  switch (about) {
    case "escalation":
      return { first: [...directTo(heads, scene), ...mailTo(heads, scene)], behind: [] };
    case "consulting":
      return { first: directTo(["manager"], scene), behind: [] };
    case "call": {
      const [first, ...behind] = directTo(["assignee", "manager", "deputy"], scene);
      return { first: first === undefined ? [] : [first], behind };
    }
  }
};

/** Who hears of it, each with the rungs left if they cannot be reached. Where there is nobody, triage is asked. */
export const summonsFor = (about: Summons["about"], ticket: Ticket, desk: Desk, at: Instant): readonly Summons[] => {
  const scene = sceneFor(ticket, desk, at);
  const { first, behind } = called(about, scene);
  // A consulting ticket is one wish as long as it is there.
  const since = about === "consulting" ? ticket.openedAt : at;
  const mention: Rung = { how: "mention", person: managerOf(ticket, desk)?.key ?? ticket.assignee };
  return routesFor(first.length === 0 ? [mention] : first, scene, behind).map((route) => ({
    about,
    since,
    ...route,
  }));
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

type Wish = Pick<Escalation, "at" | "told">;

/** What the customer wished for, and who knows of it, while it stands. */
export const wishBehind = (about: Summons["about"], ticket: Ticket): Wish | null => {
  switch (about) {
    case "escalation":
      return ticket.escalation;
    case "call":
      return ticket.callBack;
    case "consulting":
      return ticket.status === "resolved" ? null : { at: ticket.openedAt, told: null };
  }
};

/** Whether somebody still has to be told of this: nobody has seen to it, and nobody was called for anew. */
export const isWanted = (summons: Summons, ticket: Ticket): boolean =>
  wishBehind(summons.about, ticket)?.at === summons.since;

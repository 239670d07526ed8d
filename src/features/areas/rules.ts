import { accept, refuse, type Decision } from "../../tickets/messages.ts";
import { assignedRoundRobin } from "../../tickets/routes/round-robin.ts";
import {
  support,
  type DecideContext,
  type FeatureOpenings,
  type FeatureRules,
  type Fields,
} from "../../tickets/rules.ts";
import { refreshCards } from "../../tickets/effect.ts";
import type { AreaCommand, AreaEvent } from "./messages.ts";

/** Staff change the area. A ticket that no person has goes to the agent of the new area whose turn it is. */
const setArea = ({ ticket, command, desk, evolve }: DecideContext<"setArea">): Decision => {
  const { area, at, by } = command;
  if (ticket.status === "resolved") return refuse({ reason: "resolvedAlready" });
  if (area !== null && !Object.hasOwn(desk.areas, area)) return refuse({ reason: "noSuchArea", name: area });
  if (ticket.area === area) return refuse({ reason: "sameArea" });
  const set = { type: "areaSet", from: ticket.area, to: area, at, by } as const;
  const isFree = ticket.assignee === null && ticket.kind === "problem";
  const given = isFree ? assignedRoundRobin(evolve(ticket, set), desk, at) : [];
  return { ok: true, events: [set, ...given] };
};

export const areas = {
  fields: { area: null },
  openings: {
    /** The area that the person chose in the form. */
    areaSet: ({ command, desk }) => {
      const to = command.facts?.["area"];
      if (to === undefined || !Object.hasOwn(desk.areas, to)) return [];
      const decision = accept(command, { type: "areaSet", from: null, to });
      return decision.ok ? decision.events : [];
    },
  },
  commands: { setArea: { permission: support, decide: setArea } },
  events: {
    areaSet: {
      evolve: (_, { to }) => ({ area: to }),
      // Another area may have another channel of the technical team.
      effects: (_, { tech }) => [refreshCards, ...(tech === null ? [] : [{ type: "placeTech" } as const])],
    },
  },
} satisfies Fields<"area"> & FeatureOpenings & FeatureRules<AreaCommand, AreaEvent>;

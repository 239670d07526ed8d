import type { Desk } from "../../desk/desk.ts";
import type { ChannelRef } from "../refs.ts";
import type { Ticket } from "../ticket.ts";

const areaOf = ({ area }: Ticket, { areas }: Desk): Desk["areas"][string] | null =>
  area !== null && Object.hasOwn(areas, area) ? (areas[area] ?? null) : null;

/** The keys of the agents who take turns with this ticket; empty: every agent of the desk. */
export const teamFor = (ticket: Ticket, desk: Desk): readonly string[] => areaOf(ticket, desk)?.agents ?? [];

/** The channels in which the technical team gets this ticket. */
export const techChannelsFor = (ticket: Ticket, desk: Desk): readonly ChannelRef[] => {
  const own = areaOf(ticket, desk)?.tech ?? null;
  return own === null ? desk.channels.tech : [own];
};

/** Every channel of the staff. */
export const staffChannels = ({ channels, areas }: Desk): readonly ChannelRef[] => [
  ...channels.triage,
  ...channels.tech,
  ...Object.values(areas).flatMap(({ tech }) => (tech === null ? [] : [tech])),
];

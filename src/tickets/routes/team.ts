import type { Desk } from "../../desk/desk.ts";
import type { ChannelRef } from "../refs.ts";
import type { Ticket } from "../ticket.ts";

/** The channels in which the technical team gets this ticket. */
export const techChannelsFor = (_: Ticket, desk: Desk): readonly ChannelRef[] => desk.channels.tech;

/** Every channel of the staff. */
export const staffChannels = ({ channels }: Desk): readonly ChannelRef[] => [...channels.triage, ...channels.tech];

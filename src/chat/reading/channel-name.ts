import { idOf, platformOf, type ChannelRef } from "../../tickets/refs.ts";

/** A channel as plain text: its id on its own platform, and the platform's name elsewhere, where the id means nothing. */
export const channelName = (channel: ChannelRef, platform: string | null): string => {
  const own = platformOf(channel);
  return own === platform ? `#${idOf(channel)}` : `${own.charAt(0).toUpperCase()}${own.slice(1)}`;
};

import { idOf, platformOf, type ChannelRef } from "../../tickets/refs.ts";

/** A channel in plain words: by its id on its own platform, and anywhere else by the platform, for nobody there knows the id. */
export const channelName = (channel: ChannelRef, platform: string | null): string => {
  const own = platformOf(channel);
  return own === platform ? `#${idOf(channel)}` : `${own.charAt(0).toUpperCase()}${own.slice(1)}`;
};

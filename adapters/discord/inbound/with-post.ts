import { idOf } from "../../../src/tickets/refs.ts";
import type { DiscordInbound } from "./inbound.ts";
import { withTimeout } from "../../shared/waiting.ts";
import type { ChannelDirectory } from "../gateway/channels.ts";

export type PlatformEvent = Extract<DiscordInbound, { is: "event" }>;

/** How long (ms) an interaction waits for what kind of channel its thread hangs in. */
const patienceMs = 1_000;

/** A form that was sent in a post of a forum names the post; Discord itself only says that it was sent in a thread. */
export const withPost = async (
  { inboundEvent, ...rest }: PlatformEvent,
  channels: ChannelDirectory,
): Promise<PlatformEvent> => {
  const { thread, channel } = rest.interaction;
  if (inboundEvent.kind !== "submit" || thread === null) return { ...rest, inboundEvent };
  const above = channels.known(idOf(channel)) ?? (await withTimeout(channels.find(idOf(channel)), patienceMs));
  return { ...rest, inboundEvent: above?.is === "forum" ? { ...inboundEvent, post: thread } : inboundEvent };
};

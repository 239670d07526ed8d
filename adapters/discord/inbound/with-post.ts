import { idOf } from "../../../src/tickets/refs.ts";
import type { DiscordInbound } from "./inbound.ts";
import { withTimeout } from "../../shared/waiting.ts";
import type { ChannelDirectory } from "../gateway/channels.ts";

export type PlatformEvent = Extract<DiscordInbound, { is: "event" }>;

/** How long (ms) an interaction waits for the kind of its thread's parent. */
const patienceMs = 1_000;

/** Adds the post to a form that was submitted in a forum post. Discord itself only says that it was in a thread. */
export const withPost = async (
  { inboundEvent, ...rest }: PlatformEvent,
  channels: ChannelDirectory,
): Promise<PlatformEvent> => {
  const { thread, channel } = rest.interaction;
  if (inboundEvent.kind !== "submit" || thread === null) return { ...rest, inboundEvent };
  const above = channels.known(idOf(channel)) ?? (await withTimeout(channels.find(idOf(channel)), patienceMs));
  return { ...rest, inboundEvent: above?.is === "forum" ? { ...inboundEvent, post: thread } : inboundEvent };
};

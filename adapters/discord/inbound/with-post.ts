import { idOf } from "../../../src/tickets/refs.ts";
import type { Inbound } from "./inbound.ts";
import { promptly } from "../outbound/with-timeout.ts";
import type { Rooms } from "../gateway/channels.ts";

export type Happened = Extract<Inbound, { is: "happening" }>;

/** How long (ms) an interaction waits for what kind of channel its thread hangs in. */
const patienceMs = 1_000;

/** A form that was sent in a post of a forum names the post; Discord itself only says that it was sent in a thread. */
export const withPost = async ({ inboundEvent, ...rest }: Happened, rooms: Rooms): Promise<Happened> => {
  const { thread, channel } = rest.interaction;
  if (inboundEvent.kind !== "submit" || thread === null) return { ...rest, inboundEvent };
  const above = rooms.known(idOf(channel)) ?? (await promptly(rooms.find(idOf(channel)), patienceMs));
  return { ...rest, inboundEvent: above?.is === "forum" ? { ...inboundEvent, post: thread } : inboundEvent };
};

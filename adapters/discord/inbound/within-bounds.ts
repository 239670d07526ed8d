import type { GatewayListener } from "../gateway/listener.ts";
import { isWithin } from "../../../src/chat/reading/is-within.ts";
import type { Refusals } from "../../../src/chat/refusals.ts";

/**
 * What a payload may hold. Discord's own are far from it; what is nested deeper would exhaust the stack of what reads it, since
 * readers call themselves for each level.
 */
const payloadAtMost = { depth: 32, values: 250_000, characters: 1024 * 1024 };

/** Keeps payloads from a listener that hold too much to be read. */
export const withinBounds = (listener: GatewayListener, refusals: Refusals): GatewayListener => {
  const bounded = (take: (body: unknown) => Promise<void>) => async (body: unknown) => {
    if (isWithin(body, payloadAtMost)) return take(body);
    refusals("tooComplex", {}, "discord.payload-refused");
  };
  return {
    interaction: bounded(listener.interaction),
    message: bounded(listener.message),
    reaction: bounded(listener.reaction),
    edit: bounded(listener.edit),
    deletion: bounded(listener.deletion),
  };
};

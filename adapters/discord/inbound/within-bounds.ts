import type { GatewayListener } from "../gateway/listener.ts";
import { isWithin, payloadAtMost } from "../../../src/chat/reading/is-within.ts";
import type { Refusals } from "../../../src/chat/refusals.ts";

/** Refuses payloads that are too deep or too large, before the listener reads them. */
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

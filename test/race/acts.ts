import type { Instant } from "../../src/sla/instant.ts";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import type { ChannelRef, UserRef } from "../../src/tickets/refs.ts";

const cast = {
  carla: ["slack:U0CARLA", "slack:C0ACME"],
  luis: ["slack:U0LUIS", "slack:C0TRIAGE"],
  marta: ["slack:U0MARTA", "slack:C0TRIAGE"],
  ana: ["slack:U0ANA", "slack:C0TRIAGE"],
  eva: ["slack:U0EVA", "slack:C0TRIAGE"],
} as const satisfies Record<string, readonly [UserRef, ChannelRef]>;

export type Who = keyof typeof cast;

let keys = 0;

const act = (who: Who, at: Instant) => ({
  key: `slack:test:${(keys += 1)}`,
  at,
  by: { user: cast[who][0], name: who },
  channel: cast[who][1],
});

/** A person pressed a button. */
export const presses = (who: Who, action: string, at: Instant): InboundEvent => ({
  ...act(who, at),
  kind: "press",
  action,
});

/** A person submitted a form. */
export const submits = (
  who: Who,
  action: string,
  values: Readonly<Record<string, string>>,
  at: Instant,
): InboundEvent => ({ ...act(who, at), kind: "submit", action, values });

/** A person of Acme opened a ticket: each title by another person, so that none waits for another. */
export const opens = (title: string, at: Instant): InboundEvent => ({
  ...submits("carla", "submit-ticket", { title, severity: "high", description: "Nothing plays since ten." }, at),
  by: { user: `slack:U0${title.replaceAll(" ", "").toUpperCase()}`, name: title },
});

/** A person wrote below a message. */
export const writes = (who: Who, text: string, channel: ChannelRef, thread: string, at: Instant): InboundEvent => {
  const base = act(who, at);
  return { ...base, channel, kind: "message", text, message: { channel, id: `w${base.key}`, thread } };
};

import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import type { ChannelRef, UserRef } from "../../src/tickets/refs.ts";
import { now } from "../cards/samples/sample.ts";

/** Who acts where: a customer of Acme, a customer without an account, an agent, a technician. */
const cast = {
  carla: ["slack:U0CARLA", "slack:C0ACME"],
  sam: ["slack:U0SAM", "slack:C0OTHER"],
  luis: ["slack:U0LUIS", "slack:C0TRIAGE"],
  teo: ["slack:U0TEO", "slack:C0TRIAGE"],
  ana: ["slack:U0ANA", "slack:D0ANA"],
} as const satisfies Record<string, readonly [UserRef, ChannelRef]>;

export type Who = keyof typeof cast;

const base = (who: Who) => ({
  key: "slack:1",
  at: now,
  by: { user: cast[who][0], name: `${who} as on the platform` },
  channel: cast[who][1],
});

export const types = (who: Who, line: string): InboundEvent => {
  const [name = "", ...rest] = line.split(" ");
  return { ...base(who), kind: "command", name: name.slice(1), text: rest.join(" ") };
};

export const presses = (who: Who, action: string): InboundEvent => ({ ...base(who), kind: "press", action });

export const submits = (who: Who, action: string, values: Readonly<Record<string, string>>): InboundEvent => ({
  ...base(who),
  kind: "submit",
  action,
  values,
});

export const writes = (who: Who, text: string, thread?: string): Extract<InboundEvent, { kind: "message" }> => ({
  ...base(who),
  kind: "message",
  text,
  message: { channel: cast[who][1], id: "17.2", ...(thread === undefined ? {} : { thread }) },
});

import type { Actor } from "./actor.ts";
import type { Effect, Notification } from "./effect.ts";

export const refreshCards: Effect = { type: "refreshCards" };

export const toConversation = (message: Notification): Effect => ({
  type: "send",
  to: { kind: "conversation" },
  message,
});

export const toInternal = (message: Notification): Effect => ({ type: "send", to: { kind: "internal" }, message });

export const toTech = (message: Notification): Effect => ({ type: "send", to: { kind: "tech" }, message });

/** The name of the person who acted; empty for the clock. */
export const nameOf = ({ by }: { readonly by: Actor }): string => (by.kind === "person" ? by.name : "");

import type { Place } from "../tickets/refs.ts";

/** The place of a conversation as an argument of an action: a channel's reference, or "@" and a person's reference. */
export const audienceArgument = (place: Place): string => (place.kind === "channel" ? place.channel : `@${place.user}`);

const reference = (text: string): `${string}:${string}` | null => {
  const colon = text.indexOf(":");
  return colon > 0 && colon < text.length - 1 ? `${text.slice(0, colon)}:${text.slice(colon + 1)}` : null;
};

/** The place that an argument of an action refers to, or null. */
export const audienceFrom = (argument: string): Place | null => {
  const named = reference(argument.startsWith("@") ? argument.slice(1) : argument);
  if (named === null) return null;
  return argument.startsWith("@") ? { kind: "person", user: named } : { kind: "channel", channel: named };
};

/** The argument for an audience that cannot be encoded. */
export const unnamedAudience = "unnamed";

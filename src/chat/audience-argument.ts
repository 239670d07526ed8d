import type { Place } from "../tickets/refs.ts";

/** A conversation's place as an argument of an action: a channel's reference, or a person's after "@". */
export const audienceArgument = (place: Place): string => (place.kind === "channel" ? place.channel : `@${place.user}`);

const reference = (text: string): `${string}:${string}` | null => {
  const colon = text.indexOf(":");
  return colon > 0 && colon < text.length - 1 ? `${text.slice(0, colon)}:${text.slice(colon + 1)}` : null;
};

/** The place an argument of an action names; null where it names none. */
export const audienceFrom = (argument: string): Place | null => {
  const named = reference(argument.startsWith("@") ? argument.slice(1) : argument);
  if (named === null) return null;
  return argument.startsWith("@") ? { kind: "person", user: named } : { kind: "channel", channel: named };
};

/** Stands in an action for readers that could not be named. */
export const unnamedAudience = "unnamed";

import type { Source } from "../tickets/ticket.ts";

type Message = Omit<Source, "how">;

/** A message as arguments of an action: channel, message, and the root of its thread if that is another message. */
export const sourceArguments = ({ channel, message, root }: Message): readonly string[] =>
  root === message ? [channel, message] : [channel, message, root];

/** The message that the arguments of an action refer to, or null. */
export const sourceFrom = ([channel = "", message = "", root = message]: readonly string[]): Message | null => {
  const colon = channel.indexOf(":");
  return colon < 1 || colon === channel.length - 1 || message === ""
    ? null
    : { channel: `${channel.slice(0, colon)}:${channel.slice(colon + 1)}`, message, root };
};

import type { Source } from "../tickets/ticket.ts";

type Message = Omit<Source, "how">;

/** A message as arguments of an action: channel, message, and the root of its thread if that is another message. */
export const sourceArguments = ({ channel, message, root }: Message): readonly string[] =>
  root === message ? [channel, message] : [channel, message, root];

/** The message that the arguments of an action refer to. Null if they are no message, or more than one. */
export const sourceFrom = (words: readonly string[]): Message | null => {
  const [channel = "", message = "", root = message] = words;
  const colon = channel.indexOf(":");
  return words.length > 3 || colon < 1 || colon === channel.length - 1 || message === ""
    ? null
    : { channel: `${channel.slice(0, colon)}:${channel.slice(colon + 1)}`, message, root };
};

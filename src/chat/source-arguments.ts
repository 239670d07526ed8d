import type { Source } from "../tickets/ticket.ts";

type Message = Omit<Source, "how">;

/** A message as arguments of an action: channel, message, and the first of its thread where that is another. */
export const sourceArguments = ({ channel, message, root }: Message): readonly string[] =>
  root === message ? [channel, message] : [channel, message, root];

/** The message that arguments of an action name; null where they name none. */
export const sourceFrom = ([channel = "", message = "", root = message]: readonly string[]): Message | null => {
  const colon = channel.indexOf(":");
  return colon < 1 || colon === channel.length - 1 || message === ""
    ? null
    : { channel: `${channel.slice(0, colon)}:${channel.slice(colon + 1)}`, message, root };
};

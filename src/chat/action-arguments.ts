import { ticketNumber } from "../tickets/ticket.ts";
import type { Place } from "../tickets/refs.ts";
import type { Source } from "../tickets/ticket.ts";

/** The place of a conversation as an argument of an action: a channel's reference, or "@" and a person's reference. */
export const audienceArgument = (place: Place): string => (place.kind === "channel" ? place.channel : `@${place.user}`);

/** A person or a channel as an argument of an action; null for any other text. */
export const reference = (text: string): `${string}:${string}` | null => {
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

type Message = Omit<Source, "how">;

/** A message as arguments of an action: channel, message, and the root of its thread if that is another message. */
export const sourceArguments = ({ channel, message, root }: Message): readonly string[] =>
  root === message ? [channel, message] : [channel, message, root];

/** The message that the arguments of an action refer to. Null if they are no message, or more than one. */
export const sourceFrom = (args: readonly string[]): Message | null => {
  const [channel = "", message = "", root = message] = args;
  const colon = channel.indexOf(":");
  return args.length > 3 || colon < 1 || colon === channel.length - 1 || message === ""
    ? null
    : { channel: `${channel.slice(0, colon)}:${channel.slice(colon + 1)}`, message, root };
};

/** Reads the arguments of an action. Null for arguments that this version does not write. */
export type ActionReader<Carried extends object> = (args: readonly string[]) => Carried | null;

/** For an action that is a verb alone. */
export const nothing: ActionReader<object> = () => ({});

/** Reads a ticket's number, and what follows it. */
export const aboutTicket =
  <Rest extends object>(read: ActionReader<Rest>): ActionReader<Rest & { readonly ticket: number }> =>
  ([named = "", ...args]) => {
    const ticket = ticketNumber(named);
    const rest = read(args);
    return ticket === null || rest === null ? null : { ...rest, ticket };
  };

export const onlyTicket: ActionReader<{ readonly ticket: number }> = aboutTicket(nothing);

/** The number of a row, as addresses of pages have it; null for any other text. */
export const rowNumber = (text: string | undefined): number | null =>
  text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;

/** A number of at most so many digits; null for any other text. */
export const digits = (text: string | undefined, most: number): number | null =>
  text !== undefined && text.length <= most && /^\d+$/.test(text) ? Number(text) : null;

/**
 * What a reply form was opened for. `setsWaiting`: the ticket waits for the customer afterwards. `asked`: the last public message
 * asked for something. `timed`: the text names a time, so the form must have one.
 */
const replyFlags = ["setsWaiting", "asked", "timed"] as const;
export type ReplyFlag = (typeof replyFlags)[number];

export const replyFlagsIn = (args: readonly string[]): readonly ReplyFlag[] =>
  replyFlags.filter((each) => args.includes(each));

/** A public reply on a ticket to those who read one place. */
export interface ReplyAction {
  readonly ticket: number;
  readonly audience: Place;
  readonly flags: readonly ReplyFlag[];
}

export const replyTo: ActionReader<ReplyAction> = aboutTicket(([argument = "", ...flags]) => {
  const audience = audienceFrom(argument);
  return audience === null ? null : { audience, flags: replyFlagsIn(flags) };
});

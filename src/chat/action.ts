import type { Instant } from "../sla/instant.ts";
import { severities } from "../sla/severity.ts";
import type { MessageKey } from "../tickets/refs.ts";
import { audienceFrom, unnamedAudience, sourceFrom } from "./action-arguments.ts";
import { ticketNumber } from "../tickets/ticket.ts";

/** The longest action, which is the shortest limit of our platforms (Discord's custom_id). */
export const maxActionLength = 100;

/**
 * What a reply form was opened for. `waits`: the ticket waits for the customer afterwards. `asked`: the last public message
 * asked for something. `timed`: the text names a time, so the form must have one.
 */
export const replyFlags = ["setsWaiting", "asked", "timed"] as const;
export type ReplyFlag = (typeof replyFlags)[number];

type Arguments = readonly string[];

/** A number of at most so many digits; null for any other text. */
const digits = (text: string | undefined, most: number): number | null =>
  text !== undefined && text.length <= most && /^\d+$/.test(text) ? Number(text) : null;

const flagsIn = (words: Arguments): readonly ReplyFlag[] => replyFlags.filter((each) => words.includes(each));

/** Reads a ticket's number, and what follows it. */
const aboutTicket =
  <Rest extends object>(read: (words: Arguments) => Rest | null) =>
  ([named = "", ...words]: Arguments): (Rest & { readonly ticket: number }) | null => {
    const ticket = ticketNumber(named);
    const rest = read(words);
    return ticket === null || rest === null ? null : { ...rest, ticket };
  };

const ticketAlone = aboutTicket(() => ({}));

const ticketAndSeverity = aboutTicket(([word]) => {
  const severity = severities.find((each) => each === word);
  return severity === undefined ? null : { severity };
});

/** `own`: the button is on the customer's card. */
const ticketAndSide = aboutTicket(([side]) => ({ own: side === "own" }));

const replyTo = aboutTicket(([argument = "", ...flags]) => {
  const audience = audienceFrom(argument);
  return audience === null ? null : { audience, flags: flagsIn(flags) };
});

const pendingReply = aboutTicket(([word = ""]) => {
  const replyId = ticketNumber(word);
  return replyId === null ? null : { replyId };
});

const undeliveredMessage = aboutTicket(([word = ""]) => {
  const undeliveredId = ticketNumber(word);
  return undeliveredId === null ? null : { undeliveredId };
});

type Shown =
  | { readonly what: "why" }
  | { readonly what: "page"; readonly page: number }
  /** The whole text of one message; null for the ticket's description. */
  | { readonly what: "whole"; readonly message: MessageKey | null };

const shownOf = ([argument, ...rest]: Arguments): Shown | null => {
  if (argument === "why") return { what: "why" };
  if (argument === "all") {
    const source = sourceFrom(rest);
    if (rest.length > 0 && source === null) return null;
    return { what: "whole", message: source === null ? null : { channel: source.channel, id: source.message } };
  }
  const page = digits(argument, 4);
  return page === null ? null : { what: "page", page };
};

const promptAnswer = ([promptWord, articleWord]: Arguments) => {
  const prompt = digits(promptWord, 9);
  return prompt === null ? null : { prompt, article: digits(articleWord, 9) ?? 0 };
};

/** The buttons, with what each carries. A reader gives null for words that no button of this version carries. */
const buttons = {
  new: () => ({}),
  list: (words: Arguments) => ({ words }),
  queue: (words: Arguments) => ({ words }),
  out: ([until = ""]: Arguments) => ({ until }),
  notify: ([choice = ""]: Arguments) => ({ choice }),
  solved: promptAnswer,
  "open-anyway": promptAnswer,
  "add-words": promptAnswer,
  claim: ticketAlone,
  assign: ticketAlone,
  area: ticketAlone,
  account: ticketAlone,
  severity: ticketAndSeverity,
  lower: ticketAndSeverity,
  reply: replyTo,
  editReply: replyTo,
  clientUpdate: replyTo,
  // Cards of older versions name no audience.
  wait: aboutTicket(([argument = "", ...flags]) => ({ audience: audienceFrom(argument), flags: flagsIn(flags) })),
  releaseReply: pendingReply,
  undoReply: pendingReply,
  resend: undeliveredMessage,
  markDelivered: undeliveredMessage,
  dismiss: aboutTicket(([word]): { readonly upTo: Instant } | null => {
    const upTo = digits(word, 14);
    return upTo === null ? null : { upTo };
  }),
  resolve: ticketAndSide,
  reopen: ticketAndSide,
  acknowledge: ticketAlone,
  snooze: aboutTicket(([word]) => {
    const minutes = digits(word, 4) ?? 0;
    return minutes === 0 ? null : { minutes };
  }),
  promiseUpdate: ticketAlone,
  note: ticketAlone,
  tech: ticketAlone,
  claimTech: ticketAlone,
  returnTech: ticketAlone,
  doneTech: ticketAlone,
  show: aboutTicket((words) => {
    const shown = shownOf(words);
    return shown === null ? null : { shown };
  }),
  why: ticketAlone,
  escalate: ticketAlone,
  requestCall: ticketAlone,
  reportCalled: ticketAlone,
  rate: aboutTicket(([score = ""]) => ({ score })),
};

/** The forms, with what each carries besides its fields. */
const forms = {
  "submit-ticket": (words: Arguments) => {
    const source = sourceFrom(words);
    return words.length > 0 && source === null ? null : { source };
  },
  "submit-consulting": () => ({}),
  "submit-reply": aboutTicket(([argument = "", ...flags]) => {
    const audience = audienceFrom(argument);
    return audience === null && argument !== unnamedAudience ? null : { audience, flags: flagsIn(flags) };
  }),
  "submit-note": ticketAlone,
  "submit-tech": ticketAlone,
  "submit-tech-return": ticketAlone,
  "submit-call": ticketAlone,
  "submit-assign": ticketAlone,
  "submit-area": ticketAlone,
  "submit-lower": ticketAndSeverity,
  "submit-update": ticketAlone,
  "submit-account": ticketAlone,
};

type Codec = Readonly<Record<string, (words: Arguments) => object | null>>;

type ActionIn<C extends Codec> = {
  [Verb in keyof C]: NonNullable<ReturnType<C[Verb]>> & { readonly verb: Verb };
}[keyof C];

/** What a button carries: a verb, and what it is about. */
export type ButtonAction = ActionIn<typeof buttons>;
export type ButtonVerb = ButtonAction["verb"];
/** What a form carries. */
export type FormAction = ActionIn<typeof forms>;
export type FormVerb = FormAction["verb"];

/**
 * Writes an action as `reply 1042 slack:C0ACME`. Throws if it is too long or would not decode to the same value: a bug.
 */
export const encodeAction = (verb: ButtonVerb | FormVerb, ...args: readonly (string | number)[]): string => {
  const words = [verb, ...args.map(String)];
  const text = words.join(" ");
  if (text.length > maxActionLength || words.some((word) => word === "" || /\s/.test(word)))
    throw new Error(`not an action: ${JSON.stringify(words)}`);
  return text;
};

const decode = <C extends Codec>(codec: C, text: string): ActionIn<C> | null => {
  const [verb = "", ...words] = text.split(" ");
  const value = Object.hasOwn(codec, verb) ? (codec[verb]?.(words) ?? null) : null;
  // The compiler cannot connect a verb with what the reader of that verb returns.
  return value === null ? null : ({ ...value, verb } as ActionIn<C>);
};

/** Decodes the action of a pressed button; null if no button of this version has such an action. */
export const decodeButton = (text: string): ButtonAction | null => decode(buttons, text);

/** Decodes the action of a submitted form; null if no form of this version has such an action. */
export const decodeForm = (text: string): FormAction | null => decode(forms, text);

/** The first word of an action, also of one that cannot be decoded. */
export const verbOf = (text: string): string => text.split(" ")[0] ?? "";

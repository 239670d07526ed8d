import type { Instant } from "../../sla/instant.ts";
import type { Actor } from "../actor.ts";
import { followed, wordsOf, type Formatted } from "../format.ts";
import type { Event } from "../messages.ts";
import type { ImportedMessage } from "./imported-thread.ts";
import type { MessageKey } from "../refs.ts";
import type { ThreadMessage, Ticket, CustomerMessage } from "../ticket.ts";

/** No card shows more of anybody's words (UTF-16 units); the facts keep them whole. */
const shownAtMost = 4_000;

const sameMessage = (one: MessageKey, other: MessageKey): boolean =>
  one.channel === other.channel && one.id === other.id;

/** The message as the ticket knows it; null where it was never heard. */
export const threadMessage = (ticket: Pick<Ticket, "threadMessages">, message: MessageKey): ThreadMessage | null =>
  ticket.threadMessages.find((each) => sameMessage(each.message, message)) ?? null;

/** Whether this very message was heard already: platforms tell some things twice, and not always under one name. */
export const isKnown = (ticket: Pick<Ticket, "threadMessages">, message: MessageKey | undefined): boolean =>
  message !== undefined && threadMessage(ticket, message) !== null;

const fresh = { editedAt: null, deletedAt: null } as const;

const shownOf = ({ text, format = [] }: Formatted): Pick<ThreadMessage, "text" | "format" | "cut"> => {
  const shown = text.slice(0, shownAtMost).toWellFormed();
  const kept = followed(format, text, shown);
  const cut = text.length - shown.length;
  return { text: shown, ...(kept.length === 0 ? {} : { format: kept }), ...(cut === 0 ? {} : { cut }) };
};

/** So much of the newest words (UTF-16 units, looks included) stays whole. A ticket is read and written with each message. */
const wholeAtMost = 200_000;
const lookUnits = 40;
const beginningOnly = 100;

const unitsOf = ({ text, format = [] }: ThreadMessage): number => text.length + format.length * lookUnits;

const asShort = (each: ThreadMessage): ThreadMessage => {
  if (each.as === "opened" || (each.text.length <= beginningOnly && each.format === undefined)) return each;
  const { format: _, ...rest } = each;
  const text = each.text.slice(0, beginningOnly).toWellFormed();
  const cut = (each.cut ?? 0) + each.text.length - text.length;
  return { ...rest, text, ...(cut === 0 ? {} : { cut }) };
};

/** The same, where older words are shortened once there is too much of them, so that a long ticket stays quick. */
export const withinBounds = (said: readonly ThreadMessage[]): readonly ThreadMessage[] => {
  let units = 0;
  const from = said.findLastIndex((each) => (units += unitsOf(each)) > wholeAtMost);
  return from < 0 ? said : said.map((each, index) => (index > from ? each : asShort(each)));
};

interface Spoken {
  readonly type: ThreadMessage["as"];
  readonly text: string;
  readonly format?: CustomerMessage["format"];
  readonly by: Actor;
  readonly message?: MessageKey | undefined;
  readonly files?: ThreadMessage["files"] | undefined;
  readonly thanks?: boolean | undefined;
  readonly colleague?: true | undefined;
}

/** With what somebody wrote in a thread; what was said by a form stands in none. */
export const remembered = (
  said: readonly ThreadMessage[],
  { type, text, format, by, message, files = [], thanks, colleague }: Spoken,
  at: Instant,
  company: string | null,
): readonly ThreadMessage[] =>
  message === undefined || by.kind !== "person"
    ? said
    : withinBounds([
        ...said,
        {
          message,
          as: type,
          by: { user: by.user, name: by.name },
          company,
          ...shownOf({ text, format }),
          files,
          at,
          ...(type === "heard" ? { needsReplySince: thanks === true ? null : at } : {}),
          ...(colleague === true ? { colleague } : {}),
          ...fresh,
        },
      ]);

const inOneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** Whoever worded a form wrote their own; the rest was taken from the message. */
const gave = (
  text: string,
  { title, description }: Pick<Ticket, "title" | "description">,
): NonNullable<ThreadMessage["usedFor"]> => [
  ...(inOneLine(text).includes(inOneLine(title)) ? (["title"] as const) : []),
  ...(description !== "" && description === text ? (["description"] as const) : []),
];

/** The message that the ticket tells of, where it tells of one. */
export const openedFrom = (event: Extract<Event, { type: "opened" }>): readonly ThreadMessage[] => {
  const { wrote } = event;
  if (wrote === undefined) return [];
  const { message, by, company, files, at } = wrote;
  const wiped = gave(wrote.text, event);
  const staff = wrote.staff ? ({ staff: true } as const) : {};
  return [{ message, as: "opened", by, company, ...shownOf(wrote), files, at, ...fresh, usedFor: wiped, ...staff }];
};

/** What was said in the thread before; facts of old do not say which messages these were. */
export const takenOver = (words: readonly ImportedMessage[]): readonly ThreadMessage[] =>
  words.flatMap(({ text, format, by, at, staff, message, user, company = null, files = [] }) =>
    message === undefined || user === undefined
      ? []
      : [
          {
            message,
            as: staff ? "replied" : "heard",
            by: { user, name: by },
            company,
            ...shownOf({ text, format }),
            files,
            at,
            ...fresh,
          },
        ],
  );

const changed = (
  said: readonly ThreadMessage[],
  message: MessageKey,
  how: (each: ThreadMessage) => ThreadMessage,
): readonly ThreadMessage[] => said.map((each) => (sameMessage(each.message, message) ? how(each) : each));

/** Edits may come in late: the newest one counts. What was taken back stays so. */
export const edited = (
  said: readonly ThreadMessage[],
  message: MessageKey,
  words: Formatted,
  at: Instant,
): readonly ThreadMessage[] =>
  withinBounds(
    changed(said, message, (each) => {
      if (each.editedAt !== null && each.editedAt > at) return each;
      const { format: _, cut: __, ...rest } = each;
      const stands = each.deletedAt === null || each.textKept === true;
      return { ...rest, ...(stands ? shownOf(words) : { text: "" }), editedAt: at };
    }),
  );

/** They ask for an answer since then. */
export const asking = (
  said: readonly ThreadMessage[],
  message: MessageKey,
  asksAt: Instant,
): readonly ThreadMessage[] => changed(said, message, (each) => ({ ...each, needsReplySince: asksAt }));

/** Nothing is left of the words. */
export const takenBack = (said: readonly ThreadMessage[], message: MessageKey, at: Instant): readonly ThreadMessage[] =>
  changed(said, message, ({ format: _, cut: __, ...each }) => ({
    ...each,
    text: "",
    files: [],
    deletedAt: each.deletedAt ?? at,
  }));

/** They were deleted where they stood; the record keeps them. */
export const deletedThere = (
  said: readonly ThreadMessage[],
  message: MessageKey,
  at: Instant,
): readonly ThreadMessage[] =>
  changed(said, message, (each) => ({ ...each, deletedAt: each.deletedAt ?? at, textKept: true }));

/** The newest of the customer's words that still stand. */
export const lastCustomerMessage = (said: readonly ThreadMessage[]): CustomerMessage | null => {
  const newest = said
    .filter(({ as, deletedAt: goneAt, colleague }) => as === "heard" && goneAt === null && colleague !== true)
    .reduce<ThreadMessage | null>((last, each) => (last === null || each.at >= last.at ? each : last), null);
  return newest === null ? null : { ...wordsOf(newest), by: newest.by.name, at: newest.at };
};

/** Somebody's words as the ticket has them; as they were told, where the ticket keeps only their beginning by now. */
export const wholest = (said: ThreadMessage | null, told: Formatted): Formatted & Pick<ThreadMessage, "cut"> => {
  const isBeginning = said?.cut !== undefined && said.editedAt === null && told.text !== "";
  return said === null || isBeginning ? told : said;
};

import type { Instant } from "../../sla/instant.ts";
import type { Actor } from "../actor.ts";
import { followed, type Formatted } from "../format.ts";
import type { Event } from "../messages.ts";
import type { ImportedMessage } from "./imported-thread.ts";
import type { MessageKey } from "../refs.ts";
import type { Messages, ThreadMessage } from "./thread-message.ts";
import type { CustomerMessage, LastCustomerMessage, Ticket } from "../ticket.ts";

/** No card shows more of a message (UTF-16 units). The events keep all of it. */
const shownAtMost = 4_000;

const sameMessage = (one: MessageKey, other: MessageKey): boolean =>
  one.channel === other.channel && one.id === other.id;

/** One of the messages at hand; null where it is not among them. */
export const threadMessage = (messages: Messages, message: MessageKey): ThreadMessage | null =>
  messages.find((each) => sameMessage(each.message, message)) ?? null;

/** Whether this very message was heard already: platforms tell some things twice, and not always under one name. */
export const isKnown = (messages: Messages, message: MessageKey | undefined): boolean =>
  message !== undefined && threadMessage(messages, message) !== null;

/** What most new messages have in common. */
const fresh = {
  needsReplySince: "notJudged",
  colleague: false,
  editedAt: null,
  deletedAt: null,
  textKept: false,
  staff: false,
  usedFor: [],
} as const;

/** As much of a text as a card shows. */
export const shownOf = ({ text, format = [] }: Formatted): Pick<ThreadMessage, "text" | "format" | "cut"> => {
  const shown = text.slice(0, shownAtMost).toWellFormed();
  return { text: shown, format: followed(format, text, shown), cut: text.length - shown.length };
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

/** The messages with one more, which a person wrote in a thread. What came by a form stands in no thread. */
export const withWritten = (
  messages: Messages,
  { type, text, format, by, message, files = [], thanks, colleague }: Spoken,
  at: Instant,
  company: string | null,
): Messages =>
  message === undefined || by.kind !== "person"
    ? messages
    : [
        ...messages,
        {
          ...fresh,
          message,
          as: type,
          by: { user: by.user, name: by.name },
          company,
          ...shownOf({ text, format }),
          files,
          at,
          needsReplySince: type !== "heard" ? "notJudged" : thanks === true ? null : at,
          colleague: colleague === true,
        },
      ];

const inOneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** Whoever worded a form wrote their own; the rest was taken from the message. */
const gave = (
  text: string,
  { title, description }: Pick<Ticket, "title" | "description">,
): ThreadMessage["usedFor"] => [
  ...(inOneLine(text).includes(inOneLine(title)) ? (["title"] as const) : []),
  ...(description !== "" && description === text ? (["description"] as const) : []),
];

/** The message that the ticket was opened from, where there is one. */
export const openedFrom = (event: Extract<Event, { type: "opened" }>): Messages => {
  const { wrote } = event;
  if (wrote === undefined) return [];
  const { message, by, company, files, at, staff } = wrote;
  const usedFor = gave(wrote.text, event);
  return [{ ...fresh, message, as: "opened", by, company, ...shownOf(wrote), files, at, usedFor, staff }];
};

/** The messages with those that were in the thread before the ticket was opened, where it is known which messages they are. */
export const withImported = (messages: Messages, words: readonly ImportedMessage[]): Messages => {
  const all = [...messages];
  for (const { text, format, by, at, staff, message, user, company = null, files = [] } of words)
    if (message !== undefined && user !== undefined && !isKnown(all, message))
      all.push({
        ...fresh,
        message,
        as: staff ? "replied" : "heard",
        by: { user, name: by },
        company,
        ...shownOf({ text, format }),
        files,
        at,
      });
  return all;
};

const changed = (messages: Messages, message: MessageKey, how: (each: ThreadMessage) => ThreadMessage): Messages =>
  messages.map((each) => (sameMessage(each.message, message) ? how(each) : each));

const noText = { text: "", format: [], cut: 0 } as const;

/** The messages after an edit. Edits may come in late: the newest one counts. A deleted text stays deleted. */
export const withEdit = (messages: Messages, event: Extract<Event, { type: "messageEdited" }>): Messages => {
  const { at, asks } = event;
  return changed(messages, event.message, (each) => {
    const needsReplySince = asks === undefined ? each.needsReplySince : at;
    if (each.editedAt !== null && each.editedAt > at) return { ...each, needsReplySince };
    const stands = each.deletedAt === null || each.textKept;
    return { ...each, ...(stands ? shownOf(event) : noText), editedAt: at, needsReplySince };
  });
};

/** The messages after a deletion: nothing is left of the text, except what staff said in public. */
export const withDeletion = (messages: Messages, event: Extract<Event, { type: "messageDeleted" }>): Messages =>
  changed(messages, event.message, (each) => {
    const deletedAt = each.deletedAt ?? event.at;
    return event.kept === true ? { ...each, deletedAt, textKept: true } : { ...each, ...noText, files: [], deletedAt };
  });

/** The customer's newest message that is not deleted. */
export const newestOfCustomer = (messages: Messages): LastCustomerMessage | null => {
  const newest = messages
    .filter(({ as, deletedAt, colleague }) => as === "heard" && deletedAt === null && !colleague)
    .reduce<ThreadMessage | null>((last, each) => (last === null || each.at >= last.at ? each : last), null);
  if (newest === null) return null;
  const { message, text, cut, format, by, at } = newest;
  return { message, text, cut, format, by: by.name, at };
};

/** The text of a message as it is kept; as it was told, where only its beginning is kept and it was not edited since. */
export const wholest = (kept: ThreadMessage | null, told: Formatted): Formatted & { readonly cut?: number } =>
  kept === null || (kept.cut > 0 && kept.editedAt === null && told.text !== "") ? told : kept;

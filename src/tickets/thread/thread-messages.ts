import type { Instant } from "../../sla/instant.ts";
import type { Actor, Event } from "../messages.ts";
import { formatsAfter, type Formatted } from "../format.ts";
import { type ImportedMessage, mostImportedShown } from "./imported-thread.ts";
import type { MessageKey } from "../refs.ts";
import type { Messages, ThreadMessage } from "./thread-message.ts";
import type { CustomerMessage, LastCustomerMessage, Ticket } from "../ticket.ts";
import type { Notification } from "../effect.ts";

/** The most that a card shows of a message (UTF-16 units). The events keep all of it. */
const shownAtMost = 4_000;

const sameMessage = (one: MessageKey, other: MessageKey): boolean =>
  one.channel === other.channel && one.id === other.id;

/** One of the loaded messages; null if it is not among them. */
export const threadMessage = (messages: Messages, message: MessageKey): ThreadMessage | null =>
  messages.find((each) => sameMessage(each.message, message)) ?? null;

/** Whether this message was recorded already. Platforms may report a message twice, under different event names. */
export const isKnown = (messages: Messages, message: MessageKey | null): boolean =>
  message !== null && threadMessage(messages, message) !== null;

/** The usual values of a new message. */
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
export const shownOf = ({ text, format }: Formatted): Pick<ThreadMessage, "text" | "format" | "cut"> => {
  const shown = text.slice(0, shownAtMost).toWellFormed();
  return { text: shown, format: formatsAfter(format, text, shown), cut: text.length - shown.length };
};

interface NewThreadMessage {
  readonly type: ThreadMessage["kind"];
  readonly text: string;
  readonly format?: CustomerMessage["format"];
  readonly by: Actor;
  readonly message: MessageKey | null;
  readonly files?: ThreadMessage["files"];
  readonly thanks?: boolean;
  readonly colleague?: boolean;
}

/** The messages with a new one that a person wrote in a thread. A message from a form has no key and is not added. */
export const withWritten = (
  messages: Messages,
  { type, text, format = [], by, message, files = [], thanks = false, colleague = false }: NewThreadMessage,
  at: Instant,
  company: string | null,
): Messages =>
  message === null || by.kind !== "person"
    ? messages
    : [
        ...messages,
        {
          ...fresh,
          message,
          kind: type,
          by: { user: by.user, name: by.name },
          company,
          ...shownOf({ text, format }),
          files,
          at,
          needsReplySince: type !== "customerWrote" ? "notJudged" : thanks ? null : at,
          colleague,
        },
      ];

const inOneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** The ticket's fields that were taken from this text. A person may also have rewritten them in the form. */
const usedForIn = (
  text: string,
  { title, description }: Pick<Ticket, "title" | "description">,
): ThreadMessage["usedFor"] => [
  ...(inOneLine(text).includes(inOneLine(title)) ? (["title"] as const) : []),
  ...(description !== "" && description === text ? (["description"] as const) : []),
];

/** The message that the ticket was opened from, as a list; empty if there is none. A follow-up has the title of an older ticket. */
export const openedFrom = (event: Extract<Event, { type: "opened" }>): Messages => {
  const { openingMessage } = event;
  if (openingMessage === null) return [];
  const { message, by, company, files, at, staff } = openingMessage;
  const usedFor = usedForIn(openingMessage.text, event).filter((field) => field !== "title" || event.follows === null);
  return [{ ...fresh, message, kind: "opened", by, company, ...shownOf(openingMessage), files, at, usedFor, staff }];
};

/** The messages with those that were in the thread before the ticket was opened, as far as their keys are known. */
export const withImported = (messages: Messages, imported: readonly ImportedMessage[]): Messages => {
  const all = [...messages];
  for (const { text, format, by, at, staff, message, user, company, files } of imported)
    if (message !== null && user !== null && !isKnown(all, message))
      all.push({
        ...fresh,
        message,
        kind: staff ? "replied" : "customerWrote",
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

/** The messages after an edit. Edits may arrive late, so the newest one counts. A deleted text stays deleted. */
export const withEdit = (messages: Messages, event: Extract<Event, { type: "messageEdited" }>): Messages => {
  const { at, needsReply } = event;
  return changed(messages, event.message, (each) => {
    const needsReplySince = needsReply === null ? each.needsReplySince : at;
    if (each.editedAt !== null && each.editedAt > at) return { ...each, needsReplySince };
    const hasText = each.deletedAt === null || each.textKept;
    return { ...each, ...(hasText ? shownOf(event) : noText), editedAt: at, needsReplySince };
  });
};

/** The messages after a deletion. The text is erased, unless staff had published it. */
export const withDeletion = (messages: Messages, event: Extract<Event, { type: "messageDeleted" }>): Messages =>
  changed(messages, event.message, (each) => {
    const deletedAt = each.deletedAt ?? event.at;
    return event.textKept ? { ...each, deletedAt, textKept: true } : { ...each, ...noText, files: [], deletedAt };
  });

/** The customer's newest message that is not deleted. */
export const newestOfCustomer = (messages: Messages): LastCustomerMessage | null => {
  const newest = messages
    .filter(({ kind, deletedAt, colleague }) => kind === "customerWrote" && deletedAt === null && !colleague)
    .reduce<ThreadMessage | null>((last, each) => (last === null || each.at >= last.at ? each : last), null);
  if (newest === null) return null;
  const { message, text, cut, format, by, at } = newest;
  return { message, text, cut, format, by: by.name, at };
};

/** The fullest known text of a message: the event's text if the stored one is cut and was not edited. */
export const fullestText = (
  current: ThreadMessage | null,
  recorded: Formatted,
): Formatted & { readonly cut?: number } =>
  current === null || (current.cut > 0 && current.editedAt === null && recorded.text !== "") ? recorded : current;

/** The messages whose current text the card of a notification shows. */
export const messagesShownBy = (notification: Notification): readonly MessageKey[] => {
  switch (notification.type) {
    case "customerMessage":
    case "messageChanged":
    case "directChanged":
    case "openingChanged":
    case "publicDeleted":
    case "customerFile":
    case "fromTech":
      return notification.message === null ? [] : [notification.message];
    case "threadImported":
      return notification.messages.slice(-mostImportedShown).flatMap(({ message }) => message ?? []);
    default:
      return [];
  }
};

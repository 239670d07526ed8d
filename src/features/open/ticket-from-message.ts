import type { Instant } from "../../sla/instant.ts";
import type { ReadMessage, ThreadRead } from "../../chat/reading/thread-read.ts";
import { isColleague, identify } from "../../tickets/principal.ts";
import { judgedFiles } from "../../tickets/files/carried-files.ts";
import type { ImportedThread } from "../../tickets/thread/imported-thread.ts";
import type { ChannelRef, FileRef } from "../../tickets/refs.ts";
import { assumedSeverity, type Source, type OpeningMessage } from "../../tickets/ticket.ts";
import { cleanLine, cleanText, cleanFormatted, hasVisibleText, titleOf } from "../../requests/clean-text.ts";
import type { NewCommand } from "../../tickets/messages.ts";
import type { RequestContext } from "../../requests/request-context.ts";

type Thread = Extract<ThreadRead, { ok: true }>;
type Opening = Extract<NewCommand, { type: "open" }>;

/** The other messages in the thread at that time, without those of bots. */
export const earlierIn = (
  thread: Thread | null,
  but: string,
  channel: ChannelRef,
  { desk }: Pick<RequestContext, "desk">,
): ImportedThread => ({
  messages: (thread?.messages ?? [])
    .filter(({ id, bot, text, files = [] }) => id !== but && !bot && (hasVisibleText(text) || files.length > 0))
    .map(({ id, by, at, files = [], ...written }) => {
      const principal = identify(by.user, channel, desk, by.membership);
      return {
        ...cleanFormatted(written),
        by: principal.is === "staff" ? principal.person.name : by.name,
        at,
        staff: principal.is === "staff",
        message: { channel, id },
        user: by.user,
        files: judgedFiles(files, null),
        company:
          principal.is === "customer" && !isColleague(by.user, by.membership, desk)
            ? (principal.account?.key ?? null)
            : null,
      };
    }),
  more: thread?.more ?? false,
});

/** What is known of the source message before its thread is read. */
export interface SourceMessage {
  readonly text: string;
  readonly format?: OpeningMessage["format"];
  readonly files?: readonly FileRef[];
}

/** The message that the ticket is about. */
type Subject = Pick<OpeningMessage, "text" | "format" | "at" | "by"> & {
  readonly id: string;
  readonly files: readonly FileRef[];
};

/**
 * The source message if it has text or files, else the first message of its thread. Messages of bots have no author.
 */
const subjectOf = (
  source: Source,
  own: ReadMessage | undefined,
  {
    taken,
    thread,
    at,
    context: { actor },
  }: {
    readonly taken: SourceMessage | null;
    readonly thread: Thread | null;
    readonly at: Instant;
    readonly context: RequestContext;
  },
): Subject | null => {
  const { text, format = [], files = [] } = taken ?? own ?? { text: "" };
  const by = own?.by ?? actor;
  const self = { id: source.message, text, format, at: own?.at ?? at, by: { user: by.user, name: by.name }, files };
  if (hasVisibleText(text)) return self;
  const first = thread?.messages.find((each) => hasVisibleText(each.text));
  if (first !== undefined)
    return {
      ...first,
      format: first.format ?? [],
      by: { user: first.by.user, name: first.by.name },
      files: first.files ?? [],
    };
  return files.length > 0 ? self : null;
};

const named = (files: readonly FileRef[]): string => `📎 ${cleanLine(files[0]?.name ?? "")}`;

/** The source message as its ticket stores it; empty if a bot wrote it. */
export const openingMessageFrom = (
  message: Pick<ReadMessage, "id" | "text" | "format" | "at" | "files"> & Pick<OpeningMessage, "by">,
  channel: ChannelRef,
  isBot: boolean,
): { readonly openingMessage?: OpeningMessage } => {
  const { id, at, files = [] } = message;
  const by = { user: message.by.user, name: message.by.name };
  const openingMessage = { message: { channel, id }, by, ...cleanFormatted(message), at, files };
  return isBot ? {} : { openingMessage };
};

/**
 * The command that opens a ticket from a message and its thread. `taken` is the message's text and files if they are
 * already known. Null if neither message nor thread has any text or file.
 */
export const openingFrom = (
  source: Source,
  {
    taken,
    thread,
    at,
    context,
  }: {
    readonly taken: SourceMessage | null;
    readonly thread: Thread | null;
    readonly at: Instant;
    readonly context: RequestContext;
  },
): Opening | null => {
  const own = thread?.messages.find(({ id }) => id === source.message);
  const subject = subjectOf(source, own, { taken, thread, at, context });
  if (subject === null) return null;
  const author = own === undefined || own.bot ? undefined : { user: own.by.user, name: own.by.name };
  const isBot = thread?.messages.find(({ id }) => id === subject.id)?.bot ?? false;
  return {
    type: "open",
    by: context.actor,
    at,
    title: titleOf(hasVisibleText(subject.text) ? subject.text : named(subject.files)),
    description: cleanText(subject.text),
    severity: assumedSeverity,
    askedIn: source.channel,
    source,
    ...(author === undefined ? {} : { author }),
    ...openingMessageFrom(subject, source.channel, isBot),
    earlier: earlierIn(thread, subject.id, source.channel, context),
  };
};

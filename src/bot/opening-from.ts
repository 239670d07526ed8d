import type { ReadMessage, ThreadRead } from "../chat/thread-read.ts";
import { standingOf } from "../domain/may.ts";
import type { TakenOver } from "../domain/messages.ts";
import type { ChannelRef, Instant } from "../domain/refs.ts";
import { assumedSeverity, type Source } from "../domain/ticket.ts";
import { cleanText, saysSomething } from "./clean-text.ts";
import type { Wished } from "./intent.ts";
import type { Scene } from "./scene.ts";
import { titleOf } from "./title-of.ts";

type Thread = Extract<ThreadRead, { ok: true }>;
type Opening = Extract<Wished, { type: "open" }>;

/** What else was said in the thread by then. Bots' words are nobody's. */
export const earlierIn = (
  thread: Thread | null,
  but: string,
  channel: ChannelRef,
  { desk }: Pick<Scene, "desk">,
): TakenOver => ({
  words: (thread?.messages ?? [])
    .filter(({ id, bot, text }) => id !== but && !bot && saysSomething(text))
    .map(({ by, at, text }) => {
      const standing = standingOf(by.user, channel, desk);
      const name = standing.is === "staff" ? standing.person.name : by.name;
      return { text: cleanText(text), by: name, at, staff: standing.is === "staff" };
    }),
  more: thread?.more ?? false,
});

/** The message itself where it says something, else what its thread began with. */
const subjectOf = (own: ReadMessage | undefined, text: string, thread: Thread | null) => {
  if (saysSomething(text)) return { id: own?.id ?? null, text };
  const first = thread?.messages.find((each) => saysSomething(each.text));
  return first === undefined ? null : { id: first.id, text: first.text };
};

/**
 * The wish to open a ticket from a message and its thread; `text` is what the message says where that is known already. Null
 * where nothing is said anywhere.
 */
export const openingFrom = (
  source: Source,
  text: string | null,
  thread: Thread | null,
  at: Instant,
  scene: Scene,
): Opening | null => {
  const own = thread?.messages.find(({ id }) => id === source.message);
  const subject = subjectOf(own, text ?? own?.text ?? "", thread);
  if (subject === null) return null;
  const author = own === undefined || own.bot ? undefined : { user: own.by.user, name: own.by.name };
  return {
    type: "open",
    by: scene.actor,
    at,
    title: titleOf(subject.text),
    description: cleanText(subject.text),
    severity: assumedSeverity,
    askedIn: source.channel,
    source,
    ...(author === undefined ? {} : { author }),
    earlier: earlierIn(thread, subject.id ?? source.message, source.channel, scene),
  };
};

import { refOf } from "./outbound.ts";
import { randomUUID } from "node:crypto";
import { isPicture, type AnswerFile } from "../../src/chat/answer.ts";
import type { Card } from "../../src/chat/card.ts";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import type { AdapterDeps } from "../../src/chat/port.ts";
import type { EditAct, PressAct, RemoveAct, SayAct, SubmitAct, TakeAct } from "./acts.ts";
import type { FileRef, UserRef } from "../../src/tickets/refs.ts";
import { actorOf, cast, channelOf } from "./cast.ts";
import type { Conversations } from "./conversations.ts";
import type { Answer, AnswerFileOnPage, PostedMessage } from "./wire.ts";

/** Turns a visitor's acts into inbound events. Each rejects if the core could not store it. */
export interface PlaygroundInbound {
  say(act: SayAct): Promise<Answer>;
  /** Null if they have no such message. */
  edit(act: EditAct): Promise<Answer | null>;
  /** Null if they have no such message. */
  remove(act: RemoveAct): Promise<Answer | null>;
  press(act: PressAct): Promise<Answer>;
  submit(act: SubmitAct): Promise<Answer>;
  take(act: TakeAct): Promise<Answer>;
  /** Delivers stored events again that the core has not accepted, as a platform does after a crash. */
  redeliver(): Promise<void>;
}

const command = /^\/(ticket|desk)(?:\s+|$)/;

/** A mention of the bot. */
const mention = /(?<![\p{L}\p{N}])@plazo(?![\p{L}\p{N}])/giu;

/** The members of the cast whom a text mentions by id or name: `@sam`, `@Sam Okafor`. */
const peopleIn = (text: string): { readonly people?: readonly UserRef[] } => {
  const typed = text.toLowerCase();
  const people = cast.filter(({ user, name }) =>
    [user.slice(user.indexOf(":") + 1), name.toLowerCase()].some((each) => typed.includes(`@${each}`)),
  );
  return people.length === 0 ? {} : { people: people.map(({ user }) => user) };
};

const withoutMention = (text: string): { readonly text: string; readonly mentionsBot?: true } =>
  text.search(mention) < 0 ? { text } : { text: text.replaceAll(mention, "").trim(), mentionsBot: true };

const authorOf = (user: UserRef): InboundEvent["by"] => {
  const actor = actorOf(user);
  return { user, name: actor?.name ?? user, ...(actor !== null && { locale: actor.locale }) };
};

const threadOf = (inboundEvent: InboundEvent): string | null =>
  "message" in inboundEvent ? (inboundEvent.message.thread ?? null) : null;

const filesOf = ({ body }: PostedMessage): { readonly files?: readonly FileRef[] } =>
  body.kind === "text" && body.files !== undefined ? { files: body.files } : {};

const onPage = (file: AnswerFile): AnswerFileOnPage =>
  isPicture(file)
    ? { name: file.name, type: file.type, alt: file.alt, base64: Buffer.from(file.bytes).toString("base64") }
    : file;

export const createInbound = (deps: AdapterDeps, conversations: Conversations): PlaygroundInbound => {
  /** Returns the final answer; null if the core must store the event first. */
  const acknowledge = (inboundEvent: InboundEvent): Answer | null => {
    const first = deps.core.acknowledge(inboundEvent);
    if (first.kind === "work") return null;
    return first.kind === "ignore" ? { kind: "done" } : first;
  };
  const accept = async (inboundEvent: InboundEvent, thread: string | null, pressed?: string): Promise<Answer> => {
    const { channel, by } = inboundEvent;
    await deps.core.accept(inboundEvent, async (card, given = [], replaces = false) => {
      const files = given.map(onPage);
      const note = (replaces ? pressed : undefined) ?? randomUUID();
      const say = (shown: Card, amends: boolean): void =>
        conversations.live.sayTo(by.user, { event: "private", note, amends, channel, thread, card: shown, files });
      say(card, false);
      return async (next) => say(next, true);
    });
    conversations.store.taken(inboundEvent.key);
    return { kind: "done" };
  };
  /** Delivers an event at once. If this fails, the page tells the visitor, who tries again, so it is not repeated. */
  const deliver = async (inboundEvent: InboundEvent, thread: string | null, pressed?: string): Promise<Answer> =>
    acknowledge(inboundEvent) ?? accept(inboundEvent, thread, pressed);
  /**
   * Delivers an event that changed a channel. The change stays whatever the core does, so the event is kept until the
   * core accepts it.
   */
  const deliverKept = async (work: () => InboundEvent | null): Promise<Answer | null> => {
    const inboundEvent = conversations.store.atomically(() => {
      const recorded = work();
      if (recorded !== null) conversations.store.keep(recorded);
      return recorded;
    });
    if (inboundEvent === null) return null;
    const answer = acknowledge(inboundEvent);
    if (answer !== null) {
      conversations.store.taken(inboundEvent.key);
      return answer;
    }
    return accept(inboundEvent, threadOf(inboundEvent)).catch((error: unknown): Answer => {
      deps.log.warn({ key: inboundEvent.key, err: error }, "playground.retry");
      return { kind: "done" };
    });
  };
  const directIn = (channel: string): { readonly direct?: true } =>
    channelOf(channel)?.kind === "direct" ? { direct: true } : {};
  const write = (act: SayAct): Promise<Answer | null> =>
    deliverKept(() => {
      const message = conversations.write({
        key: `person:${act.key}`,
        channel: act.channel,
        thread: act.thread,
        by: act.as,
        body: { kind: "text", text: act.text },
        files: act.files,
      });
      return {
        kind: "message",
        key: `playground:message:${act.channel}:${message.id}`,
        at: message.at,
        by: authorOf(act.as),
        channel: act.channel,
        message: refOf(message),
        ...withoutMention(act.text),
        ...filesOf(message),
        ...directIn(act.channel),
      };
    });
  return {
    async say(act) {
      const found = command.exec(act.text);
      if (found === null) return (await write(act)) ?? { kind: "done" };
      const [whole, name = ""] = found;
      return deliver(
        {
          kind: "command",
          key: `playground:command:${act.key}`,
          at: deps.now(),
          by: authorOf(act.as),
          channel: act.channel,
          name,
          text: act.text.slice(whole.length).trim(),
          ...peopleIn(act.text),
        },
        act.thread,
      );
    },
    edit: (act) =>
      deliverKept(() => {
        const message = conversations.reword(act.channel, act.message, act.as, act.text);
        return message === null
          ? null
          : {
              kind: "edited",
              key: `playground:edit:${act.channel}:${message.id}:${act.key}`,
              at: message.editedAt ?? message.at,
              wroteAt: message.at,
              by: authorOf(act.as),
              channel: act.channel,
              message: refOf(message),
              text: withoutMention(act.text).text,
              ...directIn(act.channel),
            };
      }),
    remove: (act) =>
      deliverKept(() => {
        const message = conversations.erase(act.channel, act.message, act.as);
        return message === null
          ? null
          : {
              kind: "deleted",
              key: `playground:gone:${act.channel}:${message.id}`,
              at: deps.now(),
              by: authorOf(act.as),
              channel: act.channel,
              message: refOf(message),
              byAuthor: true,
              ...directIn(act.channel),
            };
      }),
    press: (act) =>
      deliver(
        {
          kind: "press",
          key: `playground:press:${act.key}`,
          at: deps.now(),
          by: authorOf(act.as),
          channel: act.channel,
          action: act.action,
          ...(act.quote === undefined ? {} : { quote: act.quote }),
        },
        act.thread,
        act.note,
      ),
    submit: (act) =>
      deliver(
        {
          kind: "submit",
          key: `playground:submit:${act.key}`,
          at: deps.now(),
          by: authorOf(act.as),
          channel: act.channel,
          action: act.action,
          values: act.values,
        },
        act.thread,
      ),
    async take(act) {
      const message = conversations.store.find(act.channel, act.message);
      if (message === null || message.body.kind === "gone") return { kind: "done" };
      const about = { at: deps.now(), by: authorOf(act.as), channel: act.channel, message: refOf(message) };
      if (act.how === "react") conversations.mark(act.channel, message.id, act.as);
      if (act.how === "react")
        // Removing the emoji and adding it again is the same request.
        return deliver(
          { ...about, kind: "react", key: `playground:react:${act.channel}:${message.id}:${act.as}`, emoji: "🎫" },
          act.thread,
        );
      const { body, by } = message;
      return deliver(
        {
          ...about,
          kind: "pick",
          key: `playground:pick:${act.key}`,
          author: by === null ? { user: "playground:bot", name: "Plazo" } : authorOf(by),
          text: body.kind === "text" ? body.text : body.card.summary,
          ...filesOf(message),
        },
        act.thread,
      );
    },
    async redeliver() {
      for (const inboundEvent of conversations.store.pendingEvents()) {
        if (acknowledge(inboundEvent) === null) await accept(inboundEvent, threadOf(inboundEvent));
        else conversations.store.taken(inboundEvent.key);
      }
    },
  };
};

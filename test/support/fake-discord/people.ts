import { beginsWith } from "../begins-with.ts";
import {
  conversation,
  type Community,
  type FakeConversation,
  type FakeFile,
  type FakeMessage,
  type FakePerson,
} from "./community.ts";
import { placePost } from "./forum-posts.ts";
import { filledForm, shownForm, type ShownForm } from "./filled-form.ts";
import type { FakeInteraction, Interactions } from "./interactions.ts";
import { everyComponent, listOf, textOf, type Json } from "./json.ts";
import { interactionPayload, messagePayload } from "./payloads.ts";
import { botMay } from "./permissions.ts";
import { actionIn, actionsIn, readMessage } from "./readable.ts";
import { begunCommand, typedCommand } from "./typed-command.ts";

/** The acts of a person on Discord. Each promise resolves when the app answered, or Discord stopped waiting. */
export interface FakeUser {
  readonly id: string;
  /** Types a slash command, `/ticket new title:Video is down`. */
  types(channel: string, line: string): Promise<void>;
  /** Types without sending, `/ticket show number:10`; resolves with the app's choices, `name = value`. */
  isTyping(channel: string, line: string): Promise<readonly string[]>;
  /** Chooses an entry of a message's own menu. */
  uses(message: { readonly channel: string; readonly id: string }, command: string): Promise<void>;
  /** Writes a message: in a channel or thread, or as a reply to another message. */
  writes(
    channel: string,
    text: string,
    how?: { readonly replyTo?: string | undefined; readonly files?: readonly FakeFile[]; readonly shows?: Json },
  ): { readonly channel: string; readonly id: string };
  /** Writes a post in a forum; its first message has the id of the post. */
  posts(forum: string, name: string, text: string): { readonly channel: string; readonly id: string };
  /** Edits a message of their own. */
  edits(message: { readonly channel: string; readonly id: string }, text: string): void;
  /** Deletes a message of their own. */
  deletes(message: { readonly channel: string; readonly id: string }): void;
  /** Adds an emoji to a message. */
  reacts(message: { readonly channel: string; readonly id: string }, emoji?: string): void;
  /** Starts a thread from a message; resolves with its place. */
  beginsThread(message: { readonly channel: string; readonly id: string }, name: string): string;
  /** Presses a button or chooses an entry by its label; `"private"` is the last private message. */
  presses(message: { readonly channel: string; readonly id: string } | "private", label: string): Promise<void>;
  /**
   * Presses a button, or sends a form, that the bot did not show them. Discord only vouches for the person and the
   * place.
   */
  forges(channel: string, action: string, values?: Readonly<Record<string, string>>): Promise<void>;
  seesForm(): ShownForm | null;
  /** Fills in the dialog and submits it; other questions keep their initial values. Discord closes it at once. */
  submits(values?: Readonly<Record<string, string>>): Promise<void>;
  closesForm(): void;
  /** What only this person was shown, oldest first. */
  readonly privates: readonly {
    readonly channel: string;
    readonly id: string;
    readonly text: string;
    readonly actions: readonly string[];
    readonly files: readonly FakeFile[];
  }[];
  /** Error messages that Discord itself showed this person. */
  readonly complaints: readonly string[];
  /** The language of their client. */
  speaks(locale: string): void;
}

interface Parts {
  readonly community: Community;
  readonly interactions: Interactions;
  readonly dispatchInteraction: (payload: Json) => void;
  readonly dispatchMessage: (message: FakeMessage) => void;
  readonly dispatchChange: (event: "MESSAGE_UPDATE" | "MESSAGE_DELETE", message: FakeMessage) => void;
  readonly dispatchThread: (thread: FakeConversation) => void;
  readonly dispatchReaction: (user: string, message: FakeMessage, emoji: string) => void;
  /** How long the client waits before it shows an error. */
  readonly patience: number;
}

const labelOf = (text: unknown): string => textOf(text).replace(/^✓ /, "");

/** What a press of this label sends; null if there is no such label. */
const findPress = (components: readonly Json[], label: string): Json | null => {
  for (const each of everyComponent(components)) {
    if (each["type"] === 2 && (labelOf(each["label"]) === label || beginsWith(actionIn(each["custom_id"]), label)))
      return each["custom_id"] === undefined
        ? null
        : { component_type: 2, custom_id: each["custom_id"], id: each["id"] };
    const chosen = listOf(each["options"]).find(
      (option) => labelOf(option["label"]) === label || beginsWith(actionIn(option["value"]), label),
    );
    if (each["type"] === 3 && chosen !== undefined)
      return { component_type: 3, custom_id: each["custom_id"], values: [chosen["value"]], id: each["id"] };
  }
  return null;
};

/** Lets a person act. */
export const actAs = (parts: Parts, self: FakePerson): FakeUser => {
  const { community, interactions } = parts;

  const place = (id: string): FakeConversation => {
    const found = community.conversations.get(id);
    if (found === undefined) throw new Error(`there is no channel ${id}`);
    return found;
  };
  const messageOf = ({ channel, id }: { channel: string; id: string }): FakeMessage => {
    const found = place(channel).messages.find((message) => message.id === id);
    if (found === undefined) throw new Error(`there is no message ${id} in ${channel}`);
    return found;
  };

  /** Discord lets people edit only their own messages. */
  const ownOf = (target: { channel: string; id: string }): FakeMessage => {
    const found = messageOf(target);
    if (found.author !== self.id) throw new Error(`${self.id} may not change what ${found.author} wrote`);
    return found;
  };

  const interact = async (
    type: FakeInteraction["type"],
    channel: string,
    on: FakeMessage | null,
    data: Json,
  ): Promise<FakeInteraction> => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const id = community.nextId();
    const token = `token-${crypto.randomUUID()}`;
    const begun = interactions.begin({
      id,
      token,
      type,
      person: self,
      channel,
      at: community.now(),
      on,
      settle: () => resolve(true),
    });
    const body = { type, data, ...(on === null ? {} : { message: messagePayload(community, on) }) };
    parts.dispatchInteraction(interactionPayload(community, self, place(channel), { id, token }, body));
    const timer = setTimeout(() => resolve(false), parts.patience);
    const answered = await promise;
    clearTimeout(timer);
    if (!answered) self.complaints.push(type === 4 ? "Loading options failed" : "The application did not respond");
    return begun;
  };

  return {
    id: self.id,
    get privates() {
      return self.privates.map(({ channel, id, content, components, files = [] }) => ({
        channel,
        id,
        files,
        text: readMessage(content, components),
        actions: actionsIn(components),
      }));
    },
    get complaints() {
      return self.complaints;
    },
    speaks: (locale) => void (self.locale = locale),
    types: async (channel, line) => {
      self.form = null;
      await interact(2, channel, null, typedCommand(community, self, line));
    },
    isTyping: async (channel, line) => {
      const { offered } = await interact(4, channel, null, begunCommand(community, self, line));
      return offered.map(({ name, value }) => `${textOf(name)} = ${textOf(value)}`);
    },
    uses: async (target, name) => {
      const command = community.commands.find((each) => each["type"] === 3 && each["name"] === name);
      if (command === undefined) throw new Error(`the client does not offer ${name}`);
      const message = messageOf(target);
      await interact(2, target.channel, null, {
        id: command["id"],
        name,
        type: 3,
        target_id: message.id,
        resolved: { messages: { [message.id]: messagePayload(community, message) } },
      });
    },
    writes: (channel, text, how = {}) => {
      self.form = null;
      const where = place(channel);
      if (where.kind === "forum") throw new Error("nobody can write into a forum itself");
      if (where.locked) throw new Error("the thread is locked");
      const message: FakeMessage = {
        id: community.nextId(),
        channel,
        author: self.id,
        type: how.replyTo === undefined ? 0 : 19,
        flags: 0,
        content: text.trim(),
        components: [],
        ...(how.files === undefined ? {} : { files: how.files }),
        ...(how.shows === undefined ? {} : { shows: how.shows }),
        embeds: [],
        nonce: null,
        answers: how.replyTo ?? null,
        edits: 0,
        thread: false,
      };
      where.messages.push(message);
      where.archived = false;
      if (botMay(community, where) !== 0n) parts.dispatchMessage(message);
      return { channel, id: message.id };
    },
    posts: (channel, name, text) => {
      const forum = place(channel);
      if (forum.kind !== "forum") throw new Error(`${channel} is no forum`);
      const { post, starter } = placePost(community, forum, name, {
        author: self.id,
        type: 0,
        flags: 0,
        content: text.trim(),
        components: [],
        embeds: [],
        nonce: null,
        answers: null,
        edits: 0,
        thread: false,
      });
      if (botMay(community, post) !== 0n) {
        parts.dispatchThread(post);
        parts.dispatchMessage(starter);
      }
      return { channel: post.id, id: starter.id };
    },
    edits: (target, text) => {
      const message = ownOf(target);
      message.content = text.trim();
      message.edits += 1;
      parts.dispatchChange("MESSAGE_UPDATE", message);
    },
    deletes: (target) => {
      const message = ownOf(target);
      const { messages } = place(target.channel);
      messages.splice(messages.indexOf(message), 1);
      parts.dispatchChange("MESSAGE_DELETE", message);
    },
    reacts: (target, emoji = "🎫") => {
      const message = messageOf(target);
      message.reactions ??= new Map();
      message.reactions.set(emoji, (message.reactions.get(emoji) ?? new Set()).add(self.id));
      if (botMay(community, place(target.channel)) !== 0n) parts.dispatchReaction(self.id, message, emoji);
    },
    beginsThread: (target, name) => {
      const message = messageOf(target);
      message.thread = true;
      community.conversations.set(
        message.id,
        conversation(message.id, name, "thread", { parent: target.channel, owner: self.id }),
      );
      return message.id;
    },
    presses: async (target, label) => {
      self.form = null;
      const message = target === "private" ? self.privates.at(-1) : messageOf(target);
      const press = message === undefined ? null : findPress(message.components, label);
      if (message === undefined || press === null)
        throw new Error(
          `there is nothing labelled ${label} to press in: ${message === undefined ? "nothing" : readMessage(message.content, message.components)}`,
        );
      await interact(3, message.channel, message, press);
    },
    forges: async (channel, action, values) => {
      if (values === undefined) {
        const on = place(channel).messages.at(-1) ?? null;
        return void (await interact(3, channel, on, { component_type: 2, custom_id: action, id: 1 }));
      }
      const components = Object.entries(values).map(([name, value], index) => ({
        type: 18,
        id: index + 1,
        component: { type: 4, id: index + 101, custom_id: name, value },
      }));
      await interact(5, channel, null, { custom_id: action, components });
    },
    seesForm: () => (self.form === null ? null : shownForm(self.form)),
    submits: async (values = {}) => {
      const { form } = self;
      if (form === null) throw new Error("there is no form to submit");
      const data = filledForm(form, values);
      self.form = null;
      await interact(5, form.channel, form.message, data);
    },
    closesForm: () => void (self.form = null),
  };
};

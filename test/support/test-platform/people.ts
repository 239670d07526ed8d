import { beginsWith } from "../begins-with.ts";
import type { KeyboardButton, UpdateAnswer, WireForm } from "./api.ts";
import type { Backstage, StoredMessage, StoredUser } from "./interface.ts";

/** Names one message. */
export interface MessageKey {
  readonly chat: number;
  readonly id: number;
}

/** A file that a person sends. */
export interface SharedFile {
  readonly name: string;
  readonly type?: string;
  readonly content: string;
}

/** A form as the person in front of it sees it. */
export interface ShownForm {
  readonly title: string;
  /** Everything that can be read in it. */
  readonly text: string;
  readonly fields: readonly string[];
  readonly initial: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** What a person does on the platform. Each promise resolves when the bot has answered. */
export interface TestUser {
  types(chat: number, line: string): Promise<void>;
  writes(chat: number, text: string, replyTo?: number, files?: readonly SharedFile[]): Promise<MessageKey>;
  edits(message: MessageKey, text: string): Promise<void>;
  /** Deletes a message of their own. */
  deletes(message: MessageKey): Promise<void>;
  /** Chooses the bot's entry in the menu of a message. */
  picks(message: MessageKey): Promise<void>;
  reacts(message: MessageKey, emoji: string): Promise<void>;
  /** Presses a button by its label; `"private"` is the last answer that the bot gave this person alone. */
  presses(message: MessageKey | "private", label: string): Promise<void>;
  /** Presses a button, or sends a form, that the bot did not show them. */
  forges(chat: number, data: string, values?: Readonly<Record<string, string>>): Promise<void>;
  seesForm(): ShownForm | null;
  /** Fills in the open form and sends it; other questions keep their first answer. */
  submits(values?: Readonly<Record<string, string>>): Promise<void>;
  /** The answers that the bot gave this person alone, oldest first. */
  readonly privates: readonly StoredMessage[];
  readonly documents: readonly { readonly name: string; readonly text: string }[];
}

const keyLabel = ({ text }: KeyboardButton): string => `[${text}]`;

/** Everything that can be read in a message: mentions as `@` and the person's id, buttons in brackets. */
export const readMessage = ({ text, entities, keyboard }: Pick<StoredMessage, "text" | "entities" | "keyboard">) => {
  const mentions = entities.flatMap((each) => (each.type === "mention" ? [each] : []));
  const shown = mentions.reduceRight(
    (rest, { offset, length, user }) => `${rest.slice(0, offset)}@${user}${rest.slice(offset + length)}`,
    text,
  );
  return [shown, ...keyboard.map((row) => row.map(keyLabel).join(" "))].join("\n");
};

/** What the buttons of a message carry, in their order. */
export const actionsIn = ({ keyboard }: Pick<StoredMessage, "keyboard">): readonly string[] =>
  keyboard.flat().flatMap((button) => ("data" in button ? [button.data] : []));

/** The answers to a form, as far as the platform lets a person send them. */
const filledIn = (
  { questions }: WireForm,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => {
  const unknown = Object.keys(values).filter((name) => !questions.some((question) => question.name === name));
  if (unknown.length > 0) throw new Error(`the form does not ask for ${unknown.join(", ")}`);
  return Object.fromEntries(
    questions.map(({ name, required, initial, maxLength, choices }) => {
      const value = values[name] ?? initial;
      if (value === "" && required) throw new Error(`the form wants ${name}`);
      if (choices.length === 0 && value.length > maxLength)
        throw new Error(`the form takes no more than ${maxLength} characters for ${name}`);
      if (choices.length > 0 && value !== "" && !choices.some((choice) => choice.value === value))
        throw new Error(`the form has no choice ${JSON.stringify(value)} for ${name}`);
      return [name, value];
    }),
  );
};

/** Lets a person act. */
export const actAs = (
  { botId, chat: chatOf, person: personOf, nextId, wire, push, keep }: Backstage,
  self: StoredUser,
  isForm: (form: WireForm) => boolean,
): TestUser => {
  const from = { id: self.id, name: self.name };
  const messageOf = ({ chat, id }: MessageKey): StoredMessage => {
    const found = chatOf(chat).messages.find((message) => message.id === id);
    if (found === undefined) throw new Error(`there is no message ${id} in ${chat}`);
    return found;
  };
  const privates = (): readonly StoredMessage[] =>
    chatOf(self.id).messages.filter(({ from: writer, answers }) => writer === botId && answers !== null);
  const shows = (answer: UpdateAnswer | null, chat: number): void => {
    if (answer?.kind !== "form") return;
    if (!isForm(answer.form)) throw new Error(`the platform refuses the form ${JSON.stringify(answer.form)}`);
    self.form = { form: answer.form, chat, errors: {} };
  };
  return {
    types: async (chat, line) => {
      self.form = null;
      shows(await push({ kind: "command", from, chat: { id: chat, kind: chatOf(chat).kind }, line }), chat);
    },
    writes: async (chat, text, replyTo, files = []) => {
      self.form = null;
      const below = replyTo === undefined ? null : messageOf({ chat, id: replyTo });
      const message: StoredMessage = {
        id: nextId(),
        chat,
        thread: below === null ? null : (below.thread ?? below.id),
        from: self.id,
        text,
        entities: [],
        keyboard: [],
        randomId: null,
        answers: null,
        edits: 0,
        reactions: [],
        files: files.map(({ name, type = "application/octet-stream", content }) =>
          keep({ name, type, bytes: new TextEncoder().encode(content) }),
        ),
      };
      chatOf(chat).messages.push(message);
      await push({ kind: "message", from, message: wire(message) });
      return { chat, id: message.id };
    },
    edits: async (key, text) => {
      const message = messageOf(key);
      if (message.from !== self.id) throw new Error(`${self.id} may not change what ${message.from} wrote`);
      const { messages } = chatOf(key.chat);
      const edited = { ...message, text, edits: message.edits + 1 };
      messages[messages.indexOf(message)] = edited;
      await push({ kind: "edited", from, message: wire(edited) });
    },
    deletes: async (key) => {
      const message = messageOf(key);
      if (message.from !== self.id) throw new Error(`${self.id} may not delete what ${message.from} wrote`);
      const { messages } = chatOf(key.chat);
      messages.splice(messages.indexOf(message), 1);
      await push({ kind: "deleted", from, message: wire(message) });
    },
    picks: async (key) => {
      self.form = null;
      const message = messageOf(key);
      const { id, name } = personOf(message.from);
      shows(await push({ kind: "pick", from, message: wire(message), author: { id, name } }), message.chat);
    },
    reacts: async (key, emoji) => {
      const message = messageOf(key);
      message.reactions = [...message.reactions, emoji];
      await push({ kind: "reaction", from, message: wire(message), emoji });
    },
    presses: async (key, label) => {
      self.form = null;
      const message = key === "private" ? privates().at(-1) : messageOf(key);
      if (message === undefined) throw new Error("the bot has answered nothing in private");
      const button = message.keyboard
        .flat()
        .find((each) => each.text.replace(/^✓ /, "") === label || ("data" in each && beginsWith(each.data, label)));
      if (button === undefined || !("data" in button))
        throw new Error(`there is nothing labelled ${label} to press in: ${readMessage(message)}`);
      const isAnswer = message.answers !== null;
      const update = { kind: "press", from, message: wire(message), data: button.data, isAnswer } as const;
      shows(await push(update), message.chat);
    },
    forges: async (chat, data, values) => {
      const place = { id: chat, kind: chatOf(chat).kind };
      const message = { id: nextId(), chat: place, thread: null, text: "", entities: [], files: [] };
      await push(
        values === undefined
          ? { kind: "press", from, message, data, isAnswer: false }
          : { kind: "form", from, chat: place, data, values },
      );
    },
    seesForm: () => {
      if (self.form === null) return null;
      const { form, errors } = self.form;
      return {
        title: form.title,
        text: [
          form.text,
          ...form.questions.flatMap(({ label, hint, choices }) => [
            label,
            hint,
            ...choices.map((choice) => choice.label),
          ]),
        ]
          .filter((line) => line !== "")
          .join("\n"),
        fields: form.questions.map(({ name }) => name),
        initial: Object.fromEntries(form.questions.map(({ name, initial }) => [name, initial])),
        errors,
      };
    },
    submits: async (values = {}) => {
      const open = self.form;
      if (open === null) throw new Error("there is no form to send");
      const { form, chat } = open;
      const filled = filledIn(form, values);
      const answer = await push({
        kind: "form",
        from,
        chat: { id: chat, kind: chatOf(chat).kind },
        data: form.data,
        values: filled,
      });
      if (answer?.kind === "errors") {
        const questions = form.questions.map((question) => ({ ...question, initial: filled[question.name] ?? "" }));
        self.form = { ...open, form: { ...form, questions }, errors: answer.errors };
        return;
      }
      if (answer === null) return;
      self.form = null;
      shows(answer, chat);
    },
    get privates() {
      return privates();
    },
    get documents() {
      return self.documents;
    },
  };
};

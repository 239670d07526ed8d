import { discordChannels, onDiscord, type Platform } from "./discord-cast.ts";
import type { WorldAcross } from "./world-across.ts";

type Name = keyof typeof onDiscord;
type Place = keyof typeof discordChannels;

/** A message as a person sees it, on either platform. */
export interface Seen {
  /** The channel of the message; on Discord its thread, if it has one. */
  readonly channel: string;
  readonly id: string;
  readonly text: string;
}

/** People acting on one platform, in terms that fit both. */
export interface Acting {
  readonly platform: Platform;
  /** The platform's own id of a person and of a channel. */
  idOf(name: Name | Place): string;
  /** Types `/ticket new` or another subcommand with its options in order; `/desk` if the word is `desk`. */
  types(name: Name, place: Place, word: string, options?: Readonly<Record<string, string>>): Promise<void>;
  presses(name: Name, message: Seen | "private", label: string): Promise<void>;
  /** Presses a button, or sends a form, that the bot did not show them. */
  forges(name: Name, place: Place, action: string, values?: Readonly<Record<string, string>>): Promise<void>;
  /** Fills in the form that is open and sends it. */
  submits(name: Name, values?: Readonly<Record<string, string>>): Promise<void>;
  /** All text in the open form; null if none is open. */
  form(name: Name): string | null;
  closesForm(name: Name): void;
  /** Writes in a channel, or in the thread of a bot message. */
  writes(name: Name, where: Place | Seen, text: string): Promise<Seen>;
  edits(name: Name, message: Seen, text: string): Promise<void>;
  deletes(name: Name, message: Seen): Promise<void>;
  /** Chooses Plazo's entry in a message's menu. */
  picks(name: Name, message: Seen): Promise<void>;
  /** The bot's messages in a channel outside threads. */
  roots(place: Place): readonly Seen[];
  /** The messages in the thread of one of them. */
  below(root: Seen): readonly Seen[];
  /** What only this person was shown, oldest first. */
  privates(name: Name): readonly string[];
  /** The bot's direct messages. */
  direct(name: Name): readonly Seen[];
}

const isSeen = (where: string | Seen): where is Seen => typeof where !== "string";

/** Lets people act on Slack. */
export const onSlackIn = ({ slack }: Pick<WorldAcross, "slack">): Acting => {
  const idOf = (name: string): string =>
    name in discordChannels ? `C0${name.toUpperCase()}` : `U0${name.toUpperCase()}`;
  const user = (name: Name) => slack.user(idOf(name));
  const at = ({ channel, id }: Seen) => ({ channel, ts: id });
  const seen = ({ channel, ts, text }: { channel: string; ts: string; text: string }): Seen => ({
    channel,
    id: ts,
    text,
  });
  const all = (channel: string) => slack.channel(channel).messages;
  return {
    platform: "slack",
    idOf,
    types: (name, place, word, options = {}) => {
      const words = Object.values(options);
      const line = word === "desk" ? ["/desk", ...words] : ["/ticket", ...(word === "new" ? [] : [word]), ...words];
      return user(name).types(idOf(place), line.join(" "));
    },
    presses: (name, message, label) => user(name).presses(message === "private" ? message : at(message), label),
    forges: (name, place, action, values) => user(name).forges(idOf(place), action, values),
    submits: (name, values) => user(name).submits(values),
    form: (name) => user(name).seesForm()?.text ?? null,
    closesForm: (name) => user(name).closesForm(),
    writes: async (name, where, text) =>
      isSeen(where)
        ? seen({ ...(await user(name).writes(where.channel, text, { thread: where.id })), text })
        : seen({ ...(await user(name).writes(idOf(where), text)), text }),
    edits: (name, message, text) => user(name).edits(at(message), text),
    deletes: (name, message) => user(name).deletes(at(message)),
    picks: (name, message) => user(name).picks(at(message)),
    roots: (place) =>
      all(idOf(place))
        .filter(({ thread, user: by }) => thread === null && by === slack.botUser)
        .map(seen),
    below: (root) =>
      all(root.channel)
        .filter(({ thread }) => thread === root.id)
        .map(seen),
    privates: (name) => user(name).privates.map(({ text }) => text),
    direct: (name) =>
      slack
        .dm(idOf(name))
        .messages.filter(({ user: by }) => by === slack.botUser)
        .map(seen),
  };
};

/** Lets people act on Discord. */
export const onDiscordIn = ({ discord }: Pick<WorldAcross, "discord">): Acting => {
  const idOf = (name: string): string =>
    name in discordChannels ? discordChannels[name as Place] : onDiscord[name as Name];
  const user = (name: Name) => discord.user(idOf(name));
  return {
    platform: "discord",
    idOf,
    types: (name, place, word, options = {}) => {
      const given = Object.entries(options).map(([option, value]) => `${option}:${value}`);
      return user(name).types(idOf(place), [...(word === "desk" ? ["/desk"] : ["/ticket", word]), ...given].join(" "));
    },
    presses: (name, message, label) => user(name).presses(message, label),
    forges: (name, place, action, values) => user(name).forges(idOf(place), action, values),
    submits: (name, values) => user(name).submits(values),
    form: (name) => user(name).seesForm()?.text ?? null,
    closesForm: (name) => user(name).closesForm(),
    writes: async (name, where, text) => ({
      ...user(name).writes(isSeen(where) ? where.id : idOf(where), text),
      text,
    }),
    edits: async (name, message, text) => user(name).edits(message, text),
    deletes: async (name, message) => user(name).deletes(message),
    picks: (name, message) => user(name).uses(message, "Open ticket from message"),
    roots: (place) => discord.channel(idOf(place)).messages.filter(({ author }) => author === discord.botUser),
    below: (root) => discord.thread(root.id)?.messages ?? [],
    privates: (name) => user(name).privates.map(({ text }) => text),
    direct: (name) => discord.dm(idOf(name)).messages.filter(({ author }) => author === discord.botUser),
  };
};

import type { Instant } from "../../../src/sla/instant.ts";
import { ApplicationCommandOptionType, ApplicationCommandType, InteractionType, MessageFlags } from "discord.js";
import { z } from "zod";
import type { ChatUser, InboundEvent } from "../../../src/chat/inbound-event.ts";
import type { Typing } from "../../../src/chat/answer.ts";
import type { ChannelRef, FileRef } from "../../../src/tickets/refs.ts";
import { readCustomId, type Pressed } from "../outbound/custom-id.ts";
import { readPick } from "./picks-and-reactions.ts";
import type { Format } from "../../../src/tickets/format.ts";
import type { Mention } from "../../../src/chat/reading/mentions.ts";
import { readWritten, writtenFields } from "./read-written.ts";
import { quoteIn } from "./quote.ts";
import { channelSchema, channelInfoOf } from "../gateway/channels.ts";
import { literal, person, readTyped, userSchema, withoutMentionOf } from "./speaker.ts";

/** What is needed to answer an interaction. */
export interface Interaction {
  readonly id: string;
  readonly application: string;
  /** Valid for three seconds for the first answer, then for a quarter of an hour. */
  readonly token: string;
  readonly kind: "command" | "press" | "submit";
  /** A button on a message was pressed, or a form was submitted that a message opened. */
  readonly onMessage: boolean;
  /** Only this person sees that message. */
  readonly onPrivate: boolean;
  /** That message is a question of the adapter, to be removed once it is answered. */
  readonly onQuestion: boolean;
  readonly by: ChatUser;
  readonly channel: ChannelRef;
  /** The thread in which it happened; null outside threads. `channel` is then the thread's parent. */
  readonly thread: string | null;
  /** The server; null in direct messages. */
  readonly guild: string | null;
  readonly at: Instant;
}

/** The meaning of an interaction. */
export type DiscordInbound =
  | { readonly is: "event"; readonly interaction: Interaction; readonly inboundEvent: InboundEvent }
  /** A person is typing a command that is not sent yet. */
  | { readonly is: "typing"; readonly interaction: Interaction; readonly typing: Typing }
  /** The adapter handles it without the core. */
  | {
      readonly is: "own";
      readonly interaction: Interaction;
      readonly pressed: Exclude<Pressed, { is: "action" }>;
      readonly label: string;
    };

const id = z.string().regex(/^\d{1,20}$/);
const text = z.string().max(100_000);

const memberSchema = z.object({ nick: text.nullish() });

type Option = {
  name: string;
  type: ApplicationCommandOptionType;
  value?: string | number | boolean | undefined;
  focused?: boolean | undefined;
  options?: Option[] | undefined;
};
const optionSchema: z.ZodType<Option> = z.lazy(() =>
  z.object({
    name: text,
    type: z.enum(ApplicationCommandOptionType),
    value: z.union([z.string(), z.number(), z.boolean()]).optional(),
    focused: z.boolean().optional(),
    options: z.array(optionSchema).optional(),
  }),
);

const componentSchema = z.object({
  custom_id: z.string().optional(),
  value: text.nullish(),
  values: z.array(text).optional(),
});

const interactionSchema = z.object({
  id,
  application_id: id,
  token: z.string().min(1).max(1_000),
  type: z.enum(InteractionType),
  channel_id: id.optional(),
  guild_id: id.nullish(),
  channel: channelSchema.optional(),
  user: userSchema.optional(),
  member: memberSchema.extend({ user: userSchema }).optional(),
  locale: z.string().max(20).optional(),
  message: z.object({ id, flags: z.number().default(0), components: z.unknown() }).optional(),
  data: z.unknown(),
});

const commandSchema = z.object({
  name: text,
  type: z.enum(ApplicationCommandType),
  options: z.array(optionSchema).default([]),
});
const pressSchema = z.object({ custom_id: z.string(), values: z.array(z.string()).optional() });
const submitSchema = z.object({
  custom_id: z.string(),
  components: z.array(
    z.object({ component: componentSchema.optional(), components: z.array(componentSchema).optional() }),
  ),
});

/** The text of a command, as it would be typed on a platform without options. */
const typed = ({ name, options }: z.infer<typeof commandSchema>) => {
  const typedText = options.flatMap((option) =>
    option.type === ApplicationCommandOptionType.Subcommand
      ? [option.name, ...valuesOf(option.options ?? [])]
      : valuesOf([option]),
  );
  return { name, text: typedText.join(" ").trim() };
};

const valuesOf = (options: readonly Option[]): readonly string[] =>
  // The number comes first, without blanks: "T 1042" would be read as two words.
  options
    .toSorted((one, other) => Number(other.name === "number") - Number(one.name === "number"))
    .map(({ name, value }) => {
      if (name === "page") return `page:${String(value)}`;
      return name === "number" ? String(value).replaceAll(/\s+/g, "") : String(value);
    });

/** Reads a command with the people, channels and emoji in its text. */
const commandFrom = (
  { name, text: typedText }: ReturnType<typeof typed>,
  common: Pick<InboundEvent, "key" | "at" | "by" | "channel">,
): InboundEvent => {
  const read = readTyped(typedText, []);
  const people = (read.mentions ?? []).flatMap(({ is, id }) => (is === "user" ? [`discord:${id}` as const] : []));
  return { ...common, kind: "command", name, ...read, ...(people.length === 0 ? {} : { people }) };
};

/** The option that is being filled in, and its subcommand. */
const focusedIn = (
  options: readonly Option[],
  verb: string,
): { readonly verb: string; readonly text: string } | null => {
  for (const { name, value, focused, options: below } of options) {
    const found = focused === true ? { verb, text: String(value ?? "") } : focusedIn(below ?? [], name);
    if (found !== null) return found;
  }
  return null;
};

/** The label of the pressed component, without the mark of a chosen one. */
const labelOf = (components: unknown, customId: string): string => {
  if (Array.isArray(components))
    return components.map((each) => labelOf(each, customId)).find((each) => each !== "") ?? "";
  if (typeof components !== "object" || components === null) return "";
  if ("custom_id" in components && components.custom_id === customId)
    return "label" in components && typeof components.label === "string" ? components.label.replace(/^✓ /, "") : "";
  return "components" in components ? labelOf(components.components, customId) : "";
};

const customIdsIn = (components: unknown): readonly string[] => {
  if (Array.isArray(components)) return components.flatMap(customIdsIn);
  if (typeof components !== "object" || components === null) return [];
  const own = "custom_id" in components && typeof components.custom_id === "string" ? [components.custom_id] : [];
  return "components" in components ? [...own, ...customIdsIn(components.components)] : own;
};

/** Reads an interaction; null if Plazo does not handle it. */
export const readInteraction = (body: unknown, now: Instant): DiscordInbound | null => {
  const { data } = interactionSchema.safeParse(body);
  const user = data?.member?.user ?? data?.user;
  if (data === undefined || user === undefined || data.channel_id === undefined) return null;
  const info = data.channel === undefined ? null : channelInfoOf(data.channel);
  const channel: ChannelRef = `discord:${info?.is === "thread" && info.parent !== "" ? info.parent : data.channel_id}`;
  const by = person(user, data.member?.nick ?? null, data.locale);
  const common = { key: `discord:int:${data.id}`, at: now, by, channel };
  const interaction = (kind: Interaction["kind"]): Interaction => ({
    id: data.id,
    application: data.application_id,
    token: data.token,
    kind,
    onMessage: data.message !== undefined,
    onPrivate: ((data.message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
    onQuestion:
      ((data.message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0 &&
      customIdsIn(data.message?.components).some((each) => readCustomId(each, undefined).is !== "action"),
    by,
    channel,
    thread: info?.is === "thread" ? (data.channel_id ?? null) : null,
    guild: data.guild_id ?? null,
    at: now,
  });
  switch (data.type) {
    case InteractionType.ApplicationCommand: {
      const command = commandSchema.safeParse(data.data).data;
      if (command === undefined) return null;
      const inboundEvent: InboundEvent | null =
        command.type === ApplicationCommandType.ChatInput
          ? commandFrom(typed(command), common)
          : readPick(data.data, common, info?.is === "thread" ? data.channel_id : null);
      return inboundEvent === null ? null : { is: "event", interaction: interaction("command"), inboundEvent };
    }
    case InteractionType.ApplicationCommandAutocomplete: {
      const command = commandSchema.safeParse(data.data).data;
      const focused = focusedIn(command?.options ?? [], "");
      return focused === null
        ? null
        : { is: "typing", interaction: interaction("command"), typing: { by, channel, ...focused } };
    }
    case InteractionType.MessageComponent: {
      const press = pressSchema.safeParse(data.data).data;
      if (press === undefined) return null;
      const pressed = readCustomId(press.custom_id, press.values?.[0]);
      const quote = quoteIn(data.message?.components);
      return pressed.is === "action"
        ? {
            is: "event",
            interaction: interaction("press"),
            inboundEvent: {
              ...common,
              kind: "press",
              action: pressed.action,
              ...(quote === undefined ? {} : { quote }),
            },
          }
        : {
            is: "own",
            interaction: interaction("press"),
            pressed,
            label: labelOf(data.message?.components, press.custom_id),
          };
    }
    case InteractionType.ModalSubmit: {
      const submit = submitSchema.safeParse(data.data).data;
      if (submit === undefined) return null;
      const answers = submit.components.flatMap((each) => each.component ?? each.components ?? []);
      const values = Object.fromEntries(
        answers.flatMap(({ custom_id, value, values: chosen }) =>
          custom_id === undefined ? [] : [[custom_id, chosen?.[0] ?? literal(value ?? "", [])]],
        ),
      );
      return {
        is: "event",
        interaction: interaction("submit"),
        inboundEvent: { ...common, kind: "submit", action: submit.custom_id, values },
      };
    }
    default:
      return null;
  }
};

const referenceSchema = z.object({ message_id: id.optional(), channel_id: id.optional() });

const messageSchema = z.object({
  id,
  channel_id: id,
  /** 0 is a message, 19 a reply. Joins, pins, new threads and command results have other types. */
  type: z.union([z.literal(0), z.literal(19)]),
  webhook_id: z.undefined().optional(),
  author: userSchema,
  member: memberSchema.nullish(),
  ...writtenFields,
  message_reference: referenceSchema.nullish(),
  referenced_message: z
    .object({ id, author: z.object({ id }), message_reference: referenceSchema.nullish() })
    .nullish(),
});

/** A person's message, before the channel's parent is known. */
export interface DiscordMessage {
  readonly id: string;
  readonly channel: string;
  readonly by: ChatUser;
  readonly text: string;
  readonly format: readonly Format[];
  readonly mentionsBot: boolean;
  /** The message that it answers; for a message of the bot, that message's root. */
  readonly answers: string | null;
  readonly files: readonly FileRef[];
  readonly mentions?: readonly Mention[];
}

/** Reads a message; null for bots, webhooks, the bot itself and system messages. */
export const readMessage = (body: unknown, self: string, ownRoles: readonly string[]): DiscordMessage | null => {
  const { data } = messageSchema.safeParse(body);
  if (data === undefined || data.author.bot === true || data.author.id === self) return null;
  const answered = data.referenced_message;
  const withoutBot = withoutMentionOf(data.content, self, ownRoles);
  const { format = [], ...typedText } = readWritten({ ...data, content: withoutBot.text }, data.channel_id, data.id);
  return {
    id: data.id,
    channel: data.channel_id,
    by: person(data.author, data.member?.nick ?? null),
    mentionsBot: withoutBot.mentioned,
    ...typedText,
    format,
    answers:
      answered?.author.id === self ? (answered.message_reference?.message_id ?? answered.id) : (answered?.id ?? null),
  };
};

import type { InboundEvent } from "../../../../src/chat/inbound-event.ts";
import { withoutMentions } from "../../../../src/chat/text.ts";
import type { ChannelRef } from "../../../../src/tickets/refs.ts";
import type { MessageRef } from "../../../../src/chat/card.ts";
import type { Update, WireChat, WireMessage } from "../api.ts";

const channelOf = ({ id }: WireChat): ChannelRef => `testchat:${id}`;

const refOf = ({ chat, id, thread }: WireMessage): MessageRef => ({
  channel: channelOf(chat),
  id: String(id),
  ...(thread === null ? {} : { thread: String(thread) }),
});

/** The text that a pressed card quotes. */
const quoteIn = ({ text, entities }: WireMessage): { readonly quote?: string } => {
  const quotes = entities.filter(({ type }) => type === "quote");
  return quotes.length === 0
    ? {}
    : { quote: quotes.map(({ offset, length }) => text.slice(offset, offset + length)).join("\n") };
};

const botMention = /@plazobot\b/gi;

/** An update as an inbound event; null if it does not concern Plazo. */
export const readUpdate = (update: Update): InboundEvent | null => {
  const by = { user: `testchat:${update.from.id}` as const, name: update.from.name };
  const common = { key: `testchat:update:${update.id}`, at: update.at, by };
  switch (update.kind) {
    case "command": {
      const [, name, text = ""] = /^\/(\w+)(?:@plazobot)?(?:\s+([^]*))?$/.exec(update.line) ?? [];
      return name === undefined
        ? null
        : { ...common, kind: "command", channel: channelOf(update.chat), name, text: text.trim() };
    }
    case "deleted": {
      const { message } = update;
      const direct = message.chat.kind === "private" ? { direct: true } : {};
      return {
        ...common,
        ...direct,
        kind: "deleted",
        channel: channelOf(message.chat),
        message: refOf(message),
      };
    }
    case "message":
    case "edited": {
      const { message } = update;
      const isCalled = message.text.search(botMention) >= 0;
      const words = {
        channel: channelOf(message.chat),
        message: refOf(message),
        text: isCalled ? withoutMentions(message.text, botMention).trim() : message.text,
      };
      const direct = message.chat.kind === "private" ? { direct: true } : {};
      if (update.kind === "edited") return { ...common, ...words, ...direct, kind: "edited" };
      return {
        ...common,
        ...words,
        kind: "message",
        ...(isCalled ? { mentionsBot: true } : {}),
        ...(message.files.length > 0 ? { files: message.files.map((file) => ({ ...file, id: String(file.id) })) } : {}),
        ...direct,
      };
    }
    case "press":
      return {
        ...common,
        kind: "press",
        channel: channelOf(update.message.chat),
        action: update.data,
        ...quoteIn(update.message),
      };
    case "form":
      return { ...common, kind: "submit", channel: channelOf(update.chat), action: update.data, values: update.values };
    case "pick":
      return {
        ...common,
        kind: "pick",
        channel: channelOf(update.message.chat),
        message: refOf(update.message),
        text: update.message.text,
        author: { user: `testchat:${update.author.id}`, name: update.author.name },
      };
    case "reaction":
      return update.emoji === "🎫"
        ? {
            ...common,
            kind: "react",
            channel: channelOf(update.message.chat),
            message: refOf(update.message),
            emoji: "🎫",
          }
        : null;
  }
};

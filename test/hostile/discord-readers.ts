import { readEdit } from "../../adapters/discord/inbound/inbound-revision.ts";
import { readInteraction, readMessage as readDiscord } from "../../adapters/discord/inbound/inbound.ts";
import { quoteIn as discordQuoteIn } from "../../adapters/discord/inbound/quote.ts";
import { readMarkdown } from "../../adapters/discord/inbound/read-markdown.ts";
import { literal as discordLiteral } from "../../adapters/discord/inbound/speaker.ts";
import { unescaped } from "../../adapters/discord/inbound/text.ts";
import { renderCard as discordCard } from "../../adapters/discord/outbound/render-card.ts";
import { renderForm as discordForm } from "../../adapters/discord/outbound/render-form.ts";
import { renderPlain as discordPlain } from "../../adapters/discord/outbound/render-plain.ts";
import { now } from "../cards/samples/sample.ts";
import { cardWith, formWith, mentionsAndLines, noLink, withLongNames } from "./hostile-messages.ts";

const botOnDiscord = "200000000000000099";

const discordMessage = (content: string) => ({
  id: "1400000000000000001",
  channel_id: "310000000000000001",
  type: 0,
  author: { id: "200000000000000001", username: "carla" },
  mentions: Array.from({ length: 100 }, (_, index) => ({
    id: `2000000000000001${index}`,
    username: content.slice(0, 100),
  })),
  content,
});

/** What reads and draws a text for Discord. */
export const discordReaders: Readonly<Record<string, (text: string) => unknown>> = {
  "discord: snapshots with mentions and lines": (text) =>
    withLongNames(
      readDiscord(
        {
          ...discordMessage(""),
          message_snapshots: Array.from({ length: 5 }, () => ({
            message: { content: mentionsAndLines("<@200000000000000001>", text) },
          })),
        },
        botOnDiscord,
        [],
      ),
    ),
  "discord: snapshots of the longest length": (text) =>
    withLongNames(
      readDiscord(
        {
          ...discordMessage(text.slice(0, 4_000)),
          message_snapshots: Array.from({ length: 10 }, () => ({ message: { content: text.slice(-4_000) } })),
        },
        botOnDiscord,
        [],
      ),
    ),
  "discord: the text of a message": (text) => discordLiteral(text, []),
  "discord: a message": (text) => readDiscord(discordMessage(text), botOnDiscord, ["300000000000000001"]),
  "discord: a message of the longest length": (text) =>
    readDiscord(discordMessage(text.slice(0, 4_000)), botOnDiscord, []),
  "discord: Markdown": (text) => readMarkdown(text),
  "discord: Markdown of the longest length": (text) => readMarkdown(text.slice(0, 4_000)),
  "discord: Markdown of the end of a text": (text) => readMarkdown(text.slice(-4_000)),
  "discord: a message that was changed": (text) =>
    readEdit({ ...discordMessage(text), edited_timestamp: "2026-01-12T09:00:00.000Z" }, botOnDiscord, []),
  "discord: a quote": (text) => discordQuoteIn([{ type: 10, content: `> ${text}` }]),
  "discord: a quote of the longest length": (text) =>
    discordQuoteIn([{ type: 10, content: `> ${text.slice(0, 3_998)}` }]),
  "discord: escapes": unescaped,
  "discord: a form": (text) =>
    readInteraction(
      {
        id: "1",
        application_id: "2",
        token: "t",
        type: 5,
        channel_id: "3",
        user: { id: "4", username: text },
        data: { custom_id: "submit-ticket", components: [{ component: { custom_id: "description", value: text } }] },
      },
      now,
    ),
  "discord: a card": (text) => discordCard(cardWith(text), noLink),
  "discord: a card in plain text": (text) => discordPlain(cardWith(text)),
  "discord: a form to fill in": (text) => discordForm(formWith(text)),
};

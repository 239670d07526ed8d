import { quotePart } from "../../src/cards/quote.ts";
import { describe, expect, test } from "vitest";
import { quoteIn as discordQuoteIn } from "../../adapters/discord/inbound/quote.ts";
import { readInteraction, readMessage as readDiscord } from "../../adapters/discord/inbound/inbound.ts";
import { readEdit } from "../../adapters/discord/inbound/inbound-revision.ts";
import { readMarkdown } from "../../adapters/discord/inbound/read-markdown.ts";
import { renderCard as discordCard } from "../../adapters/discord/outbound/render-card.ts";
import { renderForm as discordForm } from "../../adapters/discord/outbound/render-form.ts";
import { renderPlain as discordPlain } from "../../adapters/discord/outbound/render-plain.ts";
import { literal as discordLiteral } from "../../adapters/discord/inbound/speaker.ts";
import { unescaped } from "../../adapters/discord/inbound/text.ts";
import { renderMail } from "../../adapters/email/render-mail.ts";
import { ticketOf } from "../../adapters/playground/ticket-of.ts";
import { readCommand, readMessage, readPress, readSubmission } from "../../adapters/slack/inbound/inbound.ts";
import { readPick } from "../../adapters/slack/inbound/picks-and-reactions.ts";
import { readRevision } from "../../adapters/slack/inbound/inbound-revision.ts";
import { openFromMessage } from "../../adapters/slack/app-manifest.ts";
import { readRichText } from "../../adapters/slack/inbound/read-rich-text.ts";
import { readWritten as readWrittenOnSlack } from "../../adapters/slack/inbound/read-written.ts";
import { renderCard as slackCard, renderPlain as slackPlain } from "../../adapters/slack/outbound/render-card.ts";
import { renderForm as slackForm } from "../../adapters/slack/outbound/render-form.ts";
import { literal } from "../../adapters/slack/inbound/text.ts";
import { cleanLine, cleanText, cleanFormatted, hasVisibleText, titleOf } from "../../src/requests/clean-text.ts";
import { toIntent } from "../../src/requests/to-intent.ts";
import { parseUntil } from "../../src/requests/typed-time.ts";
import { phoneAndTime, phoneNumber } from "../../src/features/callback/phone-and-time.ts";
import { typedCommand as readWords } from "../support/typed-command.ts";
import type { Card } from "../../src/chat/card.ts";
import type { Form } from "../../src/chat/form.ts";
import { withNames } from "../../src/chat/reading/mentions.ts";
import { piecesOf } from "../../src/chat/reading/pieces.ts";
import { cut, showable } from "../../src/chat/text.ts";
import { parseDuration } from "../../src/desk/duration.ts";
import { whyNotCarried } from "../../src/tickets/files/carry-rules.ts";
import { formatsAfter, type Format } from "../../src/tickets/format.ts";
import { internalMention, blockedPhrase } from "../../src/tickets/internal-mention.ts";
import { matchingArticles } from "../../src/features/knowledge/matching-articles.ts";
import { isThanks } from "../../src/features/conversation/thanks.ts";
import { redact } from "../../src/log/redact.ts";
import { customerMessageCard } from "../../src/features/conversation/customer-message-card.ts";
import { escapeMarkdown } from "../../src/features/transcript/transcript-markdown.ts";
import { cutToUnits, excerpt, oneLine } from "../../src/i18n/excerpt.ts";
import { cannedText, withDue } from "../../src/features/reply/render-canned-reply.ts";
import { html } from "../../src/features/transcript/html.ts";
import { transcriptOf } from "../../src/features/transcript/transcript.ts";
import { transcriptFile } from "../../src/features/transcript/transcript-file.ts";
import { triageCard } from "../../src/features/ticket-cards/triage-card.ts";
import { troubleText } from "../../src/cards/delivery-trouble.ts";
import { conversationCard } from "../../src/features/ticket-cards/conversation-card.ts";
import type { TextWithMentions } from "../../src/chat/reading/forwarded.ts";
import { presses, submits, types, writes } from "../requests/inbound-events.ts";
import {
  audience as people,
  desk as plainDesk,
  events,
  noPlaces,
  now,
  threadMessages,
  ticket,
} from "../cards/sample.ts";
import { allowedMs, fastestOfThree } from "./fastest-of-three.ts";
import { hostileLength, hostileShapes } from "./shapes.ts";
import { sanitize } from "../../src/inbox/receive.ts";

const botUser = "U0PLAZO001";
const botOnDiscord = "200000000000000099";
const [viewer] = people;
if (viewer === undefined) throw new Error("the sample has no reader");

const article = {
  key: "a",
  title: "Playback",
  url: "https://docs.example.com/a",
  locale: null,
  keywords: ["a b", "thanks", "x y z"],
};
/** A desk with many colleagues: each of their names is looked for in what goes to a customer. */
const desk = {
  ...plainDesk,
  thanks: ["mil gracias", "a a a"],
  articles: Array.from({ length: 50 }, (_, index) => ({ ...article, key: `a${index}` })),
  people: {
    ...plainDesk.people,
    ...Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [
        `tech${index}`,
        {
          ...Object.values(plainDesk.people)[0],
          key: `tech${index}`,
          name: `Technician Number${index}`,
          roles: ["tech" as const],
          identities: [`slack:U0TECH${index}AB` as const],
        },
      ]),
    ),
  },
} as typeof plainDesk;

const noLink = (): null => null;

/** As many looks as a message can have, all over the text. */
const looks = (text: string): readonly Format[] =>
  Array.from({ length: 2_000 }, (_, index) => {
    const from = Math.floor((index * text.length) / 2_000);
    const as = (["bold", "italic", "strike", "code", "link", "block"] as const)[index % 6] ?? "bold";
    return { from, to: Math.min(text.length, from + 1 + (index % 97)), as };
  });

const cardWith = (text: string): Card => ({
  summary: text,
  parts: [
    { part: "heading", text },
    {
      part: "facts",
      facts: Array.from({ length: 2 }, () => ({
        label: text,
        value: [
          { t: "text", text, strong: true } as const,
          { t: "person", user: "slack:U1", name: text, ring: false } as const,
        ],
      })),
    },
    {
      part: "text",
      lines: [
        [
          { t: "text", text },
          { t: "link", url: text, label: text },
        ],
      ],
    },
    { part: "quote", text, format: looks(text) },
    { part: "small", line: [{ t: "text", text, faint: true }] },
    { part: "buttons", label: text, buttons: [{ action: "claim 1042", label: text }] },
  ],
});

const formWith = (text: string): Form => ({
  action: "submit-ticket",
  title: text,
  submit: text,
  cancel: text,
  notice: [[{ t: "text", text }]],
  fields: [
    { name: "title", label: text, hint: text, required: true, initial: text, kind: "line", maxLength: 150 },
    {
      name: "description",
      label: text,
      hint: text,
      required: true,
      initial: text,
      kind: "paragraph",
      maxLength: 3_000,
    },
    {
      name: "severity",
      label: text,
      required: true,
      kind: "radio",
      choices: [{ value: "high", label: text, description: text }],
    },
  ],
});

const slackEvent = (text: string, elements: readonly unknown[]) => ({
  event: {
    type: "message",
    user: "U0CARLA001",
    channel: "C0ACME0001",
    ts: "1768200000.000100",
    thread_ts: "1768200000.000001",
    text,
    blocks: [{ type: "rich_text", elements: [{ type: "rich_text_section", elements }] }],
  },
});

const textElement = (text: string) => ({ type: "text", text, style: { bold: true } });
const mention = { type: "user", user_id: botUser };
/** The blocks of a message in which blanks and mentions of the bot take turns. */
const taking = (text: string): readonly unknown[] =>
  Array.from({ length: 400 }, (_, index) => text.slice(index * 100, index * 100 + 100)).flatMap((part) => [
    textElement(part),
    mention,
  ]);

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

/** Words with a long name in the place of every mention. */
const withLongNames = (words: TextWithMentions | null | undefined) =>
  words && withNames(words, words.mentions ?? [], () => "Luis of the Night Shift ".repeat(4));

/** Mentions, then lines, then the end of a hostile text: no longer than a message can be. */
const mentionsAndLines = (mention: string, text: string): string =>
  `${mention.repeat(1_000)}${"\n".repeat(12_000)}${text.slice(-(hostileLength - 12_000 - 1_000 * mention.length))}`;

const said = { text: "", by: { user: "slack:U0CARLA", name: "Carla" } };
const opened = events.opened[0];
const heard = events.customerWrote[0];
if (opened === undefined || heard === undefined) throw new Error("the sample lacks events");

const transcriptWith = (text: string) =>
  transcriptOf({ ...ticket, title: text }, [opened, { ...heard, text }], { desk, is: "staff", viewer, madeAt: now });

/** Everything that reads, matches, cuts or draws what a person wrote. */
const audience: Readonly<Record<string, (text: string) => unknown>> = {
  "slack: the text of a message": literal,
  "slack: a message without blocks": (text) =>
    readMessage({ event: { ...slackEvent(text, []).event, blocks: undefined } }, botUser),
  "slack: a forwarded message": (text) =>
    readMessage(
      {
        event: {
          ...slackEvent("", []).event,
          attachments: [{ is_share: true, author_name: text.slice(0, 500), text }],
        },
      },
      botUser,
    ),
  "the names of mentions": (text) =>
    withNames(
      { text, format: [] },
      Array.from({ length: 1000 }, (_, at) => ({ from: at * 40, to: at * 40 + 5, is: "user", id: "U1" })),
      () => text,
    ),
  "slack: five forwarded messages with mentions and lines": (text) => {
    const attachment = { is_msg_unfurl: true, author_name: "Ana", text: mentionsAndLines("<@U0LUIS0001>", text) };
    const attachments = Array.from({ length: 5 }, () => attachment);
    const inboundEvent = readMessage(
      { event: { ...slackEvent("look", []).event, attachments } },
      botUser,
    )?.inboundEvent;
    return withLongNames(inboundEvent?.kind === "message" ? inboundEvent : null);
  },
  "slack: a message of a thread, with five forwarded ones": (text) => {
    const attachment = { is_share: true, text: mentionsAndLines("<@U0LUIS0001>\n", text) };
    return withLongNames(readWrittenOnSlack({ text, attachments: Array.from({ length: 5 }, () => attachment) }));
  },
  "slack: looks in many lines, then mentions": (text) =>
    withLongNames(
      readRichText({
        text,
        blocks: [
          {
            type: "rich_text",
            elements: [
              {
                type: "rich_text_section",
                elements: [
                  {
                    type: "text",
                    text: "a\n".repeat(10_000),
                    style: { bold: true, italic: true, strike: true, code: true },
                  },
                  { type: "text", text: text.slice(0, 20_000) },
                  ...Array.from({ length: 1_500 }, () => ({ type: "user", user_id: "U0LUIS0001" })),
                ],
              },
            ],
          },
        ],
      }),
    ),
  "the names of mentions between looks": (text) =>
    withNames(
      {
        text,
        format: Array.from({ length: 20_000 }, (_, at) => ({ from: at * 2, to: at * 2 + 1, as: "bold" as const })),
      },
      Array.from({ length: 1_500 }, (_, at) => ({
        from: 30_000 + at * 5,
        to: 30_004 + at * 5,
        is: "user" as const,
        id: "U1",
      })),
      () => "Luis",
    ),
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
  "slack: a message in one block": (text) => readMessage(slackEvent(text, [textElement(text)]), botUser),
  "slack: a message whose blocks hold blanks and mentions": (text) =>
    readMessage(slackEvent(text, taking(text)), botUser),
  "slack: a message of many elements": (text) =>
    readMessage(
      slackEvent(
        text,
        Array.from({ length: 20_000 }, (_, index) => (index % 2 === 0 ? textElement(text.charAt(index)) : mention)),
      ),
      botUser,
    ),
  "slack: a message that is code": (text) =>
    readRichText({
      text,
      blocks: [
        { type: "rich_text", elements: [{ type: "rich_text_preformatted", elements: [textElement(text), mention] }] },
      ],
    }),
  "slack: a list of many lines": (text) =>
    readRichText({
      text,
      blocks: [
        {
          type: "rich_text",
          elements: [
            {
              type: "rich_text_list",
              style: "bullet",
              elements: Array.from({ length: 5_000 }, () => ({
                type: "rich_text_section",
                elements: [{ type: "text", text: text.slice(0, 8) }],
              })),
            },
          ],
        },
      ],
    }),
  "slack: a message that was changed": (text) =>
    readRevision(
      {
        event: {
          type: "message",
          subtype: "message_changed",
          channel: "C0ACME0001",
          event_ts: "1768200001.000100",
          message: { ...slackEvent(text, taking(text)).event, edited: { ts: "1768200001.000000" } },
        },
      },
      botUser,
    ),
  "slack: a message that was picked": (text) =>
    readPick(
      {
        type: "message_action",
        callback_id: openFromMessage,
        trigger_id: "1",
        user: { id: "U0LUIS0001" },
        channel: { id: "C0ACME0001" },
        message: slackEvent(text, taking(text)).event,
      },
      now,
    ),
  "slack: a command": (text) =>
    readCommand({ command: "/ticket", text, channel_id: "C0ACME0001", user_id: "U0CARLA001", trigger_id: "1" }, now),
  "slack: a press below a quote": (text) =>
    readPress(
      {
        type: "block_actions",
        user: { id: "U0LUIS0001" },
        trigger_id: "1",
        channel: { id: "C0TRIAGE01" },
        message: {
          blocks: [
            {
              type: "rich_text",
              elements: [
                {
                  type: "rich_text_quote",
                  elements: Array.from({ length: 1_000 }, () => ({ type: "text", text: text.slice(0, 40) })),
                },
              ],
            },
          ],
        },
        actions: [{ value: text }],
      },
      now,
    ),
  "slack: a form": (text) =>
    readSubmission(
      {
        type: "view_submission",
        user: { id: "U0CARLA001" },
        view: {
          id: "V1",
          callback_id: "submit-ticket",
          private_metadata: '{"channel":"C0ACME0001"}',
          title: { text },
          state: { values: { description: { value: { value: text } } } },
        },
      },
      now,
    ),
  "slack: a card": (text) => slackCard(cardWith(text), noLink),
  "slack: a card in plain text": (text) => slackPlain(cardWith(text)),
  "slack: a form to fill in": (text) => slackForm(formWith(text), "{}"),
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
  "email: a card": (text) => renderMail(cardWith(text), noLink),
  "playground: the ticket of a card": (text) =>
    ticketOf({ kind: "card", card: { summary: text, parts: [{ part: "heading", text }] } }),
  "text that can be shown": showable,
  "text cut": (text) => cut(text, 3_000),
  "text cut at its end": (text) => cut(text, hostileLength - 1),
  "text cut between graphemes": (text) => cutToUnits(text, 150),
  "an excerpt": (text) => excerpt(text, 300),
  "a long excerpt": (text) => excerpt(text, 2_500),
  "an excerpt in one line": (text) => oneLine(text, 120),
  "clean text": cleanText,
  "a clean line": cleanLine,
  "clean words with their looks": (text) => cleanFormatted({ text, format: looks(text) }),
  "whether a text says something": hasVisibleText,
  "a title": titleOf,
  "a title of a form": (text) =>
    toIntent(submits("carla", "submit-ticket", { title: text, severity: "high", description: text }), desk),
  "a reply of a form": (text) => toIntent(submits("luis", "submit-reply 1042 slack:C0ACME", { text }), desk),
  "a message": (text) => toIntent(writes("carla", text, "17.1"), desk),
  "a press": (text) => toIntent(presses("luis", text), desk),
  "a command": (text) => toIntent(types("carla", `/ticket ${text}`), desk),
  "words of a command": (text) => [
    readWords("ticket", `reply 1042 ${text}`),
    readWords("desk", `out ${text}`),
    readWords("ticket", text),
  ],
  "until when": (text) => parseUntil(text, now, "Europe/Madrid"),
  "a number of a telephone": (text) => [phoneNumber(text), phoneAndTime(text), phoneAndTime(`+34 600 000 001 ${text}`)],
  "a duration": (text) => [parseDuration(text), parseDuration(`PT${text}`)],
  "looks that follow their words": (text) => formatsAfter(looks(text), text, text.trim()),
  "pieces of a text": (text) => piecesOf(text, looks(text)),
  "a part that quotes": (text) => quotePart({ text, format: looks(text) }, 2_500),
  thanks: (text) => [isThanks(text, desk), isThanks(text.slice(0, 120), desk)],
  "articles that fit": (text) => matchingArticles(desk.articles, "en", text),
  "internal names": (text) => internalMention(text, desk),
  "what cannot be said": (text) => blockedPhrase(text, desk),
  "whether a file is carried": (text) => whyNotCarried({ id: "F1", name: text, size: 1, type: text }, 0),
  "storable values": (text) => sanitize({ text }),
  "a log line": (text) => redact(JSON.stringify({ level: "error", text }), ["hunter2-canary"]),
  "a log line that is bare": (text) => redact(text, ["hunter2-canary"]),
  "Markdown in a transcript": escapeMarkdown,
  HTML: (text) => html`<p title="${text}">${text}</p>`,
  "a transcript in Markdown": (text) => transcriptFile(transcriptWith(text), "md", new Map()),
  "a transcript in HTML": (text) => transcriptFile(transcriptWith(text), "html", new Map()),
  "a transcript in JSON": (text) => transcriptFile(transcriptWith(text), "json", new Map()),
  "a card for triage": (text) =>
    triageCard(
      { ticket: { ...ticket, title: text, description: text }, messages: threadMessages },
      desk,
      noPlaces,
      viewer,
    ),
  "a card for the customer": (text) =>
    conversationCard({ ticket: { ...ticket, title: text, description: text }, messages: threadMessages }, desk, viewer),
  "a customer's words for the team": (text) =>
    customerMessageCard(
      { type: "customerMessage", content: { text, by: said.by.name, at: now } },
      { ticket: { ...ticket, title: text }, messages: threadMessages, desk, places: noPlaces, viewer, now },
    ),
  "a canned reply": (text) =>
    withDue(
      cannedText(
        { key: "c", title: { es: text, en: text, pt: text }, text: { es: text, en: text, pt: text } },
        text,
        ticket,
        desk,
      ),
      now,
      ticket,
      desk,
    ),
  "the trouble of a platform": (text) => troubleText(text, viewer),
};

/** How often a reader is given the whole text, where that is more than once: no part of a mail is cut. */
const textsIn: Readonly<Record<string, number>> = { "email: a card": 7 };

describe("40,000 hostile characters", () => {
  test("every shape has that length", () => {
    for (const [name, text] of Object.entries(hostileShapes))
      expect([name, Math.abs(text.length - hostileLength) < 1_200]).toEqual([name, true]);
  });

  test.each(Object.entries(audience))(`%s: each shape takes under ${allowedMs} ms of computing`, (viewer, read) => {
    const allowed = allowedMs * (textsIn[viewer] ?? 1);
    read("An ordinary text, to warm up. ".repeat(200));
    const slow = Object.entries(hostileShapes).flatMap(([name, text]) => {
      const ms = fastestOfThree(() => read(text), allowed);
      return ms < allowed ? [] : [`${name}: ${Math.round(ms)} ms`];
    });
    expect(slow).toEqual([]);
  });
});

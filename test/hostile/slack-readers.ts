import { openFromMessage } from "../../adapters/slack/app-manifest.ts";
import { readRevision } from "../../adapters/slack/inbound/inbound-revision.ts";
import { readCommand, readMessage, readPress, readSubmission } from "../../adapters/slack/inbound/inbound.ts";
import { readPick } from "../../adapters/slack/inbound/picks-and-reactions.ts";
import { readRichText } from "../../adapters/slack/inbound/read-rich-text.ts";
import { readWritten as readWrittenOnSlack } from "../../adapters/slack/inbound/read-written.ts";
import { literal } from "../../adapters/slack/inbound/text.ts";
import { renderCard as slackCard, renderPlain as slackPlain } from "../../adapters/slack/outbound/render-card.ts";
import { renderForm as slackForm } from "../../adapters/slack/outbound/render-form.ts";
import { now } from "../cards/samples/sample.ts";
import { botUser, cardWith, formWith, mention, mentionsAndLines, noLink, withLongNames } from "./hostile-messages.ts";

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

/** The blocks of a message in which blanks and mentions of the bot take turns. */
const taking = (text: string): readonly unknown[] =>
  Array.from({ length: 400 }, (_, index) => text.slice(index * 100, index * 100 + 100)).flatMap((part) => [
    textElement(part),
    mention,
  ]);

/** What reads and draws a text for Slack. */
export const slackReaders: Readonly<Record<string, (text: string) => unknown>> = {
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
  "slack: five forwarded messages with mentions and lines": (text) => {
    const attachment = { is_share: true, author_name: "Ana", text: mentionsAndLines("<@U0LUIS0001>", text) };
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
};

import { usual } from "../cards/samples/usual.ts";
import { renderMail } from "../../adapters/email/render-mail.ts";
import { ticketOf } from "../../adapters/playground/ticket-of.ts";
import { quotePart } from "../../src/cards/quote.ts";
import { troubleText } from "../../src/cards/delivery-trouble.ts";
import { withNames } from "../../src/chat/reading/mentions.ts";
import { piecesOf } from "../../src/chat/reading/pieces.ts";
import { cut, showable } from "../../src/chat/text.ts";
import { parseDuration } from "../../src/desk/duration.ts";
import { typedExceptions, typedHours } from "../../src/desk/editing/hours.ts";
import { phoneAndTime, phoneNumber } from "../../src/features/callback/phone-and-time.ts";
import { customerMessageCard } from "../../src/features/conversation/customer-message-card.ts";
import { isThanks } from "../../src/features/conversation/thanks.ts";
import { matchingArticles } from "../../src/features/knowledge/matching-articles.ts";
import { cannedText, withDue } from "../../src/features/reply/render-canned-reply.ts";
import { conversationCard } from "../../src/features/ticket-cards/conversation-card.ts";
import { triageCard } from "../../src/features/ticket-cards/triage-card.ts";
import { escapeMarkdown } from "../../src/features/transcript/transcript-markdown.ts";
import { html } from "../../src/text/markup.ts";
import { transcriptFile } from "../../src/features/transcript/transcript-file.ts";
import { transcriptOf } from "../../src/features/transcript/transcript.ts";
import { cutToUnits, excerpt, oneLine } from "../../src/i18n/excerpt.ts";
import { excerptAround } from "../../src/i18n/excerpt-around.ts";
import { sanitize } from "../../src/inbox/receive.ts";
import { redact } from "../../src/log/redact.ts";
import { cleanLine, cleanText, cleanFormatted, hasVisibleText, titleOf } from "../../src/requests/clean-text.ts";

import { toIntent } from "../../src/requests/to-intent.ts";
import { parseUntil } from "../../src/requests/typed-time.ts";
import { whyNotCarried } from "../../src/tickets/files/carry-rules.ts";
import { formatsAfter } from "../../src/tickets/format.ts";
import { internalMention, blockedPhrase } from "../../src/tickets/internal-mention.ts";
import {
  audience as people,
  desk as plainDesk,
  noPlaces,
  now,
  threadMessages,
  ticket,
} from "../cards/samples/sample.ts";
import { events } from "../cards/samples/sample-events.ts";
import { presses, submits, types, writes } from "../requests/inbound-events.ts";
import { typedCommand as readWords } from "../support/typed-command.ts";
import { cardWith, looks, noLink } from "./hostile-messages.ts";
import { hostileLength } from "./shapes.ts";

const [viewer] = people;
if (viewer === undefined) throw new Error("the sample has no viewer");

const article = {
  key: "a",
  title: "Playback",
  url: "https://docs.example.com/a",
  locale: null,
  keywords: ["a b", "thanks", "x y z"],
};

/** A desk with many colleagues: Plazo searches replies to customers for each of their names. */
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

const message = { text: "", by: { user: "slack:U0CARLA", name: "Carla" } };
const opened = events.opened[0];
const wrote = events.customerWrote[0];
if (opened === undefined || wrote === undefined) throw new Error("the sample lacks events");

const transcriptWith = (text: string) =>
  transcriptOf({ ...ticket, title: text }, [opened, { ...wrote, text }], { desk, is: "staff", viewer, madeAt: now });

/** What reads, matches, cuts or draws a text on the way between the platforms. */
export const textReaders: Readonly<Record<string, (text: string) => unknown>> = {
  "an excerpt around many words": (text) => excerptAround(text, `kz ${"b ".repeat(98)}`),
  "an excerpt around its own words": (text) => excerptAround(text, text),
  "settings: opening hours": (text) => typedHours(() => text),
  "settings: dates": (text) => typedExceptions(text),
  "the names of mentions": (text) =>
    withNames(
      { text, format: [] },
      Array.from({ length: 1000 }, (_, at) => ({ from: at * 40, to: at * 40 + 5, is: "user", id: "U1" })),
      () => text,
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
      {
        ...usual.customerMessage,
        type: "customerMessage",
        content: { text, format: [], by: message.by.name, at: now },
        company: null,
      },
      { pauses: [], ticket: { ...ticket, title: text }, messages: threadMessages, desk, places: noPlaces, viewer, now },
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

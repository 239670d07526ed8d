import { momentInUtc, plainText } from "../../shared/plain-card.ts";
import { channelName, idOf } from "../../../src/tickets/refs.ts";
import type {
  ActionsBlock,
  Button as SlackButton,
  ConfirmationDialog,
  ContextBlock,
  ContextBlockElement,
  KnownBlock,
  Overflow,
  PlainTextElement,
  StaticSelect,
} from "@slack/types";
import type { Button, Card, CardPart, MenuItem, MessageRef, Span } from "../../../src/chat/card.ts";
import {
  channelLetters,
  dateFormat,
  isWebAddress,
  section,
  slackId,
  userLetters,
  type TextBudget,
} from "./rich-text.ts";
import { quoted } from "../inbound/quoted.ts";
import { severityTraits } from "../../../src/sla/severity.ts";
import { withLinks } from "../../../src/chat/reading/with-links.ts";
import type { LinkTo } from "../../../src/chat/port.ts";
import { cut, showable } from "../../../src/chat/text.ts";
import { escaped, escapedWithin } from "../inbound/text.ts";

/** A card in the form of Slack's API. Notifications and screen readers use `text`. */
export interface SlackContent {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** The workspace's address, `https://acme.slack.com/`; null before Slack reports it. */
export type TeamUrl = string | null;

/**
 * How many blocks Slack takes, and how many characters in all. Of a message it refuses more than about 13,200, and counts each
 * block as more than a hundred (slackapi/bolt-js#2509). Of a view it refuses more than 250 kB.
 */
const surfaces = { message: { blocks: 50, weight: 12_500 }, home: { blocks: 100, weight: 60_000 } } as const;
const blockWeight = 130;
/** The limits of text and labels, from generous to strict. The next one is used if the card is too large. */
const sizes = [
  { characters: 9_000, label: 75 },
  { characters: 4_000, label: 75 },
  { characters: 2_000, label: 25 },
] as const;
/** Begins the value of menu entries that are only links; no action begins like this. */
export const linkMark = "↗";

interface Drawing {
  readonly linkTo: LinkTo;
  readonly budget: TextBudget;
  /** The longest label, at most 75. */
  readonly label: number;
}

const createTextBudget = (characters: number): TextBudget => {
  let left = characters;
  return {
    take: (text) => {
      const kept = cut(text, left);
      left = Math.max(0, left - kept.length);
      return kept;
    },
  };
};

/** A literal label, cut. Slack requires at least one character. */
export const label = (text: string, max: number): PlainTextElement => {
  const shown = cut(showable(text).replaceAll(/\s+/g, " ").trim(), max);
  return { type: "plain_text", text: shown === "" ? "–" : shown, emoji: false };
};

/** The address of a message; null if it is not in this workspace. */
export const messageUrl = (team: TeamUrl, ref: MessageRef): string | null => {
  if (team === null || !ref.channel.startsWith("slack:")) return null;
  const channel = idOf(ref.channel);
  const below = ref.thread === undefined ? "" : `?thread_ts=${ref.thread}&cid=${channel}`;
  return `${team}archives/${channel}/p${ref.id.replace(".", "")}${below}`;
};

const confirmation = ({ title, text, yes, no }: NonNullable<Button["confirm"]>): ConfirmationDialog => ({
  title: label(title, 100),
  text: label(text, 300),
  confirm: label(yes, 30),
  deny: label(no, 30),
});

/** Slack's longest value of a button. */
const maxValue = 2_000;

/** Slack does not send a pressed private message, so text that must come back is stored in the button, if it fits. */
const valueOf = (action: string, carries: string | undefined): string => {
  const value = carries === undefined ? action : `${action}\n${carries}`;
  return value.length > maxValue ? action : value;
};

const button = (made: Button, id: string, drawing: Drawing): SlackButton | null => {
  const url = "open" in made ? drawing.linkTo(made.open) : undefined;
  if (url === null) return null;
  return {
    type: "button",
    action_id: id,
    text: label(made.chosen === true ? `✓ ${made.label}` : made.label, drawing.label),
    ...(url === undefined ? {} : { url }),
    ...("action" in made ? { value: valueOf(made.action, made.carries) } : {}),
    ...(made.style === undefined ? {} : { style: made.style }),
    ...(made.confirm === undefined ? {} : { confirm: confirmation(made.confirm) }),
  };
};

const maxOverflow = 5;
const maxOptions = 100;

/**
 * Up to five entries become an overflow menu. More become a list, which cannot contain links, so those become buttons.
 */
const menu = (
  items: readonly MenuItem[],
  name: string,
  id: string,
  drawing: Drawing,
): (Overflow | StaticSelect | SlackButton)[] => {
  const entries = items.flatMap((item, index) => {
    const url = "open" in item ? drawing.linkTo(item.open) : undefined;
    if (url === null) return [];
    const value = "action" in item ? item.action : `${linkMark}${index}`;
    return [{ text: label(item.label, drawing.label), value, ...(url === undefined ? {} : { url }) }];
  });
  if (entries.length === 0) return [];
  if (entries.length <= maxOverflow) return [{ type: "overflow", action_id: id, options: entries }];
  const links = items
    .filter((item) => "open" in item)
    .flatMap((item, index) => button(item, `${id}.${index}`, drawing) ?? []);
  const options = entries.filter(({ value }) => !value.startsWith(linkMark)).slice(0, maxOptions);
  return [{ type: "static_select", action_id: id, placeholder: label(name, 150), options }, ...links];
};

const maxElements = 25;

const actions = (part: Extract<CardPart, { part: "buttons" }>, id: string, drawing: Drawing): ActionsBlock[] => {
  const elements = [
    ...part.buttons.flatMap((each, index) => button(each, `${id}.${index}`, drawing) ?? []),
    ...(part.menu === undefined ? [] : menu(part.menu.items, part.menu.label, `${id}.menu`, drawing)),
  ];
  const blocks: ActionsBlock[] = [];
  for (let from = 0; from < elements.length; from += maxElements)
    blocks.push({ type: "actions", elements: elements.slice(from, from + maxElements) });
  return blocks;
};

const maxContext = 10;

/** Slack has no rich text for small print: text stays plain, and only Plazo's own markup is used. */
const contextElement = (span: Span, budget: TextBudget): ContextBlockElement | null => {
  const plain = (text: string): ContextBlockElement | null => {
    const kept = budget.take(cut(showable(text), 2000));
    return kept.trim() === "" ? null : { type: "plain_text", text: kept, emoji: false };
  };
  switch (span.t) {
    case "text":
      return plain(span.text);
    case "time":
      return {
        type: "mrkdwn",
        text: `<!date^${Math.floor(span.at / 1000)}^${dateFormat(span.show)}|${momentInUtc(span.at)}>`,
      };
    case "person": {
      const id = span.ring ? slackId(span.user, userLetters) : null;
      return id === null ? plain(span.name) : { type: "mrkdwn", text: `<@${id}>` };
    }
    case "channel": {
      const id = slackId(span.channel, channelLetters);
      return id === null ? plain(channelName(span.channel, "slack")) : { type: "mrkdwn", text: `<#${id}>` };
    }
    case "link":
      return isWebAddress(span.url)
        ? { type: "mrkdwn", text: `<${escaped(span.url)}|${escapedWithin(span.label.replaceAll("|", "/"), 500)}>` }
        : plain(`${span.label} ${span.url}`);
  }
};

const small = (line: readonly Span[], budget: TextBudget): ContextBlock[] => {
  const elements = line.flatMap((span) => contextElement(span, budget) ?? []).slice(0, maxContext);
  return elements.length === 0 ? [] : [{ type: "context", elements }];
};

const rich = (lines: Parameters<typeof section>[0], budget: TextBudget): KnownBlock[] => {
  const made = section(lines, budget);
  return made === null ? [] : [{ type: "rich_text", elements: [made] }];
};

const renderPart = (part: CardPart, id: string, card: Card, drawing: Drawing): KnownBlock[] => {
  const { budget } = drawing;
  switch (part.part) {
    case "heading": {
      const text = `${card.severity === undefined ? "" : `${severityTraits[card.severity].emoji} `}${showable(part.text)}`;
      return text.trim() === "" ? [] : [{ type: "header", text: label(text, 150) }];
    }
    case "facts":
      return rich(
        part.facts.map((fact) => [
          { t: "text", text: fact.label, strong: true },
          { t: "text", text: "  " },
          ...fact.value,
        ]),
        budget,
      );
    case "text":
      return rich(part.lines, budget);
    case "quote": {
      const elements = quoted(part, budget);
      return elements.length === 0 ? [] : [{ type: "rich_text", elements: [...elements] }];
    }
    case "small":
      return small(part.line, budget);
    case "divider":
      return [{ type: "divider" }];
    case "buttons":
      return actions(part, id, drawing);
  }
};

/** Keeps within the limit of blocks. Buttons are kept, and text is dropped from the end. */
const withinBlocks = (blocks: KnownBlock[], max: number): KnownBlock[] => {
  if (blocks.length <= max) return blocks;
  const pressable = blocks.filter((block) => block.type === "actions").slice(0, max - 1);
  let room = max - 1 - pressable.length;
  const kept = blocks.filter((block) => (block.type === "actions" ? pressable.includes(block) : room-- > 0));
  return [...kept, { type: "context", elements: [label("…", 10)] }];
};

const weight = (value: unknown): number => {
  if (typeof value === "string") return value.length;
  const parts: readonly unknown[] = typeof value === "object" && value !== null ? Object.values(value) : [];
  return parts.reduce((sum: number, each) => sum + weight(each), 0);
};

/** Renders the parts of a card as blocks, within Slack's limits. */
export const renderBlocks = (card: Card, linkTo: LinkTo, surface: keyof typeof surfaces = "message"): KnownBlock[] => {
  const most = surfaces[surface];
  let blocks: KnownBlock[] = [];
  for (const { characters, label: longest } of sizes) {
    const drawing: Drawing = { linkTo, budget: createTextBudget(characters), label: longest };
    blocks = withinBlocks(
      withLinks(card, linkTo).parts.flatMap((part, index) => renderPart(part, `p${index}`, card, drawing)),
      most.blocks,
    );
    if (weight(blocks) + blocks.length * blockWeight <= most.weight) break;
  }
  return blocks;
};

/** Renders a card for `chat.postMessage` and `chat.update`. If there is nothing to show, only the summary remains. */
export const renderCard = (card: Card, linkTo: LinkTo): SlackContent => {
  const summary = escapedWithin(showable(card.summary).trim(), 3000);
  return { text: summary === "" ? "…" : summary, blocks: renderBlocks(card, linkTo) };
};

/** Renders a card for the Home tab. */
export const renderHome = (card: Card, linkTo: LinkTo): KnownBlock[] => renderBlocks(card, linkTo, "home");

/** Renders a card as plain text, for when Slack refuses its blocks. Slack would split more than 4,000 characters. */
export const renderPlain = (card: Card, max = 4_000): string => escapedWithin(plainText(card, "slack"), max);

import {
  ButtonStyle,
  ComponentType,
  MessageFlags,
  type APIActionRowComponent,
  type APIAllowedMentions,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIStringSelectComponent,
  type APIMessageTopLevelComponent,
  type RawFile,
} from "discord.js";
import type { Button, Card, CardPart, Line, MenuItem, MessageRef } from "../../../src/chat/card.ts";
import { severityTraits, type SeverityTone } from "../../../src/sla/severity.ts";
import { maxActionLength } from "../../../src/chat/action.ts";
import { confirmMark, menuMark, repeated } from "./custom-id.ts";
import { createLengthBudget, isFaint, markdown, type LengthBudget } from "./markdown.ts";
import { quoted } from "../inbound/quoted.ts";
import { withLinks } from "../../../src/chat/reading/with-links.ts";
import type { LinkTo } from "../../../src/chat/port.ts";
import { inOneLine, label } from "../inbound/text.ts";
import { isPicture, type AnswerFile } from "../../../src/chat/answer.ts";

/**
 * A card in the form of Discord's API. It uses components (V2) instead of embeds: they keep the order of the parts,
 * mentions notify, and times count down. Such a message has no text beside its components.
 */
export interface DiscordContent {
  readonly flags: MessageFlags.IsComponentsV2;
  readonly components: [APIContainerComponent];
  /** Only chosen people are notified. */
  readonly allowed_mentions: APIAllowedMentions;
}

/** Discord accepts 4,000 characters of text in a message, and 40 components of any depth. */
const maxCharacters = 3_900;
const maxComponents = 40;
const colours: Readonly<Record<SeverityTone, number>> = {
  danger: 0xd3302f,
  warning: 0xe8772e,
  notice: 0xe5b52f,
  muted: 0x7a8aa0,
};

interface Drawing {
  readonly linkTo: LinkTo;
  readonly budget: LengthBudget;
  /** Custom ids must be unique within a message. */
  readonly taken: Set<string>;
}

const pressable = (action: string, mark: string, drawing: Drawing): string | null => {
  const id = repeated(mark + action, drawing.taken);
  if (id.length > maxActionLength) return null;
  drawing.taken.add(id);
  return id;
};

const link = (open: MessageRef, name: string, { linkTo }: Drawing): APIButtonComponent[] => {
  const url = linkTo(open);
  return url === null ? [] : [{ type: ComponentType.Button, style: ButtonStyle.Link, label: label(name, 80), url }];
};

const styleOf = (
  made: Button,
): ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Success | ButtonStyle.Danger => {
  if (made.chosen === true) return ButtonStyle.Success;
  if (made.style === "danger") return ButtonStyle.Danger;
  return made.style === "primary" ? ButtonStyle.Primary : ButtonStyle.Secondary;
};

const button = (made: Button, drawing: Drawing): APIButtonComponent[] => {
  if ("open" in made) return link(made.open, made.label, drawing);
  const id = pressable(made.action, made.confirm === undefined ? "" : confirmMark, drawing);
  if (id === null) return [];
  return [
    {
      type: ComponentType.Button,
      style: styleOf(made),
      label: label(made.chosen === true ? `✓ ${made.label}` : made.label, 80),
      custom_id: id,
    },
  ];
};

const maxOptions = 25;
const maxLists = 4;

/** A list cannot contain links, so they become buttons. More than 25 entries become several lists. */
const menu = (name: string, items: readonly MenuItem[], drawing: Drawing): APIStringSelectComponent[] => {
  const options = new Map<string, { label: string; value: string }>();
  for (const item of items)
    if ("action" in item) options.set(item.action, { label: label(item.label, 100), value: item.action });
  const all = [...options.values()];
  const lists: APIStringSelectComponent[] = [];
  for (let from = 0; from < all.length && lists.length < maxLists; from += maxOptions)
    lists.push({
      type: ComponentType.StringSelect,
      custom_id: repeated(menuMark, drawing.taken),
      placeholder: label(name, 150),
      options: all.slice(from, from + maxOptions),
    });
  for (const list of lists) drawing.taken.add(list.custom_id);
  return lists;
};

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;
const row = (components: APIComponentInMessageActionRow[]): Row => ({ type: ComponentType.ActionRow, components });

const maxButtons = 5;

const rows = (part: Extract<CardPart, { part: "buttons" }>, drawing: Drawing): Row[] => {
  const items = part.menu?.items ?? [];
  const buttons = [
    ...part.buttons.flatMap((each) => button(each, drawing)),
    ...items.flatMap((item) => ("open" in item ? link(item.open, item.label, drawing) : [])),
  ];
  const made: Row[] = [];
  for (let from = 0; from < buttons.length; from += maxButtons) made.push(row(buttons.slice(from, from + maxButtons)));
  return [...made, ...menu(part.menu?.label ?? "", items, drawing).map((list) => row([list]))];
};

/** One line of a card; none if the budget is used up. */
const line = (prefix: string, budget: LengthBudget, text: () => string): string[] =>
  budget.markup(`\n${prefix}`) === "" ? [] : [`${prefix}${text()}`];

const reading = (part: CardPart, card: Card, budget: LengthBudget): readonly string[] => {
  switch (part.part) {
    case "heading": {
      const symbol = card.severity === undefined ? "" : `${severityTraits[card.severity].emoji} `;
      return inOneLine(part.text) === "" ? [] : line(`## ${symbol}`, budget, () => budget.text(label(part.text, 150)));
    }
    case "facts":
      return part.facts.flatMap(({ label: name, value }) =>
        line("", budget, () =>
          markdown([{ t: "text", text: inOneLine(name), strong: true }, { t: "text", text: "  " }, ...value], budget),
        ),
      );
    case "text":
      return part.lines.flatMap((each) =>
        isFaint(each) ? small(each, budget) : line("", budget, () => markdown(each, budget)),
      );
    case "quote":
      return quoted(part, budget);
    case "small":
      return small(part.line, budget);
    case "divider":
    case "buttons":
      return [];
  }
};

const small = (spans: Line, budget: LengthBudget): string[] =>
  line("-# ", budget, () => markdown(spans, budget).replaceAll("\n", " ")).filter((text) => text.trim() !== "-#");

/** How many components this one counts as. */
const weightOf = (component: APIComponentInContainer): number =>
  "components" in component ? 1 + component.components.length : 1;

/** Keeps within the limit of components. Buttons are kept first, and text is dropped from the end. */
const withinLimits = (components: APIComponentInContainer[]): APIComponentInContainer[] => {
  let left = maxComponents - 1;
  const keep = (wanted: boolean): ReadonlySet<APIComponentInContainer> =>
    new Set(
      components.filter((each) => {
        if ((each.type === ComponentType.ActionRow) !== wanted || weightOf(each) > left) return false;
        left -= weightOf(each);
        return true;
      }),
    );
  // Room for one block of text is always kept.
  left -= 1;
  const pressed = keep(true);
  left += 1;
  const read = keep(false);
  return components.filter((each) => pressed.has(each) || read.has(each));
};

/** Joins consecutive text parts into one block. */
const draw = (card: Card, drawing: Drawing): APIComponentInContainer[] => {
  const components: APIComponentInContainer[] = [];
  let lines: string[] = [];
  const flush = (): void => {
    const content = lines.join("\n").trim();
    lines = [];
    if (content !== "") components.push({ type: ComponentType.TextDisplay, content });
  };
  for (const part of card.parts) {
    lines.push(...reading(part, card, drawing.budget));
    if (part.part !== "divider" && part.part !== "buttons") continue;
    flush();
    if (part.part === "buttons") components.push(...rows(part, drawing));
    else components.push({ type: ComponentType.Separator, divider: true });
  }
  flush();
  return withinLimits(components);
};

/** Renders a card as a message within Discord's limits. If there is nothing to show, it shows the summary. */
export const renderCard = (card: Card, linkTo: LinkTo): DiscordContent => {
  const budget = createLengthBudget(maxCharacters);
  const components = draw(withLinks(card, linkTo), { linkTo, budget, taken: new Set() });
  const isEmpty = components.every(({ type }) => type === ComponentType.Separator);
  const summary = budget.text(inOneLine(card.summary)) || "…";
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [
      {
        type: ComponentType.Container,
        ...(card.severity === undefined ? {} : { accent_color: colours[severityTraits[card.severity].tone] }),
        components: isEmpty ? [{ type: ComponentType.TextDisplay, content: summary }] : components,
      },
    ],
    allowed_mentions: { parse: [], users: [...budget.mentioned].slice(0, 100), replied_user: false },
  };
};

/** Returns the content with marks by which it can be found again. */
export const withMarks = (content: DiscordContent, [first, second]: readonly [number, number]): DiscordContent => {
  const [container] = content.components;
  const [head, ...rest] = container.components;
  if (head === undefined) return content;
  return { ...content, components: [{ ...container, id: first, components: [{ ...head, id: second }, ...rest] }] };
};

/** Files in the form in which they are sent with a message. */
export const enclosedFiles = (files: readonly AnswerFile[]): RawFile[] =>
  files.map((file) => ({
    name: file.name,
    contentType: file.type,
    data: isPicture(file) ? Buffer.from(file.bytes) : Buffer.from(file.text),
  }));

/** A file that comes with a message; with `alt`, a picture to look at, and what a screen reader says instead. */
interface EnclosedFile {
  readonly name: string;
  readonly alt?: string;
}

/** Discord's longest description of a picture has 1,024 characters. */
const shownFile = ({ name, alt }: EnclosedFile): APIMessageTopLevelComponent => {
  const url = `attachment://${name}`;
  return alt === undefined
    ? { type: ComponentType.File, file: { url } }
    : { type: ComponentType.MediaGallery, items: [{ media: { url }, description: label(alt, 1_000) }] };
};

/** Adds the files to a message. A message of components shows only files that it names. */
export const withFiles = (
  content: DiscordContent,
  files: readonly EnclosedFile[],
): Omit<DiscordContent, "components"> & { readonly components: APIMessageTopLevelComponent[] } => ({
  ...content,
  components: [...content.components, ...files.map(shownFile)],
});

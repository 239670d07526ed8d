import { z } from "zod";
import type { TextWithMentions } from "../../../src/chat/reading/forwarded.ts";
import { mostMentions, type Mention } from "../../../src/chat/reading/mentions.ts";
import { mostFormats, type Format } from "../../../src/tickets/format.ts";
import { isWithin } from "../../../src/chat/reading/is-within.ts";
import { longestText, withoutTail } from "../../../src/chat/text.ts";
import { emojiOf } from "../emoji/emoji.ts";
import { control, named, readText, type ControlText } from "./text.ts";

const styleSchema = z
  .object({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
  })
  .optional();

const id = z.string().max(64);
const elementSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string(), style: styleSchema }),
  z.object({ type: z.literal("link"), url: z.string(), text: z.string().optional(), style: styleSchema }),
  z.object({ type: z.literal("user"), user_id: id }),
  z.object({ type: z.literal("channel"), channel_id: id }),
  z.object({ type: z.literal("usergroup"), usergroup_id: id }),
  z.object({ type: z.literal("broadcast"), range: z.string().max(20) }),
  z.object({ type: z.literal("date"), timestamp: z.number(), fallback: z.string().optional() }),
  z.object({
    type: z.literal("emoji"),
    name: z.string().max(200),
    unicode: z.string().max(100).optional(),
    skin_tone: z.number().optional(),
  }),
]);
const elements = z.array(elementSchema);
const sectionSchema = z.object({ type: z.literal("rich_text_section"), elements });
const partSchema = z.discriminatedUnion("type", [
  sectionSchema,
  z.object({ type: z.literal("rich_text_quote"), elements }),
  z.object({ type: z.literal("rich_text_preformatted"), elements }),
  z.object({
    type: z.literal("rich_text_list"),
    style: z.enum(["bullet", "ordered"]),
    indent: z.number().int().min(0).max(10).default(0),
    offset: z.number().int().min(0).default(0),
    elements: z.array(sectionSchema),
  }),
]);
const blocksSchema = z.tuple([z.object({ type: z.literal("rich_text"), elements: z.array(partSchema) })]);

type Element = z.infer<typeof elementSchema>;
type Part = z.infer<typeof partSchema>;

/** Slack's clients send nothing deeper. A larger message is read from its plain text. */
export const blocksAtMost = { depth: 12, values: 20_000, characters: 2 * longestText };

/** The labels in the plain text for people, channels and groups that the blocks give only by id. */
const labelsIn = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(/<([@#!][^<>|]+)\|([^<>]+)>/g)].map(([, target = "", label = ""]) => [
      target,
      control(`${target}|${label}`).text,
    ]),
  );

const wordsOf = (element: Element, labels: ReadonlyMap<string, string>): ControlText => {
  const mentioned = (target: string): ControlText => named(target, labels.get(target));
  switch (element.type) {
    case "text":
      return { text: element.text };
    case "link":
      return named(element.url, element.text);
    case "user":
      return mentioned(`@${element.user_id}`);
    case "channel":
      return mentioned(`#${element.channel_id}`);
    case "usergroup":
      return mentioned(`!subteam^${element.usergroup_id}`);
    case "broadcast":
      return { text: `@${element.range}` };
    case "date":
      return named(`!date^${element.timestamp}`, element.fallback);
    case "emoji":
      return {
        text: emojiOf({ name: element.name, unicode: element.unicode ?? null, tone: element.skin_tone ?? null }),
      };
  }
};

const styles = ["bold", "italic", "strike", "code"] as const;

/** Collects text with its formats. `prefix` begins each further line. */
const createTextWriter = () => {
  const format: Format[] = [];
  const mentions: Mention[] = [];
  // Only the last part is examined, because the end of the whole text would cost its length each time.
  const parts: string[] = [];
  let length = 0;
  const add = (text: string): void => {
    if (text === "") return;
    parts.push(text);
    length += text.length;
  };
  const put = (text: string, as: readonly Format["as"][], prefix: string): void => {
    for (const [index, line] of text.split("\n").entries()) {
      if (index > 0) add(`\n${prefix}`);
      const from = length;
      add(line);
      if (line !== "" && format.length < mostFormats)
        for (const each of as) format.push({ from, to: length, as: each });
    }
  };
  const unspace = (): void => {
    for (let last = parts.pop(); last !== undefined; last = parts.pop()) {
      const fitting = withoutTail(last, " \t");
      length -= last.length;
      if (fitting !== "") return add(fitting);
    }
  };
  const mention = ({ text, mention: of }: ControlText): void => {
    if (of !== undefined && mentions.length < mostMentions)
      mentions.push({ ...of, from: length, to: length + text.length });
  };
  return {
    put,
    unspace,
    mention,
    ownLine: (): void => void (length === 0 || parts.at(-1)?.endsWith("\n") === true || add("\n")),
    block: (text: string): void => {
      format.push({ from: length, to: length + text.length, as: "block" });
      add(text);
    },
    done: (): TextWithMentions => {
      const looks = format.length === 0 ? {} : { format };
      return { text: parts.join(""), ...looks, ...(mentions.length === 0 ? {} : { mentions }) };
    },
  };
};

/**
 * Reads a message from the blocks of Slack's clients, without mentions of `botUser`: plain text with formats. A message
 * without blocks or with unknown ones is read from its plain text.
 */
export const readRichText = (
  message: { text: string; blocks?: unknown },
  botUser: string | null = null,
): TextWithMentions => {
  const { data } = isWithin(message.blocks, blocksAtMost) ? blocksSchema.safeParse(message.blocks) : {};
  if (data === undefined) {
    const { text, mentions } = readText(message.text);
    return mentions.length === 0 ? { text } : { text, mentions };
  }
  const labels = labelsIn(message.text);
  const writer = createTextWriter();
  const write = (inside: readonly Element[], prefix: string): void => {
    for (const element of inside) {
      if (element.type === "user" && element.user_id === botUser) {
        writer.unspace();
        continue;
      }
      const shown = wordsOf(element, labels);
      const { text: shownText } = shown;
      const as = "style" in element ? styles.filter((each) => element.style?.[each] === true) : [];
      const isAddress = element.type === "link" && shownText === element.url && /^https?:\/\//.test(shownText);
      writer.mention(shown);
      writer.put(shownText, isAddress ? [...as, "link"] : as, prefix);
    }
  };
  const part = (each: Part): void => {
    writer.ownLine();
    switch (each.type) {
      case "rich_text_section":
        return write(each.elements, "");
      case "rich_text_quote":
        writer.put("> ", [], "");
        return write(each.elements, "> ");
      case "rich_text_preformatted":
        return writer.block(each.elements.map((element) => wordsOf(element, labels).text).join(""));
      case "rich_text_list":
        for (const [index, item] of each.elements.entries()) {
          writer.ownLine();
          const sign = each.style === "bullet" ? "•" : `${each.offset + index + 1}.`;
          writer.put(`${"    ".repeat(each.indent)}${sign} `, [], "");
          write(item.elements, "");
        }
    }
  };
  for (const each of data[0].elements) part(each);
  return writer.done();
};

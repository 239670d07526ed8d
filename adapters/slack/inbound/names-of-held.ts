import { z } from "zod";
import { isWithin } from "../../../src/chat/reading/is-within.ts";
import { lenientList } from "../../shared/payload.ts";
import type { SlackAttachment } from "./forwarded.ts";
import { blocksAtMost } from "./read-rich-text.ts";
import { readText } from "./text.ts";

/** The most parts of a message that are named, and the longest name of one. */
const mostNamed = 10;
const longestName = 3_000;

const text = z
  .union([z.string(), z.object({ text: z.string() }).transform(({ text: inside }) => inside)])
  .transform((inside) => inside.slice(0, longestName))
  .optional()
  .catch(undefined);

const blockSchema = z.object({ type: z.string().max(50), title: text, alt_text: text, text });
const blocksSchema = lenientList(blockSchema, mostNamed).catch([]);

/** A sign for each kind of block that Slack draws without a text. */
const signs: Readonly<Record<string, string>> = { image: "🖼", video: "🎬", call: "📞", file: "📎" };

/** `rich_text` reads as "rich text" if a block has no name of its own. */
const named = (sign: string | undefined, name: string | undefined, kind: string): string => {
  const own = name === undefined ? "" : readText(name).text.trim();
  const shown = own === "" ? kind.replaceAll("_", " ") : own;
  return own !== "" && sign === undefined ? shown : `${sign ?? "📎"} ${shown}`;
};

/** What a message without text holds, a line for each block and attachment; empty if it holds nothing. */
export const namesOfHeld = (blocks: unknown, attachments: readonly SlackAttachment[]): string => {
  const read = isWithin(blocks, blocksAtMost) ? (blocksSchema.safeParse(blocks).data ?? []) : [];
  return [
    ...read
      // A divider, and the empty text of a client, hold nothing.
      .filter(({ type }) => type !== "divider" && type !== "rich_text")
      .map((each) => named(signs[each.type], each.title ?? each.text ?? each.alt_text, each.type)),
    ...attachments
      .slice(0, mostNamed)
      .map(({ title, text: own, fallback }) =>
        named("📎", title || own?.slice(0, longestName) || fallback, "attachment"),
      ),
  ].join("\n");
};

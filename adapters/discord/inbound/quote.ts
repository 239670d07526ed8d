import { ComponentType } from "discord.js";
import { z } from "zod";
import { readMarkdown } from "./read-markdown.ts";
import { unescaped } from "./text.ts";

const textSchema = z.object({ type: z.literal(ComponentType.TextDisplay), content: z.string() });
const nestSchema = z.object({ components: z.array(z.unknown()) });

const textsIn = (component: unknown): readonly string[] => [
  ...(textSchema.safeParse(component).data?.content.split("\n") ?? []),
  ...(nestSchema.safeParse(component).data?.components.flatMap(textsIn) ?? []),
];

/** The brackets around an address are not part of it, and code contains no escapes. */
const asTyped = (typed: string, as: readonly string[]): string =>
  as.includes("code") || as.includes("block") || as.includes("link") ? typed : unescaped(typed);

/**
 * Returns what a card of the bot quotes, without the marks of quotes, formatting and escapes; undefined if it quotes
 * nothing.
 */
export const quoteIn = (components: unknown): string | undefined => {
  const lines = textsIn({ components }).filter((line) => line.startsWith("> "));
  if (lines.length === 0) return undefined;
  const source = lines.map((line) => line.slice(2)).join("\n");
  return readMarkdown(source.replaceAll(/(?<!\\)<(https?:[^\s<>]+)>/g, "$1"), asTyped).text;
};

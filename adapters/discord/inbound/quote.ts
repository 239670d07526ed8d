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

/** The signs around an address are no part of it, and nothing is escaped within code. */
const asSaid = (typed: string, as: readonly string[]): string =>
  as.includes("code") || as.includes("block") || as.includes("link") ? typed : unescaped(typed);

/** What a message of ours quotes, without the marks that quote, format and escape it; undefined where it quotes nothing. */
export const quoteIn = (components: unknown): string | undefined => {
  const lines = textsIn({ components }).filter((line) => line.startsWith("> "));
  if (lines.length === 0) return undefined;
  const source = lines.map((line) => line.slice(2)).join("\n");
  return readMarkdown(source.replaceAll(/(?<!\\)<(https?:[^\s<>]+)>/g, "$1"), asSaid).text;
};

import { ComponentType } from "discord.js";
import { z } from "zod";
import { unescaped } from "./text.ts";

const textSchema = z.object({ type: z.literal(ComponentType.TextDisplay), content: z.string() });
const nestSchema = z.object({ components: z.array(z.unknown()) });

const textsIn = (component: unknown): readonly string[] => [
  ...(textSchema.safeParse(component).data?.content.split("\n") ?? []),
  ...(nestSchema.safeParse(component).data?.components.flatMap(textsIn) ?? []),
];

/** What a message of ours quotes, without the marks that quote and escape it; undefined where it quotes nothing. */
export const quoteIn = (components: unknown): string | undefined => {
  const lines = textsIn({ components }).filter((line) => line.startsWith("> "));
  return lines.length === 0 ? undefined : lines.map((line) => unescaped(line.slice(2))).join("\n");
};

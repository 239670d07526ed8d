import { z } from "zod";

const elementSchema = z.union([
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({ type: z.literal("link"), url: z.string() }).transform(({ url }) => ({ text: url })),
]);
const quoteSchema = z.object({
  type: z.literal("rich_text"),
  elements: z.array(
    z.object({
      type: z.enum(["rich_text_quote", "rich_text_preformatted"]),
      elements: z.array(elementSchema),
    }),
  ),
});

/** Returns what a card of the bot quotes; undefined if it quotes nothing. */
export const quoteIn = (blocks: readonly unknown[]): string | undefined => {
  const quotes = blocks.flatMap((block) => quoteSchema.safeParse(block).data?.elements ?? []);
  return quotes.length === 0
    ? undefined
    : quotes.map(({ elements }) => elements.map(({ text }) => text).join("")).join("\n");
};

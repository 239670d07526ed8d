import { createHash } from "node:crypto";
import { z } from "zod";

const digest = (channel: string, key: string): Buffer => createHash("sha256").update(`${channel} ${key}`).digest();

/** By this nonce Discord recognizes a repeated attempt for a few minutes: 25 characters, the same after a restart. */
export const nonceOf = (channel: string, key: string): string =>
  digest(channel, key).toString("base64url").slice(0, 25);

export type Marks = readonly [container: number, head: number];

/** The parts of a message by which an attempt is recognized. */
export const markedSchema = z.object({
  id: z.string(),
  author: z.object({ id: z.string() }),
  components: z
    .array(
      z.object({
        id: z.number().optional(),
        components: z.array(z.object({ id: z.number().optional() })).optional(),
      }),
    )
    .default([]),
});

export const hasMarks = ({ components: [first] }: z.infer<typeof markedSchema>, [container, head]: Marks): boolean =>
  first?.id === container && first.components?.[0]?.id === head;

/**
 * Two component ids by which an attempt's message is found later. Small numbers are left to Discord's own numbering.
 */
export const marksOf = (channel: string, key: string): Marks => {
  const bytes = digest(channel, key);
  const number = (at: number) => (bytes.readUInt32BE(at) >>> 1) | 0x1000;
  const [first, second] = [number(20), number(24)];
  return [first, first === second ? first ^ 1 : second];
};

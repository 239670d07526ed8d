import { createHash } from "node:crypto";
import { z } from "zod";
import type { StoredContent } from "../db/statements/statement-store.ts";
import { tones, type PrintedDocument } from "../documents/document.ts";
import { locales } from "../desk/desk.ts";
import type { StatementFigures } from "../reports/statement-figures.ts";

/** The SHA-256 of a text in UTF-8, in hexadecimal digits. */
export const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** What a customer is shown: the document, and the figures from which it was made. */
export interface StatementContent {
  readonly format: 1;
  readonly document: PrintedDocument;
  readonly figures: StatementFigures;
}

/** A statement as it is stored when it is sent. */
export const frozen = (content: StatementContent): { readonly content: string; readonly hash: string } => {
  const text = JSON.stringify(content);
  return { content: text, hash: sha256(text) };
};

const cell = z.union([
  z.string(),
  z.strictObject({ text: z.string(), tone: z.enum(tones) }),
  z.strictObject({ ticket: z.number(), tone: z.enum(tones) }),
]);
const column = z.strictObject({ label: z.string(), align: z.enum(["start", "end"]) });
const bars = z.strictObject({
  kind: z.literal("attainment"),
  figures: z.strictObject({
    title: z.string(),
    head: z.string(),
    rows: z.array(
      z.strictObject({ label: z.string(), met: z.number(), breached: z.number(), goal: z.number().nullable() }),
    ),
  }),
});
const part = z.discriminatedUnion("part", [
  z.strictObject({ part: z.literal("heading"), level: z.union([z.literal(2), z.literal(3)]), text: z.string() }),
  z.strictObject({ part: z.literal("paragraph"), text: z.string(), tone: z.enum(tones) }),
  z.strictObject({ part: z.literal("note"), text: z.string() }),
  z.strictObject({ part: z.literal("list"), items: z.array(z.string()) }),
  z.strictObject({
    part: z.literal("table"),
    label: z.string(),
    columns: z.array(column),
    rows: z.array(z.array(cell)),
    sum: z.array(cell).nullable(),
  }),
  z.strictObject({ part: z.literal("chart"), chart: bars, hasTable: z.boolean() }),
]);

/** The document as a statement of the first format holds it. The figures beside it are for programs: nothing here reads them. */
const stored = z.strictObject({
  format: z.literal(1),
  document: z.strictObject({
    title: z.string(),
    locale: z.enum(locales),
    timezone: z.string(),
    author: z.string(),
    madeAt: z.number(),
    facts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
    parts: z.array(part),
    foot: z.string(),
  }),
  figures: z.record(z.string(), z.unknown()),
});

/** What was sent; null if it is not what was sent then: its hash, or the hash of the audit log, is another one. */
export const thawed = ({ content, hash, loggedHash }: StoredContent): StatementContent | null => {
  if (sha256(content) !== hash || loggedHash !== hash) return null;
  return stored.parse(JSON.parse(content)) as unknown as StatementContent;
};

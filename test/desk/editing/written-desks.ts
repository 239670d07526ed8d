import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Inputs } from "../../../src/desk/editing/entries.ts";
import { shownParts } from "../../../src/desk/editing/entries.ts";
import type { EditingLanguages } from "../../../src/desk/editing/codec.ts";
import { fieldName, type FieldShape } from "../../../src/desk/editing/field.ts";
import { deskDocument, type DeskDocument } from "../../../src/desk/schema.ts";

const root = join(import.meta.dirname, "../../..");
const page = readFileSync(join(root, "docs/desk-file.md"), "utf8");
const blocks = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, block = ""]) => block);
const files = [
  ".desk.example.yaml",
  "adapters/playground/demo-desk.yaml",
  "test/bench/desk.yaml",
  "test/process/desk.yaml",
  "test/process/cautious-desk.yaml",
];

/** Every desk that the repository shows, by name. */
export const writtenDesks: readonly (readonly [string, DeskDocument])[] = [
  ...files.map((path) => [path, readFileSync(join(root, path), "utf8")] as const),
  ...blocks.map((text, index) => [`block ${index + 1} of docs/desk-file.md`, text] as const),
].map(([name, text]) => [name, deskDocument.parse(parse(text))]);

/** What a browser sends of a form that nothing was changed in. Check boxes are sent in the order in which they are drawn. */
export const untouched = (
  fields: readonly FieldShape[],
  entry: unknown,
  languages: EditingLanguages,
  order: "same" | "other" = "other",
): Inputs =>
  new Map(
    fields.flatMap((field) =>
      Object.entries(shownParts(field, entry, languages)).map(([suffix, texts]) => {
        const sent = texts.map((text) => text.replaceAll(/\r?\n/g, "\r\n"));
        return [`${fieldName(field)}${suffix}`, ["", ...(order === "same" ? sent : sent.toReversed())]] as const;
      }),
    ),
  );

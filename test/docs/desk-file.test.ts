import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readDeskFile } from "../../src/desk/read-desk-file.ts";
import { deskDocument, manualInParts } from "../../src/desk/schema.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/desk-file.md"), "utf8");

type Keys = ReadonlyMap<string, z.core.$ZodType>;

const severities = "critical, high, medium, low";

/** The keys below one part of the schema, each with the schema of its value; a mapping of single values is one key. */
const keysOf = (schema: z.core.$ZodType, path: string): Keys => {
  if (schema instanceof z.ZodOptional) return keysOf(schema.unwrap(), path);
  if (schema instanceof z.ZodRecord && isContainer(schema.valueType)) return keysOf(schema.valueType, `${path}.NAME`);
  if (schema instanceof z.ZodArray && isContainer(schema.element)) return keysOf(schema.element, `${path}[]`);
  if (!(schema instanceof z.ZodObject)) return new Map([[path, schema]]);
  const shape: readonly (readonly [string, z.core.$ZodType])[] = Object.entries(schema.shape);
  const names = shape.map(([name]) => name).join(", ");
  if (names === severities)
    return new Map(shape.slice(0, 1).flatMap(([, each]) => [...keysOf(each, `${path}.SEVERITY`)]));
  return new Map(shape.flatMap(([name, each]) => [...keysOf(each, path === "" ? name : `${path}.${name}`)]));
};

const isContainer = (schema: z.core.$ZodType): boolean =>
  schema instanceof z.ZodObject || (schema instanceof z.ZodOptional && isContainer(schema.unwrap()));

/** The manual is an address or has parts; its parts have their own schema. */
const documented: Keys = new Map([...keysOf(deskDocument, ""), ...keysOf(manualInParts, "manual")]);

interface Row {
  readonly key: string;
  readonly cells: readonly string[];
}

const rowsIn = (text: string): readonly Row[] =>
  text.split("\n").flatMap((line) => {
    const cells = line.split(/(?<!\\)\|/).slice(1, -1);
    const key = /^ `([^`]+)` $/.exec(cells[0] ?? "")?.[1];
    return key === undefined || cells.length !== 5 ? [] : [{ key, cells: cells.map((cell) => cell.trim()) }];
  });

const rows = rowsIn(page);

test("the page documents every key of the desk file once, and no other key", () => {
  expect(rows.map(({ key }) => key).toSorted()).toEqual([...documented.keys()].toSorted());
});

test("the test finds a key that stands only in the schema, at any depth", () => {
  const schema = z.strictObject({
    one: z.string(),
    many: z.record(z.string(), z.strictObject({ two: z.int().optional() })),
  });
  expect([...keysOf(schema, "").keys()]).toEqual(["one", "many.NAME.two"]);
  expect([
    ...keysOf(z.strictObject({ steps: z.array(z.strictObject({ at: z.string() })).optional() }), "").keys(),
  ]).toEqual(["steps[].at"]);
});

describe("each key has a meaning, a type, a default, and an example that the desk file takes:", () => {
  test.each(rows.map((row) => [row.key, row] as const))("%s", (key, { cells }) => {
    for (const cell of cells) expect(cell).not.toBe("");
    const example = /^`(.+)`$/.exec(cells[4] ?? "")?.[1];
    const value: unknown = parse(example ?? "");
    const schema = documented.get(key);
    expect(schema === undefined ? null : z.safeParse(schema, value).error).toBeUndefined();
  });
});

const yamlBlocks = (text: string): readonly string[] =>
  [...text.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, block = ""]) => block);

describe("each example in the documents is a correct desk file:", () => {
  const shown = yamlBlocks(page).map((block, index) => [`block ${index + 1} of the page`, block] as const);
  const example = readFileSync(join(import.meta.dirname, "../../.desk.example.yaml"), "utf8");
  test.each([...shown, [".desk.example.yaml", example] as const])("%s", (_, text) => {
    const reading = readDeskFile(text.includes("channels:") ? text : `${text}channels: { triage: "slack:C0" }\n`);
    expect(reading.ok ? [] : reading.faults).toEqual([]);
  });
});

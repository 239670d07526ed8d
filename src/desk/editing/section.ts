import { z } from "zod";
import { orderedSections } from "../entry-order.ts";
import { deskDocument, manualInParts } from "../schema.ts";
import { fieldsOf, shapeOf, unwrapped, type FieldShape } from "./field.ts";

/**
 * A part of the desk that people edit together. `keyed`: entries by a key that the desk chooses. `fixed`: entries by keys
 * that every desk has. `list`: entries by their place. `single`: one form.
 */
export interface Section {
  readonly name: string;
  readonly kind: "keyed" | "fixed" | "list" | "single";
  /** Where its entries stand in the document. */
  readonly path: readonly string[];
  readonly fields: readonly FieldShape[];
  /** The keys of a `fixed` section. */
  readonly keys: readonly string[];
}

/**
 * Whether people read its entries in the order of the desk, and may change it. The steps of the reminders stand in the order
 * of their moments, and other entries are shown by their names.
 */
export const hasOrder = ({ name, kind }: Section): boolean =>
  (kind === "list" && name !== "reminders") || (kind === "keyed" && orderedSections.includes(name));

/** Entries of these are so few and small that they belong to the settings of the desk. */
const general = ["consulting", "waiting", "channels", "reports", "mail"];

const manualArticles = (): Section => {
  const articles = unwrapped(manualInParts.shape.articles);
  const entry = articles instanceof z.ZodArray ? articles.element : articles;
  const fields = fieldsOf(entry, "manual.articles");
  return { name: "articles", kind: "list", path: ["manual", "articles"], fields, keys: [] };
};

const sectionOf = (name: string, schema: z.core.$ZodType): Section | null => {
  const inner = unwrapped(schema);
  const common = { name, path: [name], keys: [] };
  if (inner instanceof z.ZodRecord) return { ...common, kind: "keyed", fields: fieldsOf(inner.valueType, name) };
  if (inner instanceof z.ZodArray && shapeOf(inner.element) !== null)
    return { ...common, kind: "list", fields: fieldsOf(inner.element, name) };
  const shape = shapeOf(schema);
  if (shape === null || general.includes(name)) return null;
  const [first] = shape;
  return first !== undefined && name === "severities"
    ? { ...common, kind: "fixed", fields: fieldsOf(unwrapped(first[1]), name), keys: shape.map(([key]) => key) }
    : { ...common, kind: "single", fields: fieldsOf(schema, name) };
};

const entriesOfSchema = Object.entries(deskDocument.shape);
const ownSections = entriesOfSchema.flatMap(([name, schema]) => sectionOf(name, schema) ?? []);

/** The keys of the desk that belong to no other section. */
const settings: Section = {
  name: "desk",
  kind: "single",
  path: [],
  fields: entriesOfSchema
    .filter(([name]) => !ownSections.some((each) => each.name === name))
    .flatMap(([name, schema]) => fieldsOf(schema, name, [name])),
  keys: [],
};

const order = [
  "people",
  "accounts",
  "plans",
  "calendars",
  "severities",
  "reminders",
  "replies",
  "articles",
  "areas",
  "desk",
];
const placeOf = ({ name }: Section): number => (order.includes(name) ? order.indexOf(name) : order.length);

/** Every section, in the order in which people look for them. A key that is new in the schema is in one of them. */
export const sections: readonly Section[] = [...ownSections, manualArticles(), settings].toSorted(
  (one, other) => placeOf(one) - placeOf(other),
);

/** The section with this name; null if there is none. */
export const sectionNamed = (name: string): Section | null => sections.find((each) => each.name === name) ?? null;

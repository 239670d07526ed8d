import { z } from "zod";
import { severities } from "../../sla/severity.ts";
import { hintOf, type Hint } from "./hint.ts";

/** How a value of the desk file is edited. */
export type FieldKind =
  | Exclude<Hint, { is: "manual" | "key" }>
  | { readonly is: "text" | "number" | "flag" | "lines" | "manual" }
  | { readonly is: "choice"; readonly values: readonly string[] }
  | { readonly is: "choices"; readonly values: readonly string[] }
  | { readonly is: "key"; readonly of: "calendars" | "plans" | "people"; readonly many: boolean };

/** One value of an entry, as a question of a form. */
export interface FieldShape {
  /** Where it stands in the entry. */
  readonly path: readonly string[];
  /** The key of the desk file without the names of entries and severities: `plans.targets.firstResponse`. */
  readonly label: string;
  readonly kind: FieldKind;
  readonly required: boolean;
}

/** Values that the schema may lack, since a desk file can be in several parts, but that people must mostly give. */
const mostlyNeeded: readonly string[] = ["channels.triage", "calendars.hours"];

/** Whether a form may call a question optional. */
export const isOptionalField = ({ required, label }: FieldShape): boolean => !required && !mostlyNeeded.includes(label);

/** The name of a field in a form. */
export const fieldName = ({ path }: FieldShape): string => path.join(".");

/** The schema without the wrappers that make a value optional. */
export const unwrapped = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema;

const isOptional = (schema: z.core.$ZodType): boolean => schema instanceof z.ZodOptional;

/** The hint of a schema or of what it wraps. */
const innerHint = (schema: z.core.$ZodType): Hint | null =>
  hintOf(schema) ?? (schema instanceof z.ZodOptional ? innerHint(schema.unwrap()) : null);

/** The values of an enumeration or of one literal; null for any other schema. */
const valuesOf = (schema: z.core.$ZodType): readonly string[] | null => {
  if (schema instanceof z.ZodEnum) return Object.values(schema.enum).map(String);
  return schema instanceof z.ZodLiteral ? [...schema.values].map(String) : null;
};

const kindOf = (schema: z.core.$ZodType): FieldKind => {
  const hint = innerHint(schema);
  if (hint !== null) return hint.is === "key" ? { ...hint, many: false } : hint;
  const inner = unwrapped(schema);
  const values = valuesOf(inner);
  if (values !== null) return { is: "choice", values };
  if (inner instanceof z.ZodBoolean) return { is: "flag" };
  if (inner instanceof z.ZodNumber) return { is: "number" };
  if (!(inner instanceof z.ZodArray)) return { is: "text" };
  const each = valuesOf(inner.element);
  const eachHint = innerHint(inner.element);
  if (eachHint?.is === "key") return { ...eachHint, many: true };
  return each === null ? { is: "lines" } : { is: "choices", values: each };
};

/** Whether the keys of a mapping are the severities. They stand in no label. */
const isBySeverity = (shape: object): boolean => Object.keys(shape).join() === severities.join();

/** The keys of a mapping with a fixed set of them; null for any other schema. */
export const shapeOf = (schema: z.core.$ZodType): readonly (readonly [string, z.core.$ZodType])[] | null => {
  const inner = unwrapped(schema);
  return innerHint(schema) === null && inner instanceof z.ZodObject ? Object.entries(inner.shape) : null;
};

/** The questions for a value with this schema. Mappings inside it are not asked as a whole, but value by value. */
export const fieldsOf = (
  schema: z.core.$ZodType,
  label: string,
  path: readonly string[] = [],
  isPart = false,
): readonly FieldShape[] => {
  const shape = shapeOf(schema);
  if (shape === null) return [{ path, label, kind: kindOf(schema), required: !isOptional(schema) && !isPart }];
  const inner = unwrapped(schema);
  const names = inner instanceof z.ZodObject && isBySeverity(inner.shape);
  return shape.flatMap(([key, each]) =>
    fieldsOf(
      each,
      names ? label : `${label === "" ? "" : `${label}.`}${key}`,
      [...path, key],
      isPart || isOptional(schema),
    ),
  );
};

import { z } from "zod";

declare const whole: unique symbol;

/** A schema that names every key of its type. Only `schemaOf` makes one. */
export type StoredSchema<T> = z.ZodType<T> & { readonly [whole]: true };

/** The same type with every key required, at any depth. */
type Named<T> = T extends readonly (infer Item)[]
  ? readonly Named<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]-?: Named<Exclude<T[Key], undefined>> }
    : T;

/** An error that the compiler shows if a schema leaves out a key of its type. */
interface KeyMissing {
  readonly "a key of the type is missing in the schema": never;
}

/**
 * The schema of a value. Only a type with optional keys at some depth lets a schema leave one out: `schemaOf`, `listJson` or
 * `nullableJson` must have made the schema of such a type.
 */
export type WholeSchema<T> = [T] extends [Named<T>] ? z.ZodType<T> : StoredSchema<T>;

type NamesAll<T, Output> = [Named<Output>, Named<T>] extends [Named<T>, Named<Output>] ? unknown : KeyMissing;

/**
 * A schema for stored values of a type. TypeScript accepts a schema without an optional key, and zod then drops or refuses
 * what the key holds. So the schema must name every key, also the optional ones, at any depth.
 */
export const schemaOf =
  <T>() =>
  <Schema extends z.ZodType<T>>(schema: Schema & NamesAll<T, z.output<Schema>>): StoredSchema<T> =>
    // The type of the parameter is the check.
    schema as z.ZodType<T> as StoredSchema<T>;

/** A list of values, whose schema names every key. */
export const listJson = <T>(item: StoredSchema<T>): StoredSchema<readonly T[]> =>
  z.array(item) as z.ZodType as StoredSchema<readonly T[]>;

/** A value or null. */
export const nullableJson = <T>(schema: StoredSchema<T>): StoredSchema<T | null> =>
  schema.nullable() as z.ZodType as StoredSchema<T | null>;

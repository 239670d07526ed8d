import { z } from "zod";

/** The parts that the schemas of the desk file are made of. Every message says what was expected. */

export const text = (expected: string, pattern: RegExp): z.ZodString => z.string(expected).regex(pattern, expected);
export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, `one of ${values.join(", ")}`);
export const listOf = <Item extends z.ZodType>(item: Item, expected: string) => z.array(item, expected);

export const strict = <Shape extends z.core.$ZodShape>(shape: Shape) => {
  const keys = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys" ? `one of the keys ${keys}` : `a mapping with the keys ${keys}`,
  });
};

/** People see and type keys. A key that every JavaScript object has would be found where the file has no such entry. */
const isKey = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,63}$/u.test(name) && !(name in {});
export const keyed = <Value extends z.ZodType>(value: Value, expected: string) =>
  z.record(z.string().refine(isKey), value, {
    error: (issue) =>
      issue.code === "invalid_key"
        ? "a key of at most 64 letters, digits, dots, dashes and underscores"
        : `a mapping of ${expected}`,
  });

export const name = text("a name of at most 100 characters", /^\S(?:.{0,98}\S)?$/u);

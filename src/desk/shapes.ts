import { z } from "zod";
import { parseDuration } from "./duration.ts";
import { hinted } from "./editing/hint.ts";
import { expects, type ExpectationKey } from "./expectation.ts";

/** The parts that the schemas of the desk file are made of. Every message is an expectation. */

export const text = (expected: string, pattern: RegExp): z.ZodString => z.string(expected).regex(pattern, expected);
export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, expects("oneOf", { values: values.join(", ") }));
export const listOf = <Item extends z.ZodType>(item: Item, expected: string) => z.array(item, expected);

export const strict = <Shape extends z.core.$ZodShape>(shape: Shape) => {
  const values = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) => expects(issue.code === "unrecognized_keys" ? "key" : "mapping", { values }),
  });
};

/** People see and type keys. A key that every JavaScript object has would be found where the file has no such entry. */
const isKey = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,63}$/u.test(name) && !(name in {});
export const keyed = <Value extends z.ZodType>(value: Value, expected: ExpectationKey) =>
  z.record(z.string().refine(isKey), value, {
    error: (issue) => expects(issue.code === "invalid_key" ? "entryKey" : expected),
  });

export const name = text(expects("name"), /^\S(?:.{0,98}\S)?$/u);

const durationExpected = expects("duration");
/** An ISO 8601 duration, as `parseDuration` reads it. */
export const duration = hinted(
  z.string(durationExpected).refine((each) => parseDuration(each) !== null, durationExpected),
  { is: "duration" },
);

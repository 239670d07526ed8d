/** Reads of stored data whose shape the schema has checked, or that a person typed. */

export const textOf = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : "";

/** The texts of a list, or the one text that stands for a list of one. */
export const listed = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(textOf) : typeof value === "string" ? [value] : [];

/** The entries of a mapping; none for any other value. */
export const mapped = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};

/** Plain data that is changed in place. Callers change a copy. */
export type Data = Record<string, unknown>;

/** Sets a value. Mappings on the way are made where there is none. */
export const set = (entry: Data, path: readonly string[], value: unknown): void => {
  const [first = "", ...rest] = path;
  if (rest.length === 0) entry[first] = value;
  else {
    entry[first] = mapped(entry[first]);
    set(entry[first] as Data, rest, value);
  }
};

/** Removes a value, and the mappings that have nothing else. */
export const unset = (entry: Data, path: readonly string[]): void => {
  const [first = "", ...rest] = path;
  if (rest.length > 0 && Object.hasOwn(entry, first)) {
    const inner = mapped(entry[first]) as Data;
    unset(inner, rest);
    entry[first] = inner;
    if (Object.keys(inner).length > 0) return;
  }
  if (Object.hasOwn(entry, first)) delete entry[first];
};

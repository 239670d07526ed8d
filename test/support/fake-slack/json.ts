/** A JSON object of unknown content. */
export type Json = { readonly [key: string]: unknown };

/** Whether something is a JSON object. */
export const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The objects of a list; empty if it is no list. */
export const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

/** The text of a value; empty if it is no text. */
export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** A nested object; empty if there is none. */
export const inside = (value: unknown, key: string): Json => {
  const found = isJson(value) ? value[key] : undefined;
  return isJson(found) ? found : {};
};

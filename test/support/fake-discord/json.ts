/** A JSON object of unknown content. */
export type Json = { readonly [key: string]: unknown };

/** Whether something is a JSON object. */
export const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The objects of a list; empty if it is no list. */
export const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

/** The texts of a list. */
export const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];

/** The text of a value; empty if it is no text. */
export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** The number of a value; zero if it is no number. */
export const numberOf = (value: unknown): number => (typeof value === "number" ? value : 0);

/** A nested object; empty if there is none. */
export const inside = (value: unknown, key: string): Json => {
  const found = isJson(value) ? value[key] : undefined;
  return isJson(found) ? found : {};
};

/** Every component at every depth, outer before inner; a label's question counts as well. */
export const everyComponent = (components: unknown): readonly Json[] =>
  listOf(components).flatMap((each) => [
    each,
    ...everyComponent(each["components"]),
    ...(isJson(each["component"]) ? everyComponent([each["component"]]) : []),
    ...(isJson(each["accessory"]) ? [each["accessory"]] : []),
  ]);

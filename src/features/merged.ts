type Intersection<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** What all features have under one name, joined. */
type Merged<Features, Part extends string> = Intersection<
  {
    [Name in keyof Features]: Features[Name] extends Readonly<Record<Part, infer Table>> ? Table : never;
  }[keyof Features]
>;

/**
 * Joins the features' tables of one name. The type knows every key, so a table that must be complete does not compile
 * while a feature is missing.
 */
export const merged = <Features extends Readonly<Record<string, object>>, Part extends string>(
  features: Features,
  part: Part,
): Merged<Features, Part> => {
  const tables = Object.values(features).flatMap((feature): readonly object[] =>
    Object.entries(feature).flatMap(([name, table]: [string, unknown]) =>
      name === part && typeof table === "object" && table !== null ? [table] : [],
    ),
  );
  // The compiler cannot follow the keys through Object.assign.
  return Object.assign({}, ...tables) as Merged<Features, Part>;
};

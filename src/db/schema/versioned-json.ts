import { z } from "zod";

/** JSON as a column holds it. The version says how to read the value. */
const stored = z.object({ version: z.int().min(1), value: z.unknown() });

/** Makes a value of one version into the value of the next. */
type Upgrade = (old: unknown) => unknown;

/**
 * A JSON column that is parsed when it is read. `upgrades` has one function for each version before today's, the oldest first,
 * so that old rows are upgraded here and nowhere else. An error names the column, and never holds the value.
 */
export const versionedJson = <Value>(column: string, schema: z.ZodType<Value>, upgrades: readonly Upgrade[] = []) => {
  const version = upgrades.length + 1;
  return {
    write: (value: Value) => ({ version, value }),
    read: (json: unknown): Value => {
      const parsed = stored.safeParse(json);
      if (!parsed.success || parsed.data.version > version) throw new Error(`${column} has no known version`);
      const value = upgrades.slice(parsed.data.version - 1).reduce((old, upgrade) => upgrade(old), parsed.data.value);
      const read = schema.safeParse(value);
      if (read.success) return read.data;
      throw new Error(`${column} cannot be read at ${read.error.issues.map(({ path }) => path.join(".")).join(", ")}`);
    },
  };
};

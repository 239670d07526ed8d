import type { StoredSchema } from "./schema-of.ts";

declare const parsed: unique symbol;

/** What a JSON column holds. Only `read` of its column makes a value of it. */
export interface StoredJson<T> {
  readonly [parsed]: T;
}

/** A row that this version of Plazo cannot read. It names the column and where in it, never what was written there. */
export class UnreadableJson extends Error {
  override readonly name = "UnreadableJson";
}

export interface JsonColumn<T> {
  /** Table and column, for messages. */
  readonly name: string;
  /** Parses what the column holds, after upgrading it if an older version of Plazo wrote it. Throws UnreadableJson. */
  readonly read: (stored: StoredJson<T>) => T;
  readonly write: (value: T) => StoredJson<T>;
}

/** Makes a value of one version a value of the next one. If it throws, the row cannot be read. */
export type Upgrade = (older: unknown) => unknown;

interface JsonColumnOptions<T> {
  /** Table and column, for messages. */
  readonly name: string;
  /** The value as it is written today. */
  readonly schema: StoredSchema<T>;
  /** One for each version before today's, oldest first. Never change one that was released: add one. */
  readonly upgrades?: readonly Upgrade[];
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The version that wrote a value, and the value. Version 1 was written without a number. */
const opened = (stored: unknown): { readonly version: unknown; readonly value: unknown } => {
  if (!isRecord(stored) || !("v" in stored)) return { version: 1, value: stored };
  const { v: version, ...rest } = stored;
  return { version, value: "items" in rest ? rest["items"] : rest };
};

const upgraded = (name: string, value: unknown, upgrades: readonly Upgrade[]): unknown => {
  try {
    return upgrades.reduce((older, upgrade) => upgrade(older), value);
  } catch {
    throw new UnreadableJson(`${name} cannot be upgraded`);
  }
};

/**
 * A JSON column whose values say which version wrote them: an object has the number as `v`, a list is written as
 * `{ v, items }`.
 */
export const versionedJson = <T extends object>({
  name,
  schema,
  upgrades = [],
}: JsonColumnOptions<T>): JsonColumn<T> => {
  const newest = upgrades.length + 1;
  return {
    name,
    read: (stored) => {
      const { version, value } = opened(stored);
      if (typeof version !== "number" || !(version >= 1 && version <= newest))
        throw new UnreadableJson(`${name} is not of a version from 1 to ${newest}`);
      const result = schema.safeParse(upgraded(name, value, upgrades.slice(version - 1)));
      if (result.success) return result.data;
      const at = result.error.issues[0]?.path.join(".") ?? "";
      throw new UnreadableJson(`${name} of version ${version} cannot be read${at === "" ? "" : ` at ${at}`}`);
    },
    write: (value) =>
      // Only `read` opens it again.
      (Array.isArray(value) ? { v: newest, items: value } : { v: newest, ...value }) as unknown as StoredJson<T>,
  };
};

/** The same for a column that may be null. */
export const orNull = <T>({ name, read, write }: JsonColumn<T>) => ({
  name,
  read: (stored: StoredJson<T> | null): T | null => (stored === null ? null : read(stored)),
  write: (value: T | null): StoredJson<T> | null => (value === null ? null : write(value)),
});

/** The result of reading a row among others, which one unreadable row must not hide. */
export const readOrWhy = <T>(read: () => T): T | UnreadableJson => {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadableJson) return error;
    throw error;
  }
};

/** The value of a column; null if this version of Plazo cannot read it. */
export const readOrNull = <T>(
  column: { readonly read: (stored: StoredJson<T>) => T | null },
  stored: StoredJson<T>,
): T | null => {
  const found = readOrWhy(() => column.read(stored));
  return found instanceof UnreadableJson ? null : found;
};

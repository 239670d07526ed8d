import type { StoredJson } from "../../stored/versioned-json.ts";
import { jsonb } from "./orm.ts";

/** How the values of a column are read and written. */
interface ColumnCodec<T> {
  readonly name: string;
  readonly read: (stored: StoredJson<T>) => T | null;
  readonly write: (value: never) => StoredJson<T> | null;
}

const codecs = new Map<string, ColumnCodec<unknown>>();

/** How the values of a JSON column are read and written; undefined for a column that was declared without it. */
export const codecOf = (table: string, column: string): ColumnCodec<unknown> | undefined =>
  codecs.get(`${table}.${column}`);

/** A JSON column. Its codec names the table and the column, and only the codec can read and write its values. */
export const storedJson = <T>(codec: ColumnCodec<T>) => {
  codecs.set(codec.name, codec as ColumnCodec<unknown>);
  return jsonb(codec.name.slice(codec.name.indexOf(".") + 1)).$type<StoredJson<T>>();
};

import type { Placeholder } from "drizzle-orm";
import { sql } from "../schema/orm.ts";
import type { Database } from "./handle.ts";

/** A statement as drizzle's query builder describes it. */
interface Buildable<Result> {
  prepare(name: string): { execute(values: Readonly<Record<string, unknown>>): Promise<Result> };
}

/** What a built statement and a session have, which drizzle's types do not show: where the statement runs. */
interface WithClient {
  readonly client: unknown;
}

type Built<Result> = ReturnType<Buildable<Result>["prepare"]>;

/** A value that a statement gets when it runs. It must have the form that the drivers take: `fromInstant` of an instant. */
export type Given<Name extends string> = (name: Name) => Placeholder;

/**
 * A statement that is built once for each driver, and not again for each run: building takes longer than sending. It
 * runs on the database and in transactions.
 */
export const builtOnce = <Name extends string, Result>(
  build: (db: Database, given: Given<Name>) => Buildable<Result>,
): ((db: Database, values: Readonly<Record<Name, unknown>>) => Promise<Result>) => {
  const built = new Map<unknown, Built<Result>>();
  return (db, values) => {
    const { session } = db._;
    const known = built.get(session.constructor) ?? build(db, (name) => sql.placeholder(name)).prepare("built once");
    built.set(session.constructor, known);
    const { client } = session as unknown as WithClient;
    // The same statement, run where this database or transaction is.
    const here = Object.create(known, { client: { value: client } }) as Built<Result>;
    return here.execute(values);
  };
};

import { RootHandleInTransaction } from "./transaction-guard.ts";

const sqlState = /^[0-9A-Z]{5}$/;

/** The driver's code of an error: a SQLSTATE, or the code of a connection error. */
const codeOf = (error: unknown): string | null => {
  const code: unknown = error instanceof Error && "code" in error ? error.code : null;
  return typeof code === "string" && /^[A-Z0-9_]{3,40}$/.test(code) ? code : null;
};

/** The kind of a statement and its table, e.g. `insert on inbox`. */
const statementKind = (query: string): string => {
  const beginning = query.slice(0, 4_000);
  const [verb = "statement"] = /^[a-z]{1,20}/i.exec(beginning.trimStart()) ?? [];
  const table = /\b(?:from|into|update)\s"?(\w{1,63})/i.exec(beginning)?.[1];
  return table === undefined ? verb.toLowerCase() : `${verb.toLowerCase()} on ${table}`;
};

/**
 * A statement that the database refused or did not answer. The message holds the statement's kind, its table and the
 * error code. It holds no values and no text of the database, because both may quote what people wrote.
 */
export class QueryFailed extends Error {
  override readonly name = "QueryFailed";
  readonly code: string | null;
  constructor(query: string, error: unknown) {
    const code = codeOf(error);
    const why = code === null ? "no code" : sqlState.test(code) ? `SQLSTATE ${code}` : code;
    super(`${statementKind(query)} failed: ${why}`, error instanceof RootHandleInTransaction ? { cause: error } : {});
    this.code = code;
  }
}

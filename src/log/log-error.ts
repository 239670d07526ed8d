import { OperatorError } from "../chat/error-kind.ts";
import { redact } from "./redact.ts";

/** What a line of the log says of an error. */
export interface ErrorFacts {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  readonly status?: number;
  readonly stack?: string;
  readonly errors?: readonly ErrorFacts[];
}

const deepest = 5;
const mostErrors = 5;
const longestMessage = 500;
const longestOwnMessage = 2_000;

const fieldOf = (error: Error, name: string): unknown => Reflect.get(error, name);

/** Postgres and PGlite mark their errors with a severity, and their messages quote values. */
const isOfDatabase = (error: Error): boolean =>
  typeof fieldOf(error, "severity") === "string" || "params" in error || "parameters" in error;

/** Errors of a platform's library carry what was asked or answered, and their messages quote it. */
const isOfPlatform = (error: Error): boolean =>
  ["rawError", "requestBody", "response", "responseCode"].some((field) => field in error) ||
  (typeof fieldOf(error, "data") === "object" && "code" in error);

/** What a text of ours or of a library's says, without what may be a person's: quoted words and mail addresses. */
const withoutQuotes = (message: string): string =>
  redact(message.slice(0, longestMessage))
    .replaceAll(/"[^"]*"?/g, '"…"')
    .replaceAll(/[^\s<>"@:/[\]]{1,64}@[\w.-]{1,255}/g, "[address]");

/**
 * An error's message, where it can hold nothing that a person wrote. A database quotes the statement and its values, a parser
 * the text, a schema the value, a platform the request: of those only the kind is told.
 */
const ownMessage = (error: Error): string => {
  if (isOfDatabase(error)) return "the database refused a statement";
  if (isOfPlatform(error)) return "a platform refused what it was asked";
  if (error instanceof SyntaxError || error.name === "SyntaxError") return "a text could not be parsed";
  if (error.name.endsWith("ZodError")) return "a value does not have the form that was expected";
  if (error instanceof OperatorError) return redact(error.message.slice(0, longestOwnMessage));
  return withoutQuotes(error.message);
};

const chainOf = (error: Error): readonly Error[] => {
  const chain: Error[] = [];
  for (
    let each: unknown = error;
    each instanceof Error && chain.length < deepest && !chain.includes(each);
    each = each.cause
  )
    chain.push(each);
  return chain;
};

/** An error's message and those of its causes, without anybody's words. */
export const errorMessage = (error: unknown): string =>
  error instanceof Error
    ? [...new Set(chainOf(error).map(ownMessage))].join(": ")
    : `something that is no error was thrown (${typeof error})`;

const codeOf = (error: Error): { readonly code?: string | number; readonly status?: number } => {
  const code = chainOf(error)
    .map((each) => fieldOf(each, "code"))
    .find((each) => typeof each === "number" || (typeof each === "string" && /^\w{1,60}$/.test(each)));
  const status = fieldOf(error, "status") ?? fieldOf(error, "statusCode");
  return {
    ...(typeof code === "number" || typeof code === "string" ? { code } : {}),
    ...(typeof status === "number" ? { status } : {}),
  };
};

/** The places in the code alone: a stack begins with the message. */
const placesOf = ({ stack = "", message }: Error): string =>
  stack
    .slice(Math.max(0, stack.indexOf(message)) + message.length)
    .split("\n")
    .filter((line) => /^\s{1,8}at\s/.test(line))
    .slice(0, 20)
    .join("\n");

/**
 * An error as the log tells it: its kind, its code, where it was made. Its other fields are left out, for they hold requests,
 * addresses with tokens, statements and values.
 */
export const errorFacts = (error: unknown, depth = 0): ErrorFacts => {
  const message = errorMessage(error);
  if (!(error instanceof Error)) return { type: typeof error, message };
  const inner: readonly unknown[] = error instanceof AggregateError && depth < deepest ? error.errors : [];
  return {
    type: /^\w{1,60}$/.test(error.name) ? error.name : "Error",
    message,
    ...codeOf(error),
    stack: placesOf(error),
    ...(inner.length === 0 ? {} : { errors: inner.slice(0, mostErrors).map((each) => errorFacts(each, depth + 1)) }),
  };
};

/**
 * An error that nothing expected, without its message, which may hold anything. Only Node's own kinds keep it, for they tell what
 * the code did wrong, and those that Plazo worded.
 */
export const uncaughtFacts = (error: unknown): Omit<ErrorFacts, "message"> & { readonly message?: string } => {
  const { message: _message, errors: _errors, ...facts } = errorFacts(error);
  const kinds = [TypeError, RangeError, ReferenceError, OperatorError];
  return error instanceof Error && kinds.some((kind) => error instanceof kind)
    ? { ...facts, message: ownMessage(error) }
    : facts;
};

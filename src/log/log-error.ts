import { OperatorError } from "../chat/error-kind.ts";
import { redact } from "./redact.ts";

/** What the log says about an error. */
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

/** Errors of Postgres and PGlite have a severity, and their messages quote values. */
const isOfDatabase = (error: Error): boolean =>
  typeof fieldOf(error, "severity") === "string" || "params" in error || "parameters" in error;

/** Errors of platform libraries carry the request or response, and their messages quote it. */
const isOfPlatform = (error: Error): boolean =>
  ["rawError", "requestBody", "response", "responseCode"].some((field) => field in error) ||
  (typeof fieldOf(error, "data") === "object" && "code" in error);

/** The message without what people may have written: quoted text and mail addresses. */
const withoutQuotes = (message: string): string =>
  redact(message.slice(0, longestMessage))
    .replaceAll(/"[^"]*"?/g, '"…"')
    .replaceAll(/[^\s<>"@:/[\]]{1,64}@[\w.-]{1,255}/g, "[address]");

/**
 * An error's message, as far as it can hold no person's text. A database quotes the statement and its values, a parser
 * the text, a schema the value, a platform the request. For those, only the kind is logged.
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

/** The messages of an error and its causes, without any person's text. */
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

/** The stack without the message with which it begins. */
const placesOf = ({ stack = "", message }: Error): string =>
  stack
    .slice(Math.max(0, stack.indexOf(message)) + message.length)
    .split("\n")
    .filter((line) => /^\s{1,8}at\s/.test(line))
    .slice(0, 20)
    .join("\n");

/**
 * An error as it is logged: its kind, its code and its stack. Other fields are left out, because they hold requests,
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
 * An unexpected error as it is logged, without its message, which may hold anything. Only Node's own kinds keep their
 * message, because it describes a bug, and errors that Plazo worded.
 */
export const uncaughtFacts = (error: unknown): Omit<ErrorFacts, "message"> & { readonly message?: string } => {
  const { message: _message, errors: _errors, ...facts } = errorFacts(error);
  const kinds = [TypeError, RangeError, ReferenceError, OperatorError];
  return error instanceof Error && kinds.some((kind) => error instanceof kind)
    ? { ...facts, message: ownMessage(error) }
    : facts;
};

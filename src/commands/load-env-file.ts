import { parseEnv } from "node:util";
import { readTextFile } from "../start/read-text-file.ts";

const fileName = ".env";

const isMissing = (error: unknown): boolean =>
  error instanceof Error && (("code" in error && error.code === "ENOENT") || isMissing(error.cause));

const refuse = (why: string): never => {
  process.stderr.write(`${why} Plazo did not start.\n`);
  process.exit(1);
};

/** Returns the file's text; null if there is none. Windows editors begin a file with a byte order mark. */
const readFile = (): string | null => {
  try {
    return readTextFile(fileName).replace(/^\ufeff/, "");
  } catch (error) {
    if (isMissing(error)) return null;
    return refuse(`${error instanceof Error ? error.message : String(error)} Correct or remove it.`);
  }
};

const afterQuotes = /^(["'`])(?:(?!\1).)*\1(.*)$/;

/**
 * A blank that JavaScript removes from the ends of a text and Node's reader of this file does not, such as the no-break space
 * of a word processor. It would become a part of a name or of a token.
 */
const oddBlank = /[^\S \t]/u;

/** Returns what is wrong with a line; null if Node reads it as it is meant. The line may hold a token, so it is not quoted. */
const lineFault = (line: string): string | null => {
  if (/^[ \t]*(?:#|$)/.test(line)) return null;
  const equals = line.indexOf("=");
  if (equals === -1) return 'there is no "=" after the name';
  if (!/^[ \t]*(?:export +)?[A-Z_][A-Z0-9_]*[ \t]*$/.test(line.slice(0, equals)))
    return 'the name before the "=" must be of A to Z, 0 to 9 and _';
  const value = line.slice(equals + 1).replace(/^[ \t]+/, "");
  if (!/^["'`]/.test(value)) {
    if (oddBlank.test(value)) return "there is a blank that is no ordinary one, such as a no-break space";
    return /^[^#]*[^# \t]#/.test(value) ? 'a "#" begins a comment: put the value into quotation marks' : null;
  }
  const rest = afterQuotes.exec(value)?.[2]?.trim();
  // Node would look for the closing quotation mark in later lines, and skip the variables in between.
  if (rest === undefined) return "the quotation mark is not closed on this line";
  return rest === "" || rest.startsWith("#") ? null : "there is text after the closing quotation mark";
};

/**
 * Loads `.env` of the current folder before the program starts; variables of the environment take precedence. Node's
 * own option ignores a file that it cannot read and skips lines that it does not understand. Plazo would then start
 * without its tokens, or on another database.
 */
const loadEnvFile = (): void => {
  const text = readFile();
  if (text === null) return;
  if (text.includes("\0")) refuse(`${fileName} is not UTF-8 (UTF-16?): save it as UTF-8.`);
  const faults = text.split(/\r?\n/).flatMap((line, index) => {
    const fault = line.includes("\r") ? "there is a carriage return within it" : lineFault(line);
    return fault === null ? [] : [`  line ${index + 1}: ${fault}.\n`];
  });
  if (faults.length > 0) refuse(`${fileName} has lines that cannot be read:\n${faults.join("")}`);
  // As everywhere in Plazo, an empty variable counts as not set.
  for (const [name, value] of Object.entries(parseEnv(text)))
    if ((process.env[name] ?? "") === "") process.env[name] = value;
};

loadEnvFile();

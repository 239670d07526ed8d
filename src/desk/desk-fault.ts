const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;

/**
 * The text with its control characters written out, such as `\u001b`, but with its tabs and line ends. A terminal would
 * obey them: an escape sequence in a name could clear the screen or hide a line.
 */
export const visibleText = (text: string): string => text.replaceAll(/(?!\r\n)(?![\n\t])\p{Cc}/gu, escaped);

/** The same for text that is quoted in a sentence. Line ends and changes of direction are written out as well. */
export const visibleLine = (text: string): string =>
  text.replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, escaped);

/** One thing wrong with a desk file. */
export interface DeskFault {
  /** From 1; null if the fault is about something that is missing in the file. */
  readonly line: number | null;
  /** Dotted; empty for the file as a whole. */
  readonly path: string;
  /** As written, shortened; null if nothing was given. */
  readonly value: string | null;
  readonly expected: string;
}

const longest = 60;

/** A fault as one sentence. Keys and values of the file cannot break it or act on a terminal. */
export const deskFaultSentence = ({ line, path, value, expected }: DeskFault): string => {
  const subject = path === "" ? "the file" : path;
  const sentence =
    value === null ? `${subject} is not set: expected ${expected}.` : `${subject} is ${value}: expected ${expected}.`;
  return visibleLine(line === null ? sentence : `line ${line}: ${sentence}`);
};

/** A step of a path that is a key of the schema or an index. Others are written by the operator, such as an address. */
const isPlainStep = (step: string): boolean => /^(?:[a-z][A-Za-z]{0,40}|\d+)$/.test(step);

/**
 * A fault as one sentence for the log: line, path and expectation. Values, and the keys of people and accounts, may name
 * customers, so they are left out.
 */
export const loggedDeskFault = ({ line, path, expected }: DeskFault): string => {
  const [section = "", ...steps] = path.split(".");
  const isOfPeople = section === "people" || section === "accounts";
  const shown = [section, ...steps].map((step, index) =>
    step === "" || (isPlainStep(step) && !(isOfPeople && index === 1)) ? step : "…",
  );
  const subject = path === "" ? "the file" : shown.join(".");
  const general = expected.replace(/ that is not already .*$/, " that is not used already");
  return visibleLine(`${line === null ? "" : `line ${line}: `}${subject}: expected ${general}.`);
};

/** A value as a fault shows it; null if it is missing. */
export const shownValue = (value: unknown): string | null => {
  if (value === undefined) return null;
  if (value === null) return "empty";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return "a mapping";
  const text = JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
};

/** An English list as part of a sentence for operators. */
export const listText = (items: readonly string[]): string => new Intl.ListFormat("en").format(items);

/** One thing wrong with a desk file. */
export interface DeskFault {
  /** From 1; null where the fault is about something the file does not have. */
  readonly line: number | null;
  /** Dotted; empty for the file as a whole. */
  readonly path: string;
  /** As written, shortened; null where nothing was given. */
  readonly value: string | null;
  readonly expected: string;
}

const longest = 60;

/** A fault as one sentence. */
export const deskFaultSentence = ({ line, path, value, expected }: DeskFault): string => {
  const subject = path === "" ? "the file" : path;
  const sentence =
    value === null ? `${subject} is not set: expected ${expected}.` : `${subject} is ${value}: expected ${expected}.`;
  return line === null ? sentence : `line ${line}: ${sentence}`;
};

/** A value as it is shown in a fault; null for one that is not there. */
export const shownValue = (value: unknown): string | null => {
  if (value === undefined) return null;
  if (value === null) return "empty";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return "a mapping";
  const text = JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
};

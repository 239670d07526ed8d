/** Control characters, without tabs and line ends. */
const controls = /(?!\r\n)(?![\n\t])\p{Cc}/gu;

/** Control characters, line ends, and signs that change the direction of writing. */
const controlsAndEnds = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;

/**
 * The text with its control characters written out, such as `\u001b`, but with its tabs and line ends. A terminal would
 * obey them: an escape sequence in a name could clear the screen or hide a line.
 */
export const visibleText = (text: string): string => text.replaceAll(controls, escaped);

/** The same for text that is quoted in a sentence. Line ends and changes of direction are written out as well. */
export const visibleLine = (text: string): string => text.replaceAll(controlsAndEnds, escaped);

/** A finding as a sentence of a page: with a capital letter and a full stop. The terminal puts words before it. */
export const asSentence = (finding: string): string => {
  const [first = "", ...rest] = finding;
  return `${first.toUpperCase()}${rest.join("")}${/[.!?]$/.test(finding) ? "" : "."}`;
};

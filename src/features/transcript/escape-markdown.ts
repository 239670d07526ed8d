/** Signs that mean something to Markdown wherever they stand. */
const signs = /[\\`*_[\]<>&|~#]/g;

/** What means something to Markdown at the beginning of a line: a list, a rule, a heading's underline. */
const beginning = /^(?:[-+=]|\d+[.)])/;

/** One line of somebody's words as Markdown that shows them literally. */
export const escapeMarkdown = (line: string): string => {
  if (line === "") return "";
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  const rest = line
    .slice(indent.length)
    .replaceAll(signs, String.raw`\$&`)
    .replace(beginning, (sign) => `${sign.slice(0, -1)}\\${sign.slice(-1)}`);
  // Indented text would be a block of code.
  return `${"\u00A0".repeat(indent.length)}${rest}`;
};

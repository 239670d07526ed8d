/** Characters with a meaning in Markdown, wherever they are. */
const signs = /[\\`*_[\]<>&|~#]/g;

/** Beginnings of a line with a meaning in Markdown: a list, a rule, a heading's underline. */
const beginning = /^(?:[-+=]|\d+[.)])/;

/** One line of a text as Markdown that shows it literally. */
export const escapeMarkdown = (line: string): string => {
  if (line === "") return "";
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  const rest = line
    .slice(indent.length)
    .replaceAll(signs, String.raw`\$&`)
    .replace(beginning, (sign) => `${sign.slice(0, -1)}\\${sign.slice(-1)}`);
  // Markdown shows an indented text as code.
  return `${"\u00A0".repeat(indent.length)}${rest}`;
};

import { posix } from "node:path";

/** A source file: its path from the project's root, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** What a file imports, with types: paths from the root, or the name of a package. */
export const importsOf = ({ path, text }: Source): readonly string[] =>
  [...withoutComments(text).matchAll(/(?:\bfrom|\bimport\s*\(?|\brequire\s*\()\s*"([^"]+)"/g)].map(([, target = ""]) =>
    target.startsWith(".") ? posix.join(posix.dirname(path), target) : target,
  );

export const withoutComments = (text: string): string => text.replace(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");

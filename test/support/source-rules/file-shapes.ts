import { posix } from "node:path";
import { importsOf, withoutComments, type Source } from "./imports-of.ts";

const longestFile = 300;
const shortestFile = 20;

/** The kinds of files that may be shorter, because another place finds them by their name. */
const maybeShort: readonly RegExp[] = [
  // A feature's entry files: the registries, and readers of every feature, look for these names.
  /^src\/features\/[^/]+\/(?:index|messages|rules|requests|stored|views|fact)\.ts$/,
  // Sentences of one language.
  /^src\/(?:features\/[^/]+\/texts|i18n\/(?:en|es|pt))\//,
  // Programs that package.json starts.
  /^src\/commands\/[^/]+\.ts$/,
  // Modules that the browser loads one by one.
  /^adapters\/playground\/page\//,
  /^src\/web\/page\//,
];

/** Files directly in one folder. */
const mostFilesFlat = 25;

const linesOf = (text: string): number => text.trimEnd().split("\n").length;

/** Files with so little in them that a reader would look for it elsewhere. */
export const tooShort = (files: readonly Source[]): readonly string[] =>
  files
    .filter(({ path, text }) => linesOf(text) < shortestFile && !maybeShort.some((kind) => kind.test(path)))
    .map(({ path, text }) => `${path} has ${linesOf(text)} lines: ${shortestFile} are the fewest`);

/** Files with more lines than a reader can keep in mind. */
export const tooLong = (files: readonly Source[]): readonly string[] =>
  files
    .filter(({ text }) => linesOf(text) > longestFile)
    .map(({ path, text }) => `${path} has ${linesOf(text)} lines: ${longestFile} are the most`);

export const wrongShape = ({ path }: Source): readonly string[] => {
  const names = path.split("/");
  return [
    ...(names.every((name) => /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)*$/.test(name))
      ? []
      : ["is not named in kebab-case"]),
    ...(names.some((name) => /^(?:services?|utils?|helpers?|models?)(?:\.ts)?$/.test(name))
      ? ["says nothing about what it holds"]
      : []),
  ].map((rule) => `${path} ${rule}`);
};

export const crowdedFolders = (files: readonly Source[]): readonly string[] =>
  [...Map.groupBy(files, ({ path }) => posix.dirname(path))]
    .filter(([, within]) => within.length > mostFilesFlat)
    .map(([folder, within]) => `${folder} has ${within.length} files lying flat: ${mostFilesFlat} are the most`);

/** One concept has one name: an exported type name must not have two meanings. */
export const doubledTypes = (files: readonly Source[]): readonly string[] => {
  const declared = files.flatMap(({ path, text }) =>
    [...withoutComments(text).matchAll(/^export\s+(?:declare\s+|abstract\s+)*(?:type|interface|class)\s+(\w+)/gm)].map(
      ([, name = ""]) => ({ name, path }),
    ),
  );
  return [...Map.groupBy(declared, ({ name }) => name)]
    .filter(([, places]) => places.length > 1)
    .map(([name, places]) => `${name} is exported by ${places.map(({ path }) => path).join(" and ")}`);
};

/** Each import cycle, once. */
export const cycles = (files: readonly Source[]): readonly string[] => {
  const targets = new Map(files.map((file) => [file.path, importsOf(file)]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push(`${[...trail.slice(trail.indexOf(path)), path].join(" → ")} is a circle`);
    if (trail.includes(path) || done.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const file of files) visit(file.path, []);
  return found;
};

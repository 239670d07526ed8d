import { posix } from "node:path";

/** A source file: its path from the project's root, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/**
 * What each room may import: paths from the root (a folder ends with "/"), packages by name, `node:` for all of Node. A
 * room is a path from the root, too; the longest that fits a file is the one it lives in. What is not said is forbidden.
 */
const rooms: Readonly<Record<string, readonly string[]>> = {
  "src/domain/": [],
  "src/domain/wall-clock.ts": ["src/domain/", "luxon"],
  "src/chat/": ["src/domain/"],
  "src/views/": ["src/chat/", "src/domain/", "i18next"],
  "src/desk/": ["src/domain/", "node:", "zod", "yaml", "date-holidays"],
  "src/bot/": ["src/views/", "src/chat/", "src/domain/", "zod"],
  "src/db/": ["src/domain/", "src/chat/", "node:", "drizzle-orm", "postgres", "@electric-sql/pglite"],
  "src/app/": ["src/db/", "src/domain/", "src/chat/"],
  "src/work/": ["src/app/", "src/db/", "src/bot/", "src/views/", "src/chat/", "src/domain/", "node:", "p-limit"],
  // References and formats are the words the neutral language itself is made of.
  "adapters/slack/": [
    "adapters/shared/",
    "src/chat/",
    "src/domain/refs.ts",
    "src/domain/format.ts",
    "node:",
    "zod",
    "@slack",
  ],
  "adapters/discord/": [
    "adapters/shared/",
    "src/chat/",
    "src/domain/refs.ts",
    "src/domain/format.ts",
    "node:",
    "zod",
    "discord.js",
    "@lezer/markdown",
  ],
  "adapters/playground/": ["src/chat/", "src/domain/refs.ts", "node:", "zod", "hono", "lit-html"],
  // What two adapters need. It knows no platform.
  "adapters/shared/": ["src/chat/"],
  "adapters/email/": ["src/chat/", "src/domain/refs.ts", "node:", "zod", "nodemailer"],
  "adapters/index.ts": ["adapters/"],
  // Files at the top put the house together: they may use everything, and nobody but they and the commands may use them.
  "src/": ["src/", "adapters/index.ts", "node:", "zod", "pino", "prom-client", "hono", "@hono/node-server"],
  "src/http/": ["src/chat/", "node:", "hono", "@hono/node-server"],
  "src/commands/": ["src/", "adapters/", "node:"],
};

/** Rooms in which nothing may depend on the moment, on chance, on the machine, or be seen outside. */
const pureRooms: readonly string[] = ["src/domain/", "src/chat/", "src/views/", "src/bot/", "src/desk/"];

const longestFile = 300;

/** Every rule of the house that these files break, a sentence each. */
export const brokenWalls = (files: readonly Source[]): readonly string[] => [
  ...files.flatMap((file) => [...wrongImports(file), ...wrongWords(file), ...wrongShape(file)]),
  ...cycles(files),
];

const roomOf = (path: string): string =>
  Object.keys(rooms)
    .filter((room) => path.startsWith(room))
    .toSorted((one, other) => other.length - one.length)[0] ?? "";

/** What a file imports, types included: paths from the root, or the name of a package. */
const importsOf = ({ path, text }: Source): readonly string[] =>
  [...withoutComments(text).matchAll(/(?:\bfrom|\bimport\s*\(?|\brequire\s*\()\s*"([^"]+)"/g)].map(([, target = ""]) =>
    target.startsWith(".") ? posix.join(posix.dirname(path), target) : target,
  );

const withoutComments = (text: string): string => text.replace(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");

const allows = (permission: string, target: string): boolean =>
  permission.endsWith("/") || permission.endsWith(":")
    ? target.startsWith(permission)
    : target === permission || target.startsWith(`${permission}/`);

const wrongImports = (file: Source): readonly string[] => {
  const room = roomOf(file.path);
  const permissions = [...(rooms[room] ?? []), ...(room.endsWith("/") ? [room] : [])];
  return importsOf(file)
    .filter((target) => !permissions.some((each) => allows(each, target)) || (isTop(target) && !mayUseTop(file.path)))
    .map((target) => `${file.path} must not import ${target}`);
};

const isTop = (path: string): boolean => /^src\/[^/]+$/.test(path);
const mayUseTop = (path: string): boolean => isTop(path) || path.startsWith("src/commands/");

const wrongWords = ({ path, text }: Source): readonly string[] => {
  const code = withoutComments(text);
  const found = (pattern: RegExp): boolean => pattern.test(code);
  const isPure = pureRooms.some((room) => path.startsWith(room));
  const readsEnvironment = path === "src/main.ts" || path.startsWith("src/commands/");
  return [
    ...(isPure && found(/\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/) ? ["must not ask what time it is"] : []),
    ...(isPure && found(/\bMath\.random\b|\brandomUUID\b/) ? ["must not throw dice"] : []),
    ...(found(/\bconsole\.\w/) ? ["must not write to the console"] : []),
    ...(!readsEnvironment && found(/\bprocess\s*\.\s*env\b/) ? ["must not read the environment"] : []),
    ...(found(/\bsql\.raw\b/) ? ["must not build SQL from text"] : []),
    ...(found(/^export\s+(?:type\s+)?(?:\*|\{[^}]*\})[^;]*\bfrom\b/m) ? ["must not hand on what others export"] : []),
  ].map((rule) => `${path} ${rule}`);
};

const wrongShape = ({ path, text }: Source): readonly string[] => {
  const lines = text.trimEnd().split("\n").length;
  const names = path.split("/");
  return [
    ...(lines > longestFile ? [`has ${lines} lines: ${longestFile} are the most`] : []),
    ...(names.every((name) => /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)*$/.test(name))
      ? []
      : ["is not named in kebab-case"]),
    ...(names.some((name) => /^(?:services?|utils?|helpers?|models?)(?:\.ts)?$/.test(name))
      ? ["says nothing about what it holds"]
      : []),
  ].map((rule) => `${path} ${rule}`);
};

/** Each circle of imports, once. */
const cycles = (files: readonly Source[]): readonly string[] => {
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

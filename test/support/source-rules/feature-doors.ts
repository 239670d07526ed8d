import { importsOf, withoutComments, type Source } from "./imports-of.ts";

/** What the rules of a feature must not import, directly or not: texts, cards and routing belong to its views. */
const notForRules = ["src/i18n/", "src/chat/", "src/cards/", "src/requests/"];

const featureOf = (path: string): string | null => /^src\/features\/([^/]+)\//.exec(path)?.[1] ?? null;

/** The files by which each registry enters a feature; everything else enters it by index.ts. */
export const doorsFor = (from: string): readonly string[] => {
  if (from === "src/features/registry.ts") return ["rules.ts"];
  if (from === "src/features/sentences.ts") return ["texts/"];
  if (from === "src/features/ticket-facts.ts") return ["fact.ts"];
  if (from === "src/features/stored-messages.ts") return ["stored.ts"];
  return from === "src/features/surface.ts" ? ["views.ts", "requests.ts"] : ["index.ts"];
};

export const isDoor = (from: string, target: string): boolean => {
  const feature = featureOf(target);
  if (feature === null || feature === featureOf(from)) return true;
  const inside = target.slice(`src/features/${feature}/`.length);
  return doorsFor(from).some((door) => (door.endsWith("/") ? inside.startsWith(door) : inside === door));
};

export const isIndex = (path: string): boolean => /^src\/features\/[^/]+\/index\.ts$/.test(path);

/** An index.ts exports what other rooms and features may use of its folder, and contains nothing else. */
export const isWrongIndex = ({ path, text }: Source): boolean =>
  isIndex(path) &&
  !/^(?:export\s+(?:type\s+)?\{[^}]*\}\s+from\s+"\.\/[^"/]+";\s*)+$/.test(withoutComments(text).trim());

/** The rules of each feature with all their imports: neither texts and cards nor another feature. */
export const impureRules = (files: readonly Source[]): readonly string[] => {
  const targets = new Map(files.map((file) => [file.path, importsOf(file)]));
  const reached = new Set<string>();
  const visit = (path: string): readonly string[] => {
    if (reached.has(path)) return [];
    reached.add(path);
    return (targets.get(path) ?? []).flatMap((target) => {
      if (notForRules.some((room) => target.startsWith(room)))
        return [`${path} must not import ${target}: the rules of a feature reach it`];
      return featureOf(path) !== null && isIndex(target)
        ? [`${path} must not import ${target}: the rules of a feature know no other feature`]
        : visit(target);
    });
  };
  return files.filter(({ path }) => /^src\/features\/[^/]+\/rules\.ts$/.test(path)).flatMap(({ path }) => visit(path));
};

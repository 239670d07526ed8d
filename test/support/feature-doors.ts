import { posix } from "node:path";
import { importsOf, type Source } from "./imports-of.ts";
import { sharedFeatureFiles } from "./shared-feature-files.ts";

/** What the rules of a feature must not reach, not even through other files: texts, cards and routing are for its views. */
const notForRules = ["src/i18n/", "src/chat/", "src/cards/", "src/requests/"];

const featureOf = (path: string): string | null => /^src\/features\/([^/]+)\//.exec(path)?.[1] ?? null;

/** Whether a file enters another feature as it should: its rules by index.ts, its types by messages.ts. The registries list every feature. */
export const isDoor = (from: string, target: string): boolean => {
  if (featureOf(target) === null || featureOf(target) === featureOf(from)) return true;
  const door = posix.basename(target);
  if (from === "src/features/registry.ts") return door === "index.ts" || target.includes("/texts/");
  if (from === "src/features/surface.ts") return door === "views.ts" || door === "requests.ts";
  return door === "index.ts" || door === "messages.ts" || sharedFeatureFiles.includes(target);
};

/** The rules of each feature, with everything that they import. */
export const impureRules = (files: readonly Source[]): readonly string[] => {
  const targets = new Map(files.map((file) => [file.path, importsOf(file)]));
  const reached = new Set<string>();
  const visit = (path: string): readonly string[] => {
    if (reached.has(path)) return [];
    reached.add(path);
    return (targets.get(path) ?? []).flatMap((target) =>
      notForRules.some((room) => target.startsWith(room))
        ? [`${path} must not import ${target}: the rules of a feature reach it`]
        : visit(target),
    );
  };
  return files.filter(({ path }) => /^src\/features\/[^/]+\/index\.ts$/.test(path)).flatMap(({ path }) => visit(path));
};

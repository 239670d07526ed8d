import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");
const folder = join(root, "node_modules/.cache/plazo");

const changedAt = (path: string): number => statSync(path).mtimeMs;
const filesOf = (path: string, name: RegExp): readonly string[] =>
  existsSync(path)
    ? readdirSync(path)
        .filter((each) => name.test(each))
        .map((each) => join(path, each))
    : [];

/** As after `npm ci`: a process that makes one database and ends takes less computing so. */
const compileOnce = ["--liftoff-only", "--wasm-lazy-compilation"];

/**
 * Prepares the database that a first start copies, if `npm ci` did not, or a migration or a package changed since. Without
 * it each desk that a test starts on an embedded database makes its own, which takes four seconds of computing.
 */
export default (): void => {
  const sources = [join(root, "package-lock.json"), ...filesOf(join(root, "drizzle"), /\.sql$/)];
  const prepared = Math.max(0, ...filesOf(folder, /^empty-\w+\.gz$/).map(changedAt));
  if (sources.some((each) => changedAt(each) >= prepared))
    execFileSync(process.execPath, [...compileOnce, "src/commands/prepare-database.ts"], { cwd: root });
};

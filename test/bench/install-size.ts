import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bytesIn } from "../../src/commands/lighten.mjs";

/**
 * `npm run size`: installs Plazo in a folder of its own, as a production host does, prints what takes the room, and fails
 * where an install is over its bound. `--omit=optional` is for hosts whose own Node is new enough.
 */
const installs = [
  { omit: ["--omit=dev"], mostMb: 220 },
  { omit: ["--omit=dev", "--omit=optional"], mostMb: 70 },
] as const;

const root = join(import.meta.dirname, "../..");
const mb = (bytes: number): number => bytes / 1e6;

const sizesOf = (modules: string): readonly (readonly [string, number])[] =>
  readdirSync(modules)
    .filter((name) => name !== ".bin")
    .flatMap((name) =>
      name.startsWith("@") ? readdirSync(join(modules, name)).map((part) => `${name}/${part}`) : [name],
    )
    .map((name): readonly [string, number] => [name, bytesIn(join(modules, name))])
    .toSorted(([, one], [, other]) => other - one);

const measure = (omit: readonly string[]): readonly (readonly [string, number])[] => {
  const folder = mkdtempSync(join(tmpdir(), "plazo-size-"));
  try {
    for (const part of ["package.json", "package-lock.json", "src", "drizzle"])
      cpSync(join(root, part), join(folder, part), { recursive: true });
    const { status, stderr } = spawnSync("npm", ["ci", ...omit, "--prefer-offline", "--no-audit", "--no-fund"], {
      cwd: folder,
      encoding: "utf8",
    });
    if (status !== 0 || !existsSync(join(folder, "node_modules"))) throw new Error(`npm ci failed: ${stderr}`);
    return sizesOf(join(folder, "node_modules"));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

let areAllWithin = true;
for (const { omit, mostMb } of installs) {
  const sizes = measure(omit);
  const total = mb(sizes.reduce((sum, [, bytes]) => sum + bytes, 0));
  const isWithin = total <= mostMb;
  areAllWithin &&= isWithin;
  console.log(
    [
      `npm ci ${omit.join(" ")}: ${total.toFixed(1)} MB in ${sizes.length} packages, ${isWithin ? "within" : "OVER"} ${mostMb} MB`,
      ...sizes.slice(0, 12).map(([name, bytes]) => `  ${mb(bytes).toFixed(1).padStart(6)}  ${name}`),
    ].join("\n"),
  );
}
process.exitCode = areAllWithin ? 0 : 1;

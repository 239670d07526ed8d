// Runs after each `npm ci`. It makes the installation lighter and prepares an empty database for the first start. It is plain
// JavaScript, because it runs before it is known which Node there is. Whatever fails here must not fail the installation.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { lighten } from "./lighten.mjs";

const prepareMs = 60_000;
const beside = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

try {
  const bytes = lighten(beside("../../node_modules"));
  if (bytes > 0)
    process.stdout.write(`Deleted ${Math.round(bytes / 1e6)} MB that only compilers and debuggers read.\n`);
} catch {
  process.stdout.write("The installed files stay as npm left them.\n");
}

// A container image installs the packages before it has the sources, and prepares the database later.
const prepare = beside("prepare-database.ts");
if (existsSync(prepare)) {
  // V8 compiles what this short process uses once, and not again for speed. A Node without these options could not run it either.
  const compileOnce = ["--liftoff-only", "--wasm-lazy-compilation"];
  const command = [...compileOnce, "--import", "./src/commands/require-node.mjs", prepare];
  const { status } = spawnSync(process.execPath, command, {
    cwd: beside("../.."),
    stdio: "ignore",
    timeout: prepareMs,
    killSignal: "SIGKILL",
  });
  if (status !== 0)
    process.stdout.write("No embedded database was prepared, so the first start makes it and takes longer.\n");
}

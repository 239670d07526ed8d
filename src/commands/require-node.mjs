import module from "node:module";
import { join } from "node:path";

// Loaded before everything else, and plain JavaScript: an old Node cannot read TypeScript and would only name a file extension.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 24 || (major === 24 && minor < 12)) {
  process.stderr.write(
    `Plazo needs Node 24.12 or newer, and this is Node ${process.versions.node}. Run npm ci without --omit=optional, which brings the right Node, or install a newer one. Nothing was started.\n`,
  );
  process.exit(1);
}

// Node keeps what it compiled, so that later starts take less time and less memory. Without it, the parser of TypeScript
// stays in memory. A folder that cannot be written is no fault.
module.enableCompileCache(join(import.meta.dirname, "../../node_modules/.cache/plazo/compiled"));

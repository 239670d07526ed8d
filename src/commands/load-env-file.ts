import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";

/**
 * Loaded before the program: takes the settings of `.env` in the current folder where the environment has none. Node's own
 * option takes a file that cannot be read for one that is not there, and Plazo would start without its tokens.
 */
try {
  for (const [name, value] of Object.entries(parseEnv(readFileSync(".env", "utf8")))) process.env[name] ??= value;
} catch (error) {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  if (code !== "ENOENT") {
    process.stderr.write(
      `.env is there but cannot be read (${code}): make it readable for this user, or take it away. Nothing was started.\n`,
    );
    process.exit(1);
  }
}
